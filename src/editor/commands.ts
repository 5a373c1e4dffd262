/** The commands, views and context keys of the extension, as package.json contributes them. */

export const commands = {
  insertCitation: 'idmFindings.insertCitation',
  insertQuotation: 'idmFindings.insertQuotation',
  insertBlockQuotation: 'idmFindings.insertBlockQuotation',
  openSource: 'idmFindings.openSource',
  openSourceText: 'idmFindings.openSourceText',
  pickCitation: 'idmFindings.pickCitation',
  findSupport: 'idmFindings.findSupport',
  filterFindings: 'idmFindings.filterFindings',
  clearFilter: 'idmFindings.clearFilter',
  groupByTheme: 'idmFindings.groupByTheme',
  groupBySpeaker: 'idmFindings.groupBySpeaker',
  groupByObjective: 'idmFindings.groupByObjective',
  groupByCited: 'idmFindings.groupByCited',
  // What ticks the grouping in use: extensions have no other way to tick an entry of a menu.
  groupByThemeActive: 'idmFindings.groupByTheme.active',
  groupBySpeakerActive: 'idmFindings.groupBySpeaker.active',
  groupByObjectiveActive: 'idmFindings.groupByObjective.active',
  groupByCitedActive: 'idmFindings.groupByCited.active',
  explainIcons: 'idmFindings.explainIcons',
  revealInTree: 'idmFindings.revealInTree',
  newDraft: 'idmFindings.newDraft',
  openSample: 'idmFindings.openSample',
  takeTour: 'idmFindings.takeTour',
  hideHint: 'idmFindings.hideHint',
  checkDraft: 'idmFindings.checkDraft',
  checkWorkspace: 'idmFindings.checkWorkspace',
  applySafeFixes: 'idmFindings.applySafeFixes',
  copyReport: 'idmFindings.copyReport',
  saveReport: 'idmFindings.saveReport',
  showChanges: 'idmFindings.showChanges',
  openRule: 'idmFindings.openRule',
  explainLinkValidation: 'idmFindings.explainLinkValidation',
  citePassageHere: 'idmFindings.citePassageHere',
  quotePassageHere: 'idmFindings.quotePassageHere',
  restyleDraft: 'idmFindings.restyleDraft',
  showNotRestyled: 'idmFindings.showNotRestyled',
  insertBibliography: 'idmFindings.insertBibliography',
  exportSources: 'idmFindings.exportSources',
  writeSourcesFile: 'idmFindings.writeSourcesFile',
  exportWord: 'idmFindings.exportWord',
  exportWordChanges: 'idmFindings.exportWordChanges',
  copyAs: 'idmFindings.copyAs',
  // On the rows of the tree only, and not in the command palette.
  openRow: 'idmFindings.row.open',
  insertCitationOfRow: 'idmFindings.row.insertCitation',
  insertQuotationOfRow: 'idmFindings.row.insertQuotation',
  insertBlockQuotationOfRow: 'idmFindings.row.insertBlockQuotation',
  copyCitationOfRow: 'idmFindings.row.copyCitation',
  copyTextOfRow: 'idmFindings.row.copyText',
  goToMention: 'idmFindings.row.goToMention',
  // In the context menu of a finding in the report's picture only: the words of its buttons.
  citeInReport: 'idmFindings.report.cite',
  quoteInReport: 'idmFindings.report.quote',
  openInReport: 'idmFindings.report.open',
  // Run by rows of the list after `@`: where several cursors insert, and once VS Code has inserted a citation or a value.
  acceptCompletion: 'idmFindings.completion.accept',
  acceptedCompletion: 'idmFindings.completion.accepted',
  // Run by the link that a citation is.
  followCitation: 'idmFindings.citation.follow',
  continueCompletion: 'idmFindings.completion.continue',
  // Run by the fix of a citation of what does not exist.
  chooseFinding: 'idmFindings.check.chooseFinding',
  // Run by the fix that adds a note to be written.
  writeNote: 'idmFindings.check.writeNote',
  // Run once a fix was made: a step of the tour.
  fixed: 'idmFindings.check.fixed',
} as const;

/** The commands that `registerDraftWork` registers. */
export const commandsOfDraftWork = [
  commands.checkDraft,
  commands.checkWorkspace,
  commands.applySafeFixes,
  commands.copyReport,
  commands.saveReport,
  commands.citeInReport,
  commands.quoteInReport,
  commands.openInReport,
  commands.showChanges,
  commands.findSupport,
  commands.restyleDraft,
  commands.showNotRestyled,
  commands.insertBibliography,
  commands.exportSources,
  commands.writeSourcesFile,
  commands.exportWord,
  commands.exportWordChanges,
  commands.copyAs,
] as const;

export const views = {
  findings: 'idmFindings.findings',
  start: 'idmFindings.start',
} as const;

/** The types of our webviews. */
export const panels = {
  report: 'idmFindings.report',
  source: 'idmFindings.source',
  clipboard: 'idmFindings.clipboard',
} as const;

export const contextKeys = {
  hasDraft: 'idmFindings.hasDraft',
  /** Only once it is known: before that neither key is set. */
  noDraft: 'idmFindings.noDraft',
  tour: 'idmFindings.tour',
  hasCited: 'idmFindings.hasCited',
  hasQuoted: 'idmFindings.hasQuoted',
  hasFixed: 'idmFindings.hasFixed',
  filtered: 'idmFindings.filtered',
  grouping: 'idmFindings.grouping',
  onCitation: 'idmFindings.onCitation',
  canExportWord: 'idmFindings.canExportWord',
} as const;

import assert from 'node:assert/strict';
import { styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { ruleChoices } from '../../../src/domain/rules/complete';

describe('what is offered in front matter', () => {
  /** The front matter with the cursor at `|`, what is offered there, and the word it replaces. */
  const rows: [string, string | undefined, string?][] = [
    ['title: x\n|', 'idm-findings', ''],
    ['title: x\nidm|-f\nlang: fr', 'idm-findings', 'idm-f'],
    ['idm-findings:\n  |', 'style form language accessed authors', ''],
    ['idm-findings: # ours\n  style: un\n  # more\n  fo|', 'form language accessed authors', 'fo'],
    ['idm-findings:\n  style:|', styles.join(' '), ''],
    ['idm-findings:\n  style: ox|c\n', styles.join(' '), 'oxc'],
    ['idm-findings:\n    form: "p|"', 'footnote pandoc inText', 'p'],
    ['"idm-findings": { language: e|', 'en fr es', 'e'],
    ['idm-findings: { style: un, |', 'form language accessed authors', ''],
    ['idm-findings: {style: un, form:|}', 'footnote pandoc inText', ''],
    ['idm-findings: {style: un, accessed: 20|}', '', '20'],
    ['style: |', undefined],
    ['other:\n  style: |', undefined],
    ['other:\n  |', undefined],
    ['idm-findings:\n  style: un\n|', undefined],
    ['idm-findings:\n  style|: un', undefined],
    ['title: |', undefined],
    ['note: |-\n  idm|', undefined],
  ];
  for (const [text, offered, word] of rows) {
    it(`${JSON.stringify(text)}: ${offered ?? 'nothing'}`, () => {
      const at = text.lastIndexOf('|');
      const whole = `---\n${text.slice(0, at)}${text.slice(at + 1)}\n---\nText.\n`;
      const found = ruleChoices(Draft.of(whole, library), at + 4);
      assert.equal(found?.choices.join(' '), offered);
      if (found) assert.equal(whole.slice(found.start, found.end), word);
    });
  }

  it('is nothing elsewhere', () => {
    for (const text of ['idm|', '+++\nidm|\n+++\n', '% idm|', '---\na: b\n---\nidm|']) {
      assert.equal(ruleChoices(Draft.of(text.replace('|', ''), library), text.indexOf('|')), undefined);
    }
  });
});

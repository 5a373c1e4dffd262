// Typing a draft, with nothing of ours asked for: the ground the other runs stand on.
export const title = 'Typing a draft';

const draft = '# Declaration\n\nWe reaffirm our commitment.\n';

export const options = { files: { 'typing.md': draft } };

export const runs = {
  'plain text is left alone, and undone byte for byte': async workbench => {
    await workbench.openFile('typing.md');
    await workbench.setCursor(3, 28);
    await workbench.type(' Write to a@b.org.');
    await workbench.saves('typing.md', '# Declaration\n\nWe reaffirm our commitment. Write to a@b.org.\n');
  },
};

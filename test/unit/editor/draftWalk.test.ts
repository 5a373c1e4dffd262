import assert from 'node:assert/strict';
import { walk } from '../../../src/editor/citations/draftWalk';

const [file, folder, link] = [1, 2, 64];
type Tree = Readonly<Record<string, readonly (readonly [name: string, type: number])[]>>;

/** The drafts of a tree whose folders are known by their last name, and how many folders were read. */
async function found(tree: Tree): Promise<{ files: string[]; odd: string[]; read: number }> {
  let read = 0;
  const { files, odd } = await walk<string>(
    {
      entries: path => {
        read++;
        assert.ok(read < 1000, 'the walk does not end');
        return Promise.resolve(tree[path.slice(path.lastIndexOf('/') + 1)] ?? []);
      },
      within: (path, name) => `${path}/${name}`,
      cancelled: () => false,
    },
    'top',
  );
  return { files: [...files].sort(), odd: [...odd].sort(), read };
}

describe('a walk through folders without a file search', () => {
  it('finds drafts in all folders but those of programs', async () => {
    const tree: Tree = {
      top: [
        ['a.md', file],
        ['notes.txt', file],
        ['sub', folder],
        ['node_modules', folder],
        ['.git', folder],
      ],
      sub: [['b.QMD', file]],
      node_modules: [['c.md', file]],
      '.git': [['d.md', file]],
    };
    assert.deepEqual(await found(tree), { files: ['top/a.md', 'top/sub/b.QMD'], odd: [], read: 2 });
  });

  it('follows no link to a folder, which may lead back: two of them would make 2³² folders', async () => {
    const loops: Tree[string] = [
      ['a.md', file],
      ['one', folder | link],
      ['two', folder | link],
    ];
    assert.deepEqual(await found({ top: loops, one: loops, two: loops }), { files: ['top/a.md'], odd: [], read: 1 });
  });

  it('takes a link to a file for a file, and names what is none', async () => {
    const tree: Tree = {
      top: [
        ['linked.md', file | link],
        ['lost.md', link],
        ['pipe.md', 0],
        ['pipe', 0],
      ],
    };
    assert.deepEqual(await found(tree), { files: ['top/linked.md'], odd: ['top/lost.md', 'top/pipe.md'], read: 1 });
  });

  it('ends where folders are nested without end', async () => {
    const { read } = await found({ top: [['deep', folder]], deep: [['deep', folder]] });
    assert.equal(read, 33);
  });
});

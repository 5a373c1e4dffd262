// Our forms beside those that citeproc produces, where pandoc brings the style: Chicago, author-date, is its default.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibliography, entryText } from '../../src/domain/citation/bibliography';
import { cite } from '../../src/domain/citation/cite';
import { exportSources } from '../../src/domain/citation/exports';
import { locator } from '../../src/domain/citation/noteText';
import { placeOf } from '../../src/domain/citation/locator';
import { library } from '../unit/citation/fixture';

const style = 'chicago-author-date';
const kinds: readonly (readonly [name: string, ids: readonly string[]])[] = [
  ['one conclusion', ['idm2022-1-d2c4']],
  ['several of a day', ['idm2022-1-d2c4', 'idm2022-1-d2c5', 'idm2022-1-d2c6']],
  ['several days', ['idm2022-1-d1c2', 'idm2022-1-d2c4', 'idm2022-1-d2c6']],
  ['a background paragraph', ['idm2022-1-b2']],
];

describe('our Chicago author-date forms beside citeproc’s', () => {
  let folder: string;
  /**
   * The paragraphs that pandoc makes of a draft, its list of sources last, with the style it has when none is named.
   */
  const paragraphs = (draft: string): string[] => {
    const sources = join(folder, 'sources.json');
    writeFileSync(sources, exportSources(library.corpora.slice(0, 1), 'csl-json'));
    const { stdout, stderr, status } = spawnSync(
      'pandoc',
      ['--citeproc', `--bibliography=${sources}`, '--to=plain', '--wrap=none'],
      { input: draft, encoding: 'utf8' },
    );
    assert.deepEqual([status, stderr], [0, '']);
    return stdout.trim().split('\n\n');
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'idm-citeproc-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, ids] of kinds) {
    it(`say the same in the text, with the place as a suffix and as a locator: ${name}`, () => {
      const places = ids.map(id => placeOf(library.resolve(id)!.entry));
      const place = locator({ places, language: 'en' }, style);
      const ours = cite(library, ids, { form: 'inText', style }).text;
      assert.deepEqual(paragraphs(`[@idm2022-1, ${place}]\n\n[@idm2022-1, {${place}}]\n`).slice(0, 2), [ours, ours]);
    });
  }

  it('begin and end the entry of the list alike', () => {
    const theirs = paragraphs('[@idm2022-1]\n').at(-1) ?? '';
    const ours = entryText(bibliography(library, [{ ids: ['idm2022-1-d2c4'] }], style)[0]!);
    const beginning = /^International Organization for Migration\. 2022\. .*: Summary of Conclusions[.”]/u;
    assert.equal(beginning.exec(theirs.replaceAll(/[_“]/gu, ''))?.[0], beginning.exec(ours)?.[0], theirs);
    assert.match(theirs, /\. https:\/\/www\.iom\.int\/\S+\.$/u);
    assert.match(ours, /\. https:\/\/www\.iom\.int\/\S+\.$/u);
  });
});

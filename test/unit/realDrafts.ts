import { readFileSync, readdirSync } from 'node:fs';
import { library } from '../../src/domain/corpus/bundled';
import { Draft } from '../../src/domain/draft/draft';

const folder = 'test/fixtures/drafts';

/**
 * The drafts to edit, each with the offsets where something may be put in: inside a mark, a note's label or a citation
 * a further one makes nonsense of both; a link's definition over several lines our model takes for words; and nothing
 * stands between CR and LF.
 */
export const realDrafts = readdirSync(folder)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => readFileSync(`${folder}/${name}`, 'utf8'))
  .map(text => {
    const draft = Draft.of(text, library);
    const closed = [
      ...draft.blocks.flatMap(block =>
        block.zones
          .filter(({ kind }) => kind === 'citationKey')
          .map(({ start, end }) => ({ start: block.start + start, end: block.start + end })),
      ),
      ...draft.footnoteDefinitions.map(({ start, label }) => ({ start, end: start + label.length + 4 })),
      ...[...text.matchAll(/^\[[^\]\n^][^\]\n]*\]:[ \t]*\n[^\n]*(?:\n[ \t]+['"(][^\n]*)?/gmu)].map(
        ({ 0: words, index }) => ({ start: index, end: index + words.length }),
      ),
      // Whole, it may be the publication of another year's dialogue; parted, it is read as words.
      ...[...text.matchAll(/\(IOM, 2022[^()\n]*\)/gu)].map(({ 0: words, index }) => ({
        start: index,
        end: index + words.length,
      })),
      ...draft.citations().map(({ start, end, group }) => ({ start: group?.start ?? start, end: group?.end ?? end })),
    ];
    const places = Array.from({ length: text.length + 1 }, (_, at) => at).filter(
      at => text[at - 1] !== '\r' && !closed.some(({ start, end }) => start < at && at < end),
    );
    return { text, places };
  });

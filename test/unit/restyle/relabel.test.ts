/**
 * A note's label is renamed wherever it stands, the note cites what the new one says, and nothing else of the draft
 * changes.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { property } from '../../property';
import { check, prepare } from '../../../src/domain/check/check';
import { cite, definitionText } from '../../../src/domain/citation/cite';
import { laterNotesDiffer, languages, styles, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { applied } from '../../../src/domain/text/edits';
import { keptLabel, relabelled } from '../../../src/domain/restyle/relabel';

const tools = prepare(library);
const c1 = 'idm2022-1-d1c1';
const c2 = 'idm2022-1-d1c2';
const rules = { style: 'un', language: 'en' } as const;
const note = (id: string, style: Style = 'un'): string => `[^${id}]: ${definitionText(library, id, { style })}\n`;

function renamed(text: string, label: string, name: string): string {
  const edits = relabelled(Draft.of(text, library), library, label, name, rules);
  return typeof edits === 'string' ? edits : applied(text, edits);
}

describe('a note’s label that is renamed', () => {
  const draft = `First.[^${c1}] Again.[^${c1}] Theirs.[^x]\n\n\`[^${c1}]\`\n\n${note(c1)}[^x]: Theirs.\n`;

  it('is another one at every mark and at the definition, whose words name what it says', () => {
    assert.equal(
      renamed(draft, c1, c2),
      `First.[^${c2}] Again.[^${c2}] Theirs.[^x]\n\n\`[^${c1}]\`\n\n${note(c2)}[^x]: Theirs.\n`,
    );
  });

  it('keeps the note’s words, whatever they are, where it says the same', () => {
    const edited = `First.[^${c1}]\n\n[^${c1}]: See IOM.\n`;
    assert.equal(renamed(edited, c1, `${c1}-2`), `First.[^${c1}-2]\n\n[^${c1}-2]: See IOM.\n`);
    assert.equal(renamed(edited, c1, c1), edited);
  });

  it('may be one that named nothing', () => {
    assert.equal(
      renamed(`First.[^idm2022-1-d9c9]\n\n${note(c2)}`, 'idm2022-1-d9c9', c1),
      `First.[^${c1}]\n\n${note(c2)}`,
    );
  });

  it('stays where the new one names nothing, or a note that is there', () => {
    for (const name of ['panel', '', '^1', 'idm2022-1-d9c9', 'a b', `[^${c2}]`, `${c2}]`, 'x'.repeat(300)])
      assert.equal(renamed(draft, c1, name), 'namesNothing', name);
    assert.equal(renamed(draft + note(c2), c1, c2), 'taken');
    assert.equal(renamed(`${draft}\nMarked only.[^${c2}]\n`, c1, c2), 'taken');
  });

  it('stays where the words cannot follow', () => {
    assert.equal(renamed(`First.[^${c1}]\n\n[^${c1}]: See IOM.\n`, c1, c2), 'edited');
    assert.equal(renamed(`First.[^${c1}]\n\n${note(c1).trimEnd()}\n\n    A second paragraph.\n`, c1, c2), 'edited');
    for (const style of styles.filter(laterNotesDiffer))
      assert.equal(renamed(`First.[^${c1}]\n\n${note(c1, style)}`, c1, c2), 'referred', style);
    assert.equal(renamed(`First.[^${c1}] Next.[^1]\n\n${note(c1)}[^1]: Ibid.\n`, c1, c2), 'referred');
  });

  it('is known to stay before another one is named', () => {
    const kept = (text: string): string | undefined => keptLabel(Draft.of(text, library), library, c1, rules);
    assert.equal(kept(draft), undefined);
    assert.equal(kept(`First.[^${c1}]\n`), undefined);
    assert.equal(kept(`First.[^${c1}]\n\n[^${c1}]: See IOM.\n`), 'edited');
    assert.equal(kept(`First.[^${c1}]\n\n${note(c1, 'oscola')}`), 'referred');
    assert.equal(kept(`First.[^${c1}] Next.[^1]\n\n${note(c1)}[^1]: Ibid.\n`), 'referred');
    const all = library.findings.map(({ id }) => `Words.[^${id}]`).join(' ');
    assert.equal(kept(`${all}\n\n${note(c1)}`), undefined, 'of a draft that cites everything nothing is said before');
  });

  const ids = library.corpora.flatMap(({ findings, passages }) => [...findings, ...passages].map(({ id }) => id));
  property(
    'leaves everything else as it was, and the draft as clean',
    fc.property(
      fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...ids),
      fc.constantFrom(...styles),
      fc.constantFrom(...languages),
      fc.constantFrom('\n', '\r\n'),
      (cited, wanted, style, language, eol) => {
        const each = [...new Set(cited)];
        const marks = each.map(id => `Words.[^${id}]`).join(' More, again. ');
        const notes = each.flatMap(id =>
          cite(library, [id], { style, language }).definitions.map(({ label, text }) => `[^${label}]: ${text}`),
        );
        const text = [marks, '', ...notes, ''].join(eol);
        const before = Draft.of(text, library);
        const [label = ''] = each;
        const edits = relabelled(before, library, label, wanted, { style, language });
        if (typeof edits === 'string') return;
        const now = applied(text, edits);
        const codes = (whole: string): string[] =>
          check(whole, tools, { style, language, form: 'footnote' }).map(({ code }) => code);
        assert.deepEqual(codes(now), codes(text), now);
        assert.deepEqual(
          Draft.of(now, library)
            .citations()
            .map(citation => citation.ids),
          before.citations().map(citation => (citation.label === label ? [wanted] : citation.ids)),
        );
        // Renamed back, the draft is what it was.
        const back = relabelled(Draft.of(now, library), library, wanted, label, { style, language });
        assert.ok(typeof back !== 'string');
        assert.equal(applied(now, back), text);
      },
    ),
  );
});

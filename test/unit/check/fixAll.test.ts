import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { definitionText } from '../../../src/domain/citation/cite';
import { styles } from '../../../src/domain/citation/options';
import { check, prepare } from '../../../src/domain/check/check';
import { safeEdits } from '../../../src/domain/check/fixAll';
import { library } from '../../../src/domain/corpus/bundled';
import { property } from '../../property';

const tools = prepare(library);
const id = (short: string): string => `idm2022-1-${short}`;
const mark = (short: string): string => `[^${id(short)}]`;
const note = (short: string, style: (typeof styles)[number] = 'un'): string => `${mark(short)}: ${definitionText(library, id(short), { style })}`;

/** As an editor applies them: all in the offsets of the text before, those at one place in their order. */
function fixedAll(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: words } of safeEdits(check(text, tools)).toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(start >= at && end >= start, 'edits must not overlap');
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}

describe('what cannot be wrong, fixed all at once', () => {
  it('is done, and nothing else is', () => {
    const comment = '<!-- idm-findings-disable-next-line quote-spans -->';
    const kept = `Speakers said “local authorities could never work alone” ${'[@idm2022-1, day 3, conclusion 3]'}.`;
    assert.equal(
      fixedAll(`${kept}\n\n${comment}\nSo${mark('d1c1')}. And so${mark('d1c2')}, so.${mark('d1c2')}\n\n${note('d1c1', 'apa')}\n${note('d1c1', 'apa')}\n\n${mark('d1c9')} ends.\n`),
      `${kept}\n\nSo.${mark('d1c1')} And so,${mark('d1c2')} so.${mark('d1c2')}\n\n${note('d1c1')}\n${note('d1c2')}\n${mark('d1c9')} ends.\n`,
    );
  });

  const piece = fc.oneof(
    fc.constantFrom('So it is', '.', ',', ' and ', '\n', '\n\n', '\r\n', '- ', '> ', '“', '”', '\n<!-- idm-findings-disable-next-line quote-spans -->\n', '\n<!-- idm-findings-disable-next-line quote-altered form-mixed -->\n', '<!-- idm-findings-disable-next-line quote-spans -->',
      mark('d1c1'), mark('d1c2'), mark('d3c3'), '[^1]', '\n[^1]: x\n'),
    fc.tuple(fc.constantFrom('d1c1', 'd1c2', 'd3c3'), fc.constantFrom(...styles)).map(([short, style]) => `\n${note(short, style)}\n`),
    fc.constantFrom('d1c1', 'd1c2').map(short => `\n${note(short)}`),
  );
  let changed = 0;
  property('fix all leaves nothing more to do, and no fewer words', fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
    const text = pieces.join('');
    const once = fixedAll(text);
    if (once !== text) changed++;
    assert.equal(fixedAll(once), once, text);
    assert.equal(once.split('So it is').length, text.split('So it is').length, text);
  }), { runs: 500 });

  it('had drafts to change', () => {
    assert.ok(changed > 200, `${changed} drafts changed`);
  });
});

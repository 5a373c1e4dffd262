/** "Fix all" changes nothing a reader sees but our citations, on real drafts and on any text, and once is enough. */
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { property } from '../../property';
import { definitionText } from '../../../src/domain/citation/cite';
import { library } from '../../../src/domain/corpus/bundled';
import { realDrafts } from '../realDrafts';
import { withoutOurs } from '../rendered';
import { fixedAll } from './fixedAll';

/** What a reader sees, but for comments. */
const seen = (text: string): string =>
  withoutOurs(text)
    .replace(/<!--(?:-?>|.*?-->)/gu, '')
    .replace(/<p><\/p>/gu, '');

const id = (short: string): string => `idm2022-1-${short}`;
const note = (short: string, style: 'un' | 'apa' | 'oscola' = 'un'): string =>
  `[^${id(short)}]: ${definitionText(library, id(short), { style })}`;
const wrong = fc.constantFrom(
  `[^${id('d1c1')}]`,
  ` [^${id('d1c2')}]`,
  `[^${id('d1c1')}][^${id('d1c2')}]`,
  `\n\n${note('d1c1')}\n\n`,
  `\n\n${note('d1c1', 'apa')}\n${note('d1c1')}\n\n`,
  `\n\n${note('d1c2')} And more.\n\n`,
  '\n<!-- idm-findings-disable-next-line quote-spans -->\n',
  '\n\n<!-- idm-findings-disable-next-line quote-altered form-mixed -->\n\n',
);

describe('fix all', () => {
  let changed = 0;
  const places = fc
    .constantFrom(...realDrafts)
    .chain(({ text, places: where }) =>
      fc.tuple(fc.constant(text), fc.array(fc.tuple(fc.constantFrom(...where), wrong), { minLength: 1, maxLength: 4 })),
    );
  property(
    'fix all changes nothing else in real drafts, and leaves nothing more to do',
    fc.property(places, ([text, put]) => {
      const draft = put
        .toSorted(([a], [b]) => b - a)
        .reduce((made, [at, words]) => made.slice(0, at) + words + made.slice(at), text);
      const once = fixedAll(draft);
      if (once !== draft) changed++;
      assert.equal(fixedAll(once), once, JSON.stringify(draft));
      assert.equal(seen(once), seen(draft), `${JSON.stringify(draft)} became ${JSON.stringify(once)}`);
    }),
    { runs: 400 },
  );

  it('had drafts to change', () => assert.ok(changed > 100, `${changed} drafts changed`));
});

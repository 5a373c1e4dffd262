// A pandoc citation at any place of a draft as it goes to Word: only our citations are written otherwise, and the list
// of sources comes.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cite } from '../../../src/domain/citation/cite';
import { languages, styles } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { writtenOut } from '../../../src/domain/handover/writtenOut';
import { property } from '../../property';
import { realDrafts } from '../realDrafts';
import { withoutOurs } from '../rendered';

const id = 'idm2022-1-d3c8';
const list = /(?:<h[1-6]>(?:Sources|Fuentes)<\/h[1-6]>)?<!--idm-findings-sources-->[^]*?<!--\/idm-findings-sources-->/u;
const seen = (text: string): string => withoutOurs(text).replace(list, '');
/** Some readers take a note right below another line for more of its row, quotation or item, until the list parts them. */
const below = /\n(?!\[\^[^\]\n]+\]:)[^\n]*\S[^\n]*\n\[\^[^\]\n]+\]:/u;
/** Those without words around a citation of ours, which stand around what is written. */
const drafts = realDrafts.filter(
  ({ text }) => !/\[[^[\]@]*[^[\]@-][^[\]@]*@idm|@idm2022-1[^\]]*(?:;|that|see|emphasis)/u.test(text),
);

describe('a draft as it goes to Word, with a citation anywhere', () => {
  let written = 0;
  const place = fc
    .constantFrom(...drafts)
    .chain(({ text, places }) => fc.tuple(fc.constant(text), fc.constantFrom(...places)));
  property(
    'writing citations out changes nothing else of a draft',
    fc.property(
      place,
      fc.constantFrom(...styles),
      fc.constantFrom(...languages),
      fc.constantFrom('', ' '),
      ([text, at], style, language, blank) => {
        const { text: citation } = cite(library, [id], { form: 'pandoc', style, language });
        const draft = text.slice(0, at) + blank + citation + text.slice(at);
        const made = writtenOut(Draft.of(draft, library), library, { style, language });
        // Behind `[words]` a citation keeps that from being a link for some readers, though not for pandoc.
        if (made === draft || below.test(draft) || (blank === '' && text[at - 1] === ']')) return;
        written++;
        assert.equal(seen(made), seen(draft), `${JSON.stringify(draft)} became ${JSON.stringify(made)}`);
      },
    ),
    { runs: 200 },
  );

  it('was written otherwise in most', () => assert.ok(written > 100, `${written} drafts written out`));
});

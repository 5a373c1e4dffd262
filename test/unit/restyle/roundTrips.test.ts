/** A draft in one form and style comes back byte for byte from any other. */
import { strict as assert } from 'node:assert';
import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { cite } from '../../../src/domain/citation/cite';
import { forms, styles, type Form, type Style } from '../../../src/domain/citation/options';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { planInsertion } from '../../../src/domain/insert/plan';
import { applied } from '../../../src/domain/text/edits';
import { restyle } from '../../../src/domain/restyle/restyle';
import { draftRules } from '../../../src/domain/rules/draftRules';
import { property } from '../../property';

const folder = 'test/fixtures/drafts';
const drafts = readdirSync(folder)
  .filter(name => name.endsWith('.md') && name !== 'README.md')
  .map(name => [name, readFileSync(`${folder}/${name}`, 'utf8')] as const);

const rulesOf = (text: string): { form: Form; style: Style; language: 'en' | 'fr' | 'es' } =>
  draftRules(Draft.of(text, library), { form: 'footnote', style: 'un', language: 'auto' });
const isOne = (text: string): boolean => restyle(library, text, rulesOf(text)).text === text;

describe('restyling there and back, for the drafts there are', () => {
  const whole = drafts.filter(([, text]) => isOne(text));

  it('has drafts to try', () => assert.ok(whole.length >= 60, `${whole.length} drafts are in one form and style`));

  for (const [name, text] of whole) {
    it(`restores ${name} from every form and style`, () => {
      const own = rulesOf(text);
      for (const form of forms) {
        for (const style of styles) {
          const there = restyle(library, text, { form, style, language: own.language });
          assert.equal(restyle(library, there.text, own).text, text, `${form}, ${style}: ${there.text}`);
        }
      }
    });
  }

  const style = fc.constantFrom(...styles);
  const form = fc.constantFrom(...forms);
  const id = fc.constantFrom(
    ...library.findings.map(each => each.id),
    ...library.passages.map(each => each.id),
    'idm2022-1',
  );
  property(
    'restores a draft with more citations from any form and style',
    fc.property(
      fc.constantFrom(...drafts),
      form,
      style,
      form,
      style,
      fc.array(fc.tuple(fc.array(id, { minLength: 1, maxLength: 2 }), fc.double({ min: 0, max: 1, noNaN: true })), {
        maxLength: 3,
      }),
      ([, text], own, ownStyle, other, otherStyle, added) => {
        let draft = text;
        for (const [ids, place] of added) {
          const at = Math.floor(place * draft.length);
          const plan = planInsertion(Draft.of(draft, library), library, [{ start: at, end: at }], {
            ids,
            kind: 'citation',
            ...rulesOf(draft),
          });
          draft = applied(draft, plan.edits);
        }
        const { language } = rulesOf(draft);
        const first = restyle(library, draft, { form: own, style: ownStyle, language }).text;
        const now = rulesOf(first);
        // A mark before punctuation is a fault in English: it comes back behind it. A bracket behind the stop comes back
        // before it.
        if (!isOne(first) || /\[\^idm[^\]]*\][.,;:!?…]|[.,;:!?…] ?(?:\[@idm|\((?:IOM|OIM|Int|Org))/u.test(first))
          return;
        const there = restyle(library, first, { form: other, style: otherStyle, language: now.language }).text;
        assert.equal(restyle(library, there, now).text, first, there);
      },
    ),
    { runs: 300 },
  );

  it('holds no place where only a note under a label of the drafter’s comes back under another', () => {
    const note = (place: string, label: string): string =>
      `[^${label}]: ${cite(library, [`idm2022-1-${place}`], { form: 'footnote', style: 'iom' }).definitions[0]!.text}\n`;
    const ours = note('d2c4', 'idm2022-1-d2c4') + note('d3c5', 'idm2022-1-d3c5');
    const draft = `A.[^idm2022-1-d2c4] B.[^2] C.[^x] D.[^idm2022-1-d3c5]\n\n${note('d2c2', '2')}[^x]: Other.\n${ours}`;
    const { text } = restyle(library, draft, { form: 'inText', style: 'iom' });
    assert.match(text, /B \(IOM, 2022, day 2, second conclusion\)\. C\.\[\^x\]/u);
    assert.equal(text.split('[^x]: ')[1], 'Other.\n');
  });

  it('holds the place of notes that would come back elsewhere, and of no others', () => {
    const {
      definitions: [definition],
    } = cite(library, ['idm2022-1-d2c4'], { form: 'footnote' });
    const note = `[^${definition!.label}]: ${definition!.text}`;
    const to = (text: string, target: Form): string => restyle(library, text, { form: target, style: 'un' }).text;
    const amid = `A.[^idm2022-1-d2c4]\n\n${note}\n\nB.\n`;
    assert.equal(
      to(amid, 'pandoc'),
      'A [@idm2022-1, day 2, conclusion 4].\n\n<!-- idm-findings-note idm2022-1-d2c4 -->\n\nB.\n',
    );
    assert.equal(to(to(amid, 'pandoc'), 'footnote'), amid);
    assert.equal(to(`A.[^idm2022-1-d2c4]\n\n${note}\n`, 'pandoc'), 'A [@idm2022-1, day 2, conclusion 4].\n');
    assert.equal(
      restyle(library, amid, { form: 'inText', style: 'un', oneWay: true }).text,
      'A (IOM, 2022, day 2, fourth conclusion).\n\nB.\n',
    );
  });
});

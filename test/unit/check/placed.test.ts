/** The labelled set in drafts: each quotation in a place and with a citation that a drafter could give it. */
import { strict as assert } from 'node:assert';
import { cite } from '../../../src/domain/citation/cite';
import type { Language } from '../../../src/domain/corpus/types';
import { library } from '../../../src/domain/corpus/bundled';
import { Checker } from '../../../src/domain/check/checker';
import { prepare } from '../../../src/domain/check/check';
import { reportOf } from '../../../src/domain/check/report';
import { Draft } from '../../../src/domain/draft/draft';
import { alteredKinds } from './altered';
import { honestKinds } from './honest';
import { Random, samples, type Sample } from './quotations';

const tools = prepare(library);

interface Cited {
  readonly mark: string;
  readonly note: string;
}

function cited(random: Random, id: string, language: Language): Cited {
  const note = cite(library, [id], { form: 'footnote', language });
  return random.pick<() => Cited>([
    () => ({ mark: note.text, note: `\n\n[^${id}]: ${note.definitions[0]!.text}` }),
    () => ({ mark: ` ${cite(library, [id], { form: 'pandoc', language }).text}`, note: '' }),
    () => ({ mark: ` ${cite(library, [id], { form: 'inText', language }).text}`, note: '' }),
    () => ({ mark: ` [@smith2020, p. 3; @${id}]`, note: '' }),
    () => ({ mark: ` [see @${id}; @smith2020, pp. 3-4]`, note: '' }),
    () => ({ mark: `[^7]${note.text}`, note: `\n\n[^7]: Smith, 2020.\n[^${id}]: ${note.definitions[0]!.text}` }),
  ])();
}

/** A draft with the quotation in it, and the place. */
function draft(random: Random, quote: string, id: string): string {
  const language = random.pick<Language>(['en', 'en', 'fr', 'es']);
  const front = language === 'en' ? '' : `---\nlang: ${language}\n---\n\n`;
  const { mark, note } = cited(random, id, language);
  const lines = quote.replace(/\r?\n(?!> )/g, '\n> ');
  const inMarks = random.pick(
    language === 'en' ? [`“${quote}”`, `"${quote}"`] : [`«\u00a0${quote}\u00a0»`, `«${quote}»`, `“${quote}”`],
  );
  const inLine = quote.includes('\n> ')
    ? []
    : [
        `The point: ${inMarks}${language === 'en' ? `.${mark}` : `${mark}.`} And so on.`,
        `- One.\n- *Recalling* ${inMarks}${mark}`,
        `@${id} has ${inMarks}, it is said.`,
        `| a | b |\n|---|---|\n| ${quote.includes('\n') ? 'x' : inMarks}${mark} | b |`,
        `## On ${quote.includes('\n') ? 'x' : inMarks}${mark}`,
      ].filter(text => text.includes(quote));
  return `${front}${random.pick([
    ...inLine,
    ...inLine,
    `> ${lines}${mark}`,
    `> ${lines}\n>\n> — IOM, 2022${mark}`,
    `> ${lines}\n> — IOM${mark}`,
    `As was said:${mark}\n\n> ${lines}\n`,
  ])}\n\nMore.${note}\n`;
}

/** The verdicts and the codes about quotations, as `exact;` or `altered; quote-altered warning`. */
function told(text: string): string {
  const checker = new Checker(Draft.of(text, library), tools);
  const language = (checker.draft.language ?? 'en') as Language;
  const { quotations } = reportOf(library, checker.analysed(language));
  const problems = checker
    .check({ style: 'un', form: 'footnote', language })
    .filter(each => each.code.startsWith('quote-'));
  return `${quotations
    .filter(each => each.claimed)
    .map(each => each.verdict.kind)
    .join()}; ${problems.map(each => `${each.code} ${each.severity}`).join()}`.trim();
}

describe('the labelled set, placed in drafts', () => {
  const random = new Random(20220301);
  const place = (list: readonly Sample[]) =>
    list.map(sample => ({ sample, text: draft(random, sample.quote, sample.cited) }));
  const list = (wrong: readonly { readonly sample: Sample; readonly text: string }[]): string =>
    wrong.map(({ sample, text }) => `${sample.kind}: ${told(text)}\n${text}`).join('\n\n');

  it('flags no honest one', () => {
    const placed = place(samples(honestKinds, library.findings, 14, 20220304));
    assert.ok(placed.length >= 300, `${placed.length}`);
    assert.equal(list(placed.filter(({ text }) => told(text) !== 'exact;')), '');
  });

  it('flags every altered one', () => {
    const placed = place(samples(alteredKinds, library.findings, 14, 20220305));
    assert.ok(placed.length >= 300, `${placed.length}`);
    // Brackets of the drafter's are information where they carry no negation.
    assert.equal(
      list(
        placed.filter(
          ({ text }) =>
            !/^(?:altered|otherFinding|spans|unknown|exact); .*quote-(?:\S+ warning|bracket information)/.test(
              told(text),
            ),
        ),
      ),
      '',
    );
  });
});

/**
 * Quotations beside a citation of ours: which are held against the source, by how they are introduced and where they
 * stand.
 */
import { strict as assert } from 'node:assert';
import { definitionText } from '../../../src/domain/citation/cite';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);
const quotes = (text: string): string[] =>
  check(text, tools)
    .filter(({ code }) => code.startsWith('quote-'))
    .map(({ code }) => code);
const cite = '[@idm2022-1, day 1, conclusion 4]';
const nobody = '“every border shall be open by the spring of next year”';
const altered = '“it was noted that local authorities could hardly work alone”';

describe('words beside a citation', () => {
  const ours: readonly string[] = [
    `We recall ${nobody} ${cite}.`,
    `The summary of conclusions declares that ${nobody}, and that is good news for us all ${cite}.`,
    `Participants said ${nobody}, as our delegation remembers very well ${cite}.`,
    `The Dialogue put it in one line, ${nobody} ${cite}.`,
    `${nobody}, according to the summary of conclusions ${cite}.`,
    `${nobody}, the speakers concluded ${cite}.`,
    `They agreed that ${nobody} ${cite}.`,
    `${nobody} and “no papers shall be asked of anyone at all” ${cite}.`,
    `@idm2022-1 [day 1, conclusion 4] says that ${nobody}.`,
    `The summary, adopted in Geneva, says that ${nobody}, which pleases all of us here ${cite}.`,
  ];
  for (const text of ours) it(`are the source's: ${text}`, () => assert.ok(quotes(text).includes('quote-unknown')));

  const theirs: readonly string[] = [
    `As one mother put it, ${nobody} ${cite}.`,
    `In the words of a volunteer, ${nobody} ${cite}.`,
    `The Minister told Parliament: ${nobody} ${cite}.`,
    `${nobody}, a survivor told our staff ${cite}.`,
    `${nobody} (woman, 27), as we heard in Agadez, where speakers had gone ${cite}.`,
    `Pope Francis's ${nobody} comes to mind ${cite}.`,
    `Under the motto ${nobody}, our network met ${cite}.`,
    `The report ${nobody.replace('every', 'Every')} ${cite}.`,
    `The theme of the workshop, ${nobody.replace('every', 'Every')}, was chosen by us ${cite}.`,
    `We like to say ${nobody}, and there was consensus among speakers on regular pathways ${cite}.`,
  ];
  for (const text of theirs) it(`are somebody else's: ${text}`, () => assert.deepEqual(quotes(text), []));

  it('are the source’s, whoever is named, where they are much like its own', () => {
    for (const text of [
      `As one mother put it, ${altered} [@idm2022-1, day 3, conclusion 3].`,
      `${altered} was the motto of the meeting that our cities held last year [@idm2022-1, day 3, conclusion 3].`,
    ]) {
      assert.deepEqual(quotes(text), ['quote-altered'], text);
    }
  });

  it('may be a heading, misquoted', () => {
    assert.deepEqual(
      quotes(
        'The theme is “The need to build inclusive communities and expand social protections to empower migrants” [@idm2022-1].',
      ),
      ['quote-altered'],
    );
  });
});

describe('words in a table, and in a note of ours', () => {
  const row = (...cells: string[]): string => `| a | b | c |\n|---|---|---|\n| ${cells.join(' | ')} |\n`;
  const place = '[@idm2022-1, day 3, conclusion 3]';
  it('belong to the one citation of their row', () => {
    assert.deepEqual(quotes(row('Cities', altered, place)), ['quote-altered']);
    assert.deepEqual(quotes(row(`${place}:`, altered, '')), ['quote-altered']);
    assert.deepEqual(quotes(row('Cities', '“it was noted that local authorities could not work alone”', place)), []);
    assert.deepEqual(quotes(row('Cities', nobody, place)), ['quote-unknown']);
  });
  it('beside other words may be anybody’s', () => {
    assert.deepEqual(quotes(row('Cities', `our mayor: ${nobody}`, place)), []);
    assert.deepEqual(quotes(row('Cities', nobody, `${place} and our mayor`)), []);
  });
  it('are the note’s where a drafter added them to it', () => {
    const note = definitionText(library, 'idm2022-1-d3c3');
    assert.deepEqual(quotes(`So.[^idm2022-1-d3c3]\n\n[^idm2022-1-d3c3]: ${note} It says: ${altered}.\n`), [
      'quote-altered',
    ]);
    assert.deepEqual(quotes(`So.[^idm2022-1-d3c3]\n\n[^idm2022-1-d3c3]: ${note} Our mayor says ${nobody}.\n`), []);
  });
});

describe('words beside a citation, in French and Spanish', () => {
  const quoted = '« every border shall be open by next spring »';
  const citado = '«every border shall be open by next spring»';
  const codes = (text: string, language: 'fr' | 'es'): string[] =>
    check(text, tools, { style: 'un', form: 'footnote', language })
      .filter(({ code }) => code.startsWith('quote-'))
      .map(({ code }) => code);
  const rows: readonly (readonly ['fr' | 'es', 'source' | 'other', string])[] = [
    ['fr', 'source', `Le résumé des conclusions affirme que ${quoted} ${cite}.`],
    ['fr', 'source', `Les participants ont déclaré : ${quoted} ${cite}.`],
    ['fr', 'source', `Selon le Dialogue, ${quoted} ${cite}.`],
    ['fr', 'source', `Nous rappelons ${quoted} ${cite}.`],
    ['fr', 'source', `${quoted}, selon le résumé ${cite}.`],
    ['fr', 'source', `Ils ont dit que ${quoted} ${cite}.`],
    ['fr', 'other', `Comme l’a dit une mère, ${quoted} ${cite}.`],
    ['fr', 'other', `Selon une bénévole de Calais, ${quoted} ${cite}.`],
    ['fr', 'other', `Un pêcheur raconte : ${quoted} ${cite}.`],
    ['fr', 'other', `${quoted}, nous a confié une mère ${cite}.`],
    ['fr', 'other', `Notre campagne, sous le slogan ${quoted}, répond à ce constat ${cite}.`],
    ['fr', 'other', `Le rapport intitulé « Every border shall be open by next spring » en parle aussi ${cite}.`],
    ['es', 'source', `El resumen de las conclusiones afirma que ${citado} ${cite}.`],
    ['es', 'source', `Según los participantes, ${citado} ${cite}.`],
    ['es', 'source', `Se señaló que ${citado} ${cite}.`],
    ['es', 'source', `Señaló que ${citado} ${cite}.`],
    ['es', 'source', `${citado}, según el resumen ${cite}.`],
    ['es', 'other', `Como dijo una madre, ${citado} ${cite}.`],
    ['es', 'other', `Según una voluntaria de Ceuta, ${citado} ${cite}.`],
    ['es', 'other', `${citado}, nos contó una madre ${cite}.`],
    ['es', 'other', `La campaña, bajo el lema ${citado}, responde a ello ${cite}.`],
    ['es', 'other', `El informe titulado «Every border shall be open by next spring» también lo trata ${cite}.`],
  ];
  for (const [language, whose, text] of rows) {
    it(`are ${whose === 'source' ? 'the source’s' : 'somebody else’s'}: ${text}`, () =>
      assert.equal(codes(text, language).includes('quote-unknown'), whose === 'source'));
  }

  // The document is out in French and Spanish, too: what is quoted from there cannot be compared.
  const inOwnLanguage: readonly (readonly ['fr' | 'es', string])[] = [
    ['fr', `Le résumé des conclusions affirme que « les autorités locales ne peuvent agir seules » ${cite}.`],
    ['fr', `« Toute frontière sera ouverte avant le printemps prochain », selon le résumé ${cite}.`],
    ['es', `Según los participantes, «las autoridades locales no podían trabajar solas» ${cite}.`],
    ['es', `El resumen dice: «toda frontera quedará abierta antes de la próxima primavera» ${cite}.`],
  ];
  for (const [language, text] of inOwnLanguage)
    it(`are not compared in the draft’s language: ${text}`, () => assert.deepEqual(codes(text, language), []));
  it('are compared in English, whatever the draft’s language', () =>
    assert.deepEqual(codes(`El resumen dice: «every border shall be open by next spring» ${cite}.`, 'es'), [
      'quote-unknown',
    ]));
});

/**
 * What the source's sentences say, put into many shapes of sentence: with the source's speaker nothing is reported,
 * whoever else the sentence speaks of; with States in the speaker's place it is. So a shape that is mended for one
 * sentence is mended for all.
 */
import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';

const tools = prepare(library);

/** Place, speaker, verb in the past, its base, gerund and participle, and what was said. */
const said: readonly (readonly [string, string, string, string, string, string, string])[] = [
  [
    '1.1',
    'participants',
    'highlighted',
    'highlight',
    'highlighting',
    'highlighted',
    'that solving cases of missing persons required transnational mechanisms',
  ],
  [
    '1.1',
    'some speakers',
    'called for',
    'call for',
    'calling for',
    'called for',
    'the establishment of a high-level panel on deaths in transit',
  ],
  [
    '1.3',
    'participants',
    'drew attention to',
    'draw attention to',
    'drawing attention to',
    'drawn attention to',
    'the need for better data collection to enable identification of dead and missing migrants',
  ],
  [
    '1.5',
    'participants',
    'emphasized',
    'emphasize',
    'emphasizing',
    'emphasized',
    'that data on trafficking in persons were still limited',
  ],
  [
    '2.1',
    'speakers',
    'called for',
    'call for',
    'calling for',
    'called for',
    'people on the move to have the right to a legal identity',
  ],
  [
    '2.2',
    'participants',
    'underlined',
    'underline',
    'underlining',
    'underlined',
    'that many States still lacked robust and inclusive civil registration systems',
  ],
  [
    '2.3',
    'speakers',
    'highlighted',
    'highlight',
    'highlighting',
    'highlighted',
    'the need for countries to improve national civil registration',
  ],
  [
    '2.4',
    'speakers',
    'insisted on',
    'insist on',
    'insisting on',
    'insisted on',
    'the fact that increasing access to services boosted predictability',
  ],
  [
    '2.6',
    'speakers',
    'mentioned',
    'mention',
    'mentioning',
    'mentioned',
    'efforts to reach migrants and refugees in conflict situations through the COVAX Facility',
  ],
  [
    '2.7',
    'panelists',
    'called for',
    'call for',
    'calling for',
    'called for',
    'coherence with ongoing political and policy processes',
  ],
  [
    '2.8',
    'participants',
    'expressed commitment to',
    'express commitment to',
    'expressing commitment to',
    'expressed commitment to',
    'the achievement of universal health coverage',
  ],
  [
    '2.9',
    'participants',
    'called for',
    'call for',
    'calling for',
    'called for',
    'better protection for migrants from racism and xenophobia',
  ],
  [
    '3.6',
    'speakers',
    'pointed out',
    'point out',
    'pointing out',
    'pointed out',
    'that countries of origin were facing issues related to legal pathways for mobility',
  ],
  [
    '3.8',
    'speakers',
    'reported on',
    'report on',
    'reporting on',
    'reported on',
    'progress on upskilling young men and women',
  ],
];

/** S, s: the speaker, with a capital or without; v, b, g, p: the verb's forms; o: what was said; c: the citation. */
const shapes: readonly string[] = [
  '{S} {v} {o} {c}.',
  'At the Dialogue, {s} {v} {o} {c}.',
  '{S} at the Dialogue {v} {o} {c}.',
  'We thank {s}, who {v} {o} {c}.',
  '{S}, during the three days of the session, {v} {o} {c}.',
  '{S} – in different words, and not only once – {v} {o} {c}.',
  '{S} (and this has been forgotten) {v} {o} {c}.',
  '*Recalling* that {s} {v} {o} {c},',
  'We urge the Council to recall that {s} {v} {o} {c}.',
  'It was {s} who {v} {o} {c}.',
  'It was {s} that {v} {o} {c}.',
  'When {s} {v} {o} {c}, nobody objected.',
  '{c}: {s} {v} {o}.',
  'According to the summary {c}, {s} {v} {o}.',
  '- **Key point.** {S} {v} {o} {c}.',
  'At the session, {s}:\n\n- {v} {o} {c};\n- went home.',
  '{S}\n\n1. met online;\n2. {v} {o} {c}.',
  '| Who | Said | Where |\n|---|---|---|\n| {S} | {v} {o} | {c} |',
  '{S} did not mince their words. They {v} {o} {c}.',
  'Having {p} {o} {c}, {s} closed the session.',
  '{G} {o} {c}, {s} closed the Dialogue.',
  '{S} {c} {v} {o}.',
  'In 2022 {s}, gathered online, {v} {o} {c}.',
  'What {s} {v} was {o} {c}.',
  '<p>{S} {v} {o} {c}.</p>',
  '## {S} {v} {o} {c}',
  '**{S}** {v} {o} {c}.',
  'Did you know that {s} {v} {o} {c}?',
];

/** N: others, of whom the sentence speaks as well. */
const among: readonly string[] = [
  '{N} listened when {s} {v} {o} {c}.',
  '{N} were told that {s} {v} {o} {c}.',
  '{N} welcomed the summary, according to which {s} {v} {o} {c}.',
  '{N} agree: {s} {v} {o} {c}.',
  '{N} may wish to note that {s} {v} {o} {c}.',
  '{N} noted our paper, in which we recall that {s} {v} {o} {c}.',
  '{S} {v} {o} {c}, and {n} have acted on it.',
  '{S} {v} {o} {c}; {n} called for more.',
  'The finding that {s} {v} {o} {c} was new to {n}.',
  'As {n} prepare for 2026, we recall that {s} {v} {o} {c}.',
  'With {n} in the room, {s} {v} {o} {c}.',
  'Like {n}, {s} {v} {o} {c}.',
  'Addressing {n}, {s} {v} {o} {c}.',
  'What {n} did not say, {s} did: they {v} {o} {c}.',
  'We ask {n} to:\n\n- recall that {s} {v} {o} {c};\n- act on it.',
  'In 2024 {n} called for a fund. At the Dialogue of 2022, {s} {v} {o} {c}.',
  '| Party | Commitment | Basis in the Dialogue |\n|---|---|---|\n| {N} | to report each year | {s} {v} {o} {c} |',
  'Recalling that {s} {v} {o} {c}, {n} decided in 2024 to act.',
  'Emphasizing that {s} {v} {o} {c}, {n} left the Dialogue with a task.',
  '{N} were reminded at the session that {s} {v} {o} {c}.',
  'It was not {n} but {s} who {v} {o} {c}.',
  'It was {s}, not {n}, who {v} {o} {c}.',
  '{S}, none of whom spoke for {n}, {v} {o} {c}.',
  'Many {n} took the floor on the first day, and it was a long one. On the second, {s} {v} {o} {c}.',
];
const others = [
  'Member States',
  'Governments',
  'the European Union',
  'NGOs',
  'the Ministers',
  'Mexico',
  'the Mayors Migration Council',
  'UNHCR',
  'delegations',
];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function written(
  shape: string,
  [place, speaker, v, b, g, p, o]: (typeof said)[number],
  { s = speaker, n = '' } = {},
): string {
  const [day, conclusion] = place.split('.');
  const words: Readonly<Record<string, string>> = {
    S: capital(s),
    s,
    v,
    b,
    g,
    G: capital(g),
    p,
    o,
    n,
    N: capital(n),
    c: `[@idm2022-1, day ${day}, conclusion ${conclusion}]`,
  };
  return shape.replace(/\{(\w)\}/g, (_, key: string) => words[key]!);
}

const reported = (text: string): string[] =>
  check(text, tools)
    .filter(({ code }) => code.startsWith('attribution-'))
    .map(({ start, end }) => text.slice(start, end));

describe('what the source says, in many shapes of sentence', () => {
  it('is nothing to report where the source’s speaker says it', () => {
    assert.deepEqual(
      shapes.flatMap(shape => said.map(each => written(shape, each))).filter(text => reported(text).length > 0),
      [],
    );
  });

  it('is reported where States say it', () => {
    assert.deepEqual(
      shapes
        .flatMap(shape => said.map(each => written(shape, each, { s: 'Member States' })))
        .filter(text => reported(text).length === 0),
      [],
    );
  });

  it('is nothing to report beside others of whom the sentence speaks', () => {
    const texts = among.flatMap((shape, at) =>
      others.flatMap((n, index) =>
        [0, 5].map(more => written(shape, said[(at * 7 + index * 5 + more) % said.length]!, { n })),
      ),
    );
    assert.deepEqual(
      texts.filter(text => reported(text).length > 0).map(text => `${text} → ${reported(text).join()}`),
      [],
    );
  });
});

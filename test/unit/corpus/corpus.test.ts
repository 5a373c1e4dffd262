import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import committed from '../../../data/idm2022-1/corpus.json';
import description from '../../../data/idm2022-1/document.json';
import labels from '../../../data/idm2022-1/labels.json';
import { library } from '../../../src/domain/corpus/bundled';
import { parseSummary } from '../../../src/domain/corpus/parse';

const bytes = readFileSync('data/idm2022-1/source.txt');
const source = bytes.toString('utf8');
const { corpus, segments } = parseSummary(source, description, labels);
const joined = (start: number, end: number) => source.slice(start, end).replace(/\s+/gu, ' ');
const everything = [...corpus.findings, ...corpus.passages];

describe('the corpus of IDM 2022, first session', () => {
  it('comes from the source document, byte for byte', () => {
    assert.equal(
      createHash('sha256').update(bytes).digest('hex'),
      '7d76636d7519434ac234664ffd63f32da04ba4529bce4c4a0fefa3a37b2c004a',
    );
    assert.equal(corpus.document.sha256, '7d76636d7519434ac234664ffd63f32da04ba4529bce4c4a0fefa3a37b2c004a');
  });

  it('is committed as the source yields it', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(corpus)), committed);
  });

  it('has 26 findings on three days under six themes', () => {
    const counted = corpus.themes.map(theme => [
      theme.day,
      theme.ordinal,
      corpus.findings.filter(finding => finding.day === theme.day && finding.theme.ordinal === theme.ordinal).length,
    ]);
    assert.deepEqual(counted, [
      [1, 1, 6],
      [2, 1, 3],
      [2, 2, 6],
      [2, 3, 3],
      [3, 1, 4],
      [3, 2, 4],
    ]);
    assert.deepEqual(
      corpus.findings
        .filter(finding => finding.day === 2)
        .map(finding => finding.id)
        .slice(7, 10),
      ['idm2022-1-d2c8', 'idm2022-1-d2c9', 'idm2022-1-d2c10'],
    );
    assert.deepEqual(
      corpus.days.map(day => `${day.number} ${day.title}`),
      [
        '1 Reducing risks and vulnerabilities for migrants',
        '2 Facilitating regular migration',
        "3 Advancing migrants' socioeconomic inclusion and empowerment",
      ],
    );
    assert.deepEqual(
      corpus.panels.map(panel => `${panel.day}.${panel.ordinal}`),
      ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1', '3.2'],
    );
  });

  it('loses and doubles nothing: each non-blank character stands in exactly one segment', () => {
    const seen = new Uint8Array(source.length);
    for (const { start, end } of segments) for (let at = start; at < end; at += 1) seen[at]! += 1;
    const wrong = [...seen.keys()].filter(at => (/\S/u.test(source[at]!) ? seen[at] !== 1 : seen[at]! > 1));
    assert.deepEqual(
      wrong.map(at => [at, source[at]]),
      [],
    );
  });

  it('has every finding, passage and sentence verbatim at its offsets', () => {
    for (const span of [
      ...everything,
      ...everything.flatMap(entry => entry.sentences),
      ...corpus.days,
      ...corpus.themes,
      ...corpus.panels,
    ]) {
      assert.equal(span.text, joined(span.start, span.end));
    }
  });

  it('splits each finding into sentences that make it up again', () => {
    for (const entry of everything) assert.equal(entry.sentences.map(sentence => sentence.text).join(' '), entry.text);
    assert.equal(corpus.findings.flatMap(finding => finding.sentences).length, 55);
  });

  it('reads conclusions that lost their bullet mark or are broken by a page break', () => {
    const starts = (id: string) => library.resolve(`idm2022-1-${id}`)!.entry.text;
    assert.match(
      starts('d2c8'),
      /^Participants expressed commitment .* The COVID-19 pandemic had reiterated the need .* future disasters\.$/u,
    );
    assert.match(starts('d2c9'), /^Participants called for better protection for migrants from racism/u);
    assert.match(starts('d3c3'), /as well with national governments to find solutions .* migrant communities\.$/u);
    assert.match(starts('d3c4'), /^Capacity-building activities should target young people/u);
  });

  it('keeps the paragraphs around the conclusions as passages', () => {
    assert.deepEqual(
      corpus.passages.map(passage => [passage.id, passage.part, passage.paragraph, passage.text.slice(0, 22)]),
      [
        ['idm2022-1-b1', 'introduction', 1, 'The first session of I'],
        ['idm2022-1-b2', 'introduction', 2, 'The session was dedica'],
        ['idm2022-1-b3', 'introduction', 3, 'This session involved '],
        ['idm2022-1-b4', 'introduction', 5, 'The meeting was opened'],
        ['idm2022-1-b5', 'introduction', 6, 'The Director General w'],
        ['idm2022-1-b6', 'introduction', 7, 'The main outcomes and '],
        ['idm2022-1-b7', 'closing', 1, 'At the end of the sess'],
        ['idm2022-1-b8', 'closing', 2, 'In her closing remarks'],
      ],
    );
  });

  it('notes defects and corrects none of them', () => {
    const noted = corpus.defects.map(defect => source.slice(defect.start, defect.end).replace(/\s+/gu, ' '));
    assert.ok(noted.includes('antitrafficking'));
    assert.ok(library.resolve('idm2022-1-d1c5')!.entry.text.includes('antitrafficking'));
    assert.ok(library.resolve('idm2022-1-d1c3')!.entry.text.endsWith('needs to be assured'));
  });

  it('cannot be changed by whoever gets it', () => {
    const [finding] = library.findings as unknown as { text: string; sentences: unknown[] }[];
    assert.throws(() => {
      finding!.text = 'x';
    }, TypeError);
    assert.throws(() => finding!.sentences.push('x'), TypeError);
    assert.throws(() => (library.passages as unknown as unknown[]).pop(), TypeError);
  });

  it('labels findings, passages, days and themes so that a narrow list shows them whole, each label once', () => {
    const { findings, passages, days, themes } = corpus;
    // In a sidebar of 300 pixels a number and a mark stand before a finding's label.
    for (const { label } of findings) assert.ok(label.length <= 24, label);
    for (const group of [findings, passages, days, themes]) {
      const shown = group.map(({ label }) => label ?? '');
      for (const label of shown) assert.ok(label.length > 0 && label.length <= 30, label);
      assert.equal(new Set(shown.map(label => label.toLowerCase())).size, shown.length);
      // Also of the letters that a sidebar of 190 pixels has room for.
      assert.equal(new Set(shown.map(label => label.slice(0, 8).toLowerCase())).size, shown.length, shown.join(', '));
    }
    assert.ok(
      corpus.findings.every(finding => finding.topics.length > 0 && finding.objectives.every(n => n >= 1 && n <= 23)),
    );
  });
});

describe('who said it, sentence by sentence', () => {
  const sentences = corpus.findings.flatMap(finding => finding.sentences);

  it('has the counts that a reading by hand gives', () => {
    const counts: Record<string, number> = {};
    for (const { attribution } of sentences) counts[attribution.who] = (counts[attribution.who] ?? 0) + 1;
    assert.deepEqual(counts, {
      'consensus among speakers': 1,
      participants: 9,
      speakers: 10,
      'some speakers': 1,
      panelists: 1,
      discussions: 1,
      passive: 2,
      unnamed: 30,
    });
  });

  it('names nobody in six findings', () => {
    assert.deepEqual(
      corpus.findings
        .filter(finding => finding.sentences.every(s => s.attribution.who === 'unnamed'))
        .map(finding => finding.id.slice(10)),
      ['d1c2', 'd1c6', 'd2c11', 'd2c12', 'd3c4', 'd3c7'],
    );
  });

  it('knows which unnamed sentences go on with reported speech', () => {
    assert.deepEqual(
      sentences.filter(s => s.attribution.continues).map(s => [s.id.slice(10), s.attribution.continues!.slice(10)]),
      [
        ['d1c5s2', 'd1c5s1'],
        ['d2c2s2', 'd2c2s1'],
        ['d2c8s2', 'd2c8s1'],
        ['d2c8s3', 'd2c8s1'],
      ],
    );
  });

  it('keeps the verbs as the source words them', () => {
    const verbs = (id: string) => library.resolve(`idm2022-1-${id}`)!.sentence!.attribution.verbs;
    assert.deepEqual(verbs('d1c1s1'), ['mentioned', 'highlighted']);
    assert.deepEqual(verbs('d2c6s2'), ['mentioned']);
    assert.deepEqual(verbs('d2c8s1'), ['expressed commitment to', 'emphasized']);
    assert.deepEqual(verbs('d3c2s3'), ['emphasized']);
  });
});

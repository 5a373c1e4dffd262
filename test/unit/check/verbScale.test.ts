import { strict as assert } from 'node:assert';
import { defaultScale, Scale } from '../../../src/domain/check/attribution/scale';
import { readScale } from '../../../src/domain/check/attribution/scaleSetting';
import { check, prepare } from '../../../src/domain/check/check';
import { library } from '../../../src/domain/corpus/bundled';

const draft = (sentence: string): string => `${sentence} [@idm2022-1, day 1, conclusion 5]\n`;
const codes = (sentence: string, setting: unknown): string[] => {
  const read = readScale(setting);
  assert.ok(!('fault' in read));
  return check(draft(sentence), prepare(library, read.scale)).map(each => each.code);
};
const limited = 'that data on trafficking in persons were still limited';

describe('the scale of verbs', () => {
  it('has each verb once', () => {
    const all = defaultScale.flat();
    assert.deepEqual(
      all.filter((verb, at) => all.indexOf(verb) !== at),
      [],
    );
  });
});

describe('the scale of verbs as a setting', () => {
  it('is ours where nothing is set', () => {
    assert.deepEqual([readScale(undefined), readScale(null), readScale([])], [{}, {}, {}]);
    assert.deepEqual(codes(`Participants insisted ${limited}`, []), ['attribution-verb']);
  });

  it('places a verb otherwise, and leaves the others and the speakers as they were', () => {
    const setting = [[], [], ['insist', 'Insist  on'], [], []];
    assert.deepEqual(readScale(setting), { scale: [[], [], ['insist', 'insist on'], [], []] });
    assert.deepEqual(codes(`Participants insisted ${limited}`, setting), []);
    assert.deepEqual(codes(`Participants demanded ${limited}`, setting), ['attribution-verb']);
    assert.deepEqual(codes(`States highlighted ${limited}`, setting), ['attribution-who']);
  });

  it('adds a verb', () => {
    assert.deepEqual(codes(`Participants trumpeted ${limited}`, []), []);
    assert.deepEqual(codes(`Participants trumpeted ${limited}`, [[], [], [], ['trumpet'], []]), ['attribution-verb']);
  });

  it('says what is wrong with one that cannot be used', () => {
    const faults: readonly (readonly [unknown, unknown])[] = [
      ['note < agree', { kind: 'notBands' }],
      [{ note: 1 }, { kind: 'notBands' }],
      [[['note'], ['agree']], { kind: 'count', bands: 2, wanted: 5 }],
      [['note', 'mention', 'emphasize', 'call for', 'agree'], { kind: 'band', band: 1 }],
      [[[], ['note', 3], [], [], []], { kind: 'verb', band: 2, verb: '3' }],
      [[[], [''], [], [], []], { kind: 'verb', band: 2, verb: '' }],
      [[[], ['note'], [], ['Note'], []], { kind: 'twice', verb: 'note' }],
    ];
    for (const [setting, fault] of faults) assert.deepEqual(readScale(setting), { fault });
  });

  it('accepts our own scale, and knows every verb of the source', () => {
    assert.deepEqual(readScale(defaultScale), { scale: defaultScale });
    const scale = new Scale();
    const verbs = new Set(
      library.findings.flatMap(finding => finding.sentences.flatMap(sentence => sentence.attribution.verbs)),
    );
    assert.deepEqual(
      [...verbs].filter(verb => scale.band(verb) === undefined),
      [],
    );
  });

  it('conjugates with doubled consonants', () => {
    const scale = new Scale();
    const bases = [
      'admitted',
      'concurred',
      'regretted',
      'committed',
      'was agreed',
      'saw the need',
      'agreeing',
      'insisting',
    ].map(form => scale.at(form.split(' '), 0)?.base);
    assert.deepEqual(bases, ['admit', 'concur', 'regret', 'commit', 'be agreed', 'see the need', 'agree', 'insist']);
  });
});

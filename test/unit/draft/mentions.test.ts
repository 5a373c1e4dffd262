import assert from 'node:assert/strict';
import { citedGrouping } from '../../../src/domain/browse/cited';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';
import { mentionsOf, sameCounts, wordsBefore } from '../../../src/domain/draft/mentions';

const text = [
  'Some speakers called for a panel.[^idm2022-1-d1c1] Access [@idm2022-1, day 2, conclusions 4 and 6].',
  '',
  '- It was said (IOM, 2022, day 2, fourth conclusion, first sentence).[^idm2022-1-d1c1]',
  '',
  '[^idm2022-1-d1c1]: Note.',
  '',
].join('\n');

describe('what a draft cites', () => {
  const draft = Draft.of(text, library);
  const mentions = mentionsOf(draft.citations(), library);

  it('is counted by finding, a sentence for its finding, definitions not at all', () => {
    assert.deepEqual(
      [...mentions].map(([id, places]) => [id, places.length]),
      [
        ['idm2022-1-d1c1', 2],
        ['idm2022-1-d2c4', 2],
        ['idm2022-1-d2c6', 1],
      ],
    );
  });

  it('counts a document cited as a whole for itself', () => {
    const whole = mentionsOf(
      Draft.of(
        'So [@idm2022-1]. And.[^idm2022-1] But [@idm2022-1, day 2] [@idm2022-9] [@idm2022-1, day 9, conclusion 1].',
        library,
      ).citations(),
      library,
    );
    assert.deepEqual(
      [...whole].map(([id, places]) => [id, places.length]),
      [['idm2022-1', 3]],
    );
  });

  it('is known by the words before it', () => {
    assert.deepEqual(
      (mentions.get('idm2022-1-d1c1') ?? []).map(citation => wordsBefore(draft, citation, 40)),
      ['Some speakers called for a panel.', '…2, fourth conclusion, first sentence).'],
    );
  });

  it('is known by them, too, where 2,000 characters before it are marks only', () => {
    const marked = Draft.of(`Start. ${'[^idm2022-1-d1c1]'.repeat(200)} Words before. [^idm2022-1-d2c4]`, library);
    assert.equal(wordsBefore(marked, marked.citations().at(-1)!, 40), '…Words before.');
  });

  it('differs when one citation came or went', () => {
    const same = Draft.of(`New words.\n\n${text}`, library);
    assert.ok(sameCounts(mentions, mentionsOf(same.citations(), library)));
    assert.ok(!sameCounts(mentions, mentionsOf(Draft.of(`${text}\n@idm2022-1-d3c1\n`, library).citations(), library)));
    assert.ok(!sameCounts(mentions, mentionsOf(Draft.of(`${text}\n@idm2022-1-d2c6\n`, library).citations(), library)));
  });

  it('is a grouping: findings in the source’s order, each with its places', () => {
    const grouping = citedGrouping(id =>
      (mentions.get(id) ?? []).map(citation => ({ citation, before: wordsBefore(draft, citation, 20) })),
    );
    const shape = (keep?: ReadonlySet<string>): unknown =>
      grouping
        .rows(library, keep)
        .map(({ id, subject, children }) => [
          id,
          subject.kind === 'entry' && subject.entry.id,
          children.map(
            child =>
              child.subject.kind === 'mention' &&
              `${child.id} ${child.subject.number} of ${child.subject.of}: ${child.subject.before}`,
          ),
        ]);
    assert.deepEqual(shape(new Set(['idm2022-1-d2c4', 'idm2022-1-d2c5'])), [
      [
        'cited?/idm2022-1-d2c4',
        'idm2022-1-d2c4',
        ['cited?/idm2022-1-d2c4/0 1 of 2: …for a panel. Access', 'cited?/idm2022-1-d2c4/1 2 of 2: It was said'],
      ],
    ]);
    assert.deepEqual(
      grouping.rows(library).map(({ id }) => id),
      ['cited/idm2022-1-d1c1', 'cited/idm2022-1-d2c4', 'cited/idm2022-1-d2c6'],
    );
  });
});

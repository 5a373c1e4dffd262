import { strict as assert } from 'node:assert';
import { check, prepare } from '../../../src/domain/check/check';
import { nameAuthor } from '../../../src/domain/check/nameAuthor';
import { library } from '../../../src/domain/corpus/bundled';
import { Draft } from '../../../src/domain/draft/draft';

const tools = prepare(library);
const wrongSpeakers = (text: string) => check(text, tools).filter(({ code }) => code === 'attribution-who');

/** A draft once its first wrong speaker is said to be one whom it speaks for; undefined where that is not offered. */
function named(text: string): string | undefined {
  const [problem] = wrongSpeakers(text);
  assert.ok(problem, text);
  const edit = nameAuthor(Draft.of(text, library), problem)?.edits[0];
  return edit && text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

const claim = 'The Ministers called for regular pathways.[^idm2022-1-d2c5]\n';

describe('whom a draft speaks for, named by a fix', () => {
  const rows: [before: string, after: string][] = [
    ['', '---\nidm-findings:\n  authors: "the Ministers"\n---\n\n'],
    [
      '---\ntitle: A title # ours\n---\n\n',
      '---\ntitle: A title # ours\nidm-findings:\n  authors: "the Ministers"\n---\n\n',
    ],
    [
      '---\nidm-findings:\n  style: un\n---\n\n',
      '---\nidm-findings:\n  authors: "the Ministers"\n  style: un\n---\n\n',
    ],
    [
      '---\nidm-findings: { authors: [the Mayors] }\n---\n\n',
      '---\nidm-findings: { authors: [the Mayors, "the Ministers"] }\n---\n\n',
    ],
    [
      '---\nidm-findings:\n  authors: the Mayors\n---\n\n',
      '---\nidm-findings:\n  authors: [the Mayors, "the Ministers"]\n---\n\n',
    ],
    [
      '---\nidm-findings:\n  authors:\n    - the Mayors\n  style: un\n---\n\n',
      '---\nidm-findings:\n  authors:\n    - the Mayors\n    - "the Ministers"\n  style: un\n---\n\n',
    ],
  ];
  for (const [before, after] of rows)
    it(`behind ${JSON.stringify(before)}`, () => {
      assert.equal(named(before + claim), after + claim);
      assert.deepEqual(wrongSpeakers(after + claim), []);
    });

  it('with the line ends of the draft', () =>
    assert.equal(
      named(claim.replace('\n', '\r\n')),
      `---\r\nidm-findings:\r\n  authors: "the Ministers"\r\n---\r\n\r\n${claim.replace('\n', '\r\n')}`,
    ));
  it('for States that are meant by "the"', () =>
    assert.match(named('The Governments called for regular pathways.[^idm2022-1-d2c5]\n') ?? '', /"the Governments"/));
  it('not for States in general, or for those of the dialogue', () => {
    assert.equal(named('States called for regular pathways.[^idm2022-1-d2c5]\n'), undefined);
    assert.equal(named('All speakers called for regular pathways.[^idm2022-1-d2c5]\n'), undefined);
  });
  it('not in front matter of another kind', () => assert.equal(named(`+++\ntitle = "A"\n+++\n\n${claim}`), undefined));
});

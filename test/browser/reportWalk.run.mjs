// Going through the problems of a report one by one: the next takes the place of the one that went, by mouse and keys.
import assert from 'node:assert/strict';
import { becomes } from '../host/becomes.mjs';

export const title = 'Going through a report';

const wrong = [
  'States agreed to establish a high-level panel on deaths in transit [@idm2022-1, day 1, conclusion 1].',
  'The dialogue also heard that “local authorities could never work alone” [@idm2022-1, day 3, conclusion 3].',
  'States called for a moratorium on returns to countries at risk [@idm2022-1, day 1, conclusion 1].',
  'It was said that “local authorities could seldom work alone” [@idm2022-1, day 3, conclusion 3].',
  'It was held that “local authorities could hardly work alone” [@idm2022-1, day 3, conclusion 3].',
];
const right = 'Migrants face racism [@idm2022-1, day 2, conclusion 4].';
const draft = `# Notes\n\n${[...wrong, ...Array.from({ length: 12 }, () => right)].join('\n\n')}\n`;

export const options = {
  files: { 'drafts/walked.md': draft, 'drafts/other.md': `${wrong[1]}\n\n${right}\n` },
  width: 1400,
  height: 800,
};

/** Which problems are shown: the numbers of their lines change with each that is ignored. */
const shown = frame =>
  frame
    .locator('.problem .head button')
    .evaluateAll(all => all.map(each => `${each.getAttribute('data-draft')} ${each.getAttribute('data-of')}`));

/** The problem that stands at a place of the first list, where it stands in the window, and whether it has the focus. */
const standing = (frame, at) =>
  frame.evaluate(index => {
    const problem = document.querySelectorAll('.problem')[index];
    const button = problem?.querySelector('.head button');
    return {
      which: `${button?.getAttribute('data-draft')} ${button?.getAttribute('data-of')}`,
      top: Math.round(problem?.getBoundingClientRect().top ?? -1),
      focused: problem?.contains(document.activeElement) === true,
    };
  }, at);

/** Does what a button of a problem says; the problem after it then stands where it stood, and has the focus. */
async function goesOn(frame, at, press) {
  const before = await shown(frame);
  const { top } = await standing(frame, at);
  await press(frame.locator('.problem').nth(at).locator('.fixes button').last());
  await becomes(
    () => shown(frame),
    now => assert.deepEqual(now, before.toSpliced(at, 1)),
  );
  await becomes(
    () => standing(frame, at),
    now => {
      assert.deepEqual([now.which, now.focused], [before[at + 1], true]);
      assert.ok(Math.abs(now.top - Math.max(0, top)) <= 2, `it stands at ${now.top}, the one before at ${top}`);
    },
  );
}

/** Where a page is when some of its problems are above the window. */
async function scrollTo(frame, at) {
  await frame.evaluate(index => {
    const problem = document.querySelectorAll('.problem')[index];
    window.scrollBy(0, problem.getBoundingClientRect().top - 60);
  }, at);
}

async function walk(workbench, frame) {
  const { page } = workbench;
  await scrollTo(frame, 1);
  await goesOn(frame, 1, button => button.click());
  await goesOn(frame, 1, async button => {
    await button.focus();
    await page.keyboard.press('Enter');
  });
  // From the next problem's first button the keys go on through its own.
  await page.keyboard.press('Tab');
  assert.equal(
    await frame.evaluate(() => document.querySelectorAll('.problem')[1].contains(document.activeElement)),
    true,
  );
}

export const runs = {
  'the next problem of a draft takes the place of the one that went': async workbench => {
    await workbench.openFile('walked.md');
    await workbench.activated();
    await workbench.runCommand('IDM Findings: Check Draft');
    const frame = await workbench.frameWith('.problem');
    await becomes(async () => (await shown(frame)).length >= 5, true);
    await walk(workbench, frame);
  },

  'after the last problem the line that says there is none has the focus': async workbench => {
    const { page } = workbench;
    const frame = await workbench.frameWith('.problem');
    for (let left = await frame.locator('.problem').count(); left > 0; left--) {
      await frame.locator('.problem').last().locator('.fixes button').last().focus();
      await page.keyboard.press('Enter');
      await becomes(() => frame.locator('.problem').count(), left - 1);
    }
    await becomes(
      () => frame.evaluate(() => document.activeElement?.textContent),
      await frame.locator('section p.quiet').first().innerText(),
    );
    await workbench.screenshot('report-walked');
    await workbench.goToTab('walked.md');
    await workbench.runCommand('File: Revert File');
    await frame.locator('.problem').nth(4).waitFor();
  },

  'the same in the report on the workspace': async workbench => {
    await workbench.runCommand('IDM Findings: Check Every Draft of the Workspace');
    const frame = await workbench.frameWith('details.row .problem');
    await becomes(async () => (await shown(frame)).length >= 5, true);
    await walk(workbench, frame);
    await workbench.screenshot('workspace-report-walked');
  },
};

// Long work in slices, and a list that comes first.
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { holdBack, inSlices } from '../../../src/editor/slices';

/** Steps that each take a millisecond of the clock. */
function* steps(count: number, done: number[]): Generator<void, string> {
  for (let step = 0; step < count; step++) {
    done.push(step);
    mock.timers.tick(1);
    yield;
  }
  return 'done';
}

/** Lets what waits for promises go on. */
async function settled(): Promise<void> {
  for (let times = 0; times < 20; times++) await Promise.resolve();
}

describe('Long work in slices', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 }));
  afterEach(() => mock.timers.reset());

  it('gives the host its turns', async () => {
    const done: number[] = [];
    const work = inSlices(steps(15, done), () => false);
    assert.equal(done.length, 6);
    for (let turn = 0; turn < 5; turn++) {
      await settled();
      mock.timers.tick(1);
    }
    assert.equal(await work, 'done');
    assert.equal(done.length, 15);
  });

  it('waits until no list has been asked for lately', async () => {
    const done: number[] = [];
    holdBack();
    void inSlices(steps(3, done), () => false);
    mock.timers.tick(100);
    await settled();
    holdBack();
    mock.timers.tick(100);
    await settled();
    assert.deepEqual(done, []);
    mock.timers.tick(50);
    await settled();
    assert.equal(done.length, 3);
  });

  it('waits no longer than a second, however long lists are asked for', async () => {
    const done: number[] = [];
    const began = Date.now();
    holdBack();
    void inSlices(steps(3, done), () => false);
    while (done.length === 0 && Date.now() - began < 5000) {
      mock.timers.tick(50);
      holdBack();
      await settled();
    }
    assert.equal(Date.now() - began - 3, 1000);
  });
});

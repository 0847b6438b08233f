// The training process dies, falls silent, or never comes: the page says so and goes on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawLine, readCurve, setUpSmallRun, T_SHIRT, trainingWorker, useSite, waitForStatus } from './support.js';

const site = useSite();

/** Opens the page and starts a long run on few images. @param {RegExp} [expected] */
async function openTraining(expected) {
  const opened = await site.open({ expected });
  await setUpSmallRun(opened, '5000');
  await opened.button('Train').click();
  await waitForStatus(opened, /[3-9] of 5,000 epochs done/);
  return opened;
}

test('a worker that fails is said and replaced within 3 s; the curves stay, and a new run works', async () => {
  const opened = await openTraining(/ended by the test/);
  const worker = await trainingWorker(opened.page);
  await worker
    .evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('ended by the test');
        }),
    )
    .catch(() => {});
  await opened.page.getByText('The training process stopped: ').waitFor({ timeout: 3000 });
  await waitForStatus(opened, 'The network of this run was lost', 3000);
  assert.ok((await readCurve(opened.page, 'Loss curves')).length >= 3);
  await opened.field('Epochs').fill('2');
  await opened.button('Train').click();
  await waitForStatus(opened, 'Finished 2 epochs');
  await opened.close();
});

test('a module that has aborted is not asked again: its worker is replaced', async () => {
  const opened = await openTraining(/ended by the test/);
  const worker = await trainingWorker(opened.page);
  await worker
    .evaluate(() => {
      const command = {
        type: 'classify',
        id: -1,
        get pixels() {
          throw new WebAssembly.RuntimeError('ended by the test');
        },
      };
      self.onmessage?.(new MessageEvent('message', { data: command }));
    })
    .catch(() => {});
  await opened.page.getByText('The training process stopped: ').waitFor({ timeout: 3000 });
  await waitForStatus(opened, 'The network of this run was lost', 3000);
  await opened.close();
});

test('a silent worker is said after ten seconds, and can be started again', async () => {
  const opened = await openTraining();
  const page = opened.page;
  const worker = await trainingWorker(page);
  void worker
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {});
  await waitForStatus(opened, 'has not answered for ten seconds', 20_000);
  await opened.button('Start it again').click();
  await waitForStatus(opened, 'The network of this run was lost', 3000);
  await opened.field('Epochs').fill('2');
  await opened.button('Train').click();
  await waitForStatus(opened, 'Finished 2 epochs');
  await opened.close();
});

test('with another tab in front training goes on, and the curves are there on the way back', async () => {
  const opened = await openTraining();
  const other = await opened.page.context().newPage();
  await other.goto('about:blank');
  await other.bringToFront();
  await other.waitForTimeout(1500);
  await opened.page.bringToFront();
  await waitForStatus(opened, /Training: \d\d+ of 5,000/, 3000);
  assert.ok((await readCurve(opened.page, 'Loss curves')).length > 10);
  await opened.close();
});

test('without service workers the page works all the same', async () => {
  const opened = await site.open({ context: { serviceWorkers: 'block' } });
  await drawLine(opened.page, T_SHIRT);
  await opened.page.getByText('Untrained').waitFor();
  await opened.close();
});

// The other benchmarks: that they run, and that their figures hang together.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

/** @param {string} script @param {string[]} options */
const run = (script, ...options) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, script), '--json', ...options], {
      stdio: 'pipe',
    }).toString(),
  );

test('scaling.js measures every point of an axis, with one thread and with all', () => {
  const { machine, axes } = run('scaling.js', '--only', 'width', '--seconds', '0.1', '--rounds', '1');
  assert.ok(machine);
  assert.deepEqual(
    axes.width.map((/** @type {{ value: number }} */ { value }) => value),
    [32, 128, 512, 2048],
  );
  for (const point of axes.width) {
    for (const figure of ['oneThread', 'allThreads', 'examinationSeconds', 'heapMegabytes']) {
      assert.ok(point[figure] > 0, `${figure} at width ${point.value}: ${point[figure]}`);
    }
  }
  assert.ok(axes.width[0].oneThread > 4 * axes.width[3].oneThread, 'a wide layer takes longer than a narrow one');
});

test('page-cost.js measures runs in a row, and what they leave behind', () => {
  const { afterRuns, wear } = run('page-cost.js', '--only', 'runs', '--runs', '4', '--epochs', '2');
  assert.equal(afterRuns.length, 4);
  for (const figure of ['secondsPerEpoch', 'heapMegabytes', 'processMegabytes']) {
    assert.ok(
      afterRuns.every((/** @type {Record<string, number>} */ after) => Number(after[figure]) > 0),
      figure,
    );
    assert.ok(wear[figure] > 0.3 && wear[figure] < 3, `${figure}: ${wear[figure]} of the third run`);
  }
});

test('what cannot be measured is refused in a sentence', () => {
  const answers = [
    [['scaling.js', '--only', 'colour'], /--only takes batchSize, width, depth, trainImages, time, not “colour”/],
    [['scaling.js', '--rounds', '0'], /--rounds must be a whole number from 1 to 100, not “0”/],
    [['throughput.js', '--seconds', 'x'], /--seconds must be above 0 and at most 60, not “x”/],
    [['page-cost.js', '--runs', '1.5'], /--runs must be a whole number from 1 to 1000, not “1.5”/],
  ];
  for (const [[script = '', ...options], message] of /** @type {[string[], RegExp][]} */ (answers)) {
    const { status, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, script), ...options]);
    assert.equal(status, 1);
    assert.match(stderr.toString(), message);
  }
});

// The benchmark itself: that it runs, and that our figures hang together. What they must be is for a quiet machine to say.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

const SCRIPT = path.join(import.meta.dirname, 'throughput.js');

test('the benchmark measures our builds and prints one object', () => {
  const args = [SCRIPT, '--json', '--only', 'ours', '--seconds', '0.2', '--rounds', '3'];
  const { machine, ours, ratios } = JSON.parse(execFileSync(process.execPath, args, { stdio: 'pipe' }).toString());
  assert.ok(machine);
  for (const figure of [
    'oneThread',
    'allThreads',
    'trainGflops',
    'runsAtOnce',
    'kernelPeakGflops',
    'evaluationGflops',
  ]) {
    assert.ok(ours[figure] > 1, `${figure}: ${ours[figure]}`);
  }
  // Half of what they are on a quiet machine: a kernel that has lost its vectors, or threads that wait for each other, show.
  assert.ok(ours.trainShareOfPeak > 0.45, `share of the product's own speed: ${ours.trainShareOfPeak}`);
  assert.ok(ratios['allThreads/oneThread'] > 0.8, `all threads to one: ${ratios['allThreads/oneThread']}`);
});

// The program that trains a row of the report's Table 3: its answers, its refusals, and what the exact gradient reaches.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const PROGRAM = path.join(import.meta.dirname, '../../build/native/report_table');
const FOLDER = process.env.FASHION_MNIST ?? '/usr/share/datasets/fashion-mnist';
const NO_DATA = fs.existsSync(path.join(FOLDER, 'train-images-idx3-ubyte.gz'))
  ? false
  : 'only the subset is here: install dataset-fashion-mnist for all 60,000 images';

/** @param {string[]} options */
function run(...options) {
  const { status, stdout, stderr } = spawnSync(PROGRAM, options, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** @param {string[]} options @returns {Record<string, number>[]} */
const curve = (...options) => JSON.parse(run(...options, '--json').stdout);

test('a row comes as one object an epoch, with finite losses and accuracies from 0 to 1', { skip: NO_DATA }, () => {
  const points = curve('--epochs', '2', '--train-images', '1000', '--gradient', 'exact', '--batch', '50');
  assert.deepEqual(
    points.map(({ epoch }) => epoch),
    [1, 2],
  );
  for (const point of points) {
    assert.deepEqual(Object.keys(point), [
      'epoch',
      'trainLoss',
      'trainAccuracy',
      'testLoss',
      'testAccuracy',
      'secondsPerEpoch',
    ]);
    assert.ok(Number.isFinite(point.trainLoss) && Number.isFinite(point.testLoss));
    assert.ok(Number(point.testAccuracy) > 0 && Number(point.testAccuracy) < 1);
    assert.ok(Number(point.secondsPerEpoch) > 0);
  }
});

test('every option changes the row, and the same options give the same one', { skip: NO_DATA }, () => {
  const base = ['--epochs', '1', '--train-images', '1000'];
  const losses = (/** @type {string[]} */ ...options) => curve(...base, ...options).map(({ testLoss }) => testLoss);
  const plain = losses();
  assert.deepEqual(losses(), plain);
  for (const [option, value] of [
    ['--gradient', 'exact'],
    ['--batch', '50'],
    ['--activation', 'sigmoid'],
    ['--seed', '2'],
    ['--train-images', '999'],
    ['--learning-rate', '0.2'],
  ]) {
    assert.notDeepEqual(losses(String(option), String(value)), plain, option);
  }
});

test('what cannot be done is refused in a sentence', { skip: NO_DATA }, () => {
  for (const [options, message] of /** @type {[string[], RegExp][]} */ ([
    [['--epochs', '0'], /epochs is 0, but must be from 1 to 10,000/],
    [['--gradient', 'wrong'], /gradient must be exact or report/],
    [['--activation', 'softmax'], /activation must be/],
    [['--batch', 'many'], /many/],
    [['--bacth', '10'], /bacth/],
    [['more'], /no such argument: more/],
    [['--data', '/nowhere'], /nowhere\/train-images-idx3-ubyte.gz cannot be opened/],
  ])) {
    const { status, stderr } = run(...options);
    assert.equal(status, 2);
    assert.match(stderr, message);
  }
});

test('the exact gradient passes the report’s best, 0.8732, in at most 12 epochs', { skip: NO_DATA }, (t) => {
  const points = curve('--gradient', 'exact', '--epochs', '12');
  const passed = points.find(({ testAccuracy }) => Number(testAccuracy) > 0.8732);
  t.diagnostic(`past 0.8732 after epoch ${passed?.epoch}`);
  assert.ok(passed);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPacedRequest } from '../../web/js/page/paced-request.js';
import { firstLayerWidth, unitPage } from '../../web/js/page/unit-pages.js';
import { columnsFor, largestWeight, parseColour, tilesPicture } from '../../web/js/plot/weight-tiles.js';

const COLOURS = {
  negative: parseColour('#0072b2'),
  zero: parseColour('#fbfbfa'),
  positive: parseColour('#d55e00'),
};

test('48 units are shown at a time, the rest of them on the last page, and no page is beyond', () => {
  assert.equal(unitPage(392, 0).text, 'Units 1–48 of 392');
  assert.deepEqual(unitPage(392, 8), {
    page: 8,
    first: 384,
    count: 8,
    text: 'Units 385–392 of 392',
    hasEarlier: true,
    hasLater: false,
  });
  assert.equal(unitPage(392, 99).first, 384);
  assert.equal(unitPage(392, -1).first, 0);
  assert.equal(unitPage(49, 1).text, 'Unit 49 of 49');
  assert.ok(!unitPage(48, 0).hasLater);
  assert.equal(firstLayerWidth({ hidden: [64, 32] }), 64);
  assert.equal(firstLayerWidth({ hidden: [] }), 10);
});

test('the largest weight of all tiles has the full colour, 0 the ground, and the place between tiles stays empty', () => {
  const weights = new Float32Array(3 * 784);
  weights[0] = 0.5;
  weights[784 + 1] = -0.25; // second pixel of the second tile
  weights[2 * 784 + 28] = NaN; // second row of the third tile
  const { width, height, pixels } = tilesPicture(weights, 2, COLOURS);
  assert.deepEqual([width, height], [58, 58]);
  const at = (/** @type {number} */ x, /** @type {number} */ y) => [
    ...pixels.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
  ];
  assert.deepEqual(at(0, 0), [0xd5, 0x5e, 0x00, 255]);
  assert.deepEqual(at(31, 0), [126, 182, 214, 255]); // half way from the ground to blue
  assert.deepEqual(at(5, 5), [0xfb, 0xfb, 0xfa, 255]);
  assert.deepEqual(at(0, 31), [0xfb, 0xfb, 0xfa, 255]);
  assert.deepEqual(at(28, 0), [0, 0, 0, 0]);
  assert.deepEqual(at(40, 40), [0, 0, 0, 0]);
  assert.equal(largestWeight(weights), 0.5);
  assert.equal(largestWeight(new Float32Array([NaN, Infinity])), 0);
});

test('as many tiles stand in a row as fit, in whole rows of 48, and never none', () => {
  assert.deepEqual(
    [1230, 960, 358, 288, 10].map((width) => columnsFor(width, 48)),
    [16, 16, 6, 4, 1],
  );
  assert.equal(columnsFor(1230, 8), 8);
});

test('requests go one at a time with a rest between, the last wanted wins, and a failure does not end them', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {{ wanted: number, resolve: (answer: string) => void, reject: (error: Error) => void }[]} */
  const asked = [];
  /** @type {string[]} */
  const told = [];
  const request = createPacedRequest({
    ask: (/** @type {number} */ wanted) =>
      new Promise((/** @type {(answer: string) => void} */ resolve, reject) => asked.push({ wanted, resolve, reject })),
    answered: (wanted, answer) => told.push(`${wanted} ${answer}`),
    failed: (wanted, error) => told.push(`${wanted} ${error.message}`),
    restMs: 500,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const numbers = () => asked.map(({ wanted }) => wanted);
  request.want(1);
  request.want(2);
  request.want(3);
  assert.deepEqual(numbers(), [1]);
  asked[0]?.resolve('yes');
  await settle();
  assert.deepEqual(numbers(), [1]); // it rests
  t.mock.timers.tick(500);
  assert.deepEqual(numbers(), [1, 3]);
  asked[1]?.reject(new Error('no'));
  await settle();
  request.wantNow(4); // without the rest
  assert.deepEqual(numbers(), [1, 3, 4]);
  request.want(5);
  request.forget();
  asked[2]?.resolve('yes');
  await settle();
  t.mock.timers.tick(1000);
  await settle();
  assert.deepEqual(numbers(), [1, 3, 4]);
  assert.deepEqual(told, ['1 yes', '3 no', '4 yes']);
});

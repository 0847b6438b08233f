// The result of scaling.js as text: a table an axis, in Markdown, so that docs/performance.md can hold it as it is.

import { AXES } from './axes.js';
import { machineLine } from './machine.js';
import { table } from './markdown.js';

/** @typedef {import('./axes.js').Point} Point */
/** @typedef {import('./time-to-report.js').Time} Time */
/**
 * @typedef {{ machine: import('./machine.js').Machine, threads: number, axes: Record<string, Point[]>,
 *   timeTo: Record<string, { oneThread: Time, allThreads: Time }> }} ScalingReport
 */

/** @type {Record<string, string>} */
const TITLES = {
  batchSize: 'batch size',
  width: 'width of one hidden layer',
  depth: 'hidden layers of 128',
  trainImages: 'training images',
};

/** @param {number} value */
const grouped = (value) => Math.round(value).toLocaleString('en');

/** @param {string} axis @param {number} threads */
function axisHead(axis, threads) {
  const { reference } = AXES[axis] ?? {};
  return [
    TITLES[axis] ?? axis,
    'images/s, one thread',
    `images/s, ${threads} threads`,
    'ratio',
    ...(reference === undefined ? [] : [`one thread, to ${grouped(reference)}`, `${threads} threads`]),
    'a point of the curves, s',
    'memory, MB',
  ];
}

/** @param {Point} point */
const axisRow = ({ value, oneThread, allThreads, threadsRatio, toReference, examinationSeconds, heapMegabytes }) => [
  grouped(value),
  grouped(oneThread),
  grouped(allThreads),
  threadsRatio.toFixed(2),
  ...(toReference ? [toReference.oneThread.toFixed(2), toReference.allThreads.toFixed(2)] : []),
  examinationSeconds.toFixed(2),
  grouped(heapMegabytes),
];

/** @param {Time} time */
const timeText = (time) =>
  'best' in time
    ? `not reached in ${time.seconds.toFixed(1)} s (${time.best.toFixed(4)})`
    : `${time.seconds.toFixed(1)} s (epoch ${time.epochs})`;

/** @param {ScalingReport} report */
export function scalingText({ machine, threads, axes, timeTo }) {
  const times = Object.entries(timeTo);
  return [
    machineLine(machine),
    ...Object.entries(axes).map(([axis, points]) => table([axisHead(axis, threads), ...points.map(axisRow)])),
    ...(times.length > 0
      ? [
          table([
            ['from Train to 0.8732', 'one thread', `${threads} threads`],
            ...times.map(([name, { oneThread, allThreads }]) => [name, timeText(oneThread), timeText(allThreads)]),
          ]),
        ]
      : []),
  ].join('\n\n');
}

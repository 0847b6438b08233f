// From the figures of all rounds to the result: one object, and the same as text.

import { machineLine } from './machine.js';
import { trainingFlops } from './network.js';
import { best, median, medianRatio } from './statistics.js';

/** @typedef {Record<string, number[]>} Values  a figure's values, round by round */
/** @typedef {ReturnType<typeof makeReport> & { machine: import('./machine.js').Machine }} Report */

const PEERS = [
  'tfjs-wasm',
  'tfjs-wasm-threads',
  'tfjs-webgl',
  'tfjs-cpu',
  'jax-js-wasm',
  'jax-js-wasm-threads',
  'convnetjs',
];
const NATIVE = ['ours-sse', 'ours-march-native', 'numpy'];
const OURS = ['oneThread', 'allThreads'];

/** What is compared with what, where both were measured. */
const PAIRS = [
  ['allThreads', 'oneThread'],
  ['runsAtOnce', 'oneThread'], // what the cores have to give: no number of threads can make more of them
  ...OURS.flatMap((ours) => [...PEERS, ...NATIVE].map((other) => [ours, other])),
  ['batch1', 'convnetjs-batch1'],
];

/** Figures of these names, where measured. @param {Values} values @param {string[]} names */
const medians = (values, names) =>
  Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, median(values[name])]] : [])));

/** @param {Values} values */
function makeRatios(values) {
  return Object.fromEntries(
    PAIRS.flatMap(([above = '', below = '']) => {
      const [over, under] = [values[above], values[below]];
      return over && under ? [[`${above}/${below}`, medianRatio(over, under)]] : [];
    }),
  );
}

/** @param {Values} values @param {number} threads */
function ourFigures(values, threads) {
  const { oneThread, allThreads, runsAtOnce, evaluationGflops } = medians(values, [
    ...OURS,
    'runsAtOnce',
    'evaluationGflops',
  ]);
  const kernelPeakGflops = values['kernelPeakGflops'] && best(values['kernelPeakGflops']);
  const trainGflops = oneThread && (oneThread * trainingFlops()) / 1e9;
  const share = (/** @type {number | undefined} */ gflops) =>
    gflops && kernelPeakGflops ? gflops / kernelPeakGflops : undefined;
  const { batch1, 'convnetjs-batch1': convnetjs } = medians(values, ['batch1', 'convnetjs-batch1']);
  return {
    oneThread,
    allThreads,
    runsAtOnce,
    threads,
    trainGflops,
    kernelPeakGflops,
    trainShareOfPeak: share(trainGflops),
    evaluationGflops,
    evaluationShareOfPeak: share(evaluationGflops),
    batch1: { ours: batch1, convnetjs },
  };
}

/**
 * What was not measured is left out, or undefined. Speeds are images per second; the figures in GFLOP/s are those of one
 * thread.
 * @param {Values} values
 * @param {number} threads
 */
export function makeReport(values, threads) {
  return {
    ours: ourFigures(values, threads),
    peers: medians(values, PEERS),
    native: medians(values, NATIVE),
    ratios: makeRatios(values),
  };
}

/** @param {number} value */
const count = (value) => Math.round(value).toLocaleString('en');

/** @param {string} name @param {number | undefined} value @param {(value: number) => string} write */
const line = (name, value, write) => (value === undefined ? [] : [`  ${name.padEnd(34)}${write(value).padStart(10)}`]);

/** @param {Record<string, number>} figures */
const speedLines = (figures) => Object.entries(figures).flatMap(([name, value]) => line(name, value, count));

/** @param {string} title @param {string[]} lines */
const section = (title, lines) => (lines.length > 0 ? [title, ...lines] : []);

/** @param {Report} report @param {number} rounds */
export function reportText({ machine, ours, peers, native, ratios }, rounds) {
  const gflops = (/** @type {number} */ value) => value.toFixed(1);
  const percent = (/** @type {number} */ value) => `${(100 * value).toFixed(0)} %`;
  const times = (/** @type {number} */ value) => value.toFixed(2);
  return [
    `Training 784-392-128-10 in batches of 100; rounds: ${rounds}, figures: their medians`,
    machineLine(machine),
    ...section('Ours in the browser, images per second', [
      ...line('one thread', ours.oneThread, count),
      ...line(`all ${ours.threads} threads`, ours.allThreads, count),
      ...line(`${ours.threads} runs at once, a thread each`, ours.runsAtOnce, count),
      ...line('one thread, batches of one image', ours.batch1.ours, count),
    ]),
    ...section('Ours in the browser, one thread, GFLOP/s', [
      ...line('training', ours.trainGflops, gflops),
      ...line('evaluation', ours.evaluationGflops, gflops),
      ...line('matrix product by itself (best)', ours.kernelPeakGflops, gflops),
      ...line('training, share of that', ours.trainShareOfPeak, percent),
      ...line('evaluation, share of that', ours.evaluationShareOfPeak, percent),
    ]),
    ...section('Peers in the browser, images per second', [
      ...speedLines(peers),
      ...line('convnetjs, batches of one image', ours.batch1.convnetjs, count),
    ]),
    ...section('Native, images per second', speedLines(native)),
    ...section(
      'Ratios (medians of the rounds’ own)',
      Object.entries(ratios).flatMap(([name, value]) => line(name, value, times)),
    ),
  ].join('\n');
}

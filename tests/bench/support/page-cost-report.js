// The result of page-cost.js as text: Markdown tables, so that docs/performance.md can hold them as they are.

import { machineLine } from './machine.js';
import { table } from './markdown.js';

/** @typedef {import('./charts-cost.js').Cost} Cost */
/** @typedef {import('./runs-in-a-row.js').AfterRun} AfterRun */
/**
 * wear: the last runs' figures as parts of the third's.
 * @typedef {{ machine: import('./machine.js').Machine, charts: Record<string, Cost>, afterRuns: AfterRun[],
 *   wear: AfterRun | undefined }} PageCostReport
 */

/** @param {AfterRun} after @param {number} digits */
const figures = ({ secondsPerEpoch, heapMegabytes, keptMegabytes, processMegabytes }, digits) => [
  secondsPerEpoch.toFixed(2),
  heapMegabytes.toFixed(2),
  keptMegabytes.toFixed(2),
  processMegabytes.toFixed(digits),
];

/** @param {PageCostReport} report */
export function pageCostText({ machine, charts, afterRuns, wear }) {
  const costs = Object.entries(charts);
  return [
    machineLine(machine),
    ...(costs.length > 0
      ? [
          table([
            ['a run, s', 'with the page', 'bare worker', 'throughput kept'],
            ...costs.map(([name, { withCharts, without, share }]) => [
              name,
              withCharts.toFixed(2),
              without.toFixed(2),
              share.toFixed(3),
            ]),
          ]),
        ]
      : []),
    ...(wear
      ? [
          table([
            ['after run', 'epoch, s', 'scripts, MB', 'without machine code, MB', 'process, MB'],
            ...afterRuns.map((after, i) => [i + 1, ...figures(after, 0)]),
            ['last to third', ...figures(wear, 2)],
          ]),
        ]
      : []),
  ].join('\n\n');
}

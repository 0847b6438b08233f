// A chart of two or three curves, training (solid), test (dashed) and validation (dotted), over epochs, the gap between the first
// two shaded: a thin wrap of uPlot that takes its colours from the style sheet and follows the size of its box. Its legend is not uPlot's, which no keyboard reaches.

import uPlot from '../../vendor/uplot/dist/uPlot.esm.js';
import {
  createColours,
  epochAxes,
  followBox,
  fromZero,
  markEpoch,
  MOST_POINTS,
  nameChart,
  shadeGap,
} from './chart-frame.js';
import { gapUnlessFinite, thin } from './curve-data.js';

/** A curve without a value at a point has NaN there. @typedef {{ epoch: number, train: number, test: number, validation: number }} ChartPoint */

/**
 * @typedef {object} LineChartOptions
 * @property {HTMLElement} box the element that the chart fills
 * @property {string} name its accessible name
 * @property {string} label of the vertical axis
 * @property {(value: number) => string} format of the vertical axis
 * @property {[number, number] | undefined} range of the vertical axis; left out, it follows the data from 0
 * @property {string} syncKey charts with the same key share their pointer
 * @property {(index: number | undefined) => void} onPoint the point under the pointer, by its place in the last update
 */

const FEWEST_EPOCHS = 10; // shown from the start, if the run has them: the axis then stands still at first
const DASH = [7, 5];
const DOTS = [2, 4];

/** @param {LineChartOptions} options */
export function createLineChart({ box, name, label, format, range, syncKey, onPoint }) {
  const colours = createColours();
  const colour = colours.of;
  let lastEpoch = 1;
  /** @type {number | undefined} */
  let bestEpoch;
  // A curve of one point would not be seen without a mark.
  const points = { show: (/** @type {uPlot} */ plot) => plot.data[0].length === 1, size: 6, fill: colour('--run-1') };
  const chart = new uPlot(
    {
      width: Math.max(1, box.clientWidth),
      height: Math.max(1, box.clientHeight),
      legend: { show: false },
      cursor: { sync: { key: syncKey, setSeries: false }, drag: { x: false, y: false }, points: { size: 7 } },
      scales: {
        x: { time: false, range: () => [0, lastEpoch] },
        y: { range: range ?? fromZero },
      },
      axes: epochAxes(colour, label, format),
      series: [
        {},
        { label: 'training', stroke: colour('--run-1'), width: 2, points },
        { label: 'test', stroke: colour('--run-1'), width: 2, dash: DASH, points },
        { label: 'validation', stroke: colour('--run-1'), width: 2, dash: DOTS, points },
      ],
      hooks: {
        drawAxes: [(plot) => shadeGap(plot, 1, 2, colour('--accent-soft')())], // what is known by heart only
        draw: [(plot) => bestEpoch !== undefined && markEpoch(plot, bestEpoch, 'best', colour('--text-soft')())],
        setCursor: [(plot) => onPoint(plot.cursor.idx ?? undefined)],
      },
    },
    [[], [], [], []],
    box,
  );
  nameChart(chart, name);
  followBox(box, () => chart);

  return {
    /**
     * @param {ChartPoint[]} curve
     * @param {number} epochs of the whole run
     * @param {number} [best] the epoch to be marked
     * @returns {ChartPoint[]} the points that are drawn
     */
    update(curve, epochs, best) {
      bestEpoch = best;
      const drawn = thin(curve, MOST_POINTS);
      lastEpoch = Math.max(1, Math.min(epochs, FEWEST_EPOCHS), drawn.at(-1)?.epoch ?? 0);
      chart.setData([
        drawn.map(({ epoch }) => epoch),
        drawn.map(({ train }) => gapUnlessFinite(train)),
        drawn.map(({ test }) => gapUnlessFinite(test)),
        drawn.map(({ validation }) => gapUnlessFinite(validation)),
      ]);
      return drawn;
    },
    /** The colours of the style sheet have changed. */
    redraw: () => {
      colours.forget();
      chart.redraw();
    },
  };
}

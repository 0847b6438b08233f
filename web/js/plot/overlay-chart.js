// A chart of the same curve of several runs, or of several layers: a colour each, a dash a kind. A thin wrap of uPlot, which is made anew when the
// curves are others, and only gets new numbers when they have grown.

import uPlot from '../../vendor/uplot/dist/uPlot.esm.js';
import { createColours, epochAxes, followBox, fromZero, nameChart } from './chart-frame.js';
import { oneAFrame } from './one-a-frame.js';
import { overlay } from './overlay-data.js';

/** colour: custom property of the style sheet; dash: lengths of strokes and gaps, none for a solid line. */
/** @typedef {import('./overlay-data.js').Curve & { label: string, colour: string, dash: number[] }} NamedCurve */
/**
 * @typedef {object} OverlayOptions
 * @property {string} label of the vertical axis
 * @property {(value: number) => string} format of its ticks
 * @property {boolean} logarithmic
 * @property {string} [name] accessible name of the chart, if what it shows can be another quantity now
 */

/**
 * The lines of a logarithmic axis that have a number: all of them, over many powers of ten, would be grey bands.
 * @param {uPlot.Axis[]} axes
 * @returns {uPlot.Axis[]}
 */
const labelledLinesOnly = (axes) =>
  axes.map((axis) => ({
    ...axis,
    grid: {
      ...axis.grid,
      filter: (plot, splits, i, space, increment) =>
        plot.axes[i]?.filter?.(plot, splits, i, space, increment) ?? splits,
    },
  }));

/**
 * @param {HTMLElement} box the element that the chart fills
 * @param {string} firstName its accessible name
 */
export function createOverlayChart(box, firstName) {
  const colours = createColours();
  /** @type {uPlot | undefined} */
  let chart;
  let shape = '';
  /** Which update is the last. */
  let newest = 0;

  /** @param {NamedCurve[]} curves @param {OverlayOptions} options */
  const make = (curves, { label, format, logarithmic, name = firstName }) => {
    chart?.destroy();
    const axes = epochAxes(colours.of, label, format);
    chart = new uPlot(
      {
        width: Math.max(1, box.clientWidth),
        height: Math.max(1, box.clientHeight),
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { size: 6 } },
        scales: {
          x: { time: false, range: (_, __, max) => [0, Math.max(1, Number.isFinite(max) ? max : 1)] },
          y: logarithmic ? { distr: 3 } : { range: fromZero },
        },
        axes: logarithmic ? labelledLinesOnly(axes) : axes,
        series: [
          {},
          ...curves.map((curve) => ({
            label: curve.label,
            stroke: colours.of(curve.colour),
            width: 2,
            dash: curve.dash,
            points: { show: (/** @type {uPlot} */ plot) => plot.data[0].length === 1, size: 6 },
          })),
        ],
      },
      [[], ...curves.map(() => [])],
      box,
    );
    nameChart(chart, name);
  };
  followBox(box, () => chart);

  return {
    /** @param {NamedCurve[]} curves @param {OverlayOptions} options */
    update(curves, options) {
      const { label, logarithmic, name } = options;
      const nextShape = JSON.stringify([
        name,
        label,
        logarithmic,
        curves.map((curve) => [curve.label, curve.colour, curve.dash]),
      ]);
      newest += 1;
      const mine = newest;
      oneAFrame(() => {
        if (mine !== newest) {
          return;
        }
        if (nextShape !== shape) {
          shape = nextShape;
          make(curves, options);
        }
        chart?.setData(/** @type {uPlot.AlignedData} */ (overlay(curves, logarithmic)));
      });
    },
    /** The colours of the style sheet have changed. */
    redraw: () => {
      colours.forget();
      chart?.redraw();
    },
    /** The chart as it is, for a picture of it. */
    canvas: () => chart?.ctx.canvas,
  };
}

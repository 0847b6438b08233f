// What every chart over epochs has in common: colours of the style sheet, axes, and the size of its box.

import { oneAFrame } from './one-a-frame.js';

/** @typedef {import('../../vendor/uplot/dist/uPlot.esm.js')} Chart */
/** @typedef {(name: string) => () => string} ColourOf  a colour of the style sheet, by the name of its custom property */

/** Drawn of one curve: more cannot be told apart. */
export const MOST_POINTS = 2000;

const FONT = '12px system-ui, sans-serif';

/** Each colour is read once: to ask for one makes the browser work out all styles. */
export function createColours() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    /** @type {ColourOf} */
    of: (name) => () => {
      const colour = known.get(name) ?? getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      known.set(name, colour);
      return colour;
    },
    forget: () => known.clear(),
  };
}

/**
 * @param {ColourOf} colour
 * @param {string} label of the vertical axis
 * @param {(value: number) => string} format of its ticks
 * @returns {import('../../vendor/uplot/dist/uPlot.esm.js').Axis[]}
 */
export function epochAxes(colour, label, format) {
  const axis = { font: FONT, labelFont: FONT, stroke: colour('--text-soft'), labelSize: 20 };
  const lines = { stroke: colour('--rule'), width: 1 };
  return [
    { ...axis, label: 'Epoch', size: 32, grid: { show: false }, ticks: lines },
    {
      ...axis,
      label,
      size: 48,
      values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : format(tick))), // a logarithmic axis leaves some out
      grid: lines,
      ticks: { show: false },
    },
  ];
}

/** A vertical axis from 0 to a little above the data. @type {(chart: Chart, min: number, max: number) => [number, number]} */
export const fromZero = (_, __, max) => [0, Number.isFinite(max) && max > 0 ? max * 1.05 : 1];

/**
 * Fills what lies between two curves, where both have values.
 * @param {Chart} chart
 * @param {number} a the number of a curve
 * @param {number} b
 * @param {string} colour
 */
export function shadeGap(chart, a, b, colour) {
  const { ctx, data } = chart;
  const [epochs] = data;
  const corners = (/** @type {number} */ curve) =>
    [...epochs].flatMap((epoch, i) => {
      const [value, other] = [data[curve]?.[i], data[curve === a ? b : a]?.[i]];
      return typeof value === 'number' && typeof other === 'number'
        ? [[chart.valToPos(epoch, 'x', true), chart.valToPos(value, 'y', true)]]
        : [];
    });
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  [...corners(a), ...corners(b).reverse()].forEach(([x = 0, y = 0]) => ctx.lineTo(x, y));
  ctx.fill();
  ctx.restore();
}

/**
 * A vertical line at an epoch, with a word beside it.
 * @param {Chart} chart
 * @param {number} epoch
 * @param {string} word
 * @param {string} colour
 */
export function markEpoch(chart, epoch, word, colour) {
  const { ctx, bbox } = chart;
  const x = Math.round(chart.valToPos(epoch, 'x', true));
  const scale = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = scale;
  ctx.setLineDash([2 * scale, 3 * scale]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${12 * scale}px system-ui, sans-serif`;
  const onTheLeft = x > bbox.left + bbox.width / 2;
  ctx.textAlign = onTheLeft ? 'right' : 'left';
  ctx.fillText(word, x + (onTheLeft ? -4 : 4) * scale, bbox.top + 12 * scale);
  ctx.restore();
}

/** @param {Chart} chart @param {string} name that is read aloud */
export function nameChart(chart, name) {
  chart.ctx.canvas.setAttribute('role', 'img');
  chart.ctx.canvas.setAttribute('aria-label', name);
}

/**
 * @param {HTMLElement} box
 * @param {() => Chart | undefined} chart that fills the box now
 */
export function followBox(box, chart) {
  const fill = () => {
    if (box.clientWidth > 0 && box.clientHeight > 0) {
      chart()?.setSize({ width: box.clientWidth, height: box.clientHeight });
    }
  };
  new ResizeObserver(() => oneAFrame(fill)).observe(box);
}

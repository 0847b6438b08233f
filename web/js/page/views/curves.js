// Loss and accuracy against epochs: two charts on one axis, each with its values as a table.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { createLineChart } from '../../plot/line-chart.js';
import { shareFrame } from '../../plot/shared-frame.js';
import { count, epochText, lossText, percent } from '../format.js';
import { bestPoint, tableRows } from '../run.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').Point} Point */
/** @typedef {import('../../plot/line-chart.js').ChartPoint} ChartPoint */

/**
 * What a chart shows of a point.
 * @typedef {{ name: string, title: string, format: (value: number) => string, tick: (value: number) => string,
 *   range: [number, number] | undefined, pick: (point: Point) => ChartPoint }} Quantity
 */

/** @type {Quantity[]} */
const QUANTITIES = [
  {
    name: 'Loss curves',
    title: 'Loss',
    format: lossText,
    tick: (value) => String(Number(value.toPrecision(3))),
    range: undefined,
    pick: ({ epoch, trainLoss, testLoss, validationLoss }) => ({
      epoch,
      train: trainLoss,
      test: testLoss,
      validation: validationLoss,
    }),
  },
  {
    name: 'Accuracy curves',
    title: 'Accuracy',
    format: percent,
    tick: (value) => `${Math.round(value * 100)} %`,
    range: [0, 1],
    pick: ({ epoch, trainAccuracy, testAccuracy, validationAccuracy }) => ({
      epoch,
      train: trainAccuracy,
      test: testAccuracy,
      validation: validationAccuracy,
    }),
  },
];

/** @param {Quantity} quantity @param {Point[]} points @param {boolean} validated */
const table = (quantity, points, validated) =>
  html`<table>
    <thead>
      <tr>
        <th scope="col">Epoch</th>
        <th scope="col">Training</th>
        <th scope="col">Test</th>
        ${validated ? html`<th scope="col">Validation</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${tableRows(points).map((point) => {
        const { epoch, train, test, validation } = quantity.pick(point);
        return html`<tr>
          <td>${epoch}</td>
          <td>${quantity.format(train)}</td>
          <td>${quantity.format(test)}</td>
          ${validated ? html`<td>${quantity.format(validation)}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;

/**
 * @param {Quantity} quantity
 * @param {ChartPoint | undefined} point
 */
const readout = ({ format }, point) =>
  point
    ? html`epoch ${epochText(point.epoch)} · training ${format(point.train)} · test
      ${format(point.test)}${Number.isNaN(point.validation) ? nothing : html` · validation ${format(point.validation)}`}`
    : nothing;

/** @param {string} kind */
const swatch = (kind) =>
  html`<svg class="swatch ${kind}" viewBox="0 0 28 4" aria-hidden="true"><line x1="0" y1="2" x2="28" y2="2" /></svg>`;

/**
 * @param {HTMLElement} box
 * @param {Quantity} quantity
 */
function createChartView(box, quantity) {
  render(
    html`<div class="chart-head">
        <h3>${quantity.title}</h3>
        <span class="legend"
          >${swatch('train')} training ${swatch('test')} test
          <span class="validation-legend" hidden>${swatch('validation')} validation</span></span
        >
        <span class="readout"></span>
      </div>
      <div class="chart"></div>
      <details>
        <summary>Values of ${quantity.title.toLowerCase()}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="Table of ${quantity.title.toLowerCase()}"></div>
      </details>`,
    box,
  );
  const details = box.querySelector('details');
  const [chartBox, output, tableBox, legend] = ['.chart', '.readout', '.scroll', '.validation-legend'].map(
    (selector) => /** @type {HTMLElement} */ (box.querySelector(selector)),
  );
  if (!details || !chartBox || !output || !tableBox || !legend) {
    throw new Error('the chart’s frame is incomplete');
  }
  /** @type {ChartPoint[]} */
  let drawn = [];
  /** @type {number | undefined} */
  let pointed;
  const showReadout = () =>
    render(readout(quantity, pointed === undefined ? drawn.at(-1) : (drawn[pointed] ?? drawn.at(-1))), output);
  /** The table of all points, which nobody sees while it is closed. */
  let showTable = () => {};
  details.addEventListener('toggle', () => showTable());
  const chart = createLineChart({
    box: chartBox,
    name: quantity.name,
    label: quantity.title,
    format: quantity.tick,
    range: quantity.range,
    syncKey: 'epochs',
    onPoint: (index) => {
      pointed = index;
      showReadout();
    },
  });
  return {
    /** @param {Point[]} points @param {number} epochs @param {boolean} validated whether there is a validation curve */
    update(points, epochs, validated) {
      const best = points.length > 1 ? bestPoint(points).epoch : undefined;
      drawn = chart.update(points.map(quantity.pick), epochs, best);
      showReadout();
      legend.hidden = !validated;
      showTable = () => render(details.open ? table(quantity, points, validated) : nothing, tableBox);
      showTable();
    },
    redraw: chart.redraw,
  };
}

/** @param {HTMLElement} root */
export function createCurvesView(root) {
  const boxes = QUANTITIES.map(() => document.createElement('div'));
  boxes.forEach((box) => box.classList.add('chart-box'));
  const note = document.createElement('p');
  note.className = 'hint';
  root.replaceChildren(...boxes, note);
  root.hidden = true;
  // Made before there is anything to show: when a run starts, that would keep the page from answering.
  const charts = boxes.map((box, i) => createChartView(box, /** @type {Quantity} */ (QUANTITIES[i])));
  /** @type {Point[] | undefined} */
  let shown;

  return {
    /** @param {State} state */
    update({ run }) {
      root.hidden = run === undefined;
      if (!run || run.points === shown) {
        return;
      }
      shown = run.points;
      const validated = run.settings.validationShare > 0;
      for (const chart of charts) {
        shareFrame(() => {
          if (shown === run.points) {
            chart.update(run.points, run.settings.epochs, validated);
          }
        });
      }
      const trained = run.progress?.imagesPerEpoch ?? run.settings.trainImages;
      const sample = Math.min(trained, 10_000);
      render(
        html`All curves are measured the same way, with the weights of that moment: training on
        ${trained > sample ? 'a fixed sample of ' : 'all '}${count(sample)} training images, test on all test
        images${validated ? `, validation on the ${count(run.settings.trainImages - trained)} set aside` : ''}. Epoch 0
        is the untrained network. Shaded: the gap between training and test; “best”: the epoch of the
        ${validated ? 'lowest validation loss' : 'highest test accuracy'}.`,
        note,
      );
    },
    redraw: () => charts.forEach((chart) => chart.redraw()),
  };
}

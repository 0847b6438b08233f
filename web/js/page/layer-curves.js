// What is said and drawn of each layer over the epochs: its gradient, its updates, its flat units. Pure.

import { thin } from '../plot/curve-data.js';
import { digitsAndPower, percent, significant } from './format.js';

/** @typedef {import('./run.js').LayerInsides} LayerInsides */
/** @typedef {import('../settings.js').Settings} Settings */

/**
 * A quantity of a layer. what: it is; see: what is to be seen in its curves; tick: a number as its axis writes it.
 * @typedef {{ field: keyof LayerInsides, title: string, what: string, see: string, logarithmic: boolean, hiddenOnly: boolean,
 *   value: (value: number) => string, tick: (value: number) => string }} Quantity
 */

/** What a flat unit is called, what it does, and what follows; see isFlat in core/include/ffnn/activation.h. */
const RELU = {
  title: 'Dead units',
  what: 'The share of a layer’s units that gave 0 on every training image sampled.',
  see: 'Such a unit passes no gradient on, so its weights stay as they are: a curve that jumps up and stays there often comes from a learning rate that is too high.',
};
const NEVER_ABOVE = {
  title: 'Units never above 0',
  what: 'The share of a layer’s units that gave nothing above 0 on any training image sampled.',
  see: 'Little gradient passes such a unit, but some does: a curve that falls again shows units that came back.',
};
const SATURATED = {
  title: 'Saturated units',
  what: 'The share of a layer’s units that stayed near an end of their range on every training image sampled.',
  see: 'Little gradient passes such a unit, so it learns slowly: a curve that rises shows weights that have become too large, often by a learning rate that is too high.',
};
/** @type {Record<Settings['activation'], typeof RELU>} */
const FLAT = {
  relu: RELU,
  'leaky-relu': NEVER_ABOVE,
  gelu: NEVER_ABOVE,
  sigmoid: SATURATED,
  tanh: SATURATED,
};

/** A short number beside an axis: 0.002, 10⁻⁴, 2·10⁻⁵. @param {number} value above 0 */
export function axisNumber(value) {
  const isPlain = value >= 0.001 && value < 10_000;
  const [digits, power] = isPlain ? [value, ''] : digitsAndPower(value);
  const short = String(Number(digits.toPrecision(2)));
  return power === '' ? short : short === '1' ? power : `${short}·${power}`;
}

/**
 * @param {number} l which layer, from the input side
 * @param {number} layers how many, the output layer included
 */
export const layerName = (l, layers) => (l === layers - 1 ? 'Output' : `Hidden ${l + 1}`);

/** The custom property with a layer's colour: the style sheet has one for each of at most seven. @param {number} l */
export const layerColour = (l) => `--run-${l + 1}`;

/** @param {Pick<Settings, 'activation' | 'gradient' | 'batchSize'>} settings @returns {Quantity[]} */
export const quantitiesOf = ({ activation, gradient, batchSize }) => [
  {
    field: 'gradientNorm',
    title: 'Gradient norm',
    what: 'How long the gradient of a layer’s weights is (the root mean square over some steps of the epoch): how steeply the loss changes with them.',
    see:
      gradient === 'report'
        ? `This run has the report’s gradient, which is divided by the batch size (${batchSize}) once more at every hidden layer on its way back: each curve lies far below the one of the layer after it, and the hidden layers hardly learn.`
        : 'A gradient that shrinks layer by layer from the output to the first layer vanishes, as with Sigmoid; with the setting “Gradient: As in the report” it is divided by the batch size again at every hidden layer, and these hardly learn.',
    logarithmic: true,
    hiddenOnly: false,
    value: significant,
    tick: axisNumber,
  },
  {
    field: 'updateRatio',
    title: 'Update ÷ weights',
    what: 'How far one step moves a layer’s weights, as a part of how large they are: length of the change ÷ length of the weights.',
    see: 'Around 0.001 is healthy: a layer far below hardly learns, and one far above is moved so far by each step that the loss may jump.',
    logarithmic: true,
    hiddenOnly: false,
    value: significant,
    tick: axisNumber,
  },
  {
    field: 'flatShare',
    ...FLAT[activation],
    logarithmic: false,
    hiddenOnly: true,
    value: percent,
    tick: (value) => `${Number((value * 100).toPrecision(3))} %`,
  },
];

/**
 * A curve a layer.
 * @param {LayerInsides[][]} epochs each whole epoch's layers, from the first epoch on
 * @param {Quantity} quantity
 * @param {number} most points of a curve
 * @returns {import('../plot/overlay-chart.js').NamedCurve[]}
 */
export function layerCurves(epochs, { field, hiddenOnly }, most) {
  const layers = epochs[0]?.length ?? 0;
  const drawn = thin(
    epochs.map((values, i) => ({ epoch: i + 1, values })),
    most,
  );
  return Array.from({ length: hiddenOnly ? layers - 1 : layers }, (_, l) => ({
    label: layerName(l, layers),
    colour: layerColour(l),
    dash: [],
    epochs: drawn.map(({ epoch }) => epoch),
    values: drawn.map(({ values }) => values[l]?.[field] ?? NaN),
  }));
}

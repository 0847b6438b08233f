// “Shows its work”: for the network in the form its sizes, its formulas, what it costs, and a check of its gradient made just now.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { forwardOperations, layerSizes, parameterCount, trainingOperations } from '../../network-costs.js';
import { CHOICES, readSettings } from '../../settings.js';
import { count, significant } from '../format.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../../settings.js').Settings} Settings */
/** @typedef {import('../../../wasm/ffnn.js').GradientCheck} GradientCheck */

const CHECKED_LAYERS = 3; // see core/include/ffnn/gradient_check.h

/** Each activation f and its slope f′. @type {Record<string, [string, string]>} */
const ACTIVATION_FORMULAS = {
  relu: ['max(0, z)', '1 where z > 0, else 0'],
  'leaky-relu': ['z where z > 0, else 0.01 z', '1 where z > 0, else 0.01'],
  sigmoid: ['1 ÷ (1 + e⁻ᶻ)', 'f(z) · (1 − f(z)), at most ¼'],
  tanh: ['tanh z', '1 − tanh² z'],
  gelu: ['z · Φ(z)', 'Φ(z) + z · φ(z)'],
};

/** @param {number} n */
const subscript = (n) => [...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

/** @param {number[]} hidden */
const layerTable = (hidden) => {
  const layers = layerSizes(hidden);
  const last = layers.length;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of formulas">
    <table class="formulas">
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">Forwards</th>
          <th scope="col">Weights</th>
          <th scope="col">Biases</th>
          <th scope="col">Parameters</th>
        </tr>
      </thead>
      <tbody>
        ${layers.map(({ inputs, outputs }, i) => {
          const l = i + 1;
          const input = i === 0 ? 'x' : `h${subscript(i)}`;
          const z = `${input} W${subscript(l)} + b${subscript(l)}`;
          return html`<tr>
            <th scope="row">${l === last ? 'Output' : `Hidden ${l}`}</th>
            <td>${l === last ? `p = softmax(${z})` : `h${subscript(l)} = f(${z})`}</td>
            <td>W${subscript(l)}: ${count(inputs)} × ${count(outputs)}</td>
            <td>b${subscript(l)}: ${count(outputs)}</td>
            <td>${count((inputs + 1) * outputs)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
};

/** @param {Settings} settings */
const backwards = ({ hidden, gradient, activation, labelSmoothing, dropout }) => {
  const [f = '', slope = ''] = ACTIVATION_FORMULAS[activation] ?? [];
  const last = subscript(hidden.length + 1);
  return html`<p>
      ${
        hidden.length > 0
          ? html`f is ${CHOICES.activation?.[activation]}: f(z) = ${f}; its slope f′(z) = ${slope}. · multiplies number
            by number.`
          : nothing
      }
      x holds a batch of B images, 784 numbers a row; p ten shares a row; y the true class as a 1 among zeros. The loss
      is the mean of −log p at the true
      class.${labelSmoothing > 0 ? ` While training, ${labelSmoothing} of each 1 in y is spread over all ten classes.` : ''}
      ${dropout > 0 ? 'While training, dropout leaves some of each h out.' : ''}
    </p>
    <p>
      Backwards: δ${last} = (p − y) ÷ B, and for each layer l from the last to the first the gradients are ∂Wₗ = hₗ₋₁ᵀ
      δₗ and ∂bₗ = the column sums of δₗ (h₀ is x). Between two layers δₗ₋₁ = (δₗ Wₗᵀ) ·
      f′(zₗ₋₁)${gradient === 'report' ? html`<strong class="bad"> ÷ B</strong>` : ''}.
      ${
        gradient === 'report'
          ? html`<strong class="bad">This second division by B is the slip of the report:</strong> each hidden layer
              gets its error once more divided by the batch size, and hardly learns.`
          : nothing
      }
    </p>`;
};

/** @param {GradientCheck | undefined} check @param {Settings} settings @param {number} layers */
function checkText(check, { gradient, activation }, layers) {
  if (!check) {
    return html`<p class="hint">The check is made as soon as the module is free.</p>`;
  }
  const fine = check.largestError < check.tolerance;
  return html`<p class=${fine ? 'check' : 'check bad'} role="status">
    <strong>${fine ? '✓ The gradient is right.' : '✗ This gradient is wrong.'}</strong>
    On a small network with ${layers} hidden ${layers === 1 ? 'layer' : 'layers'} of
    ${CHOICES.activation?.[activation]}, its ${count(check.parameters)} parameters were each moved by ±0.001 and the
    loss measured again. In the layer where they agree least, these slopes and the
    ${gradient === 'report' ? 'report’s' : 'exact'} gradient differ by ${significant(check.largestError)} of their size;
    up to ${check.tolerance} single precision explains.
  </p>`;
}

/**
 * @param {HTMLElement} root within the panel
 * @param {HTMLElement} panel
 * @param {(activation: string, gradient: string, hiddenLayers: number) => Promise<GradientCheck>} checkGradient
 */
export function createHowView(root, panel, checkGradient) {
  /** @type {State} */
  let state;
  /** What was checked last. @type {{ key: string, check: GradientCheck | undefined } | undefined} */
  let checked;

  const refresh = () => state && update(state);
  panel.addEventListener('shown', refresh);

  /** @param {Settings} settings @param {number} layers */
  const checkOf = ({ activation, gradient }, layers) => {
    const key = `${activation} ${gradient} ${layers}`;
    if (checked?.key !== key && !panel.hidden) {
      const asked = { key, check: /** @type {GradientCheck | undefined} */ (undefined) };
      checked = asked;
      checkGradient(activation, gradient, layers).then(
        (check) => {
          asked.check = check;
          refresh();
        },
        () => {
          checked = undefined; // the worker is gone: the next time
        },
      );
    }
    return checked?.key === key ? checked.check : undefined;
  };

  /** @param {State} next */
  function update(next) {
    state = next;
    const { settings, errors } = readSettings(state.texts);
    const { hidden, activation, gradient } = settings;
    if (errors.hidden || !hidden || !activation || !gradient) {
      render(
        html`<p class="lead">With layers that can be used in “Set up”, the network’s formulas stand here.</p>`,
        root,
      );
      return;
    }
    const whole = /** @type {Settings} */ (settings);
    const layers = Math.min(hidden.length, CHECKED_LAYERS);
    render(
      html`<h3>The network in the form: ${['784', ...hidden, '10'].join('-')}</h3>
        <p>
          ${count(parameterCount(hidden))} parameters. To classify an image takes ${count(forwardOperations(hidden))}
          operations, a product and a sum for each weight; to train on it ${count(trainingOperations(hidden))}:
          forwards, and backwards for the gradient of the weights and that of each layer’s input but the first’s.
        </p>
        ${layerTable(hidden)} ${backwards(whole)}
        <h3>Is the gradient right?</h3>
        ${checkText(checkOf(whole, layers), whole, layers)}`,
      root,
    );
  }
  return { update };
}

// What training looks like inside, a row a layer: does the gradient reach it, do its weights move, are its units alive?

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { percent, significant } from '../format.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').LayerInsides} LayerInsides */

/** What a flat unit is called; see isFlat in core/include/ffnn/activation.h. @type {Record<string, string>} */
const FLAT_NAMES = {
  relu: 'Dead units',
  'leaky-relu': 'Units never above 0',
  gelu: 'Units never above 0',
  sigmoid: 'Saturated units',
  tanh: 'Saturated units',
};

/** @param {LayerInsides[]} layers @param {string} activation */
const table = (layers, activation) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Table of layers">
    <table>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">Gradient norm</th>
          <th scope="col">Update ÷ weights</th>
          <th scope="col">${FLAT_NAMES[activation]}</th>
        </tr>
      </thead>
      <tbody>
        ${layers.map(
          ({ gradientNorm, updateRatio, flatShare }, l) =>
            html`<tr>
              <th scope="row">${l === layers.length - 1 ? 'Output' : `Hidden ${l + 1}`}</th>
              <td>${significant(gradientNorm)}</td>
              <td>${significant(updateRatio)}</td>
              <td>${l === layers.length - 1 ? '–' : percent(flatShare)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** @param {HTMLElement} root */
export function createInsidesView(root) {
  return {
    /** @param {State} state */
    update({ run }) {
      const epoch = run?.insides.length ?? 0;
      const layers = run?.insides.at(-1);
      render(
        html`<h3>Inside the network</h3>
          ${
            run && layers
              ? html`<p class="lead">
                    Epoch ${epoch}, means over some of its steps. A gradient that shrinks from the output to the first
                    layer vanishes on its way: that layer hardly learns, and its update is a tiny part of its weights
                    (around 0.001 is healthy). The last column counts units that were flat on every training image
                    sampled (for ReLU and its kin never above 0, for Sigmoid and Tanh always near an end): little or no
                    gradient passes them.
                  </p>
                  ${table(layers, run.settings.activation)}`
              : html`<p class="lead">
                  After the first epoch: how large the gradient of each layer is, and how far it moves.
                </p>`
          }`,
        root,
      );
    },
  };
}

// What training looks like inside, a row a layer: does the gradient reach it, do its weights move, are its units alive?

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { percent, significant } from '../format.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').LayerInsides} LayerInsides */

/** What a flat unit is called. @param {string} activation */
const flatName = (activation) => (activation === 'sigmoid' || activation === 'tanh' ? 'Saturated units' : 'Dead units');

/** @param {LayerInsides[]} layers @param {string} activation */
const table = (layers, activation) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Table of layers">
    <table>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">Gradient norm</th>
          <th scope="col">Update to weight</th>
          <th scope="col">${flatName(activation)}</th>
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
                    (around 0.001 is healthy). Units that gave the same flat answer to every training image sampled
                    learn nothing any more.
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

// One test image: its picture, the ten scores of one or two runs, and which pixels the answer hangs on.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { CLASS_NAMES, IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';
import { paintSaliency } from '../../plot/saliency-map.js';
import { percent } from '../format.js';

/** Scores of a run for the image, from 0 to 1. @typedef {{ name: string, scores: number[] }} Opinion */

/** @param {(context: CanvasRenderingContext2D) => void} paint */
const painting = (paint) =>
  ref((canvas) => {
    const context = /** @type {HTMLCanvasElement | undefined} */ (canvas)?.getContext('2d');
    if (context) {
      paint(context);
    }
  });

/** @param {number[]} scores */
const answerOf = (scores) => scores.indexOf(Math.max(...scores));

/** @param {Opinion} opinion @param {number} truth */
function sentence({ name, scores }, truth) {
  const answer = answerOf(scores);
  return html`<strong>${name}</strong> says ${CLASS_NAMES[answer]}, ${percent(scores[answer] ?? 0)}:
    ${answer === truth ? 'right.' : 'wrong.'}`;
}

/** @param {Opinion[]} opinions @param {number} truth */
const scoreTable = (opinions, truth) =>
  html`<table class="opinions">
    <thead>
      <tr>
        <th scope="col">Class</th>
        ${opinions.map(({ name }) => html`<th scope="col" colspan="2">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${CLASS_NAMES.map(
        (name, c) =>
          html`<tr class=${c === truth ? 'truth' : ''}>
            <th scope="row">${name}${c === truth ? html` <span class="hint">true</span>` : nothing}</th>
            ${opinions.map(({ scores }) => {
              const score = scores[c] ?? 0;
              return html`<td class="bar-cell">
                  <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect width=${(score * 100).toFixed(1)} height="8"></rect>
                  </svg>
                </td>
                <td>${percent(score)}</td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;

/**
 * @param {{ index: number, truth: number, pixels: Uint8Array | undefined, opinions: Opinion[],
 *   saliency: Float32Array | string, close: () => void }} image saliency: a text says why there is none
 */
export function imageDetail({ index, truth, pixels, opinions, saliency, close }) {
  const [first] = opinions;
  const answer = first ? answerOf(first.scores) : truth;
  return html`<div class="image-detail">
    <h4>Test image ${index}: ${CLASS_NAMES[truth]}</h4>
    <p role="status">${opinions.map((opinion) => html`${sentence(opinion, truth)} `)}</p>
    <div class="image-parts">
      <figure>
        <canvas
          class="large-image"
          role="img"
          aria-label="Test image ${index}"
          width=${IMAGE_SIZE}
          height=${IMAGE_SIZE}
          ${painting((context) => pixels && paintGrey(context, pixels, IMAGE_SIZE))}
        ></canvas>
        <figcaption>what the network sees</figcaption>
      </figure>
      ${
        typeof saliency === 'string'
          ? html`<p class="hint">${saliency}</p>`
          : html`<figure>
              <canvas
                class="large-image"
                role="img"
                aria-label="Saliency of test image ${index}"
                width=${IMAGE_SIZE}
                height=${IMAGE_SIZE}
                ${painting((context) => paintSaliency(context, saliency))}
              ></canvas>
              <figcaption>
                what “${CLASS_NAMES[answer]}” hangs on: brighter orange pixels would speak for it, brighter blue ones
                against
              </figcaption>
            </figure>`
      }
      ${scoreTable(opinions, truth)}
    </div>
    <button type="button" class="quiet" @click=${close}>Close this image</button>
  </div>`;
}

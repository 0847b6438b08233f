// What each unit of the first layer looks for: its weights as a picture, renewed while the network learns.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { createColours } from '../../plot/chart-frame.js';
import {
  columnsFor,
  largestWeight,
  paintTiles,
  parseColour,
  tilesPicture,
  WEIGHTS_PER_TILE,
} from '../../plot/weight-tiles.js';
import { followVisibility } from '../followed-visibility.js';
import { epochText, significant } from '../format.js';
import { createPacedRequest } from '../paced-request.js';
import { firstLayerWidth, unitPage } from '../unit-pages.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').Run} Run */
/** Units of a run, by its number, and how they are called. @typedef {{ run: number, first: number, count: number, text: string }} Units */

const REST_MS = 500;

/** Of when the weights are. @param {Run} run */
function whenText({ running, progress }) {
  if (running || !progress) {
    return 'as it trains';
  }
  const { state, keptEpoch, bestIsBack, bestEpoch, imagesSeen, imagesPerEpoch } = progress;
  const epoch = state === 'diverged' ? keptEpoch : bestIsBack ? bestEpoch : imagesSeen / imagesPerEpoch;
  return epoch === 0 ? 'before training' : `after epoch ${epochText(epoch)}`;
}

/** @param {Run} run */
const caption = ({ settings }) =>
  html`Each tile is one unit of the first
  layer${settings.hidden.length > 0 ? '' : ', which here is the output layer, in the order of the classes'}: its 784
  weights, each at the place of the pixel that it multiplies. Orange weights raise the unit’s sum where the picture is
  bright, blue ones lower it. A tile starts as noise, to which training adds parts and outlines of garments. With the
  usual first weights the noise hides most of them; small first weights (“First weights”: Normal, “Weight deviation”:
  0.01) and few units (“Hidden layers”: 64) let them be seen.`;

/**
 * @param {HTMLElement} root
 * @param {{ ask: (first: number, count: number) => Promise<Float32Array> }} actions
 */
export function createUnitWeightsView(root, { ask }) {
  const canvas = document.createElement('canvas');
  canvas.className = 'weight-tiles';
  canvas.setAttribute('role', 'img');
  const colours = createColours();
  /** @type {Run | undefined} */
  let run;
  let chosenPage = 0;
  /** @type {Float32Array | undefined} */
  let weights;
  /** Whose the weights are. @type {Units | undefined} */
  let shown;
  let failure = '';

  const page = () => unitPage(run ? firstLayerWidth(run.settings) : 1, chosenPage);
  /** @param {Units} units */
  const areWanted = (units) =>
    units.run === run?.number && units.first === page().first && units.count === page().count;

  /** @type {ReturnType<typeof createPacedRequest<Units, Float32Array>>} */
  const request = createPacedRequest({
    ask: ({ first, count }) => ask(first, count),
    answered: (units, answer) => {
      if (areWanted(units)) {
        [weights, shown, failure] = [answer, units, ''];
        show();
      }
    },
    failed: (units, error) => {
      if (areWanted(units)) {
        failure = `These weights could not be read: ${error.message}. The next point of the curves asks again.`;
        show();
      }
    },
    restMs: REST_MS,
  });

  /** @param {'want' | 'wantNow'} how */
  const renew = (how) => {
    if (!run || run.lost || !isSeen()) {
      request.forget();
      return;
    }
    const { first, count, text } = page();
    request[how]({ run: run.number, first, count, text });
  };
  const isSeen = followVisibility(root, () => renew('want'));

  /** @param {number} by */
  const turn = (by) => {
    chosenPage = unitPage(run ? firstLayerWidth(run.settings) : 1, page().page + by).page;
    failure = '';
    renew('wantNow');
    show();
  };

  const paint = () => {
    if (weights && weights.length > 0 && !canvas.hidden) {
      const [negative, zero, positive] = ['--run-1', '--ground', '--run-2'].map((name) =>
        parseColour(colours.of(name)()),
      );
      if (negative && zero && positive) {
        const columns = columnsFor(root.clientWidth, weights.length / WEIGHTS_PER_TILE);
        paintTiles(canvas, tilesPicture(weights, columns, { negative, zero, positive }));
      }
    }
  };
  new ResizeObserver(paint).observe(root);

  /** @param {string} name @param {boolean} isThere @param {number} by */
  const pageButton = (name, isThere, by) =>
    html`<button
      type="button"
      aria-disabled=${isThere ? 'false' : 'true'}
      @click=${() => {
        if (isThere) {
          turn(by);
        }
      }}
    >
      ${name}
    </button>`;

  const legend = () => {
    const most = significant(largestWeight(weights ?? new Float32Array()));
    return html`<p class="weight-legend hint">
      <span>−${most} <span class="weight-scale" aria-hidden="true"></span> +${most}</span>
      <span>The ends are the largest weight of these tiles, positive or negative; the middle is 0.</span>
    </p>`;
  };

  function show() {
    const { text, hasEarlier, hasLater } = page();
    // The tiles from before stay until others have come: nothing jumps.
    const isThere = shown !== undefined && shown.run === run?.number && !run.lost && failure === '';
    canvas.hidden = !isThere;
    canvas.setAttribute('aria-label', `Weights of the first layer, a tile a unit: ${shown?.text}`);
    render(
      html`<h3>Weights of the first layer</h3>
        ${
          !run
            ? html`<p class="lead">
                Once a network trains: the weights of each unit of its first layer as a picture of 28 × 28, while they
                change.
              </p>`
            : run.lost
              ? html`<p class="lead">The weights of this run are lost. Train it again to see them.</p>`
              : html`<p class="lead">${caption(run)}</p>
                  <div class="tile-pages">
                    ${
                      hasEarlier || hasLater
                        ? [pageButton('Earlier units', hasEarlier, -1), pageButton('Later units', hasLater, 1)]
                        : nothing
                    }
                    <span>${text}, ${whenText(run)}</span>
                  </div>
                  ${failure === '' ? nothing : html`<p class="error">${failure}</p>`} ${isThere ? legend() : nothing}`
        }
        ${canvas}`,
      root,
    );
    paint();
  }

  return {
    /** @param {State} state */
    update(state) {
      run = state.run;
      failure = '';
      renew('want');
      show();
    },
    redraw: () => {
      colours.forget();
      paint();
    },
  };
}

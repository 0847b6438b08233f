// What is going on: the status line, the progress of a run or of the data, and what went wrong with a way out of it.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { allowed } from '../allowed.js';
import { count, duration, roughDuration, roughly } from '../format.js';
import { interruptedEntry } from '../notebook.js';
import { secondsLeft } from '../run.js';
import { statusSentence } from '../status.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').Run} Run */

/** @param {Run} run */
function runProgress(run) {
  const progress = run.progress;
  if (!progress) {
    return nothing;
  }
  const { imagesSeen, imagesPerEpoch, epochs } = progress;
  const left = secondsLeft(run);
  const current = Math.max(1, Math.ceil(imagesSeen / imagesPerEpoch)); // the epoch of the last image seen
  return html`<progress aria-label="Run progress" max="1" .value=${imagesSeen / (epochs * imagesPerEpoch)}></progress>
    <p class="figures">
      <span>Epoch ${count(current)} of ${count(epochs)}</span>
      <span>Step ${count(progress.step)}</span>
      ${
        run.imagesPerSecond > 0
          ? html`<span>${roughly(run.imagesPerSecond)} images/s, measuring included</span>
              <span
                >${run.running && left !== undefined ? html`about ${roughDuration(left)} left` : duration(run.seconds)}</span
              >`
          : nothing
      }
    </p>`;
}

/** @param {State} state */
function dataProgress({ data, dataFailure }) {
  if (!data || dataFailure || data.loadedBytes >= data.totalBytes) {
    return nothing;
  }
  const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
  return html`<progress aria-label="Data progress" max=${data.totalBytes} .value=${data.loadedBytes}></progress>
    <p class="figures">
      <span>Fashion-MNIST: ${megabytes(data.loadedBytes)} of ${megabytes(data.totalBytes)} MB</span>
      <span>${count(data.train)} training and ${count(data.test)} test images are here</span>
    </p>`;
}

/** @param {State} state */
function drawingsProgress({ data, dataFailure }) {
  if (!data || dataFailure || data.drawn === data.drawnTotal) {
    return nothing;
  }
  return html`<progress aria-label="Drawings progress" max=${data.drawnTotal} .value=${data.drawn}></progress>
    <p class="figures"><span>Drawings to learn from: ${count(data.drawn)} of ${count(data.drawnTotal)} made</span></p>`;
}

/** @param {import('../notebook.js').Entry} entry */
const interruptedText = ({ name, run }) =>
  `${name} was interrupted after ${count(run.progress?.epochsDone ?? 0)} of ${count(run.settings.epochs)} epochs.`;

/**
 * @param {HTMLElement} root
 * @param {{ retryData: () => void, restart: () => void, bringBack: () => void, reload: () => void,
 *   trainAgain: (entry: import('../notebook.js').Entry) => void }} actions
 */
export function createStatusView(root, { retryData, restart, bringBack, reload, trainAgain }) {
  /** @param {State} state */
  const update = (state) => {
    const { run, dataFailure, notice, worker, replacedRun, coresOffered } = state;
    const canBringBack = allowed(state).bringBack;
    const interrupted = run || state.waiting ? undefined : interruptedEntry(state.notebook);
    render(
      html`<p class="status" role="status">${statusSentence(state)}</p>
        ${worker === 'silent' ? html`<button type="button" @click=${restart}>Start it again</button>` : nothing}
        ${run ? runProgress(run) : nothing}
        ${
          replacedRun // also while it cannot be done, or the curves below would jump when the run ends
            ? html`<p class="figures">
                <span>Run ${replacedRun.number} is kept.</span>
                <button
                  type="button"
                  class="quiet"
                  aria-disabled=${!canBringBack}
                  @click=${() => canBringBack && bringBack()}
                >
                  Bring the run back
                </button>
              </p>`
            : nothing
        }
        ${
          interrupted
            ? html`<p class="figures">
                <span>${interruptedText(interrupted)}</span>
                <button type="button" class="quiet" @click=${() => trainAgain(interrupted)}>
                  Train it again, the same to the bit
                </button>
              </p>`
            : nothing
        }
        ${
          coresOffered && !run // reloading would lose one
            ? html`<p class="figures">
                <span>Training uses one core of this machine.</span>
                <button type="button" class="quiet" @click=${reload}>Use all cores: reload</button>
              </p>`
            : nothing
        }
        ${!run?.running ? dataProgress(state) : nothing} ${drawingsProgress(state)}
        <div role="alert">
          ${notice ? html`<p class="error">${notice}</p>` : nothing}
          ${
            dataFailure
              ? html`<p class="error">
                  ${dataFailure} What is already here stays usable.
                  <button type="button" @click=${retryData}>Retry</button>
                </p>`
              : nothing
          }
        </div>`,
      root,
    );
  };
  return { update };
}

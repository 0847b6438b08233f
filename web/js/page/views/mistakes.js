// What a run gets wrong: which classes for which, class by class, and image by image, beside a second run.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { CLASS_NAMES } from '../../classes.js';
import { count, epochText } from '../format.js';
import { confusionOf, imagesIn, mistakes, scoresOf } from '../mistakes.js';
import { pointInUse } from '../run.js';
import { classMeasuresTable } from '../parts/class-measures.js';
import { confusionTable } from '../parts/confusion-table.js';
import { imageDetail } from '../parts/image-detail.js';
import { imageList } from '../parts/image-list.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').Run} Run */
/** @typedef {import('../parts/confusion-table.js').Cell} Cell */
/** A run that can be looked at. @typedef {{ id: string, name: string, run: Run }} Subject */

const FIRST_SHOWN = 12;
const NONE = '';

/**
 * @param {HTMLElement} root
 * @param {{ book: { labels: () => Uint8Array | undefined, scores: (id: string) => Uint8Array | undefined },
 *   pixels: (index: number) => Uint8Array | undefined, saliency: (index: number) => Promise<Float32Array> }} sources
 */
export function createMistakesView(root, { book, pixels, saliency }) {
  /** @type {string | undefined} the run looked at, if a person has chosen one */
  let subjectId;
  let besideId = NONE;
  let shares = false;
  /** @type {Cell | undefined} */
  let chosen;
  /** @type {Cell} */
  let focused = { truth: 0, answer: 0 };
  let shown = FIRST_SHOWN;
  /** @type {number | undefined} */
  let opened;
  /** Of the opened image, with the network of one moment. @type {{ key: string, map: Float32Array | undefined } | undefined} */
  let salient;
  /** @type {State} */
  let state;

  const refresh = () => state && update(state);
  root.addEventListener('shown', refresh);

  /** The run on the page, and those that are ticked. @returns {Subject[]} */
  const subjects = () => {
    const { run, notebook } = state;
    const ids = new Set([...(run ? [run.id] : []), ...notebook.ticked]);
    return notebook.entries
      .filter(({ id, run: its }) => ids.has(id) && its.confusion)
      .map(({ id, name, run: its }) => ({ id, name, run: its }))
      .sort((a, b) => Number(b.id === run?.id) - Number(a.id === run?.id));
  };

  /** @param {Subject} subject */
  const saliencyOf = (subject) => {
    const { run } = state;
    if (opened === undefined || subject.id !== run?.id || run.lost) {
      return 'Only the run on the page can be asked which pixels its answer hangs on: its weights are at hand.';
    }
    const key = `${run.id} ${opened} ${run.progress?.step} ${run.progress?.bestIsBack}`;
    if (salient?.key !== key) {
      const asked = { key, map: /** @type {Float32Array | undefined} */ (undefined) };
      salient = asked;
      saliency(opened).then(
        (map) => {
          asked.map = map;
          refresh();
        },
        () => {}, // the run was replaced meanwhile
      );
    }
    return salient?.map ?? 'Working out which pixels the answer hangs on …';
  };

  /** @param {Subject[]} all @param {Subject} subject @param {Subject | undefined} beside */
  const controls = (all, subject, beside) => {
    const choices = (/** @type {string} */ id) =>
      all.map((it) => html`<option value=${it.id} .selected=${live(it.id === id)}>${it.name}</option>`);
    const valueOf = (/** @type {Event} */ event) => /** @type {HTMLSelectElement} */ (event.target).value;
    return html`<div class="overlay-controls">
      <span class="choice-row"
        ><label for="mistakes-run">Run</label>
        <select
          id="mistakes-run"
          @change=${(/** @type {Event} */ event) => {
            subjectId = valueOf(event);
            refresh();
          }}
        >
          ${choices(subject.id)}
        </select></span
      >
      <span class="choice-row"
        ><label for="mistakes-beside">Beside</label>
        <select
          id="mistakes-beside"
          ?disabled=${all.length < 2}
          @change=${(/** @type {Event} */ event) => {
            besideId = valueOf(event);
            refresh();
          }}
        >
          <option value=${NONE} .selected=${live(!beside)}>no other run</option>
          ${choices(beside?.id ?? NONE)}
        </select></span
      >
      <span class="choice-row"
        ><label for="mistakes-shares">Cells</label>
        <select
          id="mistakes-shares"
          @change=${(/** @type {Event} */ event) => {
            shares = valueOf(event) === 'shares';
            refresh();
          }}
        >
          <option value="counts" .selected=${live(!shares)}>images</option>
          <option value="shares" .selected=${live(shares)}>% of the row</option>
        </select></span
      >
      ${all.length < 2 ? html`<span class="hint">Tick runs in the notebook to set one beside another here.</span>` : nothing}
    </div>`;
  };

  /** While it trains, its last scores are of other weights than the table. @param {Subject} subject */
  const scoresAtRest = ({ id, run }) => (run.running ? undefined : book.scores(id));

  /** @param {Subject} subject @param {Subject | undefined} beside */
  const images = (subject, beside) => {
    const scores = scoresAtRest(subject);
    const labels = book.labels();
    if (!scores || !labels) {
      return html`<p class="lead">
        ${
          subject.run.running
            ? 'When the run rests, at its end or in a pause, the images behind the numbers can be opened here.'
            : 'The scores of this run for the test images are not there.'
        }
      </p>`;
    }
    const besideScores = beside && book.scores(beside.id);
    const list = chosen ? imagesIn(scores, labels, chosen.truth, chosen.answer) : mistakes(scores, labels);
    const title = chosen
      ? chosen.truth === chosen.answer
        ? `${CLASS_NAMES[chosen.truth]}, found`
        : `${CLASS_NAMES[chosen.truth]} taken for ${CLASS_NAMES[chosen.answer]}`
      : 'The surest mistakes';
    const opinion = (/** @type {Subject} */ { name }, /** @type {Uint8Array} */ its) => ({
      name,
      scores: scoresOf(its, opened ?? 0),
    });
    return html`<h3>${title}: ${count(list.length)} ${list.length === 1 ? 'image' : 'images'}, surest first</h3>
      ${
        chosen
          ? html`<button
              type="button"
              class="quiet"
              @click=${() => {
                document.getElementById(`cell-${chosen?.truth}-${chosen?.answer}`)?.focus({ preventScroll: true });
                chosen = undefined;
                shown = FIRST_SHOWN;
                refresh();
              }}
            >
              Back to the surest mistakes
            </button>`
          : nothing
      }
      ${
        opened === undefined
          ? nothing
          : imageDetail({
              index: opened,
              truth: labels[opened] ?? 0,
              pixels: pixels(opened),
              opinions: [opinion(subject, scores), ...(beside && besideScores ? [opinion(beside, besideScores)] : [])],
              saliency: saliencyOf(subject),
              close: () => {
                document.getElementById(`image-${opened}`)?.focus(); // the button pressed is about to go
                opened = undefined;
                refresh();
              },
            })
      }
      ${imageList(list, {
        shown,
        opened,
        pixels,
        open: (index) => {
          opened = index === opened ? undefined : index;
          refresh();
        },
        more: () => {
          shown += 2 * FIRST_SHOWN;
          refresh();
        },
      })}`;
  };

  /** @param {State} next */
  function update(next) {
    state = next;
    const all = subjects();
    const subject = all.find(({ id }) => id === subjectId) ?? all[0];
    const beside = all.find(({ id }) => id === besideId && id !== subject?.id);
    const scores = subject && scoresAtRest(subject);
    const labels = book.labels();
    const confusion = scores && labels ? confusionOf(scores, labels) : subject?.run.confusion;
    const isMidway = scores !== undefined && subject?.run.progress?.state === 'training';
    const answered = subject && pointInUse(subject.run);
    render(
      subject && confusion && answered && answered.epoch > 0
        ? html`${controls(all, subject, beside)}
            <h3>What ${subject.name} takes for what</h3>
            <p class="lead">
              All test images with the weights of ${isMidway ? 'its last pause' : `epoch ${epochText(answered.epoch)}`}:
              a row is the true class, a column the network’s answer. The diagonal is right; marked cells are the
              frequent mistakes. Press a cell for its images.
            </p>
            ${confusionTable(confusion, {
              shares,
              chosen,
              focused,
              choose: (cell) => {
                chosen = cell;
                shown = FIRST_SHOWN;
                opened = undefined;
                refresh();
              },
              focus: (cell) => {
                focused = cell;
                refresh();
              },
            })}
            ${root.hidden ? nothing : images(subject, beside)} ${classMeasuresTable(confusion)}`
        : html`<h3>What is taken for what</h3>
            <p class="lead">After the first epoch: how often each class is taken for each other one.</p>`,
      root,
    );
  }
  return { update, refresh };
}

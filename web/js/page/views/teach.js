// “Teach it”: the class of what the network is shown, the pictures taught so far, and how many of them the network knows.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { CLASS_NAMES } from '../../classes.js';
import { classChoice } from '../parts/class-choice.js';
import { createFileChooser } from '../parts/file-chooser.js';
import { smallImage } from '../parts/small-image.js';
import { shownToNetwork } from '../subject.js';
import { whyNoLesson } from '../teach-actions.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../teach-actions.js').Lessons} Lessons */
/** @typedef {import('../own-pictures.js').OwnPicture} OwnPicture */

/**
 * @param {HTMLElement} root
 * @param {{ teachThis: (label: number) => void, teach: () => void, forget: () => void, remove: (picture: OwnPicture) => void,
 *   bringBack: () => void, save: () => void, open: (file: File) => void }} actions
 */
export function createTeachView(root, actions) {
  let label = 0;
  const chooser = createFileChooser('Own pictures to open', '.json,application/json', actions.open);
  /** @type {State | undefined} */
  let shown;
  /** @type {Lessons | undefined} */
  let lessons;

  /** @param {Lessons} own */
  const list = ({ pictures, answers, removed }) =>
    html`<ul class="own">
        ${repeat(
          pictures,
          ({ id }) => id,
          (picture, i) => {
            const name = CLASS_NAMES[picture.label];
            const answer = answers?.[i];
            const verdict =
              answer === undefined ? '' : answer === picture.label ? ', known' : `, taken for ${CLASS_NAMES[answer]}`;
            return html`<li class=${answer === undefined || answer === picture.label ? '' : 'wrong'}>
              <button
                type="button"
                title="Remove"
                aria-label=${`Remove: ${name}${verdict}`}
                @click=${() => actions.remove(picture)}
              >
                ${smallImage(picture.pixels)}
              </button>
              <span>${name}</span>
            </li>`;
          },
        )}
      </ul>
      ${
        removed
          ? html`<p class="hint">
              Removed. <button type="button" class="quiet" @click=${actions.bringBack}>Bring it back</button>
            </p>`
          : nothing
      }`;

  /** @param {Lessons} own */
  const knowledge = ({ pictures, answers, taught, teaching }) => {
    if (teaching) {
      return 'Teaching…';
    }
    if (!answers) {
      return `${pictures.length} kept in this browser.`;
    }
    const right = pictures.filter(({ label: its }, i) => answers[i] === its).length;
    return `${right} of ${pictures.length} known${taught ? ', after the lesson' : ''}.`;
  };

  const update = () => {
    if (!shown || !lessons) {
      return;
    }
    const { pictures, taught, teaching, kept, message } = lessons;
    const obstacle = whyNoLesson(shown);
    const isThere = shownToNetwork(shown).pixels !== undefined;
    const ready = isThere && !obstacle && !teaching;
    render(
      html`<h3>Teach it</h3>
        <form
          class="one-line"
          @submit=${(/** @type {Event} */ event) => {
            event.preventDefault();
            if (ready) {
              actions.teachThis(label);
            }
          }}
        >
          <label for="own-class">This is a</label>
          ${classChoice('own-class', (chosen) => {
            label = chosen;
          })}
          <button type="submit" aria-disabled=${!ready}>Teach</button>
        </form>
        <p class="hint">
          ${
            obstacle ??
            (isThere
              ? 'A copy of the network learns it in a few seconds; the run itself stays as it is.'
              : shown.subject === 'photo'
                ? 'Open a photo first.'
                : 'Draw something first.')
          }
        </p>
        ${pictures.length > 0 ? html`<p role="status">${knowledge(lessons)}</p>` : nothing} ${list(lessons)}
        <div class="buttons">
          ${
            pictures.length > 0 && !obstacle && !taught
              ? html`<button type="button" aria-disabled=${teaching} @click=${() => teaching || actions.teach()}>
                  Teach all
                </button>`
              : nothing
          }
          ${taught ? html`<button type="button" @click=${actions.forget}>Forget the lesson</button>` : nothing}
          ${pictures.length > 0 ? html`<button type="button" @click=${actions.save}>Save the set</button>` : nothing}
          <button type="button" @click=${() => chooser.click()}>Open a saved set</button>
          ${chooser}
        </div>
        <div role="alert">
          ${message ? html`<p class="hint">${message}</p>` : nothing}
          ${kept ? nothing : html`<p class="error">This browser keeps nothing for the page: save them before you leave.</p>`}
        </div>`,
      root,
    );
  };

  return {
    /** @param {State} state */
    update: (state) => {
      shown = state;
      update();
    },
    /** @param {Lessons} own */
    showLessons: (own) => {
      lessons = own;
      update();
    },
  };
}

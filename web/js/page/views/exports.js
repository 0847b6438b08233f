// Taking the ticked runs away: their curves as CSV, a table in Markdown, the charts as a picture, or all of it on paper.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { describeSettings } from '../../settings.js';
import { verdictOf } from '../run.js';
import { verdictText } from '../verdict.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../notebook.js').Entry} Entry */
/** @typedef {{ saveCsv: (entries: Entry[]) => void, saveMarkdown: (entries: Entry[]) => void, savePicture: () => void, print: () => void }} ExportActions */

/** What paper shows of a run beside its row. @param {Entry} entry */
const onPaper = ({ name, note, build, dataHash, createdAt, run }) => {
  const fit = verdictOf(run);
  const verdict = fit && verdictText(fit);
  return html`<li>
    <strong>${name}</strong>: ${describeSettings(run.settings)}.
    ${verdict ? html`${verdict.name}. ${verdict.sentence}` : nothing} ${note ? html`<br />Note: ${note}` : nothing}
    <br /><span class="hint">${new Date(createdAt).toLocaleString()} · build ${build}, images ${dataHash}</span>
  </li>`;
};

/**
 * @param {HTMLElement} root
 * @param {ExportActions} actions
 */
export function createExportsView(root, { saveCsv, saveMarkdown, savePicture, print }) {
  /** @param {State} state */
  const update = ({ notebook: { entries, ticked } }) => {
    const chosen = entries.filter(({ id }) => ticked.includes(id));
    root.hidden = chosen.length === 0;
    render(
      html`<p class="entry-buttons">
          <span>Take ${chosen.length === 1 ? 'this run' : `these ${chosen.length} runs`} with you:</span>
          <button type="button" @click=${() => saveCsv(chosen)}>Curves as CSV</button>
          <button type="button" @click=${() => saveMarkdown(chosen)}>Table in Markdown</button>
          <button type="button" @click=${savePicture}>Charts as PNG</button>
          <button type="button" @click=${print}>Print</button>
        </p>
        <ul class="on-paper">
          ${chosen.map(onPaper)}
        </ul>`,
      root,
    );
  };
  return { update };
}

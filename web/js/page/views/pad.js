// The drawing pad: a picture of the strokes that the core has rendered, with the newest ones drawn on top until their
// pixels arrive, and the tools around it.

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { CLASS_NAMES, IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';
import { count } from '../format.js';
import { helpButton, helpText } from '../help.js';
import { isEmpty, PAD_SIZE, SIZES } from '../pad.js';
import { listenToPad } from '../pad-input.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../pad.js').Pad} Pad */
/** @typedef {import('../pad.js').Stroke} Stroke */
/** @typedef {import('../pad.js').Tool} Tool */
/** @typedef {import('../pad.js').PadAction} PadAction */

const PIXELS = 560; // of the core's picture

const TOOL_NAMES = { brush: 'Brush', eraser: 'Eraser', fill: 'Fill' };

/** @param {CanvasRenderingContext2D} context @param {Stroke} stroke */
function paintStroke(context, { tool, size, grey, points }) {
  if (tool === 'fill' || tool === 'enclose') {
    return; // only the core knows how far it reaches
  }
  const level = tool === 'eraser' ? 0 : grey;
  context.strokeStyle = `rgb(${level} ${level} ${level})`;
  context.lineWidth = size;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(points[0] ?? 0, points[1] ?? 0);
  for (let i = 0; i < points.length; i += 2) {
    context.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
  }
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {Pad} pad */
function paintPad(context, pad) {
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (pad.result) {
    paintGrey(context, pad.result.picture, PIXELS);
  } else {
    context.fillRect(0, 0, PIXELS, PIXELS);
  }
  context.setTransform(PIXELS / PAD_SIZE, 0, 0, PIXELS / PAD_SIZE, 0, 0);
  pad.strokes
    .slice(Math.max(0, pad.resultStrokes - Math.max(1, pad.open)))
    .forEach((stroke) => paintStroke(context, stroke));
}

/**
 * @param {HTMLElement} root
 * @param {{ dispatch: (action: PadAction) => void, draw: () => void }} actions
 */
export function createPadView(root, { dispatch, draw }) {
  const canvas = document.createElement('canvas');
  canvas.width = PIXELS;
  canvas.height = PIXELS;
  canvas.className = 'pad';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'Drawing pad');
  canvas.setAttribute('aria-describedby', 'pad-hint');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const seenCanvas = document.createElement('canvas');
  seenCanvas.width = IMAGE_SIZE;
  seenCanvas.height = IMAGE_SIZE;
  seenCanvas.className = 'seen';
  seenCanvas.setAttribute('role', 'img');
  seenCanvas.setAttribute('aria-label', 'What the network sees');
  const seenContext = /** @type {CanvasRenderingContext2D} */ (seenCanvas.getContext('2d'));
  const crosshair = document.createElement('div');
  crosshair.className = 'crosshair';
  const frame = document.createElement('div');
  frame.className = 'pad-frame';
  frame.append(canvas, crosshair);

  let helpIsOpen = false;
  /** @type {State} */
  let shown;

  /** @param {PadAction} action */
  const change = (action) => {
    dispatch(action);
    draw();
  };

  listenToPad(canvas, {
    begin: (x, y) => change({ type: 'stroke-begun', x, y }),
    extend: (points) => change({ type: 'stroke-extended', points }),
    undo: () => change({ type: 'pad-undone' }),
    redo: () => change({ type: 'pad-redone' }),
    cursorMoved: (x, y, penDown) => {
      crosshair.classList.toggle('down', penDown);
      crosshair.style.left = `${(x / PAD_SIZE) * 100}%`;
      crosshair.style.top = `${(y / PAD_SIZE) * 100}%`;
    },
  });

  /** @param {keyof typeof TOOL_NAMES} tool */
  const toolButton = (tool) =>
    html`<button
      type="button"
      aria-pressed=${shown.pad.tool === tool}
      @click=${() => dispatch({ type: 'pad-tool-changed', tool })}
    >
      ${TOOL_NAMES[tool]}
    </button>`;

  /** @param {string} label @param {boolean} enabled @param {PadAction} action */
  const historyButton = (label, enabled, action) =>
    html`<button type="button" aria-disabled=${!enabled} @click=${() => enabled && change(action)}>${label}</button>`;

  /** @param {string} label @param {'size' | 'grey'} name @param {number} min @param {number} max */
  const slider = (label, name, min, max) =>
    html`<label class="slider" for="pad-${name}">
      <span>${label}</span>
      <input
        id="pad-${name}"
        type="range"
        min=${min}
        max=${max}
        .value=${live(String(shown.pad[name]))}
        @input=${(/** @type {Event} */ event) =>
          dispatch({
            type: 'pad-tool-changed',
            [name]: Number(/** @type {HTMLInputElement} */ (event.target).value),
          })}
      />
    </label>`;

  const caption = () => {
    const { base } = shown.pad;
    return base
      ? html`Test image ${count(base.index)}: <strong>${CLASS_NAMES[base.label]}</strong>.`
      : html`Draw a garment; shoes face left.`;
  };

  /** @param {State} state */
  const update = (state) => {
    shown = state;
    const { pad } = state;
    paintPad(context, pad);
    seenContext.fillRect(0, 0, IMAGE_SIZE, IMAGE_SIZE);
    if (pad.result) {
      paintGrey(seenContext, pad.result.seen, IMAGE_SIZE);
    }
    render(
      html`<p class="lead">${caption()}</p>
        ${frame}
        <p class="hidden-text" id="pad-hint">
          By keyboard: the arrow keys move the pen, Space puts it down or lifts it.
        </p>
        <div class="tools">
          <div class="buttons" role="group" aria-label="Tools">
            ${toolButton('brush')} ${toolButton('eraser')} ${toolButton('fill')}
            <button
              type="button"
              aria-pressed=${pad.mirrored}
              title="Each stroke is drawn on both sides of the middle"
              @click=${() => dispatch({ type: 'pad-tool-changed', mirrored: !pad.mirrored })}
            >
              Mirror
            </button>
          </div>
          <div class="buttons" role="group" aria-label="The drawing">
            ${historyButton('Undo', pad.past.length > 0, { type: 'pad-undone' })}
            ${historyButton('Redo', pad.future.length > 0, { type: 'pad-redone' })}
            ${historyButton('Clear', !isEmpty(pad), { type: 'pad-cleared' })}
            ${historyButton('Fill outlines', pad.strokes.length > 0, { type: 'outlines-filled' })}
          </div>
          <div class="seen-row">
            <div class="sliders">
              ${slider('Size', 'size', SIZES.least, SIZES.most)} ${slider('Grey', 'grey', 25, 255)}
            </div>
            <figure>
              ${seenCanvas}
              <figcaption>
                what it sees
                ${helpButton('What the network sees', 'seen-help', helpIsOpen, () => {
                  helpIsOpen = !helpIsOpen;
                  update(shown);
                })}
              </figcaption>
            </figure>
          </div>
          ${helpText(
            'seen-help',
            helpIsOpen,
            'A drawing is cut out, its longer side is made 28 pixels long, and it is centred, as the pictures of the data set were. A test image is shown as it is; strokes are added to it until Clear.',
          )}
        </div>`,
      root,
    );
  };
  return { update };
}

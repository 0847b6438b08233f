// The drawing pad's state: strokes as vectors, what can be undone and redone, the test image underneath, and what the
// network made of it. Pure; pixels are made in C++ only.

/** @typedef {import('../protocol.js').DrawingData} DrawingData */
/** @typedef {'brush' | 'eraser' | 'fill'} Tool */

/** x, y, x, y, … in pad units, 0 … 280. @typedef {{ tool: Tool, size: number, grey: number, points: number[] }} Stroke */

/** A test image as the pad's lowest layer. @typedef {{ index: number, label: number }} Base */

/** What undo goes back to: the strokes and the image at that time. @typedef {{ strokes: Stroke[], base: Base | undefined }} Layer */

/**
 * result: the last drawing that came back from the core, of the first resultStrokes strokes (the last of them may have
 * grown since). version: counts changes of the drawing. open: the last stroke is still being drawn.
 * @typedef {Layer & { past: Layer[], future: Layer[], tool: Tool, size: number, grey: number, version: number, open: boolean,
 *   result: DrawingData | undefined, resultStrokes: number }} Pad
 */

/**
 * @typedef {(
 *   | { type: 'stroke-begun', x: number, y: number }
 *   | { type: 'stroke-extended', points: number[] }
 *   | { type: 'pad-undone' }
 *   | { type: 'pad-redone' }
 *   | { type: 'pad-cleared' }
 *   | { type: 'pad-tool-changed', tool?: Tool, size?: number, grey?: number }
 *   | { type: 'base-loaded', base: Base }
 *   | { type: 'drawing-classified', result: DrawingData, strokes: number }
 *   | { type: 'scores-arrived', scores: Float32Array }
 * )} PadAction
 */

export const PAD_SIZE = 280;
export const SIZES = Object.freeze({ least: 2, most: 60 });

const TOOL_CODES = Object.freeze({ brush: 0, eraser: 1, fill: 2 });
const MOST_UNDO = 200;

/** @returns {Pad} */
export function emptyPad() {
  return {
    strokes: [],
    base: undefined,
    past: [],
    future: [],
    tool: 'brush',
    size: 16,
    grey: 255,
    version: 0,
    open: false,
    result: undefined,
    resultStrokes: 0,
  };
}

/** @param {Pad} pad */
export function isEmpty(pad) {
  return pad.strokes.length === 0 && !pad.base;
}

/** @param {Pad} pad @returns {Layer} */
const layerOf = ({ strokes, base }) => ({ strokes, base });

/**
 * A change that undo can take back.
 * @param {Pad} pad
 * @param {Layer} layer
 * @returns {Pad}
 */
function change(pad, layer) {
  const past = [...pad.past, layerOf(pad)].slice(-MOST_UNDO);
  return { ...pad, ...layer, past, future: [], version: pad.version + 1, open: false };
}

/**
 * @param {Pad} pad
 * @param {number[]} points
 * @returns {Pad}
 */
function beginStroke(pad, points) {
  const { tool, size, grey, strokes, base } = pad;
  return { ...change(pad, { strokes: [...strokes, { tool, size, grey, points }], base }), open: true };
}

/**
 * @param {Pad} pad
 * @param {PadAction} action
 * @returns {Pad}
 */
export function reducePad(pad, action) {
  switch (action.type) {
    case 'stroke-begun':
      return beginStroke(pad, [action.x, action.y]);
    case 'stroke-extended': {
      const last = pad.strokes.at(-1);
      if (!last || !pad.open) {
        return beginStroke(pad, action.points); // its beginning was undone or cleared while the pen was down
      }
      const longer = { ...last, points: [...last.points, ...action.points] };
      return { ...pad, strokes: [...pad.strokes.slice(0, -1), longer], version: pad.version + 1 };
    }
    case 'pad-undone': {
      const layer = pad.past.at(-1);
      return layer
        ? {
            ...pad,
            ...layer,
            past: pad.past.slice(0, -1),
            future: [...pad.future, layerOf(pad)],
            version: pad.version + 1,
            open: false,
          }
        : pad;
    }
    case 'pad-redone': {
      const layer = pad.future.at(-1);
      return layer ? { ...change(pad, layer), future: pad.future.slice(0, -1) } : pad;
    }
    case 'pad-cleared':
      return isEmpty(pad) ? pad : change(pad, { strokes: [], base: undefined });
    case 'pad-tool-changed':
      return {
        ...pad,
        tool: action.tool ?? pad.tool,
        size: action.size ?? pad.size,
        grey: action.grey ?? pad.grey,
      };
    case 'base-loaded':
      return change(pad, { strokes: [], base: action.base });
    case 'drawing-classified':
      return { ...pad, result: action.result, resultStrokes: action.strokes };
    case 'scores-arrived':
      return { ...pad, result: pad.result && { ...pad.result, scores: action.scores } };
  }
}

/**
 * Strokes as the flat list that the core reads (core/include/ffnn/drawing.h).
 * @param {Stroke[]} strokes
 */
export function encodeStrokes(strokes) {
  return new Float32Array(
    strokes.flatMap(({ tool, size, grey, points }) => [TOOL_CODES[tool], size, grey, points.length / 2, ...points]),
  );
}

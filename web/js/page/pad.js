// The drawing pad's state: strokes as vectors, what can be undone and redone, the test image underneath, and what the
// network made of it. Pure; pixels are made in C++ only.

/** @typedef {import('../protocol.js').DrawingData} DrawingData */
/** @typedef {import('../protocol.js').Answer} Answer */
/** enclose: fills what the lines so far enclose. @typedef {'brush' | 'eraser' | 'fill' | 'enclose'} Tool */

/** x, y, x, y, … in pad units, 0 … 280. @typedef {{ tool: Tool, size: number, grey: number, points: number[] }} Stroke */

/** A test image as the pad's lowest layer. @typedef {{ index: number, label: number }} Base */

/** What undo goes back to: the strokes and the image at that time. @typedef {{ strokes: Stroke[], base: Base | undefined }} Layer */

/**
 * result: the last drawing that came back from the core, of the first resultStrokes strokes (the last of them may have
 * grown since). version: counts changes of the drawing. open: how many of the last strokes are still being drawn: two where
 * mirrored is on, each the other's image in the pad's upright middle.
 * @typedef {Layer & { past: Layer[], future: Layer[], tool: Tool, size: number, grey: number, mirrored: boolean, version: number, open: 0 | 1 | 2,
 *   result: DrawingData | undefined, resultStrokes: number }} Pad
 */

/**
 * @typedef {(
 *   | { type: 'stroke-begun', x: number, y: number }
 *   | { type: 'stroke-extended', points: number[] }
 *   | { type: 'pad-undone' }
 *   | { type: 'pad-redone' }
 *   | { type: 'pad-cleared' }
 *   | { type: 'pad-tool-changed', tool?: Tool, size?: number, grey?: number, mirrored?: boolean }
 *   | { type: 'outlines-filled' }
 *   | { type: 'sketch-arrived', strokes: Stroke[] }
 *   | { type: 'base-loaded', base: Base }
 *   | { type: 'drawing-classified', result: DrawingData, strokes: number }
 *   | { type: 'answer-arrived', pixels: Uint8Array, answer: Answer }
 * )} PadAction
 */

export const PAD_SIZE = 280;
export const SIZES = Object.freeze({ least: 2, most: 60 });

/** The tools by their numbers in the core's flat list. @type {Tool[]} */
const TOOLS = ['brush', 'eraser', 'fill', 'enclose'];
const CLOSED_GAP = 24; // pad units between two ends that count as joined when outlines are filled
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
    mirrored: false,
    version: 0,
    open: 0,
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
  return { ...pad, ...layer, past, future: [], version: pad.version + 1, open: 0 };
}

/** Left and right changed places. @param {number[]} points */
const mirror = (points) => points.map((value, i) => (i % 2 === 0 ? PAD_SIZE - value : value));

/**
 * @param {Pad} pad
 * @param {number[]} points
 * @returns {Pad}
 */
function beginStroke(pad, points) {
  const { tool, size, grey, strokes, base, mirrored } = pad;
  const begun = (mirrored ? [mirror(points), points] : [points]).map((its) => ({ tool, size, grey, points: its }));
  return { ...change(pad, { strokes: [...strokes, ...begun], base }), open: mirrored ? 2 : 1 };
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
      if (pad.open === 0) {
        return beginStroke(pad, action.points); // its beginning was undone or cleared while the pen was down
      }
      const grown = pad.strokes.slice(-pad.open).map((stroke, i) => ({
        ...stroke,
        points: [...stroke.points, ...(pad.open === 2 && i === 0 ? mirror(action.points) : action.points)],
      }));
      return { ...pad, strokes: [...pad.strokes.slice(0, -pad.open), ...grown], version: pad.version + 1 };
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
            open: 0,
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
        mirrored: action.mirrored ?? pad.mirrored,
      };
    case 'outlines-filled': {
      const filling = { tool: /** @type {const} */ ('enclose'), size: CLOSED_GAP, grey: pad.grey, points: [0, 0] };
      return change(pad, { strokes: [...pad.strokes, filling], base: pad.base });
    }
    case 'sketch-arrived':
      return change(pad, { strokes: action.strokes, base: undefined });
    case 'base-loaded':
      return change(pad, { strokes: [], base: action.base });
    case 'drawing-classified':
      return { ...pad, result: action.result, resultStrokes: action.strokes };
    case 'answer-arrived':
      return pad.result?.seen === action.pixels ? { ...pad, result: { ...pad.result, answer: action.answer } } : pad;
  }
}

/**
 * Strokes as the flat list that the core reads (core/include/ffnn/drawing.h).
 * @param {Stroke[]} strokes
 */
export function encodeStrokes(strokes) {
  return new Float32Array(
    strokes.flatMap(({ tool, size, grey, points }) => [TOOLS.indexOf(tool), size, grey, points.length / 2, ...points]),
  );
}

/**
 * The inverse of encodeStrokes().
 * @param {Float32Array} numbers
 * @returns {Stroke[]}
 */
export function decodeStrokes(numbers) {
  /** @type {Stroke[]} */
  const strokes = [];
  for (let i = 0; i < numbers.length;) {
    const [code = 0, size = 0, grey = 0, count = 0] = numbers.subarray(i, i + 4);
    const end = i + 4 + 2 * count;
    strokes.push({ tool: TOOLS[code] ?? 'brush', size, grey, points: Array.from(numbers.subarray(i + 4, end)) });
    i = end;
  }
  return strokes;
}

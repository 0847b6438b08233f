// The worker's entry: answers commands with the session, the data feed and the train loop.

import { assertNever } from '../protocol.js';
import { createAhead } from './ahead.js';
import { DataFeed, firstFiles, MANIFEST } from './data-feed.js';
import { DrawingFeed } from './drawing-feed.js';
import { createLessons } from './lesson.js';
import { SessionError, unwrap } from './module-session.js';
import { openSession } from './open-session.js';
import { createQuiet } from './quiet.js';
import { firstOfEachClass, testLabels } from './samples.js';
import { TrainLoop } from './train-loop.js';
import { trainingSpeed } from './try-out.js';

/** @typedef {import('../protocol.js').Command} Command */
/** @typedef {import('../protocol.js').WorkerMessage} WorkerMessage */
/** @typedef {import('../protocol.js').DrawingData} DrawingData */

const DATA_FOLDER = new URL('../../data/', import.meta.url);
const CLASSES = 10;
const PIXELS = 784;

/** @type {(message: WorkerMessage, transfer?: Transferable[]) => void} */
const post = (message, transfer = []) => self.postMessage(message, { transfer });

/** @param {string} file */
async function fetchFile(file) {
  // The files are checked by hash, so a stale copy is noticed; "no-cache" asks the server before one is used again.
  const response = await fetch(new URL(file, DATA_FOLDER), { cache: 'no-cache' });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Runs tasks one by one, each after the messages that wait by then. Not a timer: those are slowed in hidden tabs.
 * @returns {(task: () => void) => void}
 */
function messageScheduler() {
  const { port1, port2 } = new MessageChannel();
  /** @type {(() => void)[]} */
  const tasks = [];
  port1.onmessage = () => tasks.shift()?.();
  return (task) => {
    tasks.push(task);
    port2.postMessage(undefined);
  };
}

const files = createAhead(fetchFile);
// On their way while the module is compiled; what goes wrong is told when they are loaded.
files
  .ask(MANIFEST)
  .then((bytes) => firstFiles(bytes).forEach(files.ask))
  .catch(() => {});

const { session, build } = await openSession({
  threadsAllowed: self.name !== 'grid' && self.crossOriginIsolated && navigator.hardwareConcurrency > 1,
}).catch((/** @type {Error} */ error) => {
  post({ type: 'failed', message: error.message });
  throw error;
});
const schedule = messageScheduler();
const loop = new TrainLoop({
  session,
  report: (report) => post({ type: 'run', report }),
  leavesCore: () => unwrap(session.threadCounts()).inUse < navigator.hardwareConcurrency,
  now: () => performance.now(),
  schedule,
});
const quiet = createQuiet({
  busy: () => loop.running,
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

/** @type {import('./data-feed.js').ImageReport | undefined} */
let images;
const reportData = () => images && post({ type: 'data', data: { ...images, ...drawings.counts } });
const untilAnswered = () => new Promise((resolve) => schedule(() => resolve(undefined)));
const drawings = new DrawingFeed(session, reportData, untilAnswered);
const feed = new DataFeed(
  session,
  files.take,
  (report) => {
    images = report;
    reportData();
    quiet.disturb(); // the page may answer with a run
  },
  quiet.wait, // nobody waits for images beyond the chosen size: they must not slow a run down
);

/** @param {number} trainImages @param {boolean} withDrawings */
function loadData(trainImages, withDrawings) {
  const failed = (/** @type {Error} */ error) => post({ type: 'data-failed', message: error.message });
  feed.load(trainImages).catch(failed);
  if (withDrawings) {
    drawings.load().catch(failed);
  }
}

/** @param {Uint8Array} pixels */
const nearest = (pixels) =>
  Array.from(unwrap(session.nearestTrainingImages(pixels)), (index) => ({
    index,
    ...unwrap(session.image('train', index)),
  }));

const lessons = createLessons(session, untilAnswered);

/** @param {Uint8Array} pixels of any number of pictures */
const ownAnswers = (pixels) =>
  Uint8Array.from({ length: pixels.length / PIXELS }, (_, i) => {
    const { scores } = unwrap(session.classifyPixels(pixels.slice(i * PIXELS, (i + 1) * PIXELS), true));
    return scores.indexOf(Math.max(...scores));
  });

/** @param {number} label @param {number} seed */
const sketch = async (label, seed) => unwrap((await drawings.studio()).sketchStrokes(label, seed));

/** @param {Extract<Command, { type: 'see-photo' }>} command */
const seePhoto = async ({ pixels, width, height, crop, bias }) =>
  unwrap((await drawings.studio()).seePhoto(pixels, width, height, crop, bias));

/**
 * @param {Command} command
 * @returns {unknown} what the command is answered with
 */
function answer(command) {
  switch (command.type) {
    case 'load-data':
      return loadData(command.trainImages, command.withDrawings);
    case 'create-run':
      return loop.replaceRun(command.run, () => session.createRun(command.settings));
    case 'resume':
      unwrap(session.setEpochs(command.epochs));
      return loop.start();
    case 'pause':
      return loop.pause();
    case 'step':
      unwrap(session.setEpochs(command.epochs));
      return loop.start(1);
    case 'reset-run':
      return loop.replaceRun(command.run, () => session.resetRun());
    case 'bring-back':
      return loop.bringBack();
    case 'set-threads':
      unwrap(session.setThreads(command.threads));
      return unwrap(session.threadCounts()).inUse;
    case 'checkpoint':
      return unwrap(session.checkpoint());
    case 'restore-run':
      return loop.replaceRun(command.run, () => session.restoreRun(command.checkpoint), command.seconds);
    case 'try-out':
      return trainingSpeed(session, command.settings, () => performance.now());
    case 'draw':
      return unwrap(session.classifyDrawing(command.strokes, command.baseImage));
    case 'classify':
      return unwrap(session.classifyPixels(command.pixels, command.isOwn));
    case 'nearest':
      return nearest(command.pixels);
    case 'teach':
      return lessons.teach(command.pixels, command.labels);
    case 'forget-lesson':
      return lessons.forget();
    case 'own-answers':
      return ownAnswers(command.pixels);
    case 'sketch':
      return sketch(command.label, command.seed);
    case 'see-photo':
      return seePhoto(command);
    case 'unit-weights':
      return unwrap(session.unitWeights(command.first, command.count));
    case 'test-image':
      return unwrap(session.image('test', command.index));
    case 'test-scores':
      return unwrap(session.testScores(command.first));
    case 'test-labels':
      return testLabels(session);
    case 'saliency':
      return unwrap(session.saliency(command.image));
    case 'check-gradient':
      return unwrap(session.checkGradient(command.activation, command.gradient, command.hiddenLayers));
    case 'samples':
      return firstOfEachClass(session, command.perClass, CLASSES);
    case 'hash':
      return unwrap(session.parameterHash());
    case 'ping':
      return undefined;
    default:
      return assertNever(command);
  }
}

self.onmessage = async (/** @type {MessageEvent<Command>} */ { data: command }) => {
  const { id } = command;
  quiet.disturb();
  try {
    const pending = answer(command);
    // Most answers are there at once, and must leave before the next command's.
    const value = pending instanceof Promise ? await pending : pending;
    // The picture of a drawing is large: its bytes move to the page instead of being copied once more.
    const transfer = command.type === 'draw' ? [/** @type {DrawingData} */ (value).picture.buffer] : [];
    post({ type: 'reply', id, ok: true, value }, transfer);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      post({ type: 'failed', message: `the module stopped (${error.message})` }); // it cannot be used any more
      return;
    }
    const code = error instanceof SessionError ? error.code : 'unexpected';
    post({ type: 'reply', id, ok: false, code, message: error instanceof Error ? error.message : String(error) });
  }
};

post({ type: 'ready', build, mostThreads: unwrap(session.threadCounts()).most });

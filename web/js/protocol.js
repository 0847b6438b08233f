// The messages between page and worker, and the only module that both sides import. It imports nothing.
//
// Every command carries an id and gets exactly one reply with that id. Events carry no id; those about a run carry its
// number, so that the page can drop what a replaced run still sends.

/** @typedef {import('../wasm/ffnn.js').TrainingConfig} Settings */
/** @typedef {import('../wasm/ffnn.js').Progress} Progress */
/** @typedef {import('../wasm/ffnn.js').Verdict} Verdict */
/** @typedef {import('../wasm/ffnn.js').DrawingData} DrawingData */
/** @typedef {import('../wasm/ffnn.js').Answer} Answer */
/** @typedef {import('../wasm/studio.js').PhotoCrop} PhotoCrop */
/** @typedef {import('../wasm/studio.js').PhotoSteps} PhotoSteps */

/** Which of the two builds of the module runs. @typedef {'single' | 'threads'} Build */

/**
 * What the page asks, without the id that the client adds.
 * load-data: fetch what trainImages needs, then the rest, and make the drawings if they are wanted; also after a failure.
 * create-run: a new run from its seed, at rest. resume: go on until `epochs`. step: one batch, then rest.
 * reset-run: the same run from its start, at rest. bring-back: the replaced run and
 * the present one change places. set-threads: how many work from now on; answered with how many do.
 * checkpoint: the whole state of the run, which must be at rest; restore-run: that run again, after so many seconds of work.
 * try-out: how many training images a second settings would make; half a second of work, for when nothing runs.
 * draw: strokes (flat list, see core/include/ffnn/drawing.h) over test image baseImage, or over nothing (−1).
 * test-scores: of as many test images from `first` on as are worth one call, ten 255ths each; test-labels: all true classes;
 * saliency: how the winning score of a test image hangs on each pixel (see Session). They need a run, or the images alone.
 * check-gradient: see core/include/ffnn/gradient_check.h.
 * classify: what the network says of 784 grey levels, or of several views of the same; isOwn: of a drawing or photo of one's own (see Session). nearest: the five training
 * images that look most like them. teach: pictures of one's own, 784 grey levels and a class each,
 * to a copy of the network, which answers to such pictures from then on; answered with whether the lesson came to its end.
 * own-answers: the likeliest class of each picture. sketch: the strokes of a garment of class `label`, as the core draws it, another one a seed.
 * see-photo: finds the garment in a photo (see wasm/studio.h). unit-weights: the 784 weights of each of `count` units of the first layer, from
 * unit `first` (0 …) on, with the weights as they are then. samples: the first `perClass` training images of each class.
 * @typedef {(
 *   | { type: 'load-data', trainImages: number, withDrawings: boolean }
 *   | { type: 'create-run', run: number, settings: Settings }
 *   | { type: 'resume', epochs: number }
 *   | { type: 'pause' }
 *   | { type: 'step', epochs: number }
 *   | { type: 'reset-run', run: number }
 *   | { type: 'bring-back' }
 *   | { type: 'set-threads', threads: number }
 *   | { type: 'checkpoint' }
 *   | { type: 'restore-run', run: number, checkpoint: import('../wasm/ffnn.js').Checkpoint, seconds: number }
 *   | { type: 'try-out', settings: Settings }
 *   | { type: 'draw', strokes: Float32Array, baseImage: number }
 *   | { type: 'classify', pixels: Uint8Array, isOwn: boolean }
 *   | { type: 'nearest', pixels: Uint8Array }
 *   | { type: 'teach', pixels: Uint8Array, labels: Uint8Array }
 *   | { type: 'forget-lesson' }
 *   | { type: 'own-answers', pixels: Uint8Array }
 *   | { type: 'sketch', label: number, seed: number }
 *   | { type: 'see-photo', pixels: Uint8Array, width: number, height: number, crop: PhotoCrop, bias: number }
 *   | { type: 'unit-weights', first: number, count: number }
 *   | { type: 'test-image', index: number }
 *   | { type: 'test-scores', first: number }
 *   | { type: 'test-labels' }
 *   | { type: 'saliency', image: number }
 *   | { type: 'check-gradient', activation: string, gradient: string, hiddenLayers: number }
 *   | { type: 'samples', perClass: number }
 *   | { type: 'hash' }
 *   | { type: 'ping' }
 * )} CommandBody
 */
/** @typedef {CommandBody & { id: number }} Command */

/**
 * What each command is answered with.
 * @typedef {{
 *   'load-data': undefined,
 *   'create-run': RunReport,
 *   'resume': RunReport,
 *   'pause': RunReport,
 *   'step': RunReport,
 *   'reset-run': RunReport,
 *   'bring-back': RunReport,
 *   'set-threads': number,
 *   'checkpoint': import('../wasm/ffnn.js').Checkpoint,
 *   'restore-run': RunReport,
 *   'try-out': number,
 *   'draw': DrawingData,
 *   'classify': Answer,
 *   'nearest': NearImage[],
 *   'teach': boolean,
 *   'forget-lesson': undefined,
 *   'own-answers': Uint8Array,
 *   'sketch': Float32Array,
 *   'see-photo': PhotoSteps,
 *   'unit-weights': Float32Array,
 *   'test-image': { pixels: Uint8Array, label: number },
 *   'test-scores': Uint8Array,
 *   'test-labels': Uint8Array,
 *   'saliency': Float32Array,
 *   'check-gradient': import('../wasm/ffnn.js').GradientCheck,
 *   'samples': Uint8Array[][],
 *   'hash': string,
 *   'ping': undefined,
 * }} Replies
 */

/** A training image. @typedef {{ index: number, label: number, pixels: Uint8Array }} NearImage */

/** @typedef {{ type: 'reply', id: number, ok: true, value: unknown }} SuccessReply */
/** @typedef {{ type: 'reply', id: number, ok: false, code: string, message: string }} FailureReply */

/**
 * Where a run stands. running: work is under way; seconds: of work, pauses left out; imagesPerSecond: training images,
 * time for measuring included. replacedRun: the run that bring-back would bring, 0 if none. points: new points of the curves, seven numbers each (see Session::curve), the first of
 * them number firstPoint; confusion: 100 counts, verdict: with new points, or when the weights in use have changed;
 * testScores: with a run that has ended, ten 255ths for each test image; empty where the weights in use are not those of the last
 * point. insides: of epochs firstInsides + 1, … (see Session::insides).
 * @typedef {{
 *   run: number, replacedRun: number, running: boolean, progress: Progress, seconds: number, imagesPerSecond: number,
 *   firstPoint: number, points: Float64Array, confusion: Float64Array | undefined, verdict: Verdict | undefined,
 *   firstInsides: number, insides: Float64Array, testScores: Uint8Array | undefined,
 * }} RunReport
 */

/**
 * How far the data has come. available: training images that this site has; train, test: images ready for use;
 * loadedBytes of totalBytes: of what the chosen size needs.
 * drawn of drawnTotal: drawings to train with that are ready for use; 0 of 0 as long as nobody wanted any.
 * @typedef {{ available: number, train: number, test: number, testTotal: number,
 *   loadedBytes: number, totalBytes: number, drawn: number, drawnTotal: number }} DataReport
 */

/**
 * What the worker says by itself.
 * @typedef {(
 *   | { type: 'ready', build: Build, mostThreads: number }
 *   | { type: 'failed', message: string }
 *   | { type: 'data', data: DataReport }
 *   | { type: 'data-failed', message: string }
 *   | { type: 'run', report: RunReport }
 * )} WorkerEvent
 */
/** @typedef {SuccessReply | FailureReply | WorkerEvent} WorkerMessage */

/**
 * At the end of a switch over all kinds of message: a kind that was forgotten is a type error here.
 * @param {never} value
 * @returns {never}
 */
export function assertNever(value) {
  throw new Error(`unexpected message: ${JSON.stringify(value)}`);
}

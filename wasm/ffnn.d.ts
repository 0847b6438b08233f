// Types of the WebAssembly module, kept by hand; a test compares them with what the module really has.

/** What every method returns: a value, or an error as data. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

export type DataSet = 'train' | 'test';

/** Everything that decides a run; ranges in core/include/ffnn/training_config.h. */
export interface TrainingConfig {
  trainImages: number;
  inputScaling: string;
  validationShare: number;
  mirror: boolean;
  drawnShare: number;
  photoShare: number;
  shuffledLabels: boolean;
  hidden: number[];
  activation: string;
  initialization: string;
  initialDeviation: number;
  gradient: string;
  learningRate: number;
  schedule: string;
  warmUpEpochs: number;
  stepEpochs: number;
  stepFactor: number;
  optimizer: string;
  momentum: number;
  beta1: number;
  beta2: number;
  weightDecay: number;
  batchSize: number;
  epochs: number;
  dropout: number;
  labelSmoothing: number;
  clipNorm: number;
  patience: number;
  restoreBest: boolean;
  seed: number;
}

export interface Progress {
  state: 'training' | 'finished' | 'stopped' | 'diverged';
  evaluating: boolean;
  step: number;
  epochsDone: number;
  imagesSeen: number;
  imagesPerEpoch: number;
  epochs: number;
  batchSize: number;
  keptEpoch: number;
  bestEpoch: number;
  bestIsBack: boolean;
  atRest: boolean;
  curvePoints: number;
}

/** Meaning and units in core/include/ffnn/verdict.h. */
export interface Verdict {
  code: 'undecided' | 'under-fitted' | 'well-fitted' | 'over-fitted';
  onValidation: boolean;
  stillFalling: boolean;
  epoch: number;
  bestEpoch: number;
  sinceEpoch: number;
  lossChange: number;
  margin: number;
  accuracyGap: number;
  gapMargin: number;
}

/** The whole state of a run. */
export interface Checkpoint {
  config: TrainingConfig;
  arrays: { name: string; values: Float32Array | Float64Array | Uint32Array }[];
}

/** How far a lesson has come. */
export interface LessonProgress {
  step: number;
  steps: number;
}

/** What the network says of a picture. */
export interface Answer {
  /** Ten class probabilities, or none. */
  scores: Float32Array;
  /** It does not look like any of the ten; see core/include/ffnn/unlike.h. */
  unlike: boolean;
}

export interface DrawingData {
  content: 'drawn' | 'blank' | 'too-small' | 'uniform';
  /** 560 × 560 grey levels. */
  picture: Uint8Array;
  /** Of the picture, what was fitted: left, top, width, height; empty where nothing was. */
  box: Uint32Array;
  /** 784 grey levels. */
  seen: Uint8Array;
  answer: Answer;
}

/** Meaning in core/include/ffnn/gradient_check.h. */
export interface GradientCheck {
  largestError: number;
  parameters: number;
  tolerance: number;
}

/** Mirrors wasm/session.h, which says what each method does. */
export interface Session {
  reserveImages(set: DataSet, count: number): Outcome<undefined>;
  addImages(set: DataSet, images: Uint8Array, labels: Uint8Array): Outcome<undefined>;
  addDrawings(pixels: Uint8Array, labels: Uint8Array): Outcome<undefined>;
  /** threads: 1 … threadCounts().most; no result depends on it. */
  setThreads(threads: number): Outcome<undefined>;
  threadCounts(): Outcome<{ inUse: number; most: number }>;
  dataCounts(): Outcome<{ train: number; test: number; drawings: number }>;
  image(set: DataSet, index: number): Outcome<{ pixels: Uint8Array; label: number }>;
  createRun(config: TrainingConfig): Outcome<Progress>;
  resetRun(): Outcome<Progress>;
  bringBack(): Outcome<Progress>;
  advance(flops: number, stopAtStep: number): Outcome<Progress>;
  /** How far a run of its own gets within about `flops` operations; see session.h. */
  tryOut(config: TrainingConfig, flops: number): Outcome<Progress>;
  setEpochs(epochs: number): Outcome<Progress>;
  progress(): Outcome<Progress>;
  curve(from: number): Outcome<Float64Array>;
  insides(from: number): Outcome<Float64Array>;
  verdict(): Outcome<Verdict>;
  testConfusion(): Outcome<Float64Array>;
  parameterHash(): Outcome<string>;
  checkpoint(): Outcome<Checkpoint>;
  restoreRun(checkpoint: Checkpoint): Outcome<Progress>;
  classifyPixels(pixels: Uint8Array, isOwn: boolean): Outcome<Answer>;
  classifyTestImage(index: number): Outcome<Float32Array>;
  beginLesson(pixels: Uint8Array, labels: Uint8Array): Outcome<LessonProgress>;
  advanceLesson(flops: number): Outcome<LessonProgress>;
  forgetLesson(): Outcome<undefined>;
  nearestTrainingImages(pixels: Uint8Array): Outcome<Uint32Array>;
  testScores(first: number): Outcome<Uint8Array>;
  lastTestScores(): Outcome<Uint8Array>;
  saliency(testImage: number): Outcome<Float32Array>;
  unitWeights(first: number, count: number): Outcome<Float32Array>;
  checkGradient(activation: string, gradient: string, hiddenLayers: number): Outcome<GradientCheck>;
  classifyDrawing(strokes: Float32Array, baseImage: number): Outcome<DrawingData>;
  delete(): void;
}

export interface FfnnModule {
  Session: new () => Session;
  /** The whole of the module's memory. */
  HEAPU8: Uint8Array;
  count_emval_handles(): number;
}

/** Loads the module. wasmBinary: its bytes; otherwise they are fetched from beside the script. */
export default function createModule(options?: { wasmBinary?: BufferSource }): Promise<FfnnModule>;

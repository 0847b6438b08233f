// Types of the module that draws, kept by hand; a test compares them with what the module really has.

import type { Outcome } from './ffnn.js';

/** Mirrors wasm/studio.h, which says what each method does. */
export interface Studio {
  drawnExamples(): Outcome<number>;
  drawExamples(first: number, count: number): Outcome<{ pixels: Uint8Array; labels: Uint8Array }>;
  sketchStrokes(label: number, seed: number): Outcome<Float32Array>;
  delete(): void;
}

export interface StudioModule {
  Studio: new () => Studio;
}

/** Loads the module. wasmBinary: its bytes; otherwise they are fetched from beside the script. */
export default function createModule(options?: { wasmBinary?: BufferSource }): Promise<StudioModule>;

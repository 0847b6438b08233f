// Types of the module that draws, kept by hand; a test compares them with what the module really has.

import type { Outcome } from './ffnn.js';

/** Where a photo's garment lies, in pixels; a width of 0: anywhere. */
export interface PhotoCrop {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What was made of a photo, step by step; see wasm/studio.h. */
export interface PhotoSteps {
  content: 'garment' | 'nothing';
  width: number;
  height: number;
  mask: Uint8Array;
  item: Uint8Array;
  views: Uint8Array;
}

/** Mirrors wasm/studio.h, which says what each method does. */
export interface Studio {
  drawnExamples(): Outcome<number>;
  drawExamples(first: number, count: number): Outcome<{ pixels: Uint8Array; labels: Uint8Array }>;
  sketchStrokes(label: number, seed: number): Outcome<Float32Array>;
  seePhoto(pixels: Uint8Array, width: number, height: number, crop: PhotoCrop, bias: number): Outcome<PhotoSteps>;
  delete(): void;
}

export interface StudioModule {
  Studio: new () => Studio;
}

/** Loads the module. wasmBinary: its bytes; otherwise they are fetched from beside the script. */
export default function createModule(options?: { wasmBinary?: BufferSource }): Promise<StudioModule>;

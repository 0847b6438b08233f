// A run of our module, moved forward in slices as web/js/worker/train-loop.js does it, with the time of whole training steps
// kept apart from that of examinations (the points of the curves).

import { unwrap } from '../../../web/js/worker/module-session.js';

/** @typedef {import('../../../wasm/ffnn.js').Session} Session */
/** @typedef {import('../../../wasm/ffnn.js').Progress} Progress */

const SLICE_MS = 8;
const FIRST_FLOPS = 1e8; // a slice's work until its speed has been measured
const PIECE = 1; // flops: as little as a call does, one block of rows or one update
const IMAGES_PER_POINT = 10_000; // as the core examines large sets in their first epoch
const NEVER = Number.MAX_SAFE_INTEGER;

/** The first step after this one that an examination follows. @param {Progress} progress */
function nextExamination({ step, epochsDone, batchSize, imagesPerEpoch }) {
  const epochEnd = (epochsDone + 1) * Math.ceil(imagesPerEpoch / batchSize);
  if (epochsDone > 0) {
    return epochEnd;
  }
  const points = Math.floor((step * batchSize) / IMAGES_PER_POINT) + 1;
  return Math.min(epochEnd, Math.ceil((points * IMAGES_PER_POINT) / batchSize));
}

export class StopwatchRun {
  #session;
  #flops = FIRST_FLOPS;
  /** @type {Progress} */
  #progress;

  /** @param {Session} session with a run */
  constructor(session) {
    this.#session = session;
    this.#progress = unwrap(session.progress());
  }

  /**
   * Trains for so many seconds, examinations not counted.
   * @param {number} seconds
   * @param {boolean} examine goes on, if need be, until an examination has been timed
   * @returns {{ imagesPerSecond: number, examinationSeconds: number | undefined }} the fastest examination
   */
  measure(seconds, examine) {
    /** @type {number[]} */
    const examinations = [];
    let images = 0;
    let trained = 0;
    this.#finishExamination();
    do {
      const began = performance.now();
      const before = this.#progress.imagesSeen;
      const due = this.#trainUntil(began + (seconds - trained) * 1000);
      trained += (performance.now() - began) / 1000;
      images += this.#progress.imagesSeen - before;
      if (!due && examine && examinations.length === 0) {
        this.#trainUntil(Infinity);
      }
      if (this.#progress.evaluating) {
        examinations.push(this.#finishExamination());
      }
    } while (trained < seconds);
    return {
      imagesPerSecond: images / trained,
      examinationSeconds: examinations.length > 0 ? Math.min(...examinations) : undefined,
    };
  }

  /**
   * Whole steps until the time is up or an examination is due, which is not begun.
   * @param {number} deadline
   * @returns {boolean} whether one is due
   */
  #trainUntil(deadline) {
    const lastStep = nextExamination(this.#progress);
    while (this.#progress.step < lastStep - 1 && performance.now() < deadline) {
      this.#slice(lastStep - 1);
    }
    const { step, atRest } = this.#progress;
    if (!atRest || step === lastStep - 1) {
      while (this.#progress.step === step) {
        this.#advance(PIECE, NEVER);
      }
    }
    return this.#progress.evaluating;
  }

  /** @returns {number} seconds */
  #finishExamination() {
    const began = performance.now();
    while (this.#progress.evaluating) {
      this.#slice(this.#progress.step);
    }
    return (performance.now() - began) / 1000;
  }

  /** @param {number} stopAtStep */
  #slice(stopAtStep) {
    const began = performance.now();
    this.#advance(this.#flops, stopAtStep);
    const elapsed = performance.now() - began;
    this.#flops *= Math.min(2, Math.max(0.5, SLICE_MS / Math.max(elapsed, 0.1)));
  }

  /** @param {number} flops @param {number} stopAtStep */
  #advance(flops, stopAtStep) {
    this.#progress = unwrap(this.#session.advance(flops, stopAtStep));
    if (this.#progress.state !== 'training') {
      throw new Error(`the run has ${this.#progress.state}`);
    }
  }
}

// Makes the drawings that networks learn to recognise drawings with, and brings them into the session: a few at a time, so that
// whoever asks something meanwhile is answered. The module that draws is loaded when the first drawing is wanted.

import { unwrap } from './module-session.js';

/** @typedef {import('./module-session.js').Session} Session */
/** @typedef {import('../../wasm/studio.js').Studio} Studio */

const BLOCK = 60; // drawings at a time: some 20 ms
const REPORT_BLOCKS = 20;

/** @returns {Promise<Studio>} */
async function startStudio() {
  const { default: createModule } = await import('../../wasm/studio.js');
  const module = await createModule();
  return new module.Studio();
}

export class DrawingFeed {
  #session;
  #report;
  #pause;
  #start;
  /** @type {Promise<Studio> | undefined} */
  #studio;
  /** @type {Promise<void> | undefined} */
  #running;
  #drawn = 0;
  #total = 0;

  /**
   * @param {Session} session
   * @param {() => void} report the counts have changed
   * @param {() => Promise<void>} pause resolves when the messages that wait have been answered
   * @param {() => Promise<Studio>} [start]
   */
  constructor(session, report, pause, start = startStudio) {
    this.#session = session;
    this.#report = report;
    this.#pause = pause;
    this.#start = start;
  }

  /** How many drawings are in the session, and how many there will be; none before they are wanted. */
  get counts() {
    return { drawn: this.#drawn, drawnTotal: this.#total };
  }

  /** What draws; a failure to load it is tried again at the next call. */
  studio() {
    this.#studio ??= this.#start().catch((error) => {
      this.#studio = undefined;
      throw new Error('The part of the page that draws, and finds garments in photos, could not be loaded.', {
        cause: error,
      });
    });
    return this.#studio;
  }

  /** Makes all drawings, once; rejects with a sentence, and goes on where it stands when called again. */
  load() {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run() {
    const studio = await this.studio();
    this.#total = unwrap(studio.drawnExamples());
    for (let block = 0; this.#drawn < this.#total; ++block) {
      const { pixels, labels } = unwrap(studio.drawExamples(this.#drawn, Math.min(BLOCK, this.#total - this.#drawn)));
      unwrap(this.#session.addDrawings(pixels, labels));
      this.#drawn += labels.length;
      if (block % REPORT_BLOCKS === 0 || this.#drawn === this.#total) {
        this.#report();
      }
      await this.#pause();
    }
  }
}

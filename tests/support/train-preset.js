// A preset of the page, trained with the page's own module under Node: the numbers are those that the page shows, to the bit.

import { PRESETS, presetTexts } from '../../web/js/presets.js';
import { completeSettings } from '../../web/js/settings.js';
import { openSession, valueOf } from './site.js';

const TEST_ACCURACY = 4; // its place in a point of the curves
const DRAWN_AT_ONCE = 500;

/** All drawings that runs are trained with, in a session. @param {any} session @param {any} studio */
export function addDrawings(session, studio) {
  const total = valueOf(studio.drawnExamples());
  for (let first = 0; first < total; first += DRAWN_AT_ONCE) {
    const { pixels, labels } = valueOf(studio.drawExamples(first, Math.min(DRAWN_AT_ONCE, total - first)));
    valueOf(session.addDrawings(pixels, labels));
  }
}

/**
 * The session keeps the trained network; its owner deletes it.
 * @param {any} module
 * @param {any} studio
 * @param {string} key of PRESETS
 * @param {string} seed
 */
export function trainPreset(module, studio, key, seed) {
  const preset = PRESETS[key];
  if (!preset) {
    throw new Error(`there is no preset “${key}”, only ${Object.keys(PRESETS).join(', ')}`);
  }
  const settings = completeSettings(presetTexts(preset, seed));
  if (!settings) {
    throw new Error(`“${seed}” is no seed`);
  }
  const session = openSession(module, settings.trainImages);
  if (settings.drawnShare > 0) {
    addDrawings(session, studio);
  }
  const began = performance.now();
  let progress = valueOf(session.createRun(settings));
  while (progress.state === 'training') {
    progress = valueOf(session.advance(4e8, Number.MAX_SAFE_INTEGER));
  }
  const last = valueOf(session.curve(progress.curvePoints - 1));
  return {
    session,
    progress,
    testAccuracy: /** @type {number} */ (last[TEST_ACCURACY]),
    seconds: (performance.now() - began) / 1000,
  };
}

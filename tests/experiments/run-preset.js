// Trains a preset of the page with the page's own module, once a seed, and prints what it reaches:
//   node tests/experiments/run-preset.js [--preset best] [--seeds 1,2,3] [--at-least 0.902]
// The numbers are those that the page shows, to the bit. A seed of “best” takes two to four minutes.

import { parseArgs } from 'node:util';
import { PRESETS, presetTexts } from '../../web/js/presets.js';
import { completeSettings } from '../../web/js/settings.js';
import { loadModule, openSession, valueOf } from '../support/site.js';

const TEST_ACCURACY = 4; // its place in a point of the curves

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'best' },
    seeds: { type: 'string', default: '1,2,3' },
    'at-least': { type: 'string', default: '0' },
  },
});
const preset = PRESETS[values.preset];
if (!preset) {
  throw new Error(`--preset must be one of ${Object.keys(PRESETS).join(', ')}, not “${values.preset}”`);
}

const module = await loadModule();
/** @type {number[]} */
const accuracies = [];
for (const seed of values.seeds.split(',')) {
  const settings = completeSettings(presetTexts(preset, seed));
  if (!settings) {
    throw new Error(`“${seed}” is no seed`);
  }
  const session = openSession(module, settings.trainImages);
  const began = performance.now();
  let progress = valueOf(session.createRun(settings));
  while (progress.state === 'training') {
    progress = valueOf(session.advance(4e8, Number.MAX_SAFE_INTEGER));
  }
  const last = valueOf(session.curve(progress.curvePoints - 1));
  accuracies.push(last[TEST_ACCURACY]);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(
    `seed ${seed}: ${progress.state} after epoch ${progress.epochsDone}, test accuracy ${accuracies.at(-1)?.toFixed(4)}, ${seconds} s`,
  );
  session.delete();
}
const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
console.log(`mean of ${accuracies.length}: ${mean.toFixed(4)}`);
process.exitCode = mean >= Number(values['at-least']) ? 0 : 1;

// Trains a preset of the page with the page's own module, once a seed, and prints what it reaches:
//   node tests/experiments/run-preset.js [--preset best] [--seeds 1,2,3] [--at-least 0.902]
// The numbers are those that the page shows, to the bit. A seed of “best” takes two to four minutes.

import { parseArgs } from 'node:util';
import { mean } from '../support/mean.js';
import { loadModule, loadStudio } from '../support/site.js';
import { trainPreset } from '../support/train-preset.js';

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'best' },
    seeds: { type: 'string', default: '1,2,3' },
    'at-least': { type: 'string', default: '0' },
  },
});
const [module, studio] = [await loadModule(), await loadStudio()];
/** @type {number[]} */
const accuracies = [];
for (const seed of values.seeds.split(',')) {
  const { session, progress, testAccuracy, seconds } = trainPreset(module, studio, values.preset, seed);
  accuracies.push(testAccuracy);
  console.log(
    `seed ${seed}: ${progress.state} after epoch ${progress.epochsDone}, test accuracy ${testAccuracy.toFixed(4)}, ${Math.round(seconds)} s`,
  );
  session.delete();
}
console.log(`mean of ${accuracies.length}: ${mean(accuracies).toFixed(4)}`);
process.exitCode = mean(accuracies) >= Number(values['at-least']) ? 0 : 1;

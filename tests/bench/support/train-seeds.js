// A preset trained with several seeds, and each network measured: as many at a time as there are cores.

import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { measureDoodles } from '../../support/doodle-measures.js';
import { readDoodles } from '../../support/doodles.js';
import { measureNoise } from '../../support/noise-measures.js';
import { measurePhotos } from '../../support/photo-measures.js';
import { readPhotos } from '../../support/photos.js';
import { loadModule, loadStudio } from '../../support/site.js';
import { trainPreset } from '../../support/train-preset.js';

/**
 * doodles, photos: folders with what each network is measured on; boxes: a file of boxes around the garments of the photos, see
 * photo-boxes.json; noise: measure on noise, too.
 * @typedef {{ preset: string, doodles?: string | undefined, photos?: string | undefined, boxes?: string | undefined, noise?: boolean }} Task
 */
/**
 * @typedef {{ cleanTestAccuracy: number, doodles: import('../../support/doodle-measures.js').DoodleMeasures | undefined,
 *   photos: ReturnType<typeof measurePhotos> | undefined, boxedPhotos: ReturnType<typeof measurePhotos> | undefined,
 *   noise: import('../../support/noise-measures.js').NoiseMeasures | undefined }} SeedReport
 */

/** @param {Task & { seed: string }} task @returns {Promise<SeedReport>} */
async function measureSeed({ preset, seed, doodles, photos, boxes, noise }) {
  const studio = await loadStudio();
  const its = photos ? readPhotos(photos) : undefined;
  const { session, testAccuracy } = trainPreset(await loadModule(), studio, preset, seed);
  return {
    cleanTestAccuracy: testAccuracy,
    doodles: doodles ? measureDoodles(session, readDoodles(doodles)) : undefined,
    photos: its && measurePhotos(session, studio, its),
    boxedPhotos:
      its && boxes ? measurePhotos(session, studio, its, JSON.parse(fs.readFileSync(boxes, 'utf8'))) : undefined,
    noise: noise ? measureNoise(session) : undefined,
  };
}

/**
 * @param {Task} task
 * @param {string[]} seeds
 * @param {(seed: string, report: SeedReport) => void} onReport
 * @returns {Promise<SeedReport[]>} in the order of the seeds
 */
export async function trainSeeds(task, seeds, onReport) {
  const waiting = [...seeds];
  /** @type {Record<string, SeedReport>} */
  const found = {};
  const workUntilDone = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const worker = new Worker(new URL(import.meta.url), { workerData: { ...task, seed }, argv: [] });
      const [report] = await once(worker, 'message');
      found[seed] = report;
      onReport(seed, report);
    }
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), seeds.length) }, workUntilDone));
  return seeds.map((seed) => /** @type {SeedReport} */ (found[seed]));
}

if (!isMainThread && workerData?.preset) {
  parentPort?.postMessage(await measureSeed(workerData));
}

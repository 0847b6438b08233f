// What the page around a run costs it: the same run with its curves drawn, and by the bare worker, in turn.

import { completeSettings, DEFAULT_TEXTS } from '../../../web/js/settings.js';
import { openBareWorker } from './bare-run.js';
import { measureInRounds, tell } from './rounds.js';
import { median, medianRatio } from './statistics.js';

/** @typedef {import('./browser.js').Bench} Bench */
/** @typedef {import('../../../web/js/settings.js').SettingTexts} SettingTexts */
/** @typedef {import('../../../web/js/settings.js').Settings} Settings */
/** Seconds of a run; share: of its throughput that the page leaves. @typedef {{ withCharts: number, without: number, share: number }} Cost */

/**
 * usual: the page's defaults; busy: a new point of the curves many times a second, and thousands at the end.
 * @type {Record<string, Partial<SettingTexts>>}
 */
const RUNS = {
  usual: { epochs: '10' },
  busy: { trainImages: '1000', hidden: '32', epochs: '300' },
};

/**
 * @param {Bench} bench
 * @param {number} rounds
 * @returns {Promise<Record<string, Cost>>}
 */
export async function measureChartsCost(bench, rounds) {
  /** @type {Record<string, Cost>} */
  const costs = {};
  for (const [name, texts] of Object.entries(RUNS)) {
    costs[`${name}, one thread`] = await measureCost(bench.plain, texts, rounds);
    costs[`${name}, all threads`] = await measureCost(bench.isolated, texts, rounds);
  }
  return costs;
}

/**
 * @param {Bench['plain']} where
 * @param {Partial<SettingTexts>} texts
 * @param {number} rounds
 * @returns {Promise<Cost>}
 */
async function measureCost(where, texts, rounds) {
  const settings = /** @type {Settings} */ (completeSettings({ ...DEFAULT_TEXTS, ...texts }));
  const site = await where.openSite();
  const bare = await openBareWorker(where, settings, where.threads);
  try {
    await site.untilLoaded(settings.trainImages);
    await site.fill(texts);
    tell('Warming up');
    await site.train();
    await bare.train();
    const { withCharts = [], without = [] } = await measureInRounds(
      [
        { name: 'the page', measure: async () => ({ withCharts: (await site.train()).milliseconds / 1000 }) },
        { name: 'the bare worker', measure: async () => ({ without: (await bare.train()) / 1000 }) },
      ],
      rounds,
    );
    return { withCharts: median(withCharts), without: median(without), share: medianRatio(without, withCharts) };
  } finally {
    await bare.close();
    await site.close();
  }
}

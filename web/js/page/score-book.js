// The scores that each run of the notebook gives to the test images, kept in this browser, so that two runs can be compared on
// one image. A run that ends brings them; of one that pauses, or whose best weights are back, they are asked for.

import { createStore, del, get, keys, set } from '../../vendor/idb-keyval/dist/index.js';
import { idsWithoutRun } from './notebook-storage.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */

const CLASSES = 10;

/**
 * Asks for all scores, piece by piece, so that the worker hears other commands between them.
 * @param {WorkerClient} client
 * @param {number} images
 * @param {() => boolean} wanted still; otherwise the rest is not asked for
 * @returns {Promise<Uint8Array | undefined>} ten an image, in 255ths
 */
async function askForScores(client, images, wanted) {
  const scores = new Uint8Array(images * CLASSES);
  let first = 0;
  while (first < images) {
    if (!wanted()) {
      return undefined;
    }
    const piece = await client.request({ type: 'test-scores', first });
    scores.set(piece, first * CLASSES);
    first += piece.length / CLASSES;
  }
  return scores;
}

/**
 * @param {{ getState: () => State, subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {WorkerClient} client
 * @param {{ onNews: () => void, isLookedAt: () => boolean }} options onNews: there are scores or labels that were not there
 *   before; isLookedAt: whether scores of a run that only pauses are worth their work
 */
export function createScoreBook({ getState, subscribe }, client, { onNews, isLookedAt }) {
  /** Of each run, with the moment that they are of. @type {Map<string, { moment: string, scores: Uint8Array }>} */
  const known = new Map();
  /** Runs whose stored scores have been looked for. @type {Set<string>} */
  const lookedFor = new Set();
  /** @type {Uint8Array | undefined} */
  let labels;
  let asking = false;
  /** @type {import('../../vendor/idb-keyval/dist/index.js').UseStore | undefined} */
  let opened;
  const database = () => (opened ??= createStore('notebook-scores', 'scores'));
  const withLabels = async () => {
    if (!labels) {
      labels = await client.request({ type: 'test-labels' });
      onNews();
    }
    return labels;
  };

  /** @param {string} id @param {Uint8Array} scores */
  const keep = async (id, scores) => {
    await set(id, scores, database());
    const stored = /** @type {string[]} */ (await keys(database()));
    await Promise.all((await idsWithoutRun(stored, getState)).map((key) => del(key, database())));
  };

  /** The network of the run on the page, if it rests and its scores should be known but are not. */
  const restingNetwork = () => {
    const { run, data } = getState();
    const { step = 0, state, bestIsBack } = run?.progress ?? {};
    if (!run || run.lost || run.running || step === 0 || !data || data.test < data.testTotal) {
      return undefined;
    }
    const moment = `${step} ${bestIsBack}`;
    const isNews = known.get(run.id)?.moment !== moment && (state !== 'training' || isLookedAt());
    return isNews ? { id: run.id, moment } : undefined;
  };

  const askWhenAtRest = async () => {
    const network = asking ? undefined : restingNetwork();
    if (!network) {
      return;
    }
    const isStillThat = () => {
      const now = restingNetwork();
      return now?.id === network.id && now.moment === network.moment;
    };
    asking = true;
    try {
      const { length } = await withLabels();
      // Weights that move on meanwhile would make it the scores of two networks.
      const scores = await askForScores(client, length, isStillThat);
      if (scores && isStillThat()) {
        known.set(network.id, { moment: network.moment, scores });
        onNews();
        await keep(network.id, scores).catch(() => {}); // not kept: they are there for this visit
      }
    } catch {
      return; // the worker is gone, and its run with it
    } finally {
      asking = false;
    }
    void askWhenAtRest();
  };
  /** @param {State} state @param {Action} action */
  const takeFrom = ({ run }, action) => {
    const report = 'report' in action ? action.report : undefined;
    const isGrid = action.type === 'grid-reported';
    if (report?.testScores?.length && (isGrid || run?.number === report.run)) {
      const id = isGrid ? action.id : /** @type {import('./run.js').Run} */ (run).id;
      const moment = `${report.progress.step} ${report.progress.bestIsBack}`;
      if (known.get(id)?.moment !== moment) {
        known.set(id, { moment, scores: report.testScores });
        void keep(id, report.testScores).catch(() => {}); // not kept: they are there for this visit
        void withLabels().catch(() => {});
      }
    }
  };
  subscribe((state, action) => {
    takeFrom(state, action);
    void askWhenAtRest();
  });

  return {
    /** Asks for what is missing, if anything. */
    ask: () => void askWhenAtRest(),
    /** True classes of the test images, as soon as they are there. */
    labels: () => labels,
    /** The scores of a run, now or after onNews. @param {string} id */
    scores(id) {
      if (!known.has(id) && !lookedFor.has(id)) {
        lookedFor.add(id);
        void (async () => {
          await withLabels();
          const scores = await get(id, database());
          if (scores && !known.has(id)) {
            known.set(id, { moment: '', scores });
            onNews();
          }
        })().catch(() => lookedFor.delete(id));
      }
      return known.get(id)?.scores;
    },
  };
}

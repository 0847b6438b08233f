// Which openings of the page live in this browser now: each holds a lock of its own, which ends with it.

const LOCK = 'visit-';

/**
 * Lets other windows know, as long as this one lives, that its runs are its own.
 * @param {string} visit
 */
export function holdVisit(visit) {
  // Browsers give locks on secure pages only; elsewhere a run in another window seems interrupted.
  void navigator.locks?.request(`${LOCK}${visit}`, () => new Promise(() => {}));
}

/** @returns {Promise<string[]>} the visits that live in this browser now */
export async function livingVisits() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(LOCK))
    .map((name) => name.slice(LOCK.length));
}

/**
 * Resolves when that visit is over. One that a reload has ended may live on for a moment.
 * @param {string} visit
 */
export const visitEnded = async (visit) => navigator.locks.request(`${LOCK}${visit}`, { mode: 'shared' }, () => {});

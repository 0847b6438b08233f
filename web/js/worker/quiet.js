// When there is time for what nobody waits for. Time comes from outside, so that it can be tried without waiting.

const CHECK_MS = 100;

// To start a run a page sends two commands, the second when the first is answered, and may be busy drawing before each.
const QUIET_MS = 300;

/**
 * @param {{ busy: () => boolean, now: () => number, sleep: (milliseconds: number) => Promise<void> }} world busy: with what
 *   somebody waits for; now: milliseconds of a clock that only goes forwards
 */
export function createQuiet({ busy, now, sleep }) {
  let disturbedAt = now();
  return {
    /** Work has come, or something was said that may bring some. */
    disturb() {
      disturbedAt = now();
    },
    /** Resolves once nothing is being done, and nothing has come for a while. */
    async wait() {
      while (busy() || now() - disturbedAt < QUIET_MS) {
        await sleep(CHECK_MS);
      }
    },
  };
}

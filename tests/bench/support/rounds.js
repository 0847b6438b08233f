// Contestants measured in turn, round after round, so that whatever else the machine is doing meets all of them alike.

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {() => Promise<Record<string, number>>} measure figures by name, the same names each time
 */

/** Where progress is told; results alone go to the standard output. @param {string} line */
export const tell = (line) => console.error(line);

/**
 * What it says in two lines, without stacks and what Playwright puts before the browser's own words.
 * @param {unknown} error
 */
export function reasonOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split('\n').filter((line) => !/^\s*at /.test(line));
  return lines
    .slice(0, 2)
    .join(' ')
    .replace(/^page\.evaluate: (Error: )?/, '');
}

/**
 * A contestant that fails is told of and left out of the following rounds, with all its figures.
 * @param {Contestant[]} contestants
 * @param {number} rounds
 * @returns {Promise<Record<string, number[]>>} a figure's values, round by round
 */
export async function measureInRounds(contestants, rounds) {
  /** @type {Map<Contestant, Record<string, number>[]>} */
  const measured = new Map(contestants.map((contestant) => [contestant, []]));
  for (let round = 1; round <= rounds; ++round) {
    tell(`Round ${round} of ${rounds}: ${[...measured.keys()].map(({ name }) => name).join(', ')}`);
    for (const [contestant, figures] of measured) {
      try {
        figures.push(await contestant.measure());
      } catch (error) {
        tell(`${contestant.name} is left out: ${reasonOf(error)}`);
        measured.delete(contestant);
      }
    }
  }
  /** @type {Record<string, number[]>} */
  const values = {};
  for (const figures of measured.values()) {
    for (const name of Object.keys(figures[0] ?? {})) {
      values[name] = figures.map((figure) => figure[name] ?? NaN);
    }
  }
  return values;
}

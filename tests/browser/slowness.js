// How much slower than in a quiet minute the machine is just now. What a page may take is a promise about an ordinary machine;
// the one that checks it may be shared, and lose a third of its speed from one minute to the next.

/** What `fixedWork` takes in a quiet minute on the machine on which the page's promises were measured. */
const QUIET_MS = 50;

/** Milliseconds of what a page does all day: it makes objects, sorts them, writes a table, and lays it out. */
function fixedWork() {
  const began = performance.now();
  const rows = Array.from({ length: 20_000 }, (_, i) => ({ key: (i * 7919) % 20_011, text: `row ${i}` }));
  rows.sort((a, b) => a.key - b.key);
  const table = document.createElement('table');
  for (const { key, text } of rows.slice(0, 200)) {
    const row = table.insertRow();
    for (let cell = 0; cell < 10; ++cell) {
      row.insertCell().textContent = `${text}, ${key + cell}`;
    }
  }
  document.body.append(table);
  void table.offsetHeight;
  table.remove();
  return performance.now() - began;
}

/**
 * At least 1: a faster machine keeps its promises anyway. The median of several, since what disturbs the page comes and goes.
 * @param {import('playwright-core').Page} page
 */
export async function slowness(page) {
  const times = [];
  for (let i = 0; i < 9; ++i) {
    times.push(await page.evaluate(fixedWork));
  }
  const median = /** @type {number} */ (times.sort((a, b) => a - b)[4]);
  return Math.max(1, median / QUIET_MS);
}

/**
 * The shortest of several attempts: what else goes on on the machine only adds.
 * @param {number} attempts
 * @param {() => Promise<number>} measure milliseconds
 */
export async function leastDisturbed(attempts, measure) {
  const times = [];
  for (let i = 0; i < attempts; ++i) {
    times.push(await measure());
  }
  return { least: Math.min(...times), all: times.map(Math.round).join(', ') };
}

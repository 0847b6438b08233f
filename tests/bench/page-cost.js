#!/usr/bin/env node
// What the page around the training costs: its curves drawn or not, and twenty runs in a row.
//   node tests/bench/page-cost.js [--json] [--rounds N] [--runs N] [--epochs N] [--only charts,runs]
// epochs: of each of the runs in a row; the page's own number if none is given.
// The result goes to the standard output, progress to the standard error. It wants a built page (tools/build.sh).

import { parseArgs } from 'node:util';
import { DEFAULT_TEXTS } from '../../web/js/settings.js';
import { measureChartsCost } from './support/charts-cost.js';
import { count, subset } from './support/options.js';
import { pageCostText } from './support/page-cost-report.js';
import { orSayWhyNot, runBenchmark } from './support/run-benchmark.js';
import { measureRunsInARow, wear } from './support/runs-in-a-row.js';

/** @typedef {import('./support/page-cost-report.js').PageCostReport} PageCostReport */

const PARTS = ['charts', 'runs'];
const FEWEST_RUNS = 4; // they are compared with the third

await orSayWhyNot(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '5' },
      runs: { type: 'string', default: '20' },
      epochs: { type: 'string', default: DEFAULT_TEXTS.epochs },
      only: { type: 'string', default: PARTS.join(',') },
    },
  });
  const rounds = count('rounds', values.rounds, 100);
  const runs = Math.max(FEWEST_RUNS, count('runs', values.runs, 1000));
  const epochs = count('epochs', values.epochs, 1000);
  const only = subset('only', values.only, PARTS);
  await runBenchmark(
    /** @type {import('./support/run-benchmark.js').Benchmark<PageCostReport>} */ ({
      json: values.json,
      async measure(bench) {
        const charts = only.includes('charts') ? await measureChartsCost(bench, rounds) : {};
        const afterRuns = only.includes('runs') ? await measureRunsInARow(bench, runs, epochs) : [];
        return { charts, afterRuns, wear: afterRuns.length > 0 ? wear(afterRuns) : undefined };
      },
      write: pageCostText,
    }),
  );
});

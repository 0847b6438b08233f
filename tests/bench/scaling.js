#!/usr/bin/env node
// How our speed and memory depend on batch, width, depth and training set, with one thread and with all, and how long it takes
// from pressing Train to the report's best test accuracy:
//   node tests/bench/scaling.js [--json] [--seconds N] [--rounds N] [--only batchSize,width,depth,trainImages,time]
// seconds: of each measurement. The result goes to the standard output, progress to the standard error. It wants a built page
// (tools/build.sh).

import { parseArgs } from 'node:util';
import { siteImages } from '../support/site.js';
import { AXES, measureAxis } from './support/axes.js';
import { count, positive, subset } from './support/options.js';
import { orSayWhyNot, runBenchmark } from './support/run-benchmark.js';
import { scalingText } from './support/scaling-report.js';
import { timeToReport } from './support/time-to-report.js';

/** @typedef {import('./support/scaling-report.js').ScalingReport} ScalingReport */

const PARTS = [...Object.keys(AXES), 'time'];

await orSayWhyNot(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '0.5' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string', default: PARTS.join(',') },
    },
  });
  const seconds = positive('seconds', values.seconds, 60);
  const rounds = count('rounds', values.rounds, 100);
  const only = subset('only', values.only, PARTS);
  await runBenchmark(
    /** @type {import('./support/run-benchmark.js').Benchmark<ScalingReport>} */ ({
      json: values.json,
      async measure(bench) {
        const mostImages = siteImages();
        /** @type {ScalingReport['axes']} */
        const axes = {};
        for (const axis of Object.keys(AXES).filter((name) => only.includes(name))) {
          axes[axis] = await measureAxis(bench, axis, { seconds, rounds, mostImages });
        }
        const timeTo = only.includes('time') ? await timeToReport(bench, mostImages) : {};
        return { threads: bench.isolated.threads, axes, timeTo };
      },
      write: scalingText,
    }),
  );
});

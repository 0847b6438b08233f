#!/usr/bin/env node
// How fast we train, beside what others offer, on this machine, in one run:
//   node tests/bench/throughput.js [--json] [--seconds N] [--rounds N] [--only ours,peers,native]
// seconds: of each contestant in each round. The result goes to the standard output, progress to the standard error. It wants
// a built page (tools/build.sh), and installs the peers on its first use.

import { parseArgs } from 'node:util';
import { writeImages } from './support/images.js';
import { describeNumpy, nativeContestants } from './support/native.js';
import { count, positive, subset } from './support/options.js';
import { ourContestants } from './support/our-module.js';
import { peerContestants } from './support/peers.js';
import { makeReport, reportText } from './support/report.js';
import { measureInRounds } from './support/rounds.js';
import { orSayWhyNot, runBenchmark } from './support/run-benchmark.js';

/** @typedef {import('./support/report.js').Report} Report */

const TRAIN_IMAGES = 10_000;
const GROUPS = ['ours', 'peers', 'native'];

await orSayWhyNot(async () => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: GROUPS.join(',') },
    },
  });
  const seconds = positive('seconds', values.seconds, 60);
  const rounds = count('rounds', values.rounds, 100);
  const only = subset('only', values.only, GROUPS);
  const numpy = only.includes('native') ? describeNumpy() : undefined;
  await runBenchmark(
    /** @type {import('./support/run-benchmark.js').Benchmark<Report>} */ ({
      json: values.json,
      numpy,
      webgl: only.includes('peers'),
      async measure(bench) {
        writeImages(TRAIN_IMAGES);
        const contestants = [
          ...(only.includes('native') ? nativeContestants(seconds, numpy) : []),
          ...(only.includes('ours') ? await ourContestants(bench, seconds) : []),
          ...(only.includes('peers') ? await peerContestants(bench, seconds) : []),
        ];
        return makeReport(await measureInRounds(contestants, rounds), bench.isolated.threads);
      },
      write: (report) => reportText(report, rounds),
    }),
  );
});

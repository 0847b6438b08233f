#!/usr/bin/env node
// How fast we train, beside what others offer, on this machine, in one run:
//   node tests/bench/throughput.js [--json] [--seconds N] [--rounds N] [--only ours,peers,native]
// seconds: of each contestant in each round. The result goes to the standard output, progress to the standard error. It wants
// a built page (tools/build.sh), and installs the peers on its first use.

import { parseArgs } from 'node:util';
import { openBench } from './support/browser.js';
import { writeImages } from './support/images.js';
import { describeMachine } from './support/machine.js';
import { describeNumpy, nativeContestants } from './support/native.js';
import { isBuilt, ourContestants } from './support/our-module.js';
import { peerContestants } from './support/peers.js';
import { makeReport, reportText } from './support/report.js';
import { measureInRounds } from './support/rounds.js';

const TRAIN_IMAGES = 10_000;
const GROUPS = ['ours', 'peers', 'native'];

function readOptions() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', default: GROUPS.join(',') },
    },
  });
  const [seconds, rounds, only] = [Number(values.seconds), Number(values.rounds), values.only.split(',')];
  if (!(seconds > 0 && seconds <= 60)) {
    throw new Error(`--seconds must be above 0 and at most 60, not “${values.seconds}”`);
  }
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 100)) {
    throw new Error(`--rounds must be a whole number from 1 to 100, not “${values.rounds}”`);
  }
  if (!only.every((group) => GROUPS.includes(group))) {
    throw new Error(`--only takes ${GROUPS.join(', ')}, not “${values.only}”`);
  }
  return { json: values.json, seconds, rounds, only };
}

/** @param {ReturnType<typeof readOptions>} options */
async function measure({ seconds, rounds, only }) {
  if (!isBuilt()) {
    throw new Error('build/site is not there: run tools/build.sh first');
  }
  writeImages(TRAIN_IMAGES);
  const numpy = only.includes('native') ? describeNumpy() : undefined;
  const bench = await openBench();
  try {
    const contestants = [
      ...(only.includes('native') ? nativeContestants(seconds, numpy) : []),
      ...(only.includes('ours') ? await ourContestants(bench, seconds) : []),
      ...(only.includes('peers') ? await peerContestants(bench, seconds) : []),
    ];
    const values = await measureInRounds(contestants, rounds);
    return makeReport(describeMachine(bench.browser, numpy), values, bench.isolated.threads);
  } finally {
    await bench.close();
  }
}

try {
  const options = readOptions();
  const report = await measure(options);
  console.log(options.json ? JSON.stringify(report, undefined, 2) : reportText(report, options.rounds));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

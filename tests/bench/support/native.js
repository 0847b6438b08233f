// The native programs as contestants: our trainer built in two ways, and the course report's algorithm in NumPy.

import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { BENCH, IMAGES, ROOT } from './paths.js';
import { reasonOf, tell } from './rounds.js';

/** @typedef {import('./rounds.js').Contestant} Contestant */

const PRESET = 'native-bench';
const BUILD = path.join(ROOT, 'build', PRESET);
const PYTHON = '/usr/bin/python3';
const NUMPY_REPORT = path.join(BENCH, 'numpy_report.py');
const MOST_SECONDS = 60; // beyond those asked for

const run = promisify(execFile);

/** @param {string[]} options */
function cmake(...options) {
  const { status, stdout, stderr, error } = spawnSync('cmake', options, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) {
    tell(stdout ?? '');
    throw new Error(error?.message ?? stderr);
  }
}

function buildPrograms() {
  tell('Building the native programs');
  if (!fs.existsSync(path.join(BUILD, 'build.ninja'))) {
    cmake('--preset', PRESET);
  }
  cmake('--build', '--preset', PRESET);
}

/**
 * A program that is given the folder of the images and how many seconds to train, and prints images per second.
 * @param {string} name
 * @param {string[]} command
 * @param {number} seconds
 * @returns {Contestant}
 */
function programContestant(name, [program = '', ...options], seconds) {
  return {
    name,
    async measure() {
      const { stdout } = await run(program, [...options, IMAGES, String(seconds)], {
        timeout: (seconds + MOST_SECONDS) * 1000,
      });
      return { [name]: Number(stdout) };
    },
  };
}

/** Its version and its BLAS library; undefined: there is none. @returns {string | undefined} */
export function describeNumpy() {
  const { status, stdout } = spawnSync(PYTHON, [NUMPY_REPORT], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * @param {number} seconds
 * @param {string | undefined} numpy as described above
 * @returns {Contestant[]}
 */
export function nativeContestants(seconds, numpy) {
  /** @type {Contestant[]} */
  const contestants = [];
  try {
    buildPrograms();
    for (const name of ['ours-sse', 'ours-march-native']) {
      contestants.push(programContestant(name, [path.join(BUILD, 'tests/bench', name)], seconds));
    }
  } catch (error) {
    tell(`Our native programs are left out: ${reasonOf(error)}`);
  }
  if (numpy) {
    contestants.push(programContestant('numpy', [PYTHON, NUMPY_REPORT], seconds));
  } else {
    tell(`NumPy is left out: ${PYTHON} has none (Debian package python3-numpy).`);
  }
  return contestants;
}

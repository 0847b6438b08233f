// The libraries of others as contestants in the browser: installed and bundled here, never into the site. One that does not
// work on this machine is told of and left out.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BATCH_OF_ONE } from './network.js';
import { BENCH, PEERS } from './paths.js';
import { reasonOf, tell } from './rounds.js';

/** @typedef {import('./browser.js').Bench} Bench */
/** @typedef {import('./rounds.js').Contestant} Contestant */

const MODULES = path.join(BENCH, 'node_modules');
const LOCK = path.join(BENCH, 'package-lock.json');
const INSTALLED_LOCK = path.join(MODULES, '.installed-lock');
const TFJS_BINARIES = path.join(MODULES, '@tensorflow/tfjs-backend-wasm/dist');
const WARM_UP_SECONDS = 2;

const BATCH_OF_100 = { batchSize: 100, learningRate: 0.1 };

/**
 * Those that can use threads run twice: beside our one thread, and on the isolated page beside all of ours.
 * @type {{ name: string, script: string, page: 'plain' | 'isolated', options: object }[]}
 */
const PEER_LIST = [
  { name: 'tfjs-wasm', script: 'tfjs', page: 'plain', options: { ...BATCH_OF_100, backend: 'wasm' } },
  { name: 'tfjs-wasm-threads', script: 'tfjs', page: 'isolated', options: { ...BATCH_OF_100, backend: 'wasm' } },
  { name: 'tfjs-webgl', script: 'tfjs', page: 'plain', options: { ...BATCH_OF_100, backend: 'webgl' } },
  { name: 'tfjs-cpu', script: 'tfjs', page: 'plain', options: { ...BATCH_OF_100, backend: 'cpu' } },
  { name: 'jax-js-wasm', script: 'jax-js', page: 'plain', options: BATCH_OF_100 },
  { name: 'jax-js-wasm-threads', script: 'jax-js', page: 'isolated', options: BATCH_OF_100 },
  { name: 'convnetjs', script: 'convnetjs', page: 'plain', options: BATCH_OF_100 },
  { name: 'convnetjs-batch1', script: 'convnetjs', page: 'plain', options: BATCH_OF_ONE },
];

function install() {
  const lock = fs.readFileSync(LOCK);
  if (fs.existsSync(INSTALLED_LOCK) && lock.equals(fs.readFileSync(INSTALLED_LOCK))) {
    return;
  }
  tell('Installing the peers of tests/bench/package.json');
  execFileSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: BENCH, stdio: ['ignore', 'ignore', 'pipe'] });
  fs.writeFileSync(INSTALLED_LOCK, lock);
}

/** @param {string} script */
async function bundle(script) {
  await build({
    entryPoints: [path.join(BENCH, 'peers', `${script}.js`)],
    outdir: PEERS,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { window: 'globalThis' }, // ConvNetJS knows no workers
    logLevel: 'silent',
  });
}

function copyBinaries() {
  fs.mkdirSync(PEERS, { recursive: true });
  for (const file of fs.readdirSync(TFJS_BINARIES).filter((name) => name.endsWith('.wasm'))) {
    fs.copyFileSync(path.join(TFJS_BINARIES, file), path.join(PEERS, file));
  }
}

/**
 * @param {Bench} bench
 * @param {number} seconds
 * @returns {Promise<Contestant[]>}
 */
export async function peerContestants(bench, seconds) {
  try {
    install();
    copyBinaries();
  } catch (error) {
    tell(`The peers are left out: they could not be installed (${reasonOf(error)}).`);
    return [];
  }
  /** @type {Contestant[]} */
  const contestants = [];
  for (const { name, script, page, options } of PEER_LIST) {
    const ask = (/** @type {string} */ method, /** @type {object} */ argument) =>
      bench[page].ask(name, `/peers/${script}.js`, method, argument);
    tell(`Warming up ${name}`);
    try {
      await bundle(script);
      await ask('prepare', { ...options, warmUpSeconds: WARM_UP_SECONDS });
      contestants.push({
        name,
        measure: async () => ({ [name]: (await ask('measure', { seconds })).imagesPerSecond }),
      });
    } catch (error) {
      tell(`${name} is left out: ${reasonOf(error)}`);
    }
  }
  return contestants;
}

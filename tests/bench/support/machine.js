// Which machine a figure belongs to.

import fs from 'node:fs';
import os from 'node:os';

/**
 * @typedef {{ processor: string, cores: number, system: string, node: string, browser: string,
 *   numpy: string | undefined }} Machine
 */

function systemName() {
  try {
    return /^PRETTY_NAME="(.*)"$/m.exec(fs.readFileSync('/etc/os-release', 'utf8'))?.[1] ?? os.type();
  } catch {
    return os.type();
  }
}

/**
 * @param {string} browser its name and version
 * @param {string | undefined} numpy the same, where there is one
 * @returns {Machine}
 */
export function describeMachine(browser, numpy) {
  return {
    processor: os.cpus()[0]?.model.trim() ?? os.arch(),
    cores: os.availableParallelism(),
    system: systemName(),
    node: process.versions.node,
    browser,
    numpy,
  };
}

/** @param {Machine} machine */
export const machineLine = ({ processor, cores, system, node, browser, numpy }) =>
  [processor, `${cores} cores`, system, `Node.js ${node}`, browser, numpy].filter(Boolean).join(', ');

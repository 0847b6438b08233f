// Several workers with one thread each, and a queue of runs for them. It knows nothing of the page.

import { WorkerClient } from './worker-client.js';

/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../settings.js').Settings} Settings */

const TRIES = 2; // of a run whose worker dies

/**
 * @typedef {object} PoolOptions
 * @property {() => Worker} createWorker
 * @property {number} workers
 * @property {{ id: string, settings: Settings }[]} jobs made in this order, as workers are free
 * @property {(id: string, report: RunReport) => void} onReport
 * @property {(id: string, client: WorkerClient) => Promise<void>} onEnd the run has ended; its worker makes the next one after that
 * @property {(id: string) => void} onFailure the run cannot be made
 */

/**
 * Starts at once. Every worker has gone when the last run has ended, or after cancel().
 * @param {PoolOptions} options
 */
export function createGridPool({ createWorker, workers, jobs, onReport, onEnd, onFailure }) {
  const queue = jobs.map((job) => ({ job, tries: 0 }));
  const mostImages = Math.max(...jobs.map(({ settings }) => settings.trainImages));
  /** @typedef {{ client: WorkerClient, task: (typeof queue)[number] | undefined, dataIsHere: boolean }} Member */
  /** @type {Set<Member>} */
  const members = new Set();
  let paused = false;

  /** @param {Member} member */
  const dismiss = (member) => {
    member.client.stop();
    members.delete(member);
  };

  /** @param {Member} member */
  const takeNext = async (member) => {
    const task = paused ? undefined : queue.shift();
    member.task = task;
    if (!task) {
      if (!paused) {
        dismiss(member);
      }
      return;
    }
    task.tries += 1;
    const { settings } = task.job;
    try {
      await member.client.request({ type: 'create-run', run: task.tries, settings });
      onReport(task.job.id, await member.client.request({ type: 'resume', epochs: settings.epochs }));
      if (paused) {
        await member.client.request({ type: 'pause' });
      }
    } catch {
      giveUp(member); // refused by the core; a worker that dies has been taken care of
    }
  };

  /** The member's run could not be made here. @param {Member} member */
  const giveUp = (member) => {
    const { task } = member;
    if (!members.has(member) || !task) {
      return;
    }
    member.task = undefined;
    if (task.tries < TRIES) {
      queue.unshift(task);
    } else {
      onFailure(task.job.id);
    }
    dismiss(member);
    if (queue.length > 0) {
      hire();
    }
  };

  const hire = () => {
    /** @type {Member} */
    const member = {
      task: undefined,
      dataIsHere: false,
      client: new WorkerClient({
        createWorker,
        onSilence: () => {}, // a long run on a busy machine; it goes on
        onDeath: () => {
          if (member.task) {
            giveUp(member);
          } else if (members.delete(member)) {
            queue.splice(0).forEach(({ job }) => onFailure(job.id)); // it did not even start: no other one will
          }
        },
        onEvent: (event) => {
          switch (event.type) {
            case 'ready':
              return void member.client.request({ type: 'load-data', trainImages: mostImages }).catch(() => {});
            case 'failed':
            case 'data-failed':
              return member.client.fail(event.message);
            case 'data': {
              const { train, test, testTotal } = event.data;
              if (!member.dataIsHere && train >= mostImages && test === testTotal) {
                member.dataIsHere = true;
                void takeNext(member);
              }
              return undefined;
            }
            case 'run': {
              const { task } = member;
              if (task) {
                onReport(task.job.id, event.report);
                if (!event.report.running && event.report.progress.state !== 'training') {
                  void onEnd(task.job.id, member.client).finally(() => members.has(member) && takeNext(member));
                }
              }
              return undefined;
            }
          }
        },
      }),
    };
    members.add(member);
    member.client.start();
  };

  for (let i = 0; i < Math.min(workers, jobs.length); ++i) {
    hire();
  }

  /** @param {(client: WorkerClient, settings: Settings) => void} act */
  const tellRunning = (act) => {
    for (const { client, task } of members) {
      if (task) {
        act(client, task.job.settings);
      }
    }
  };

  return {
    pause: () => {
      paused = true;
      tellRunning((client) => void client.request({ type: 'pause' }).catch(() => {}));
    },
    resume: () => {
      paused = false;
      tellRunning((client, { epochs }) => void client.request({ type: 'resume', epochs }).catch(() => {}));
      for (const member of [...members]) {
        if (!member.task && member.dataIsHere) {
          void takeNext(member);
        }
      }
    },
    cancel: () => {
      queue.length = 0;
      [...members].forEach(dismiss);
    },
  };
}

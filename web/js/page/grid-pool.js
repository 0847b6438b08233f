// Several workers with one thread each, and a queue of runs for them. It knows nothing of the page.

import { hasDataFor } from './allowed.js';
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
 * Starts at once. A worker goes when there is no run left for it: all have gone when the last run has ended, or after cancel().
 * @param {PoolOptions} options
 */
export function createGridPool({ createWorker, workers, jobs, onReport, onEnd, onFailure }) {
  const queue = jobs.map((job) => ({ job, tries: 0 }));
  const most = {
    trainImages: Math.max(...jobs.map(({ settings }) => settings.trainImages)),
    drawnShare: Math.max(...jobs.map(({ settings }) => settings.drawnShare)),
  };
  /** task: the run under way; it is none any more when it has ended. @typedef {{ client: WorkerClient, task: (typeof queue)[number] | undefined, dataIsHere: boolean, isEnding: boolean }} Member */
  /** @type {Set<Member>} */
  const members = new Set();
  let paused = false;

  /** @param {Member} member */
  const dismiss = (member) => {
    member.client.stop();
    members.delete(member);
  };

  /** There is nothing left for those without a run, such as one that is still waiting for its images. */
  const dismissIdle = () => [...members].filter(({ task, isEnding }) => !task && !isEnding).forEach(dismiss);

  /** @param {Member} member */
  const takeNext = async (member) => {
    if (queue.length === 0) {
      dismiss(member);
      return;
    }
    const task = paused ? undefined : queue.shift();
    member.task = task;
    if (!task) {
      return; // until resume()
    }
    if (queue.length === 0) {
      dismissIdle();
    }
    task.tries += 1;
    const { settings } = task.job;
    try {
      await member.client.request({ type: 'create-run', run: task.tries, settings });
      onReport(task.job.id, await member.client.request({ type: 'resume', epochs: settings.epochs }));
      if (paused) {
        await pauseMember(member);
      }
    } catch {
      giveUp(member); // refused by the core; a worker that dies has been taken care of
    }
  };

  /** What it says in answer holds the points that no report had yet. @param {Member} member */
  const pauseMember = async ({ client, task }) => {
    if (task) {
      onReport(task.job.id, await client.request({ type: 'pause' }));
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
      isEnding: false,
      client: new WorkerClient({
        createWorker,
        onSilence: () => {}, // a long run on a busy machine; it goes on
        onDeath: () => {
          if (member.task) {
            giveUp(member);
          } else if (members.delete(member) && members.size === 0) {
            queue.splice(0).forEach(({ job }) => onFailure(job.id)); // none is left, and this one did not even start
          }
        },
        onEvent: (event) => {
          switch (event.type) {
            case 'ready':
              return void member.client
                .request({ type: 'load-data', trainImages: most.trainImages, withDrawings: most.drawnShare > 0 })
                .catch(() => {});
            case 'data-failed':
              // What it has is enough, if the rest of the images does not come.
              return member.dataIsHere ? undefined : member.client.fail(event.message);
            case 'failed':
              return member.client.fail(event.message);
            case 'data': {
              if (!member.dataIsHere && hasDataFor(event.data, most)) {
                member.dataIsHere = true;
                void takeNext(member);
              }
              return undefined;
            }
            case 'run': {
              const { task } = member;
              if (!task) {
                return undefined;
              }
              onReport(task.job.id, event.report);
              if (!event.report.running && event.report.progress.state !== 'training') {
                member.task = undefined; // neither paused nor resumed from now on
                member.isEnding = true;
                void onEnd(task.job.id, member.client).finally(() => {
                  member.isEnding = false;
                  return members.has(member) && takeNext(member);
                });
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

  return {
    pause: () => {
      paused = true;
      members.forEach((member) => void pauseMember(member).catch(() => {}));
    },
    resume: () => {
      paused = false;
      for (const member of [...members]) {
        const { client, task, dataIsHere, isEnding } = member;
        if (task) {
          client.request({ type: 'resume', epochs: task.job.settings.epochs }).catch(() => {});
        } else if (dataIsHere && !isEnding) {
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

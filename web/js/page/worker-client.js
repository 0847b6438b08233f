// The page's end of the protocol: sends commands, resolves their replies, and passes events on. When the worker dies or
// falls silent everything pending rejects; the owner decides whether to start another one.

/** @typedef {import('../protocol.js').CommandBody} CommandBody */
/** @typedef {import('../protocol.js').Replies} Replies */
/** @typedef {import('../protocol.js').WorkerEvent} WorkerEvent */
/** @typedef {import('../protocol.js').WorkerMessage} WorkerMessage */

const PING_MS = 2000;
const SILENT_MS = 10_000;

/** An error that the worker answered a command with. */
export class CommandError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** What everything pending rejects with when the worker is gone. */
class WorkerGoneError extends Error {}

/**
 * @typedef {object} WorkerClientOptions
 * @property {() => Worker} createWorker
 * @property {(event: WorkerEvent) => void} onEvent
 * @property {(reason: string) => void} onDeath the worker is gone; its session with it
 * @property {(silent: boolean) => void} onSilence no answer for ten seconds, or an answer again
 */

export class WorkerClient {
  #options;
  /** @type {Worker | undefined} */
  #worker;
  #nextId = 1;
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  /** @type {import('../protocol.js').Command[]} commands from before the worker listens; it would not hear them */
  #outbox = [];
  #ready = false;
  #lastHeard = 0;
  #silent = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #heartbeat;

  /** @param {WorkerClientOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /** Starts a worker; one that runs already is ended first. */
  start() {
    this.#end('a new worker was started');
    const worker = this.#options.createWorker();
    this.#worker = worker;
    this.#lastHeard = performance.now();
    worker.onmessage = ({ data }) => this.#receive(data);
    worker.onmessageerror = () => this.fail('a message from the worker could not be read');
    worker.onerror = (event) => {
      event.preventDefault();
      const fault = (event.message ?? '').replace(/^Uncaught (\w*Error: )?/, '');
      this.fail(
        this.#ready
          ? fault || 'it failed without a reason'
          : `its program could not be loaded ${fault && `(${fault})`}`.trim(),
      );
    };
    this.#heartbeat = setInterval(() => this.#checkHeartbeat(), PING_MS);
  }

  /**
   * @template {CommandBody} Body
   * @param {Body} body
   * @returns {Promise<Replies[Body['type']]>}
   */
  request(body) {
    const worker = this.#worker;
    if (!worker) {
      return Promise.reject(new WorkerGoneError('the worker is not running'));
    }
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      if (this.#ready) {
        worker.postMessage({ ...body, id });
      } else {
        this.#outbox.push({ ...body, id });
      }
    });
  }

  /** @param {WorkerMessage} message */
  #receive(message) {
    this.#lastHeard = performance.now();
    if (this.#silent) {
      this.#silent = false;
      this.#options.onSilence(false);
    }
    if (message.type === 'ready') {
      this.#ready = true;
      this.#outbox.splice(0).forEach((command) => this.#worker?.postMessage(command));
    }
    if (message.type !== 'reply') {
      this.#options.onEvent(message);
      return;
    }
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) {
      waiting?.resolve(message.value);
    } else {
      waiting?.reject(new CommandError(message.code, message.message));
    }
  }

  #checkHeartbeat() {
    this.request({ type: 'ping' }).catch(() => {}); // its answer counts as a sign of life; a dead worker reports itself
    const silent = performance.now() - this.#lastHeard > SILENT_MS;
    if (silent && !this.#silent) {
      this.#silent = true;
      this.#options.onSilence(true);
    }
  }

  /**
   * Gives the worker up, as if it had died.
   * @param {string} reason
   */
  fail(reason) {
    this.#end(reason);
    this.#options.onDeath(reason);
  }

  /** Ends the worker, as its owner wishes. */
  stop() {
    this.#end('it was ended');
  }

  /** @param {string} reason */
  #end(reason) {
    clearInterval(this.#heartbeat);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#silent = false;
    this.#ready = false;
    this.#outbox = [];
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) {
      reject(new WorkerGoneError(reason));
    }
  }
}

// The page's side of the benchmarks: starts workers and passes on what they are asked. A worker that fails is ended, so that
// it does not disturb those measured after it.

/** @typedef {{ name: string, script: string, method: string, argument: unknown, timeoutSeconds: number }} Question */

/** @type {Map<string, Worker>} */
const workers = new Map();

/** @param {string} name @param {string} script */
function workerNamed(name, script) {
  const worker = workers.get(name) ?? new Worker(script, { type: 'module' });
  workers.set(name, worker);
  return worker;
}

/** @param {string} name */
function end(name) {
  workers.get(name)?.terminate();
  workers.delete(name);
}

/** @param {Question} request @returns {Promise<unknown>} */
function ask({ name, script, method, argument, timeoutSeconds }) {
  const worker = workerNamed(name, script);
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ reason) => {
      end(name);
      reject(new Error(reason));
    };
    const timer = setTimeout(() => fail(`no answer in ${timeoutSeconds} s`), timeoutSeconds * 1000);
    worker.onerror = (event) => {
      clearTimeout(timer);
      fail(event.message ?? `${script} could not be loaded`);
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (data.error) {
        fail(data.error);
      } else {
        resolve(data.value);
      }
    };
    worker.postMessage({ method, argument });
  });
}

Object.assign(globalThis, { ask, end });

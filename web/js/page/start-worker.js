// How the page gets its worker: through the service worker if there is one, because only a response header can bind a
// worker to a security policy, and a static host may not send one. The page loads this module by itself, before all others,
// so that the service worker starts while they are still on their way.

const CONTROL_WAIT_MS = 500;

/** The one place that turns a string into a script's address; both scripts are the site's own. */
function scriptAddresses() {
  const worker = new URL('../worker/worker.js', import.meta.url).href;
  const serviceWorker = new URL('../../service-worker.js', import.meta.url).href;
  const factory = /** @type {any} */ (globalThis).trustedTypes;
  if (!factory) {
    return { worker, serviceWorker };
  }
  const known = [worker, serviceWorker];
  const policy = factory.createPolicy('ffnn', {
    createScriptURL: (/** @type {string} */ url) => {
      if (!known.includes(url)) {
        throw new TypeError(`not a script of this page: ${url}`);
      }
      return url;
    },
  });
  return { worker: policy.createScriptURL(worker), serviceWorker: policy.createScriptURL(serviceWorker) };
}

const ADDRESSES = scriptAddresses();

/** Resolves once a service worker controls the page: never, where there is none. @type {Promise<void>} */
const controlled = new Promise((resolve) => {
  const container = navigator.serviceWorker; // absent on plain http and in some private windows
  if (container?.controller) {
    resolve();
  } else {
    container?.addEventListener('controllerchange', () => resolve(), { once: true });
  }
  container?.register(ADDRESSES.serviceWorker).catch(() => {}); // refused: the page goes on without it
});

/** Resolves once the worker may be started: under control, or after half a second without. */
export const mayStart = navigator.serviceWorker
  ? Promise.race([controlled, new Promise((resolve) => setTimeout(resolve, CONTROL_WAIT_MS))])
  : Promise.resolve();

/** Resolves once the next navigation, and only that, would bring the isolation that threads need. @type {Promise<void>} */
export const coresWaitForReload = new Promise((resolve) => {
  const loadedWithout = !navigator.serviceWorker?.controller;
  if (loadedWithout && !crossOriginIsolated && navigator.hardwareConcurrency > 1) {
    void controlled.then(resolve);
  }
});

export const createWorker = () => new Worker(ADDRESSES.worker, { type: 'module', name: 'training' });

/** One of several at once: it trains with a single thread. */
export const createGridWorker = () => new Worker(ADDRESSES.worker, { type: 'module', name: 'grid' });

// How the page gets its worker: through the service worker if there is one, because only a response header can bind a
// worker to a security policy, and a static host may not send one.

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

/** Resolves once a service worker controls the page, or after half a second: the page works without one. */
export async function waitForControl() {
  const container = navigator.serviceWorker; // absent on plain http and in some private windows
  if (!container) {
    return;
  }
  const controlled = new Promise((resolve) => {
    if (container.controller) {
      resolve(undefined);
    } else {
      container.addEventListener('controllerchange', () => resolve(undefined), { once: true });
    }
  });
  container.register(ADDRESSES.serviceWorker).catch(() => {}); // refused: the page goes on without it
  await Promise.race([controlled, new Promise((resolve) => setTimeout(resolve, CONTROL_WAIT_MS))]);
}

/** @returns {Worker} */
export function createWorker() {
  return new Worker(ADDRESSES.worker, { type: 'module', name: 'training' });
}

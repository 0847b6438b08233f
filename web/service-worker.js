// Adds the response headers that a static host may not send. To the page: isolation from other origins, without which a
// browser gives no memory that threads share; it holds from the visitor's next navigation on. To the scripts of workers:
// the same, and the security policy, because one in the page binds the page only. Everything else goes to the network as
// usual.

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default', // of js/worker/thread-scripts.js
].join('; ');

/** @type {Record<string, Record<string, string>>} by the destination of a request */
const ADDED = {
  document: ISOLATION,
  worker: { ...ISOLATION, 'Content-Security-Policy': WORKER_POLICY },
};

/**
 * @param {Request} request
 * @param {Record<string, string>} added
 */
async function fetchWithHeaders(request, added) {
  const response = await fetch(request);
  if (response.type === 'opaqueredirect') {
    return response; // the browser follows it with a request of its own
  }
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(added)) {
    headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const added = ADDED[event.request.destination];
  if (added) {
    event.respondWith(fetchWithHeaders(event.request, added));
  }
});

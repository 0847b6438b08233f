// Adds the security policy to the worker's script: a policy in the page binds the page only, and a static host cannot be
// counted on for headers. Everything else goes to the network as usual.

const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** @param {Request} request */
async function fetchWithPolicy(request) {
  const response = await fetch(request);
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', WORKER_POLICY);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  if (event.request.destination === 'worker') {
    event.respondWith(fetchWithPolicy(event.request));
  }
});

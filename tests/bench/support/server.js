// Serves the page of the benchmarks on this machine, beside the site that they measure; isolated from other origins or not:
// a page that is not gets no threads from the browser.

import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { BENCH, IMAGES, MODULES, PEERS, SITE } from './paths.js';

/**
 * Where files are looked for, by the first folder of their address. Under /web are the site and the modules of which its
 * scripts were made, so that the bench's pages import them by the paths that they have in the sources.
 * @type {Record<string, string[]>}
 */
const FOLDERS = { web: [SITE, MODULES], page: [path.join(BENCH, 'page')], peers: [PEERS], images: [IMAGES] };

/** @param {import('node:http').ServerResponse} response */
function isolate(response) {
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
}

/**
 * @param {boolean} isolated
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveBench(isolated) {
  const options = { dev: true, ...(isolated ? { setHeaders: isolate } : {}) };
  const handlers = new Map(
    Object.entries(FOLDERS).map(([name, folders]) => [name, folders.map((folder) => sirv(folder, options))]),
  );
  const server = createServer((request, response) => {
    const [, name, rest] = /^\/(\w+)(\/.*)$/.exec(request.url ?? '') ?? [];
    request.url = rest ?? '';
    const tryNext = ([handler, ...others] = handlers.get(name ?? '') ?? []) => {
      if (handler) {
        handler(request, response, () => tryNext(others));
      } else {
        response.writeHead(404).end();
      }
    };
    tryNext();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
  };
}

#!/usr/bin/env node
// Serves build/site on this machine, with no special headers: what any static host does. serve.js [--port N]

import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const SITE = path.join(import.meta.dirname, '../build/site');
const DEFAULT_PORT = 8080;

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  fail(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
}

const server = createServer(sirv(SITE, { dev: true }));
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is in use; choose another with --port N.` : error.message);
});
server.listen(port, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`\nOpen http://127.0.0.1:${address.port}/ in a browser. Ctrl+C stops the server.`);
});

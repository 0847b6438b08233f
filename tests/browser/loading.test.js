// What happens when the data does not come as it should.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readManifest, SITE } from '../support/site.js';
import { drawLine, serveSite, T_SHIRT, trainingWorker, useBrowser, waitForStatus } from './support.js';

const browser = useBrowser();

const SECOND_SHARD = 'train-01-images-idx3-ubyte.gz';
const bytes = fs.readFileSync(path.join(SITE, 'data', SECOND_SHARD));

/** @type {Record<string, { answer: (response: import('./support.js').Response) => void, says: RegExp }>} */
const FAULTS = {
  'is missing': { answer: (response) => response.writeHead(404).end(), says: /could not be fetched/ },
  'fails at the server': { answer: (response) => response.writeHead(500).end(), says: /could not be fetched/ },
  'is half delivered': {
    answer: (response) => response.end(bytes.subarray(0, bytes.length / 2)),
    says: /is damaged/,
  },
  'is a page of HTML': { answer: (response) => response.end('<!doctype html><p>Log in'), says: /has 24 bytes/ },
  'is another set': {
    answer: (response) => response.end(fs.readFileSync(path.join(SITE, 'data/train-00-images-idx3-ubyte.gz'))),
    says: /is not the file expected/,
  },
};

for (const [name, { answer, says }] of Object.entries(FAULTS)) {
  test(`a shard that ${name} is said, the page stays alive, and Retry goes on`, async (t) => {
    const site = await serveSite({
      fault: (request, response) => {
        if (!request.url?.endsWith(SECOND_SHARD)) {
          return false;
        }
        answer(response);
        return true;
      },
    });
    t.after(site.close);
    const opened = await browser.open(site.url, {
      expected: /status of (404|500)|train-01-images\S+ net::ERR_ABORTED/,
    });
    await opened.page.getByText(says).waitFor();
    await drawLine(opened.page, T_SHIRT);
    await opened.page.getByText('Untrained').waitFor();
    site.setFault(undefined);
    await opened.button('Retry').click();
    await waitForStatus(opened, 'Ready: press Train.');
    await opened.field('Epochs').fill('1');
    await opened.button('Train').click();
    await waitForStatus(opened, 'Finished 1 epoch ');
    await opened.close();
  });
}

test('the first images are on their way while the module is', async (t) => {
  let asked = false;
  const site = await serveSite({
    fault: ({ url = '' }, response) => {
      asked ||= url.endsWith('/train-00-images-idx3-ubyte.gz');
      if (!url.endsWith('/wasm/ffnn.wasm')) {
        return false;
      }
      const answer = () => {
        if (asked) {
          response.writeHead(200, { 'Content-Type': 'application/wasm' });
          response.end(fs.readFileSync(path.join(SITE, 'wasm/ffnn.wasm')));
        } else if (!response.destroyed) {
          setTimeout(answer, 50); // the module does not come before they are asked for
        }
      };
      answer();
      return true;
    },
  });
  t.after(site.close);
  const opened = await browser.open(site.url);
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.close();
});

test('a server that sends the gzip files as they are works like one that has the browser inflate them', async (t) => {
  const plain = await serveSite({
    fault: (request, response) => {
      const file = /\/data\/([^/]+\.gz)$/.exec(request.url ?? '')?.[1];
      if (!file) {
        return false;
      }
      // No Content-Encoding: the browser gets the gzip bytes themselves.
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      response.end(fs.readFileSync(path.join(SITE, 'data', file)));
      return true;
    },
  });
  t.after(plain.close);
  const opened = await browser.open(plain.url);
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.close();
});

test('the worker is bound by a security policy of its own', async (t) => {
  const site = await serveSite();
  t.after(site.close);
  const opened = await browser.open(site.url);
  await waitForStatus(opened, 'Ready: press Train.');
  const worker = await trainingWorker(opened.page);
  // Later, by a timer: what the debugger evaluates at once is exempt from the policy.
  const refused = await worker.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => {
          try {
            // eslint-disable-next-line no-eval -- that it is refused is what is tried
            resolve(String((0, eval)('1')));
          } catch (error) {
            resolve(/** @type {Error} */ (error).name);
          }
        }, 0),
      ),
  );
  assert.equal(refused, 'EvalError');
  await opened.page.context().close();
});

test('Train pressed while the images come does not wait for those that it does not need', async (t) => {
  /** @type {string[]} */
  const asked = [];
  const site = await serveSite({ fault: ({ url = '' }) => asked.push(url) < 0 }); // no fault: it only listens
  t.after(site.close);
  const opened = await browser.open(site.url);
  await opened.button('Train').click();
  await opened.page
    .getByText(/^\s*epoch 1/)
    .first()
    .waitFor();
  assert.ok(asked.some((url) => url.includes('/data/train-01-images')));
  assert.ok(!asked.some((url) => url.includes('/data/train-02-images')));
  await opened.button('Pause').click();
  const last = readManifest().train.at(-1).images.file; // the rest comes all the same
  for (let look = 0; look < 300 && !asked.some((url) => url.endsWith(last)); ++look) {
    await opened.page.waitForTimeout(100);
  }
  assert.ok(
    asked.some((url) => url.endsWith(last)),
    last,
  );
  await opened.close();
});

test('what is on the page hardly moves while it loads', async (t) => {
  const site = await serveSite();
  t.after(site.close);
  const opened = await browser.open(site.url);
  await waitForStatus(opened, 'Ready: press Train.');
  const moved = await opened.page.evaluate(
    () =>
      new Promise((/** @type {(sum: number) => void} */ resolve) => {
        // web.dev/cls: 0.1 is the most that is good
        new PerformanceObserver((list) =>
          resolve(list.getEntries().reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0)),
        ).observe({ type: 'layout-shift', buffered: true });
      }),
  );
  t.diagnostic(`layout shift ${moved.toFixed(3)}`);
  assert.ok(moved < 0.1, `${moved}`);
  await opened.close();
});

test('where the scripts do not come the page says why, after a while', async (t) => {
  const site = await serveSite({
    fault: (request, response) => {
      const isScript = Boolean(request.url?.endsWith('.js'));
      if (isScript) {
        response.writeHead(404).end();
      }
      return isScript;
    },
  });
  t.after(site.close);
  const opened = await browser.open(site.url, { expected: /status of 404|\.js net::ERR_ABORTED/ });
  const why = opened.page.locator('#needs-server');
  const height = async () => (await why.boundingBox())?.height ?? 0;
  for (let look = 0; look < 100 && (await height()) === 0; ++look) {
    await opened.page.waitForTimeout(100);
  }
  assert.ok((await height()) > 50, `${await height()} pixels`);
  assert.match(await why.innerText(), /scripts did not start/);
  await opened.close();
});

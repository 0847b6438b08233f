// One seed, one network, to the last bit: in Chromium, under Node, again and again, and however it was interrupted. That
// the native build has the same bits is held by the core's golden hashes, which run natively and as WebAssembly.

import assert from 'node:assert/strict';
import os from 'node:os';
import { test } from 'node:test';
import { completeSettings, DEFAULT_TEXTS, settingCounts } from '../../web/js/settings.js';
import { PRESETS, presetTexts } from '../../web/js/presets.js';
import { loadModule, openSession, valueOf } from '../support/site.js';
import { ANSWER, drawLine, openIsolated, T_SHIRT, trainingWorker, useSite, waitForStatus } from './support.js';

const site = useSite();

/** A small run with everything on that draws random numbers or keeps a state. */
const CHANGES = { trainImages: '1000', hidden: '64', batchSize: '20', validationShare: '10' };
const BEST = /** @type {import('../../web/js/presets.js').Preset} */ (PRESETS.best);
const textsOf = (/** @type {string} */ epochs) => ({ ...presetTexts(BEST, DEFAULT_TEXTS.seed), ...CHANGES, epochs });

/** @typedef {ReturnType<typeof textsOf>} Texts */

/** The hash of the weights in the page's worker. @param {import('playwright-core').Page} page @returns {Promise<string>} */
async function hashIn(page) {
  const worker = await trainingWorker(page);
  return worker.evaluate(
    () =>
      new Promise((resolve) => {
        const send = self.postMessage;
        const QUESTION = -1;
        self.postMessage = (/** @type {any} */ message, /** @type {any} */ options) => {
          if (message.id !== QUESTION) {
            send.call(self, message, options);
            return;
          }
          self.postMessage = send;
          resolve(message.value);
        };
        self.dispatchEvent(new MessageEvent('message', { data: { type: 'hash', id: QUESTION } }));
      }),
  );
}

/** @param {import('./support.js').Opened} opened @param {Texts} texts */
async function fillForm(opened, texts) {
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.page.locator('#more-settings > summary').click();
  for (const [name, text] of Object.entries(texts)) {
    if (!settingCounts(/** @type {import('../../web/js/settings.js').SettingName} */ (name), texts)) {
      continue;
    }
    const control = opened.page.locator(`#setting-${name}`);
    await ((await control.evaluate((field) => field.tagName)) === 'SELECT'
      ? control.selectOption(text)
      : control.fill(text));
  }
}

/** What the same settings give under Node. @param {Texts} texts */
async function hashUnderNode(texts) {
  const session = openSession(await loadModule(), 5000);
  valueOf(session.createRun(completeSettings(texts)));
  while (valueOf(session.advance(3e7, Number.MAX_SAFE_INTEGER)).state === 'training');
  return valueOf(session.parameterHash());
}

test('the same settings give the same weights in Chromium three times, and under Node', async () => {
  const texts = textsOf('4');
  const expected = await hashUnderNode(texts);
  const opened = await site.open();
  await fillForm(opened, texts);
  for (let run = 1; run <= 3; ++run) {
    await opened.button('Train').click();
    const newest = opened.region('Table of runs').locator('tbody tr').first();
    await newest.filter({ hasText: new RegExp(`^\\s*Run ${run}\\s[^]*finished`) }).waitFor();
    assert.equal(await hashIn(opened.page), expected);
  }
  await opened.close();
});

test('pauses, single steps and drawings in between change no bit', async () => {
  const texts = textsOf('80');
  const expected = await hashUnderNode(texts);
  const opened = await site.open();
  await fillForm(opened, texts);
  await opened.button('Step').click();
  await waitForStatus(opened, 'Paused after step 1,');
  await opened.button('Step').click();
  await waitForStatus(opened, 'Paused after step 2,');
  await opened.button('Resume').click();
  await drawLine(opened.page, T_SHIRT);
  await opened.page.getByText(ANSWER).waitFor();
  await opened.button('Pause').click();
  await waitForStatus(opened, 'Paused after');
  await opened.button('Resume').click();
  await waitForStatus(opened, 'Finished 80 epochs');
  assert.equal(await hashIn(opened.page), expected);
  await opened.close();
});

const CORES = Math.min(16, os.availableParallelism()); // the module takes no more
const needsCores = { skip: CORES < 2 && 'this machine has one core' };

test(
  'on an isolated page all cores train, one can be chosen in between, and the weights are the same',
  needsCores,
  async () => {
    const texts = textsOf('40');
    const expected = await hashUnderNode(texts);
    const opened = await openIsolated(site);
    await fillForm(opened, texts);
    const threads = opened.page.locator('#threads');
    await threads.filter({ hasText: `on ${CORES} threads` }).waitFor();
    await opened.button('Train').click();
    for (const choice of ['1', 'all', '1', 'all']) {
      await opened.field('Threads').selectOption(choice);
      await threads.filter({ hasText: choice === '1' ? 'on one thread of' : 'all that this machine has' }).waitFor();
    }
    await waitForStatus(opened, 'Finished 40 epochs');
    assert.equal(await hashIn(opened.page), expected);
    await opened.close();
  },
);

test('the chosen number of threads is remembered', needsCores, async () => {
  const opened = await openIsolated(site);
  await opened.field('Threads').selectOption('1');
  await opened.page.locator('#threads').filter({ hasText: 'on one thread of' }).waitFor();
  await opened.page.reload();
  await opened.page.locator('#threads').filter({ hasText: 'on one thread of' }).waitFor();
  assert.equal(await opened.field('Threads').inputValue(), '1');
  await opened.close();
});

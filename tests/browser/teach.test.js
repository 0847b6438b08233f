// Teaching the network one's own drawings: it learns them, keeps them, counts them, and forgets when it is told to.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { ANSWER, drawLine, setUpSmallRun, T_SHIRT, useSite, waitForStatus } from './support.js';

const site = useSite();

/** @param {Awaited<ReturnType<typeof site.open>>} opened */
async function train(opened) {
  await waitForStatus(opened, 'Ready: press Train.');
  await setUpSmallRun(opened, '4');
  await opened.button('Train').click();
  await waitForStatus(opened, /^Finished/);
}

test('a drawing is taught, answered as taught, kept, saved, opened, removed, and forgotten', async () => {
  const opened = await site.open();
  const lesson = opened.page.locator('#teach');
  const answer = opened.page.locator('.answer');
  await lesson.getByText('Train a network first.').waitFor();
  await train(opened);
  await lesson.getByText('Draw something first.').waitFor();
  await drawLine(opened.page, T_SHIRT);
  await answer.filter({ hasText: ANSWER }).waitFor();
  await opened.page.waitForTimeout(300); // the end of the stroke
  const before = await answer.innerText();
  await opened.field('This is a').selectOption('Sandal'); // nothing that it would say by itself
  await opened.button('Teach').click();
  await lesson.getByText('1 of 1 known, after the lesson.').waitFor();
  await answer.filter({ hasText: ': Sandal' }).waitFor();

  await opened.button('Forget the lesson').click();
  await lesson.getByText(/of 1 known\./).waitFor();
  await answer.filter({ hasText: before.split('\n')[0] ?? before }).waitFor();
  await opened.button('Teach all').click();
  await answer.filter({ hasText: ': Sandal' }).waitFor();

  const saved = opened.page.waitForEvent('download');
  await opened.button('Save the set').click();
  const file = await (await saved).path();
  assert.equal(JSON.parse(fs.readFileSync(file, 'utf8')).pictures.length, 1);

  await opened.button('Remove: Sandal, known').click();
  await opened.button('Bring it back').click();
  await opened.button('Remove: Sandal, known').click();
  await opened.field('Own pictures to open').setInputFiles(file);
  await lesson.getByText('1 picture added.').waitFor();
  await opened.field('Own pictures to open').setInputFiles(file);
  await lesson.getByText('0 pictures added.').waitFor();
  await opened.field('Own pictures to open').setInputFiles({
    name: 'note.json',
    mimeType: 'application/json',
    buffer: Buffer.from('a letter'),
  });
  await lesson.getByText('it is no JSON').waitFor();

  await opened.page.reload();
  await train(opened);
  await lesson.getByText(/of 1 known\./).waitFor();
  await opened.close();
});

test('while a run trains there is no lesson, and a run that moves on answers for itself', async () => {
  const opened = await site.open();
  const lesson = opened.page.locator('#teach');
  await train(opened);
  await drawLine(opened.page, T_SHIRT);
  await opened.page.locator('.answer').filter({ hasText: ANSWER }).waitFor();
  await opened.button('Teach').click();
  await lesson.getByText('1 of 1 known, after the lesson.').waitFor();
  await opened.field('Epochs').fill('500');
  await opened.button('Resume').click();
  await lesson.getByText('Pause the run first').waitFor();
  assert.equal(await opened.button('Teach').getAttribute('aria-disabled'), 'true');
  await opened.button('Pause').click();
  await lesson.getByText(/of 1 known\./).waitFor();
  await opened.close();
});

#!/usr/bin/env node
// What teaching a network ten drawings of a class by hand does for the other drawings of that class:
//   node tests/bench/teach.js --doodles DIR [--json] [--preset quick] [--seed 1] [--rounds 3]
// Trains the page's preset with the page's own module; then, for each category in turn, ten of its drawings are taught, as on the
// page, and the others measured before and after; all other categories are measured too. Each round takes another ten.

import { parseArgs } from 'node:util';
import { readDoodles } from '../support/doodles.js';
import { mean } from '../support/mean.js';
import { loadModule, loadStudio, valueOf } from '../support/site.js';
import { trainPreset } from '../support/train-preset.js';
import { count } from './support/options.js';
import { orSayWhyNot } from './support/run-benchmark.js';

const TAUGHT = 10;
const EMPTY_PAD = -1;

await orSayWhyNot(async () => {
  const { values } = parseArgs({
    options: {
      doodles: { type: 'string' },
      json: { type: 'boolean', default: false },
      preset: { type: 'string', default: 'quick' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
    },
  });
  if (!values.doodles) {
    throw new Error('--doodles DIR is missing: the folder with the drawings');
  }
  const rounds = count('rounds', values.rounds, 100);
  const { doodles, answers } = readDoodles(values.doodles);
  const { session } = trainPreset(await loadModule(), await loadStudio(), values.preset, values.seed);
  const pictures = doodles
    .filter(({ category }) => answers.strict[category])
    .map(({ category, strokes }) => ({
      category,
      pixels: /** @type {Uint8Array} */ (valueOf(session.classifyDrawing(strokes, EMPTY_PAD)).seen),
    }));
  const isRight = (/** @type {{ category: string, pixels: Uint8Array }} */ { category, pixels }) => {
    const { scores } = valueOf(session.classifyPixels(pixels, true));
    return Number(answers.plausible[category]?.includes(scores.indexOf(Math.max(...scores))));
  };
  const categories = Object.keys(answers.strict);
  /** @type {{ category: string, others: number, before: number, after: number, restBefore: number, restAfter: number }[]} */
  const lessons = [];
  for (const category of categories) {
    const own = pictures.filter((picture) => picture.category === category);
    const rest = pictures.filter((picture) => picture.category !== category);
    for (let round = 0; round < rounds; ++round) {
      const turned = [...own.slice((round * 5) % own.length), ...own.slice(0, (round * 5) % own.length)];
      const [taught, others] = [turned.slice(0, TAUGHT), turned.slice(TAUGHT)];
      valueOf(session.forgetLesson());
      const before = mean(others.map(isRight));
      const restBefore = mean(rest.map(isRight));
      const pixels = new Uint8Array(taught.flatMap((picture) => [...picture.pixels]));
      const label = answers.strict[category]?.[0] ?? 0;
      valueOf(session.beginLesson(pixels, new Uint8Array(taught.length).fill(label)));
      valueOf(session.advanceLesson(Number.MAX_SAFE_INTEGER));
      lessons.push({
        category,
        others: others.length,
        before,
        after: mean(others.map(isRight)),
        restBefore,
        restAfter: mean(rest.map(isRight)),
      });
    }
  }
  const perCategory = Object.fromEntries(
    categories.map((category) => {
      const its = lessons.filter((lesson) => lesson.category === category);
      const measure = (/** @type {'before' | 'after' | 'others' | 'restBefore' | 'restAfter'} */ name) =>
        mean(its.map((lesson) => lesson[name]));
      return [
        category,
        {
          others: measure('others'),
          before: measure('before'),
          after: measure('after'),
          restBefore: measure('restBefore'),
          restAfter: measure('restAfter'),
        },
      ];
    }),
  );
  const all = Object.values(perCategory);
  const report = {
    before: mean(all.map(({ before }) => before)),
    after: mean(all.map(({ after }) => after)),
    restBefore: mean(all.map(({ restBefore }) => restBefore)),
    restAfter: mean(all.map(({ restAfter }) => restAfter)),
    perCategory,
  };
  if (values.json) {
    console.log(JSON.stringify(report, undefined, 2));
    return;
  }
  const share = (/** @type {number} */ value) => value.toFixed(3);
  for (const [category, { before, after, others, restBefore, restAfter }] of Object.entries(perCategory)) {
    console.log(
      `${category.padEnd(12)} ${share(before)} → ${share(after)} of ${others} others; all else ${share(restBefore)} → ${share(restAfter)}`,
    );
  }
  console.log(
    `mean         ${share(report.before)} → ${share(report.after)}; all else ${share(report.restBefore)} → ${share(report.restAfter)}`,
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRESETS } from '../../web/js/presets.js';
import { roughDuration } from '../../web/js/page/format.js';
import { planSeconds, planSettings } from '../../web/js/page/plan.js';
import { newPlan, reducePlan } from '../../web/js/page/plan-state.js';
import { initialState, reduce } from '../../web/js/page/store.js';

test('a plan trains every run of its preset, whole or shortened', () => {
  for (const [key, { runs }] of Object.entries(PRESETS)) {
    const whole = planSettings({ key, seed: '7', length: 'whole' });
    assert.equal(whole.length, runs.length);
    assert.ok(whole.every(({ seed }) => seed === 7));
    const one = planSettings({ key, seed: '7', length: 'one' });
    assert.ok(one.every(({ epochs }) => epochs === 1));
    const tenth = planSettings({ key, seed: '7', length: 'tenth' });
    tenth.forEach(({ epochs }, run) => assert.equal(epochs, Math.max(1, Math.round((whole[run]?.epochs ?? 0) / 10))));
  }
});

test('its time is known once the machine was measured, and is shorter for fewer epochs', () => {
  const plan = newPlan('activations', '1');
  assert.equal(planSeconds(plan), undefined);
  const measured = reducePlan(plan, { type: 'plan-measured', key: 'activations', speeds: [20_000, 10_000] });
  assert.equal(measured?.phase, 'offered');
  const whole = (measured && planSeconds(measured)) ?? 0;
  assert.ok(whole > 300 * 60_000 * (1 / 20_000 + 1 / 10_000));
  const short = reducePlan(measured, { type: 'plan-length-chosen', length: 'one' });
  assert.ok(((short && planSeconds(short)) ?? 0) < whole / 100);
  // Of another preset, or of one that has begun: too late.
  assert.equal(reducePlan(plan, { type: 'plan-measured', key: 'best', speeds: [1] }), plan);
  const running = reducePlan(measured, { type: 'plan-started' });
  assert.equal(reducePlan(running, { type: 'plan-measured', key: 'activations', speeds: [1] }), running);
});

test('a plan that has not begun goes with a change of the form; one under way stays', () => {
  const chosen = reduce(initialState(), { type: 'preset-chosen', key: 'best', texts: initialState().texts });
  const change = /** @type {const} */ ({ type: 'setting-changed', name: 'epochs', text: '3' });
  assert.equal(chosen.plan?.key, 'best');
  assert.equal(reduce(chosen, change).plan, undefined);
  const offered = reduce(chosen, { type: 'plan-measured', key: 'best', speeds: undefined });
  const running = reduce(offered, { type: 'plan-started' });
  assert.ok(reduce(running, change).plan);
  assert.equal(reduce(running, { type: 'plan-cut' }).plan?.cut, true);
});

test('an estimate says no more digits than it knows', () => {
  assert.deepEqual([0.2, 59.6, 125, 3700, 7199].map(roughDuration), [
    '1 s',
    '60 s',
    '2 min',
    '1 h 02 min',
    '2 h 00 min',
  ]);
});

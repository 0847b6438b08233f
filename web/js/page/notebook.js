// The notebook: every run that made a step, with its name and note, those of earlier visits among them. Pure.

import { bestPoint, runStatus } from './run.js';

/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./run.js').RunStatus} RunStatus */

/**
 * A run as the notebook keeps it. id: unique among all visits; number: counts the notebook's runs, and is the run's name until
 * it gets another; createdAt: milliseconds since 1970; build: of the page that made it;
 * dataHash: of the images that it had.
 * @typedef {{ id: string, number: number, name: string, note: string, createdAt: number, build: string, dataHash: string, run: Run }} Entry
 */

/** What made a run, and of what: twelve hexadecimal digits each. @typedef {{ build: string, dataHash: string }} Origin */

/**
 * entries: oldest first. ticked: to be compared, in the order in which they were ticked. removed: the last one taken out, until
 * the next. storage: whether this browser keeps the notebook; reason: why not.
 * @typedef {{ entries: Entry[], ticked: string[], removed: Entry | undefined,
 *   storage: 'opening' | 'kept' | 'not-kept', reason: string }} Notebook
 */

/**
 * @typedef {(
 *   | { type: 'notebook-opened', entries: Entry[] }
 *   | { type: 'entry-added', run: Run, name: string, origin: Origin }
 *   | { type: 'visit-ended', entries: Entry[] }
 *   | { type: 'notebook-not-kept', reason: string }
 *   | { type: 'entry-ticked', id: string, ticked: boolean }
 *   | { type: 'entry-renamed', id: string, name: string }
 *   | { type: 'entry-noted', id: string, note: string }
 *   | { type: 'entry-removed', id: string }
 *   | { type: 'entry-brought-back' }
 * )} NotebookAction
 */

/** @returns {Notebook} */
export const emptyNotebook = () => ({ entries: [], ticked: [], removed: undefined, storage: 'opening', reason: '' });

/** Whether there is anything to keep. @param {Run} run */
const isWorthKeeping = (run) => run.points.length > 0 && (run.progress?.step ?? 0) > 0;

/**
 * The notebook with the run's entry brought up to date, or made. A run that has learned nothing yet has none.
 * @param {Notebook} notebook
 * @param {Run} run
 * @param {Origin} origin
 * @param {string} [name] of an entry that is made
 * @returns {Notebook}
 */
export function withRun(notebook, run, { build, dataHash }, name) {
  if (!isWorthKeeping(run)) {
    return notebook;
  }
  if (notebook.entries.some(({ id }) => id === run.id)) {
    return { ...notebook, entries: notebook.entries.map((entry) => (entry.id === run.id ? { ...entry, run } : entry)) };
  }
  if (notebook.removed?.id === run.id) {
    return { ...notebook, removed: { ...notebook.removed, run } };
  }
  const number = 1 + Math.max(0, notebook.removed?.number ?? 0, ...notebook.entries.map((entry) => entry.number));
  const entry = {
    id: run.id,
    number,
    name: name ?? `Run ${number}`,
    note: '',
    createdAt: run.createdAt,
    build,
    dataHash,
    run,
  };
  return { ...notebook, entries: [...notebook.entries, entry] };
}

/**
 * @param {Notebook} notebook
 * @param {string} id
 * @param {Partial<Entry>} change
 */
const changed = (notebook, id, change) => ({
  ...notebook,
  entries: notebook.entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
});

/**
 * @param {Notebook} notebook
 * @param {NotebookAction} action
 * @returns {Notebook}
 */
export function reduceNotebook(notebook, action) {
  switch (action.type) {
    case 'notebook-opened': {
      const ours = new Set(notebook.entries.map(({ id }) => id));
      const earlier = action.entries.filter(({ id }) => !ours.has(id));
      return { ...notebook, entries: [...earlier, ...notebook.entries], storage: 'kept', reason: '' };
    }
    case 'entry-added':
      return withRun(notebook, action.run, action.origin, action.name);
    case 'visit-ended': {
      const last = new Map(action.entries.map((entry) => [entry.id, entry]));
      return { ...notebook, entries: notebook.entries.map((entry) => last.get(entry.id) ?? entry) };
    }
    case 'notebook-not-kept':
      return { ...notebook, storage: 'not-kept', reason: action.reason };
    case 'entry-ticked': {
      const others = notebook.ticked.filter((id) => id !== action.id);
      const exists = notebook.entries.some(({ id }) => id === action.id);
      return { ...notebook, ticked: action.ticked && exists ? [...others, action.id] : others };
    }
    case 'entry-renamed':
      return changed(notebook, action.id, { name: action.name });
    case 'entry-noted':
      return changed(notebook, action.id, { note: action.note });
    case 'entry-removed':
      return {
        ...notebook,
        entries: notebook.entries.filter(({ id }) => id !== action.id),
        ticked: notebook.ticked.filter((id) => id !== action.id),
        removed: notebook.entries.find(({ id }) => id === action.id) ?? notebook.removed,
      };
    case 'entry-brought-back': {
      const { removed } = notebook;
      return removed
        ? {
            ...notebook,
            entries: [...notebook.entries, removed].sort((a, b) => a.createdAt - b.createdAt || a.number - b.number),
            removed: undefined,
          }
        : notebook;
    }
  }
}

/**
 * An entry as it comes from storage: a run that was under way ended with its visit, unless that visit still goes on.
 * @param {Entry} entry
 * @param {boolean} elsewhere whether its visit goes on in another window
 * @returns {Entry}
 */
export function reopened(entry, elsewhere) {
  const status = runStatus(entry.run);
  const wasUnderWay = status === 'running' || status === 'paused';
  return wasUnderWay ? { ...entry, run: { ...entry.run, running: false, lost: true, elsewhere } } : entry;
}

/**
 * The newest run, if it was interrupted: it is offered again, since the same settings give the same run.
 * @param {Notebook} notebook
 */
export function interruptedEntry({ entries }) {
  const newest = entries.at(-1);
  return newest?.run.lost && !newest.run.elsewhere ? newest : undefined;
}

/** What an entry can be sorted by. @type {Record<string, (entry: Entry) => number | string>} */
export const SORT_KEYS = {
  number: ({ number }) => number,
  name: ({ name }) => name.toLowerCase(),
  epochs: ({ run }) => run.progress?.epochsDone ?? 0,
  best: ({ run }) => bestPoint(run.points).testAccuracy,
  last: ({ run }) => run.points.at(-1)?.testAccuracy ?? 0,
  train: ({ run }) => run.points.at(-1)?.trainAccuracy ?? 0,
  loss: ({ run }) => run.points.at(-1)?.testLoss ?? Infinity,
  time: ({ run }) => run.seconds,
};

/**
 * @param {Entry[]} entries
 * @param {string} key of SORT_KEYS
 * @param {boolean} falling
 */
export function sorted(entries, key, falling) {
  const value = SORT_KEYS[key] ?? (() => 0);
  const direction = falling ? -1 : 1;
  const keyed = entries.map((entry) => ({ entry, value: value(entry) }));
  keyed.sort((a, b) => direction * (a.value < b.value ? -1 : a.value > b.value ? 1 : a.entry.number - b.entry.number));
  return keyed.map(({ entry }) => entry);
}

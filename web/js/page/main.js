// Starts the page: the only file that knows the store, the worker client and the views together.

import { assertNever } from '../protocol.js';
import { orderPlaces } from './layout.js';
import { createPadActions } from './pad-actions.js';
import { listenForPictures } from './photo-drop.js';
import { createRunActions } from './run-actions.js';
import { coresWaitForReload, createWorker, mayStart } from './start-worker.js';
import { createStore, initialState } from './store.js';
import { createThreadActions } from './thread-actions.js';
import { followTheme } from './theme.js';
import { createControlsView } from './views/controls.js';
import { createPadView } from './views/pad.js';
import { createSamplesView } from './views/samples.js';
import { createScoresView } from './views/scores.js';
import { createSettingsView } from './views/settings.js';
import { createStatusView } from './views/status.js';
import { createTabs } from './views/tabs.js';
import { createThreadsView } from './views/threads.js';
import { createVerdictView } from './views/verdict.js';
import { WorkerClient } from './worker-client.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('../protocol.js').WorkerEvent} WorkerEvent */

const RESTART_MS = 500;
const MOST_RESTARTS = 3; // in a row, without the worker coming up

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`the page has no element "${id}"`);
  }
  return found;
}

/** Brings a setting's field before the person's eyes. @param {string} name */
function showField(name) {
  const field = element(`setting-${name}`);
  const details = field.closest('details');
  if (details) {
    details.open = true;
  }
  field.focus();
}

const visit = `${Date.now().toString(36)}${crypto.getRandomValues(new Uint32Array(1))[0]}`;
const store = createStore(initialState(visit));
const { dispatch, getState } = store;
let restarts = 0;

/** @param {WorkerEvent} event */
function handleEvent(event) {
  switch (event.type) {
    case 'ready':
      restarts = 0;
      dispatch({ type: 'worker-ready', build: event.build, mostThreads: event.mostThreads });
      void threadActions.applyRemembered();
      runActions.loadData();
      return padActions.redraw();
    case 'failed':
      return client.fail(event.message);
    case 'data':
      dispatch({ type: 'data-reported', data: event.data });
      void padActions.loadSamples();
      if (event.data.testTotal > 0 && event.data.test === event.data.testTotal) {
        void loadCurves();
        return void runActions.dataArrived().finally(loadLab); // after what somebody waits for
      }
      return void runActions.dataArrived();
    case 'data-failed':
      dispatch({ type: 'data-failed', message: event.message });
      return loadTheRest();
    case 'run':
      dispatch({ type: 'run-reported', report: event.report });
      void loadCurves(); // if it could not be loaded before
      return void padActions.networkChanged();
    default:
      return assertNever(event);
  }
}

const client = new WorkerClient({
  createWorker,
  onEvent: handleEvent,
  onSilence: (silent) => dispatch({ type: 'worker-silent', silent }),
  onDeath: (reason) => {
    restarts += 1;
    const again = restarts <= MOST_RESTARTS;
    dispatch({ type: 'worker-failed', reason, again });
    loadTheRest();
    if (again) {
      setTimeout(() => client.start(), RESTART_MS);
    }
  },
});
const padActions = createPadActions(store, client);
const threadActions = createThreadActions(store, client);
const runActions = createRunActions(store, client, {
  showField,
  networkReplaced: () => void (getState().subject === 'drawing' ? padActions.draw() : padActions.scoreAgain()),
});

/** @type {import('./lab.js').ShownView[]} */
const views = [
  [
    createControlsView(element('controls'), runActions),
    ({ run, texts, waiting, worker }) => [run, texts, waiting, worker],
  ],
  [
    createStatusView(element('status'), {
      retryData: runActions.loadData,
      bringBack: () => void runActions.bringBack(),
      restart: () => client.fail('it did not answer'),
      reload: () => location.reload(),
      trainAgain: ({ run }) => {
        dispatch({ type: 'settings-taken', settings: run.settings });
        void runActions.train();
      },
    }),
    ({ run, data, dataFailure, notice, worker, waiting, replacedRun, texts, coresOffered, notebook }) => [
      run,
      data,
      dataFailure,
      notice,
      worker,
      waiting,
      replacedRun,
      texts,
      coresOffered,
      run ? undefined : notebook.entries,
    ],
  ],
  [createSamplesView(element('samples')), ({ run, samples }) => [run, samples]],
  [
    createSettingsView(element('settings'), {
      change: (name, text) => dispatch({ type: 'setting-changed', name, text }),
    }),
    ({ texts, data, run }) => [texts, data, run],
  ],
  [
    createThreadsView(element('threads'), { choose: (choice) => void threadActions.choose(choice) }),
    ({ engine, coresOffered }) => [engine, coresOffered],
  ],
  [createPadView(element('pad'), { dispatch, ...padActions }), ({ pad, data }) => [pad, data]],
  [createScoresView(element('scores')), ({ subject, pad, photo, run }) => [subject, pad.result, photo, run]],
  [
    createVerdictView(element('verdict'), {
      takeSettings: (settings) => dispatch({ type: 'settings-taken', settings }),
    }),
    ({ run }) => [run?.verdict, run?.progress?.state, run?.progress?.bestIsBack],
  ],
];

// One repaint a frame, however many actions there were. A hidden tab has no frames: it catches up in one.
let repaintIsDue = false;
/** @type {unknown[][]} */
const shown = [];
function repaint() {
  repaintIsDue = false;
  const state = getState();
  views.forEach(([view, shows], i) => {
    const next = shows(state);
    if (next.length !== shown[i]?.length || next.some((part, j) => part !== shown[i]?.[j])) {
      shown[i] = next;
      view.update(state);
    }
  });
}
store.subscribe(() => {
  if (!repaintIsDue) {
    repaintIsDue = true;
    requestAnimationFrame(repaint);
  }
});

const aboutDialog = /** @type {HTMLDialogElement} */ (element('about'));
element('open-about').addEventListener('click', () => aboutDialog.showModal());
fetch(new URL('../../build.json', import.meta.url))
  .then((response) => response.json())
  .then(({ build, dataHash }) => {
    element('build').textContent = build;
    element('data-hash').textContent = dataHash;
    dispatch({ type: 'build-known', build, dataHash });
  })
  .catch(() => {}); // the name of the build stays “unknown”

element('needs-server').remove();
orderPlaces(element('places'));
const tabs = createTabs(element('tabs'));
/** What is painted anew when the colours change. @type {(() => void)[]} */
const redraws = [];
followTheme(/** @type {HTMLSelectElement} */ (element('theme')), () => redraws.forEach((redraw) => redraw()));

/**
 * For a part of the page that nobody needs before it can train: loads it, once. Where that fails the rest of the page goes
 * on, and the next occasion tries again.
 * @template Module
 * @param {() => Promise<Module>} load
 * @param {(module: Module) => { views: import('./lab.js').ShownView[], redraw: () => void }} open
 */
function loadedLater(load, open) {
  let isDue = true;
  return async () => {
    if (!isDue) {
      return;
    }
    isDue = false;
    const module = await load().catch(() => undefined);
    if (!module) {
      isDue = true;
      return;
    }
    const part = open(module);
    redraws.push(part.redraw);
    views.push(...part.views);
    repaint();
  };
}
const loadCurves = loadedLater(
  () => import('./views/curves.js'),
  ({ createCurvesView }) => {
    const curves = createCurvesView(element('curves'));
    return { views: [[curves, ({ run }) => [run?.points]]], redraw: curves.redraw };
  },
);
const pictures = listenForPictures();
const loadLab = loadedLater(
  () => import('./lab.js'),
  ({ openLab }) =>
    openLab(store, {
      client,
      trainWith: runActions.trainWith,
      openRun: runActions.openRun,
      pad: padActions,
      pictures,
      element,
      showTab: tabs.show,
    }),
);
function loadTheRest() {
  void loadCurves();
  void loadLab();
}
repaint();
void coresWaitForReload.then(() => dispatch({ type: 'cores-offered' }));
await mayStart;
client.start();

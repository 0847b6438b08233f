// The part of the page that compares runs, and the presets. It is loaded once the page can train: nobody needs it before that.

import { csv } from '../formats/csv.js';
import { markdownTable } from '../formats/markdown.js';
import { download } from './download.js';
import { curveRows, runRows } from './exports.js';
import { createGridActions, mostWorkers } from './grid-actions.js';
import { createNotebookActions } from './notebook-actions.js';
import { createWeightKeeper } from './weight-keeper.js';
import { createScoreBook } from './score-book.js';
import { createTestImages } from './test-images.js';
import { createGridWorker } from './start-worker.js';
import { createPhotoActions } from './photo-actions.js';
import { createPlanActions } from './plan-actions.js';
import { createSketchActions } from './sketch-actions.js';
import { createTeachActions } from './teach-actions.js';
import { createExportsView } from './views/exports.js';
import { createGridView } from './views/grid.js';
import { createHowView } from './views/how.js';
import { createInsidesView } from './views/insides.js';
import { createMistakesView } from './views/mistakes.js';
import { createNotebookView } from './views/notebook.js';
import { createOverlayView } from './views/overlay.js';
import { createPadLabView } from './views/pad-lab.js';
import { createPhotoView } from './views/photo.js';
import { createPresetsView } from './views/presets.js';
import { createStartingPointsView } from './views/starting-points.js';
import { createSubjectView } from './views/subject.js';
import { createTeachView } from './views/teach.js';
import { createUnitWeightsView } from './views/unit-weights.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** Each view with what it shows: it is repainted when that has changed. @typedef {[{ update: (state: State) => void }, (state: State) => unknown[]]} ShownView */

/**
 * Opens the notebook, with the runs of earlier visits.
 * @param {{ getState: () => State, dispatch: (action: Action) => void, subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {{ client: import('./worker-client.js').WorkerClient,
 *   trainWith: (settings: import('../settings.js').Settings) => void, element: (id: string) => HTMLElement,
 *   showTab: (panel: string) => void, pad: ReturnType<typeof import('./pad-actions.js').createPadActions>,
 *   pictures: ReturnType<typeof import('./photo-drop.js').listenForPictures>,
 *   openRun: (entry: import('./notebook.js').Entry, checkpoint: import('../../wasm/ffnn.js').Checkpoint) => Promise<void> }} page
 * @returns {{ views: ShownView[], redraw: () => void }} redraw: the colours are others now
 */
export function openLab(store, { client, trainWith, openRun, pad, pictures, element, showTab }) {
  const { dispatch, getState } = store;
  const untickAll = () =>
    getState().notebook.ticked.forEach((id) => dispatch({ type: 'entry-ticked', id, ticked: false }));
  const overlay = createOverlayView(element('overlay'), {
    untick: untickAll,
  });
  const weights = createWeightKeeper(store, client, () => notebook.refresh());
  const notebook = createNotebookView(element('runs'), {
    tick: (id, ticked) => dispatch({ type: 'entry-ticked', id, ticked }),
    rename: (id, name) => dispatch({ type: 'entry-renamed', id, name }),
    note: (id, note) => dispatch({ type: 'entry-noted', id, note }),
    takeSettings: ({ run }) => {
      dispatch({ type: 'settings-taken', settings: run.settings });
      element('set-up').scrollIntoView({ block: 'nearest' });
    },
    canOpen: (id) => weights.has(id),
    open: (entry) =>
      void weights.load(entry.id).then(
        (checkpoint) => checkpoint && openRun(entry, checkpoint),
        () => dispatch({ type: 'notice', message: 'Not opened: this browser does not give its weights back.' }),
      ),
    remove: (id) => dispatch({ type: 'entry-removed', id }),
    bringBack: () => dispatch({ type: 'entry-brought-back' }),
  });
  const grid = createGridView(
    element('grid'),
    {
      ...createGridActions(store, createGridWorker, weights.keep),
      openRuns: (ids) => {
        untickAll();
        ids.forEach((id) => dispatch({ type: 'entry-ticked', id, ticked: true }));
        showTab('notebook');
        requestAnimationFrame(() => element('overlay').scrollIntoView({ block: 'start' }));
      },
    },
    mostWorkers(),
  );
  const presets = createPresetsView(element('presets'), {
    ...createPlanActions(store, client, trainWith),
    undoPreset: () => dispatch({ type: 'preset-undone' }),
    showCurves: () => {
      showTab('notebook');
      requestAnimationFrame(() => element('overlay').scrollIntoView({ block: 'start' }));
    },
  });
  const book = createScoreBook(store, client, {
    onNews: () => mistakes.refresh(),
    isLookedAt: () => !element('mistakes').hidden,
  });
  element('mistakes').addEventListener('shown', book.ask);
  const images = createTestImages(client, () => mistakes.refresh());
  const mistakes = createMistakesView(element('mistakes'), {
    book,
    pixels: images.pixels,
    saliency: (image) => client.request({ type: 'saliency', image }),
  });
  const how = createHowView(element('how-network'), element('how'), (activation, gradient, hiddenLayers) =>
    client.request({ type: 'check-gradient', activation, gradient, hiddenLayers }),
  );
  const save = (/** @type {string} */ name, /** @type {string} */ text, /** @type {string} */ type) =>
    download(name, new Blob([text], { type: `${type};charset=utf-8` }));
  const exports = createExportsView(element('exports'), {
    saveCsv: (entries) => save('curves.csv', csv(curveRows(entries)), 'text/csv'),
    saveMarkdown: (entries) => save('runs.md', markdownTable(runRows(entries)), 'text/markdown'),
    savePicture: async () => download('curves.png', await overlay.picture('Fashion-MNIST: loss and accuracy')),
    print: () => window.print(),
  });
  const insides = createInsidesView(element('layers'));
  const unitWeights = createUnitWeightsView(element('unit-weights'), {
    ask: (first, count) => client.request({ type: 'unit-weights', first, count }),
  });
  const padLab = createPadLabView(element('pad-lab'));
  const sketches = createSketchActions(store, client, { draw: pad.draw, onNearest: padLab.showNearest });
  const startingPoints = createStartingPointsView(element('starting-points'), {
    sketch: (label) => void sketches.sketch(label),
    loadTestImage: (index) => void pad.loadTestImage(index),
  });
  const teachView = createTeachView(element('teach'), {
    teachThis: (label) => void lessons.teachThis(label),
    teach: () => void lessons.teach(),
    forget: () => void lessons.forget(),
    remove: (picture) => void lessons.remove(picture),
    bringBack: () => void lessons.bringBack(),
    save: () => lessons.save(),
    open: (file) => void lessons.open(file),
  });
  const lessons = createTeachActions(store, client, {
    scoreAgain: pad.scoreAgain,
    onNews: teachView.showLessons,
  });
  const subject = createSubjectView(
    element('subject'),
    { drawing: element('pad'), photo: element('photo') },
    pad.chooseSubject,
  );
  const photoView = createPhotoView(element('photo'), {
    open: (file) => void photos.open(file),
    current: () => photos.current(),
    frame: (framing) => photos.frame(framing),
    openCamera: () => void photos.openCamera(),
    closeCamera: () => photos.closeCamera(),
    takePicture: (video) => photos.takePicture(video),
  });
  const photos = createPhotoActions(store, client, { scoreAgain: pad.scoreAgain, onNews: photoView.showNews });
  pictures.openWith((file) => void photos.open(file));
  void createNotebookActions(store).open();
  return {
    views: [
      [
        presets,
        ({ texts, textsBeforePreset, plan, data, run, waiting, worker }) => [
          texts,
          textsBeforePreset,
          plan,
          data?.available,
          run?.running,
          waiting,
          worker,
        ],
      ],
      [
        mistakes,
        ({ run, notebook: { entries, ticked } }) => [
          run?.confusion,
          run?.progress?.bestIsBack,
          run?.running,
          run?.id,
          entries.length,
          ticked,
        ],
      ],
      [insides, ({ run }) => [run?.number, run?.insides]],
      // While it trains a new point renews the weights; at rest, whatever changed them.
      [unitWeights, ({ run, worker }) => [run?.number, run?.points, run?.lost, run?.running || run?.progress, worker]],
      [notebook, ({ notebook: runs, run, build }) => [runs, run?.id, build]],
      [overlay, ({ notebook: { entries, ticked } }) => [entries, ticked]],
      [how, ({ texts }) => [texts]],
      [
        teachView,
        ({ run, subject, pad: { result }, photo }) => [
          run?.number,
          run?.running,
          run?.lost,
          run?.progress?.step === 0,
          subject,
          result,
          photo?.steps,
        ],
      ],
      [subject, ({ subject: its }) => [its]],
      [photoView, ({ photo }) => [photo]],
      [startingPoints, ({ subject: its, data }) => [its, data?.test]],
      [padLab, ({ subject: its, pad: { result } }) => [its, result]],
      [grid, ({ grid: it, texts }) => [it, texts]],
      [exports, ({ notebook: { entries, ticked } }) => [entries, ticked]],
    ],
    redraw: () => {
      overlay.redraw();
      insides.redraw();
      unitWeights.redraw();
    },
  };
}

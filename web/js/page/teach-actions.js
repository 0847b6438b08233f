// Teaching the network one's own pictures: they are kept in this browser, taught to a copy of the network, and counted.

import { createStore, del, set, values } from '../../vendor/idb-keyval/dist/index.js';
import { IMAGE_SIZE } from '../classes.js';
import { createAttempt } from './attempt.js';
import { download } from './download.js';
import { MOST_FILE_BYTES, MOST_PICTURES, newPictures, readPictures, writePictures } from './own-pictures.js';
import { isUntrained } from './run.js';
import { shownToNetwork } from './subject.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./own-pictures.js').OwnPicture} OwnPicture */

/**
 * What the view shows. answers: the class that the network gives each picture; none where it is not measured. taught: the copy
 * that has learned them answers. teaching: a lesson is under way. removed: what “Bring back” would bring. kept: this browser
 * keeps them.
 * @typedef {{ pictures: OwnPicture[], answers: Uint8Array | undefined, taught: boolean, teaching: boolean,
 *   removed: OwnPicture | undefined, kept: boolean, message: string | undefined }} Lessons
 */

const PIXELS = IMAGE_SIZE * IMAGE_SIZE;

/** Why nothing can be taught now, or nothing when it can. @param {State} state */
export function whyNoLesson({ run }) {
  if (!run || run.lost || isUntrained(run)) {
    return 'Train a network first.';
  }
  return run.running ? 'Pause the run first: a lesson starts from weights at rest.' : undefined;
}

/** @param {OwnPicture[]} pictures */
function packed(pictures) {
  const pixels = new Uint8Array(pictures.length * PIXELS);
  pictures.forEach((picture, i) => pixels.set(picture.pixels, i * PIXELS));
  return pixels;
}

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {import('./worker-client.js').WorkerClient} client
 * @param {{ scoreAgain: () => Promise<void>, onNews: (lessons: Lessons) => void }} page
 */
export function createTeachActions({ getState, dispatch, subscribe }, client, { scoreAgain, onNews }) {
  const attempt = createAttempt(dispatch);
  const database = () => createStore('own-pictures', 'pictures');
  /** @type {Lessons} */
  let lessons = {
    pictures: [],
    answers: undefined,
    taught: false,
    teaching: false,
    removed: undefined,
    kept: true,
    message: undefined,
  };
  /** @param {Partial<Lessons>} change */
  const become = (change) => {
    lessons = { ...lessons, ...change };
    onNews(lessons);
  };
  /** @param {(store: import('../../vendor/idb-keyval/dist/index.js').UseStore) => Promise<unknown>} work */
  const keep = async (work) => {
    try {
      await work(database());
    } catch {
      become({ kept: false });
    }
  };

  /** Has the network answer all pictures again. */
  const measure = () =>
    attempt(async () => {
      const { pictures } = lessons;
      if (pictures.length === 0 || whyNoLesson(getState())) {
        become({ answers: undefined });
        return;
      }
      const answers = await client.request({ type: 'own-answers', pixels: packed(pictures) });
      if (pictures === lessons.pictures) {
        become({ answers });
      }
    });

  const teach = () =>
    attempt(async () => {
      const { pictures } = lessons;
      if (pictures.length === 0 || whyNoLesson(getState())) {
        return;
      }
      become({ teaching: true, message: undefined });
      const labels = Uint8Array.from(pictures, ({ label }) => label);
      const ended = await client
        .request({ type: 'teach', pixels: packed(pictures), labels })
        .finally(() => become({ teaching: false }));
      become({ taught: ended });
      await Promise.all([measure(), scoreAgain()]);
    });

  const forget = () =>
    attempt(async () => {
      await client.request({ type: 'forget-lesson' });
      become({ taught: false });
      await Promise.all([measure(), scoreAgain()]);
    });

  /** @param {Omit<OwnPicture, 'id'>[]} more */
  const add = async (more) => {
    const fresh = newPictures(lessons.pictures, more).map((picture) => ({ ...picture, id: crypto.randomUUID() }));
    const all = [...lessons.pictures, ...fresh];
    if (all.length > MOST_PICTURES) {
      become({ message: `Not added: there can be ${MOST_PICTURES} pictures at most.` });
      return false;
    }
    become({ pictures: all, removed: undefined, message: undefined });
    await Promise.all(fresh.map((picture) => keep((store) => set(picture.id, picture, store))));
    return true;
  };

  // The network that the pictures were answered by is another one now.
  subscribe((state, action) => {
    const isReplaced = ['run-created', 'run-reset', 'run-brought-back', 'run-opened', 'worker-failed'].includes(
      action.type,
    );
    const cameToRest = action.type === 'run-reported' && state.run?.running === false;
    if (isReplaced || (action.type === 'run-reported' && state.run?.running && lessons.taught)) {
      become({ taught: false, answers: undefined });
    }
    if (cameToRest || isReplaced) {
      void measure();
    }
  });
  void keep(async (store) => {
    /** @type {OwnPicture[]} */
    const stored = await values(store);
    become({ pictures: [...stored, ...lessons.pictures] });
    await measure();
  });

  return {
    /** What the network is shown is of this class, a photo in its plainest view: it is kept, and all of them are taught. @param {number} label */
    teachThis: async (label) => {
      const { pixels } = shownToNetwork(getState());
      if (pixels && (await add([{ label, pixels: pixels.slice(0, PIXELS) }]))) {
        await teach();
      }
    },
    teach,
    forget,
    /** @param {OwnPicture} picture */
    remove: async (picture) => {
      become({ pictures: lessons.pictures.filter(({ id }) => id !== picture.id), removed: picture });
      await Promise.all([keep((store) => del(picture.id, store)), measure()]);
    },
    bringBack: async () => {
      const { removed } = lessons;
      if (removed) {
        await add([removed]);
        await measure();
      }
    },
    save: () =>
      download('own-pictures.json', new Blob([writePictures(lessons.pictures)], { type: 'application/json' })),
    /** @param {File} file */
    open: async (file) => {
      try {
        if (file.size > MOST_FILE_BYTES) {
          throw new Error(`This file is too large: ${MOST_FILE_BYTES / 1e6} MB at most.`);
        }
        const before = lessons.pictures.length;
        if (await add(readPictures(await file.text()))) {
          const added = lessons.pictures.length - before;
          become({ message: `${added} ${added === 1 ? 'picture' : 'pictures'} added.` });
          await measure();
        }
      } catch (error) {
        become({ message: error instanceof Error ? error.message : 'This file cannot be read.' });
      }
    },
  };
}

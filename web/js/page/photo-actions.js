// What a person can do with photos: each is read, its garment found, and the network asked.

import { createPacedRequest } from './paced-request.js';
import { readPhoto, smallPicture } from './photo-file.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./photo.js').Framing} Framing */
/** @typedef {import('./photo.js').Photo} Photo */

/** What the view shows beside the photo. camera: while it is open. @typedef {{ message: string | undefined, isReading: boolean, camera: MediaStream | undefined }} PhotoNews */

const ANYWHERE = Object.freeze({ left: 0, top: 0, width: 0, height: 0 });

/** Why no picture comes from a camera, by the name of the browser's error. @type {Record<string, string>} */
const CAMERA_FAULTS = {
  NotAllowedError: 'The camera is not allowed for this page: allow it in the browser, or open a picture.',
  NotFoundError: 'No camera is there: open a picture instead.',
  NotReadableError: 'The camera cannot be used: perhaps another program has it.',
};

/** Whether this browser lets a page ask for the camera. */
export const canUseCamera = () => navigator.mediaDevices?.getUserMedia !== undefined;

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {import('./worker-client.js').WorkerClient} client
 * @param {{ scoreAgain: () => Promise<void>, onNews: (news: PhotoNews) => void }} page
 */
export function createPhotoActions({ getState, dispatch, subscribe }, client, { scoreAgain, onNews }) {
  /** @type {PhotoNews} */
  let news = { message: undefined, isReading: false, camera: undefined };
  /** @param {Partial<PhotoNews>} change */
  const become = (change) => {
    news = { ...news, ...change };
    onNews(news);
  };

  const look = createPacedRequest({
    ask: (/** @type {Photo} */ { image: { data, width, height }, crop, bias }) =>
      client.request({
        type: 'see-photo',
        pixels: new Uint8Array(data.buffer),
        width,
        height,
        crop: crop ?? ANYWHERE,
        bias,
      }),
    answered: ({ image }, steps) => {
      dispatch({ type: 'photo-seen', image, steps });
      void scoreAgain();
    },
    failed: (_, error) => become({ message: error.message }),
    restMs: 0,
  });
  const lookAgain = () => {
    const { photo } = getState();
    if (photo) {
      look.want(photo);
    }
  };

  const closeCamera = () => {
    news.camera?.getTracks().forEach((track) => track.stop());
    become({ camera: undefined });
  };
  /** @param {ImageData} image */
  const show = (image) => {
    closeCamera();
    become({ message: undefined });
    dispatch({ type: 'photo-opened', image });
    lookAgain();
  };

  let reads = 0;
  /** @param {Blob} file */
  const open = async (file) => {
    reads += 1;
    const read = reads;
    dispatch({ type: 'subject-chosen', subject: 'photo' });
    become({ isReading: true, message: undefined });
    try {
      const image = await readPhoto(file);
      if (read === reads) {
        show(image);
      }
    } catch (error) {
      if (read === reads) {
        become({ message: error instanceof Error ? error.message : 'This file cannot be read.' });
      }
    }
    if (read === reads) {
      become({ isReading: false });
    }
  };

  subscribe((state, action) => {
    if (action.type === 'worker-ready' && state.photo && !state.photo.steps) {
      lookAgain();
    }
    if (action.type === 'subject-chosen' && action.subject !== 'photo') {
      closeCamera();
    }
  });

  return {
    open,

    /** The photo as it is now: the one that is drawn may be a frame behind. */
    current: () => getState().photo,

    /** @param {Partial<Framing>} framing what changes */
    frame: (framing) => {
      dispatch({ type: 'photo-framed', framing });
      lookAgain();
    },

    openCamera: async () => {
      try {
        const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        become({ camera, message: undefined });
      } catch (error) {
        const name = error instanceof Error ? error.name : '';
        become({ message: CAMERA_FAULTS[name] ?? 'The camera cannot be used here: open a picture instead.' });
      }
    },
    closeCamera,
    /** Takes what the camera shows now. @param {HTMLVideoElement} video */
    takePicture: (video) => {
      if (video.videoWidth > 0) {
        show(smallPicture(video, video.videoWidth, video.videoHeight));
      }
    },
  };
}

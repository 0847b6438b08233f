// Brings the data set into the session: what the chosen size needs first, each shard on its way while the one before is
// checked; then, while nothing else is to be done, the rest. Fetching comes from outside, so that the order, the checks and
// the retries can be tried without a network.

import { createAhead } from './ahead.js';
import { unwrap } from './module-session.js';
import { DataError, inflateAndCheck } from './inflate.js';

/** @typedef {import('./module-session.js').Session} Session */
/** @typedef {Omit<import('../protocol.js').DataReport, 'drawn' | 'drawnTotal'>} ImageReport */
/** @typedef {import('../../wasm/ffnn.js').DataSet} DataSet */
/** @typedef {{ file: string, bytes: number, sha256: string }} ShardFile */
/** @typedef {{ count: number, images: ShardFile, labels: ShardFile }} Shard */
/** @typedef {{ train: Shard[], test: Shard[] }} Manifest */
/** @typedef {import('./ahead.js').FetchFile} FetchFile */

/** What lists the files of the data folder. */
export const MANIFEST = 'manifest.json';

const TRIES = 3;
const RETRY_DELAY_MS = 300;

/** @param {Uint8Array} bytes @returns {Manifest} */
const parseManifest = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/**
 * The files that every run needs, and that are needed first. Throws if the bytes are no manifest.
 * @param {Uint8Array} manifest
 */
export function firstFiles(manifest) {
  const [shard] = parseManifest(manifest).train;
  return shard ? [shard.images.file, shard.labels.file] : [];
}

/** @param {Shard[]} shards */
const imageCount = (shards) => shards.reduce((sum, { count }) => sum + count, 0);

/** @param {Shard} shard */
const shardBytes = (shard) => shard.images.bytes + shard.labels.bytes;

export class DataFeed {
  #session;
  #files;
  /** @type {(report: ImageReport) => void} */
  #report;
  /** @type {() => Promise<void>} */
  #whenIdle;
  /** @type {Manifest | undefined} */
  #manifest;
  #wanted = 0;
  #added = { train: 0, test: 0 }; // shards in the session
  /** @type {Promise<void> | undefined} */
  #running;

  /**
   * @param {Session} session
   * @param {FetchFile} fetchFile of the data folder
   * @param {(report: ImageReport) => void} report
   * @param {() => Promise<void>} [whenIdle] resolves when there is time for what nobody waits for
   */
  constructor(session, fetchFile, report, whenIdle = () => Promise.resolve()) {
    this.#session = session;
    this.#files = createAhead(fetchFile);
    this.#report = report;
    this.#whenIdle = whenIdle;
  }

  /**
   * Loads what trainImages needs, then everything else. Called again, it goes on where it stands, with the new size
   * first. Rejects with a sentence when a file cannot be had; what was loaded before stays.
   * @param {number} trainImages
   */
  load(trainImages) {
    this.#wanted = trainImages;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run() {
    this.#manifest ??= await this.#loadManifest();
    for (let next = this.#next(); next; next = this.#next()) {
      this.#sendReport();
      if (this.#hasWanted()) {
        await this.#whenIdle();
      }
      const { set, shard } = this.#next() ?? next; // more may be wanted by now
      await this.#addShard(set, shard);
      this.#added[set] += 1;
    }
    this.#sendReport();
  }

  async #loadManifest() {
    const bytes = await this.#withRetries(MANIFEST, (raw) => Promise.resolve(raw));
    /** @type {Manifest} */
    let manifest;
    try {
      manifest = parseManifest(bytes);
      unwrap(this.#session.reserveImages('train', imageCount(manifest.train)));
      unwrap(this.#session.reserveImages('test', imageCount(manifest.test)));
    } catch {
      throw new Error(`${MANIFEST}, the list of the data files, is not readable.`);
    }
    return manifest;
  }

  /** The shard to load next: training images up to the wanted number, all test images, the rest. */
  #next(added = this.#added) {
    const { train, test } = /** @type {Manifest} */ (this.#manifest);
    const nextTrain = train[added.train];
    const nextTest = test[added.test];
    if (nextTrain && (this.#trainImages(added) < this.#wanted || !nextTest)) {
      return { set: /** @type {DataSet} */ ('train'), shard: nextTrain };
    }
    return nextTest && { set: /** @type {DataSet} */ ('test'), shard: nextTest };
  }

  /** Whether everything is there that the wanted size needs. */
  #hasWanted(added = this.#added) {
    const { test } = /** @type {Manifest} */ (this.#manifest);
    return this.#trainImages(added) >= this.#wanted && added.test >= test.length;
  }

  #trainImages(added = this.#added) {
    return imageCount(/** @type {Manifest} */ (this.#manifest).train.slice(0, added.train));
  }

  /**
   * @param {DataSet} set
   * @param {Shard} shard
   */
  async #addShard(set, shard) {
    const check = (/** @type {ShardFile} */ file) => (/** @type {Uint8Array} */ bytes) => {
      if (file === shard.images) {
        this.#askForTheOneAfter(set); // only now: before, it would have made this one slower
      }
      return inflateAndCheck(bytes, file);
    };
    const [images, labels] = await Promise.all(
      [shard.images, shard.labels].map((file) => this.#withRetries(file.file, check(file))),
    );
    unwrap(this.#session.addImages(set, /** @type {Uint8Array} */ (images), /** @type {Uint8Array} */ (labels)));
  }

  /** Unless it is not needed, and has to wait until there is time. @param {DataSet} set of the shard that is being checked */
  #askForTheOneAfter(set) {
    const added = { ...this.#added, [set]: this.#added[set] + 1 };
    const next = this.#next(added);
    if (next && !this.#hasWanted(added)) {
      void this.#files.ask(next.shard.images.file);
      void this.#files.ask(next.shard.labels.file);
    }
  }

  /**
   * @param {string} file
   * @param {(bytes: Uint8Array) => Promise<Uint8Array>} check
   */
  async #withRetries(file, check) {
    for (let attempt = 1; ; ++attempt) {
      try {
        return await check(await this.#files.take(file));
      } catch (error) {
        if (attempt === TRIES) {
          const reason = error instanceof DataError ? error.message : 'could not be fetched';
          throw new Error(`${file} ${reason}.`, { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS * attempt));
      }
    }
  }

  #sendReport() {
    const { train, test } = /** @type {Manifest} */ (this.#manifest);
    // Of what is needed: nobody waits for the rest, and a bar for it would come and go above what is being read.
    let neededTrain = 0;
    while (neededTrain < train.length && imageCount(train.slice(0, neededTrain)) < this.#wanted) {
      neededTrain += 1;
    }
    const loaded = [...train.slice(0, Math.min(this.#added.train, neededTrain)), ...test.slice(0, this.#added.test)];
    const needed = [...train.slice(0, neededTrain), ...test];
    const bytesOf = (/** @type {Shard[]} */ shards) => shards.reduce((bytes, shard) => bytes + shardBytes(shard), 0);
    this.#report({
      available: imageCount(train),
      train: this.#trainImages(),
      test: imageCount(test.slice(0, this.#added.test)),
      testTotal: imageCount(test),
      loadedBytes: bytesOf(loaded),
      totalBytes: bytesOf(needed),
    });
  }
}

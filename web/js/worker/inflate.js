// Bytes of a fetched file: inflated if they are gzip, capped, hashed and checked on the way. No network here.

const SLICE_BYTES = 4096;

/** A file that is not what the manifest says. */
export class DataError extends Error {}

/** @param {Uint8Array} bytes */
function isGzip(bytes) {
  // Some servers inflate .gz files on their own; then the plain bytes arrive.
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Inflates slice by slice, so that a small file cannot become a huge one before its size is noticed.
 * @param {Uint8Array} bytes
 * @param {number} limit in bytes; one more is an error
 * @returns {Promise<Uint8Array>}
 */
async function gunzip(bytes, limit) {
  const stream = new DecompressionStream('gzip');
  const out = new Uint8Array(limit);
  let length = 0;
  let tooLong = false;

  const drain = async () => {
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      if (length + value.length > limit) {
        tooLong = true;
        await reader.cancel();
        return;
      }
      out.set(value, length);
      length += value.length;
    }
  };
  const feed = async () => {
    const writer = stream.writable.getWriter();
    for (let i = 0; i < bytes.length && !tooLong; i += SLICE_BYTES) {
      await writer.write(/** @type {Uint8Array<ArrayBuffer>} */ (bytes.subarray(i, i + SLICE_BYTES)));
    }
    await writer.close();
  };
  const results = await Promise.allSettled([drain(), feed()]);
  if (tooLong) {
    throw new DataError(`is longer than the ${limit} bytes expected`);
  }
  if (results.some(({ status }) => status === 'rejected')) {
    throw new DataError('is damaged: it could not be decompressed');
  }
  return out.subarray(0, length);
}

/** @param {Uint8Array} bytes */
async function hashOf(bytes) {
  // The browser's own is several times faster, but only pages on https or this machine have it.
  const subtle = globalThis.crypto?.subtle;
  if (subtle) {
    return new Uint8Array(await subtle.digest('SHA-256', /** @type {Uint8Array<ArrayBuffer>} */ (bytes)));
  }
  const { sha256 } = await import('../../vendor/@noble/hashes/sha2.js');
  return sha256(bytes);
}

/** @param {Uint8Array} bytes */
function toHex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The inflated file, if size and hash are right. Throws DataError, whose message goes on from the file's name.
 * @param {Uint8Array} bytes as they came
 * @param {{ bytes: number, sha256: string }} expected of the inflated file
 * @returns {Promise<Uint8Array>}
 */
export async function inflateAndCheck(bytes, expected) {
  const plain = isGzip(bytes) ? await gunzip(bytes, expected.bytes) : bytes;
  if (plain.length !== expected.bytes) {
    throw new DataError(`has ${plain.length} bytes, expected ${expected.bytes}`);
  }
  if (toHex(await hashOf(plain)) !== expected.sha256) {
    throw new DataError('is not the file expected (its SHA-256 differs)');
  }
  return plain;
}

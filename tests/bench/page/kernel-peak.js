// How fast the shipped matrix product is by itself: many separate short calls, because one long one would stay in the
// compiler's first, slow tier.

const ROWS = 392; // of W transposed: Eigen hands x · W over as a column-major (W transposed) · (x transposed)
const COLUMNS = 100; // images
const DEPTH = 784;
const CALLS = 200;
const TRIES = 5;
const ALIGNMENT = 16;

/** @param {any} module @param {number} count of 32-bit numbers */
const allocate = (module, count) => Math.ceil(module._malloc(4 * count + ALIGNMENT) / ALIGNMENT) * ALIGNMENT;

/** The product and its operands, made once a module. @param {any} module */
export function makeProduct(module) {
  const place = (/** @type {Int32Array | Float32Array} */ values) => {
    const address = allocate(module, values.length);
    // Asked for anew each time: the memory may have grown, and an old view of it would be empty.
    const { buffer } = module.HEAPU8;
    new /** @type {any} */ (values.constructor)(buffer, address, values.length).set(values);
    return address;
  };
  const integer = (/** @type {number} */ value) => place(Int32Array.of(value));
  const numbers = (/** @type {number} */ count) =>
    place(Float32Array.from({ length: count }, () => Math.random() - 0.5));
  const notTransposed = integer('N'.charCodeAt(0));
  const one = place(Float32Array.of(1));
  const [m, n, k] = [integer(ROWS), integer(COLUMNS), integer(DEPTH)];
  const a = numbers(ROWS * DEPTH);
  const b = numbers(DEPTH * COLUMNS);
  const c = numbers(ROWS * COLUMNS);
  return () => module._sgemm_(notTransposed, notTransposed, m, n, k, one, a, m, b, k, one, c, m);
}

/**
 * The best of some tries, after a warm-up.
 * @param {() => void} product
 * @param {number} warmUpSeconds
 * @returns {number} GFLOP/s
 */
export function measurePeak(product, warmUpSeconds) {
  const warm = performance.now() + warmUpSeconds * 1000;
  while (performance.now() < warm) {
    product();
  }
  let seconds = Infinity;
  for (let attempt = 0; attempt < TRIES; ++attempt) {
    const began = performance.now();
    for (let call = 0; call < CALLS; ++call) {
      product();
    }
    seconds = Math.min(seconds, (performance.now() - began) / 1000);
  }
  return (CALLS * 2 * ROWS * COLUMNS * DEPTH) / seconds / 1e9;
}

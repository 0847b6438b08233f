// What a page's scripts keep, apart from the machine code that the browser makes of them as they run.

/** @typedef {{ meta: { node_fields: string[], node_types: [string[]] } }} Description */

// Code, and what it knows of the shapes of objects, grow with the browser's own optimizations; native: not of the scripts.
const NOT_KEPT_BY_SCRIPTS = ['code', 'object shape', 'native', 'synthetic'];

/**
 * Collects the garbage first.
 * @param {import('playwright-core').CDPSession} devtools
 * @returns {Promise<number>} bytes of objects, strings, numbers and functions
 */
export async function measureKept(devtools) {
  /** @type {string[]} */
  const chunks = [];
  const hear = (/** @type {{ chunk: string }} */ { chunk }) => chunks.push(chunk);
  devtools.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', hear);
  /** @type {{ snapshot: Description, nodes: number[] }} */
  const { snapshot, nodes } = JSON.parse(chunks.join(''));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (!NOT_KEPT_BY_SCRIPTS.includes(types[0][nodes[node + type] ?? 0] ?? '')) {
      bytes += nodes[node + size] ?? 0;
    }
  }
  return bytes;
}

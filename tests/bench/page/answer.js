// A worker's side of the benchmarks: answers each message with the value of the method that it names, or with why not.

/** @param {Record<string, (argument: any) => unknown>} methods */
export function answer(methods) {
  addEventListener('message', async ({ data: { method, argument } }) => {
    try {
      postMessage({ value: await methods[method]?.(argument) });
    } catch (error) {
      postMessage({ error: error instanceof Error ? error.message : String(error) });
    }
  });
}

// Lets the threaded module start its threads where the security policy asks for trusted types: its glue hands the browser
// the address of their script as a string, which only a policy named "default" can turn into a trusted one.

const THREAD_SCRIPT = new URL('../../wasm-mt/ffnn.worker.js', import.meta.url).href;

/** To be called once, before the module is started. */
export function allowThreadScripts() {
  const factory = /** @type {any} */ (globalThis).trustedTypes; // absent in browsers that have no such policies
  factory?.createPolicy('default', {
    createScriptURL: (/** @type {string} */ url) => {
      if (url !== THREAD_SCRIPT) {
        throw new TypeError(`not a script of this page: ${url}`);
      }
      return url;
    },
  });
}

#!/usr/bin/env bash
# Builds the native tests and the WebAssembly module, with threads and without, and assembles the page into build/site.
# FASHION_MNIST=DIR: a folder with the four upstream files, for all 60,000 training images (default: Debian's package).
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

for preset in native wasm wasm-mt; do
  say "Building $preset"
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
  cmake --build --preset "$preset"
done

say "Assembling build/site"
node tools/assemble.js

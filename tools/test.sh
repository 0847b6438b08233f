#!/usr/bin/env bash
# Set-up, build, and every check: format, lint, types, house rules, the core natively, under sanitizers and as
# WebAssembly, the shipped module under Node, and the page in a browser.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

tools/setup.sh
PATH="$PWD/build/node/node_modules/.bin:$PATH"
tools/build.sh

say "Format"
find core wasm tests/{core,experiments} tests/bench/*.cpp \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 clang-format --dry-run -Werror
npx prettier --check --log-level warn .

say "Lint"
npx eslint .
[ -f build/asan/build.ninja ] || cmake --preset asan
find core/src wasm -name '*.cpp' ! -name '*bindings.cpp' -print0 |
  xargs -0 -P "$(nproc)" -n 1 clang-tidy -quiet -p build/asan 2> >(grep -v 'warnings generated' >&2)

say "Types"
for project in page worker node; do
  npx tsc -p "tsconfig.$project.json"
done

say "Core, native, and as WebAssembly under Node"
ctest --test-dir build/native --output-on-failure &
native=$!
ctest --test-dir build/wasm --output-on-failure
wait "$native"

say "Core, native with sanitizers, and its coverage"
tools/coverage.sh

say "Experiments"
[ -f build/native-fast/build.ninja ] || cmake --preset native-fast
cmake --build --preset native-fast

say "House rules, pure modules, the shipped module, and the page in Chromium"
node --test --test-concurrency=1 tests/{house,experiments,web,wasm,bench,browser}/*.test.js

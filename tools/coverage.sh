#!/usr/bin/env bash
# The core's tests under address and undefined-behaviour sanitizers, and how much of the core they run: fails when a test
# fails, or below 95 % of the lines. An argument that is a file of the core shows its lines that no test runs.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
LEAST=95

[ -f build/asan/build.ninja ] || cmake --preset asan
cmake --build --preset asan
rm -f build/asan/*.profraw
LLVM_PROFILE_FILE="$PWD/build/asan/%p.profraw" ctest --test-dir build/asan --output-on-failure
llvm-profdata-14 merge -sparse build/asan/*.profraw -o build/asan/core.profdata

report() { # of the tests in float and those in double together
  llvm-cov-14 "$1" build/asan/tests/core/ffnn_tests -object build/asan/tests/core/ffnn_gradient_tests \
    -instr-profile=build/asan/core.profdata "${@:2}"
}
if [ $# -gt 0 ]; then
  report show "$@" | grep -E '^ *[0-9]+\| *0\|' || echo "Every line of $* is run."
fi
report export -summary-only core |
  node -e '
    const { files, totals } = JSON.parse(require("fs").readFileSync(0, "utf8")).data[0];
    for (const { filename, summary: { lines } } of files.filter((file) => file.summary.lines.percent < 100)) {
      console.log(`${lines.percent.toFixed(1).padStart(5)} %  ${filename.replace(/.*\/core\//, "core/")}`);
    }
    const least = Number(process.argv[1]);
    console.log(`${totals.lines.percent.toFixed(1).padStart(5)} %  of the ${totals.lines.count} lines of the core`);
    process.exit(totals.lines.percent >= least ? 0 : 1);
  ' "$LEAST"

# What every script here starts with (sourced, not run): the project's root as the current folder, and a Node.js of
# the project's own on PATH where tools/setup.sh had to bring one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ -x build/node/node_modules/.bin/node ]; then
  PATH="$PWD/build/node/node_modules/.bin:$PATH"
fi
export PATH

say() { printf '\n== %s\n' "$*"; }

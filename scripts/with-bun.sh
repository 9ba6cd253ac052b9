#!/bin/sh
# sh scripts/with-bun.sh <script> [arguments]
#
# Runs a script with the Bun that package.json pins, on a machine that has Bun or Node with npm.
# What is missing is installed first, into this folder only.
set -eu
cd "$(dirname "$0")/.."

version=$(sed -n 's/.*"packageManager": "bun@\([^"]*\)".*/\1/p' package.json)
toolchain=node_modules/.toolchain

pinned_bun() {
  for candidate in "$(command -v bun || true)" "$toolchain"/node_modules/@oven/*/bin/bun; do
    if [ -x "$candidate" ] && [ "$("$candidate" --version 2>/dev/null)" = "$version" ]; then
      echo "$candidate"
      return
    fi
  done
}

bun=$(pinned_bun)
if [ -z "$bun" ]; then
  echo "Installing Bun $version into $toolchain ..." >&2
  mkdir -p "$toolchain"
  [ -f "$toolchain/package.json" ] || echo '{ "private": true }' > "$toolchain/package.json"
  if command -v npm >/dev/null 2>&1; then
    # The binary is in an optional package of its own; no install script is needed.
    npm install --prefix "$toolchain" --ignore-scripts --no-audit --no-fund --loglevel=error "bun@$version" >&2
  elif command -v bun >/dev/null 2>&1; then
    (cd "$toolchain" && bun add --ignore-scripts "bun@$version" >&2)
  else
    echo "This needs Bun (https://bun.sh) or Node 20 and npm (https://nodejs.org). Install one of them." >&2
    exit 1
  fi
  bun=$(pinned_bun)
  if [ -z "$bun" ]; then
    echo "Bun $version could not be installed for this machine ($(uname -sm)). See https://bun.sh." >&2
    exit 1
  fi
fi

# Scripts that start "bun" again get the same one.
PATH=$(cd "$(dirname "$bun")" && pwd):$PATH
export PATH

if ! cmp -s bun.lock node_modules/.installed-lockfile; then
  echo "Installing dependencies ..." >&2
  "$bun" install --frozen-lockfile --silent >&2
  cp bun.lock node_modules/.installed-lockfile
fi

exec "$bun" "$@"

#!/usr/bin/env bash
# Runs a command with the compiler that can make wasm32 here, and a target folder of its own, so that
# two compilers never wait for each other's lock.
set -euo pipefail
cd "$(dirname "$0")/.."
toolchain=$(cat target/web-toolchain 2>/dev/null || true)
[ -z "$toolchain" ] || export RUSTUP_TOOLCHAIN=$toolchain
export CARGO_TARGET_DIR="$PWD/target/web"
# Where the sources stand on this machine stays out of the viewer: it is smaller for it, and the same everywhere.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="\
--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$PWD="
# Trunk reads this as a yes or no of its own, and some terminals set it to 1.
unset NO_COLOR
exec "$@"

#!/usr/bin/env bash
# Runs a command with the compiler that can make wasm32 here, and a target folder of its own, so that
# two compilers never wait for each other's lock.
set -euo pipefail
cd "$(dirname "$0")/.."
toolchain=$(cat target/web-toolchain 2>/dev/null || true)
[ -z "$toolchain" ] || export RUSTUP_TOOLCHAIN=$toolchain
export CARGO_TARGET_DIR="$PWD/target/web"
# Where the sources stand on this machine stays out of the viewer: it is smaller for it, and the same everywhere.
flags="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$PWD="
# Where the standard library's sources are at hand, it is built anew for size, and stops without a word where it
# would panic: a sixth of what a reader fetches (see "Small on the wire" in ARCHITECTURE.md).
if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library/std" ]; then
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  if rustc -Zunstable-options -Cpanic=immediate-abort --print sysroot >/dev/null 2>&1; then
    flags="$flags -Zunstable-options -Cpanic=immediate-abort"
  fi
fi
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags
# Trunk reads this as a yes or no of its own, and some terminals set it to 1.
unset NO_COLOR
exec "$@"

#!/usr/bin/env bash
# Trunk runs this after each build of the viewer. It keeps the viewer as it came, for the program to carry,
# and attaches the sample in articles/ to the copy that Trunk serves.
# $NEWSPRINT_VIEWER_DIR: where the program's build looks for the viewer (default target/viewer).
# $NEWSPRINT_ATTACH=no: only keep the viewer, since nobody is served by Trunk; attaching needs a program, which costs minutes.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly viewer=${NEWSPRINT_VIEWER_DIR:-target/viewer}
mkdir -p "$viewer"
PATH="$PWD/node_modules/.bin:$PATH" node scripts/shrink.mjs "$TRUNK_STAGING_DIR"
for file in viewer.js viewer_bg.wasm; do
  # An unchanged viewer must not make the program be built again.
  cmp -s "$TRUNK_STAGING_DIR/$file" "$viewer/$file" || cp "$TRUNK_STAGING_DIR/$file" "$viewer/$file"
done

[ "${NEWSPRINT_ATTACH:-}" != no ] || exit 0

# Trunk's environment is that of the wasm build; the program is native.
unset RUSTUP_TOOLCHAIN CARGO_TARGET_DIR RUSTC_BOOTSTRAP
unset CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES
exec cargo run --quiet --bin newsprint -- attach --wasm "$TRUNK_STAGING_DIR/viewer_bg.wasm" articles

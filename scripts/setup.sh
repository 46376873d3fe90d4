#!/usr/bin/env bash
# Installs what building and testing need and is not there yet, and says what it does.
# Idempotent: a second run only looks. `scripts/setup.sh test` adds what the browser tests need.
#
# Nothing is written into the project but node_modules: tools go to a cache of their own
# ($NEWSPRINT_CACHE, else ~/.cache/newsprint), so that every clone on a machine shares them.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly TRUNK=0.21.14
readonly cache=${NEWSPRINT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsprint}
mkdir -p "$cache/bin"
export PATH="$cache/bin:$PATH"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif has sudo; then sudo "$@"; else die "needs root to run: $*"; fi; }

apt() {
  has apt-get || die "please install by hand, then run again: $*"
  if [ -z "${apt_updated:-}" ]; then as_root apt-get update -qq; apt_updated=1; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The version of a crate in Cargo.lock: the wasm-bindgen command must equal it to the digit.
locked() { awk -v n="\"$1\"" '$1=="name"&&$3==n{getline; gsub(/"/,"",$3); print $3; exit}' Cargo.lock; }

# A small build of a tool costs a third of its release build, and it runs for a second at a time.
cargo_tool() {
  say "installing $1 (a few minutes)"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 cargo install --quiet --root "$cache" "$@"
}

# The viewer's standard library is built from its sources, for size; where those cannot be had, the one that
# rustup brings serves too.
rustup_target() {
  has rustup || return 1
  local sysroot; sysroot=$(rustc --print sysroot)
  if [ ! -d "$sysroot/lib/rustlib/wasm32-unknown-unknown" ]; then
    debian_compiler_is_there && return 1
    say "adding the wasm32 target with rustup"
    timeout 120 rustup target add wasm32-unknown-unknown >/dev/null 2>&1 || return 1
  fi
  if [ ! -d "$sysroot/lib/rustlib/src/rust/library" ]; then
    say "adding the standard library's sources with rustup"
    timeout 120 rustup component add rust-src >/dev/null 2>&1 ||
      say "they cannot be had here: the viewer will be a sixth larger"
  fi
}

readonly debian_lld=/usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld

debian_compiler_is_there() { [ -d /usr/lib/rustlib/src/rust/library ] && [ -x "$debian_lld" ]; }

# Where rustup cannot download the target: Debian's compiler and its sources.
debian_compiler() {
  if ! debian_compiler_is_there; then
    say "rustup cannot add wasm32 here; using Debian's compiler"
    apt rustc-web cargo-web rust-web-src rust-web-clippy lld-22
    as_root mkdir -p "$(dirname "$debian_lld")"
    as_root ln -sf /usr/lib/llvm-22/bin/lld "$debian_lld"
  fi
  rustup toolchain list | grep -q '^debian-web' || rustup toolchain link debian-web /usr
}

npm_packages() {
  has npm || { say "installing Node.js"; apt nodejs npm; }
  if ! cmp -s package-lock.json node_modules/.newsprint-lock; then
    say "installing the pinned npm packages (wasm-opt, Playwright)"
    npm ci --silent --no-audit --no-fund
    cp package-lock.json node_modules/.newsprint-lock
  fi
}

browser() {
  if ! has chromium && ! has chromium-browser && ! has google-chrome; then
    say "installing Chromium"
    apt chromium
  fi
  # The page is tested in Firefox too; where it cannot be had, those tests say that they are skipped.
  if ! has firefox-esr && ! has firefox && has apt-get; then
    say "installing Firefox"
    apt firefox-esr || say "it cannot be had here: what is tested in it will be skipped"
  fi
  # It reads what was printed to PDF.
  if ! has pdftotext; then say "installing pdftotext"; apt poppler-utils; fi
  # Without a Han font every character of a screenshot is an empty box.
  if has fc-list && [ -z "$(fc-list :lang=zh-tw 2>/dev/null | head -1)" ] && has apt-get; then
    say "installing Chinese fonts for screenshots"
    apt fonts-noto-cjk
  fi
}

# By itself, since it weighs more than all the other packages and only one test uses it.
lighthouse() {
  if ! cmp -s tests/lighthouse/package-lock.json tests/lighthouse/node_modules/.newsprint-lock; then
    say "installing Lighthouse"
    npm ci --prefix tests/lighthouse --silent --no-audit --no-fund
    cp tests/lighthouse/package-lock.json tests/lighthouse/node_modules/.newsprint-lock
  fi
}

has cargo || die "Rust is missing: install it from https://rustup.rs, then run again"
if ! has cc; then say "installing a C linker"; apt build-essential; fi

if rustup_target; then web_toolchain=; else debian_compiler; web_toolchain=debian-web; fi

want=$(locked wasm-bindgen)
[ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $want" ] || cargo_tool wasm-bindgen-cli --version "$want" --bin wasm-bindgen
[ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK" ] || cargo_tool trunk --version "$TRUNK" --locked
npm_packages
if [ "${1:-}" = test ]; then
  browser
  lighthouse
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy rustfmt
fi

# The Makefile reads which compiler makes the wasm; empty means the machine's own.
mkdir -p target
printf '%s' "$web_toolchain" >target/web-toolchain
# Trunk builds offline, so all that the viewer is made of is fetched here, the standard library's crates too.
scripts/web.sh cargo fetch --quiet --locked --target wasm32-unknown-unknown

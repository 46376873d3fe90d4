#!/usr/bin/env bash
# `make fuzz`: bytes turned about at random through every reader and the parser, RUNS of each, and pages without end. With
# cargo-fuzz by libFuzzer, from the golden pages, or SECONDS_EACH of each reader; then, and without it, by tests/suite/fuzz.rs.
# SANITIZER=address also looks at what the dependencies do in memory; our own code can do nothing unsafe.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-20000}
cache=${NEWSPRINT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/newsprint}
export PATH=$cache/bin:$PATH

if command -v cargo-fuzz >/dev/null; then
  # What libFuzzer is told by: coverage, which a stable compiler gives only to those who say that they know.
  export RUSTC_BOOTSTRAP=1
  limit=(-runs="$runs")
  [ -n "${SECONDS_EACH:-}" ] && limit=(-max_total_time="$SECONDS_EACH")
  NEWSPRINT_SEEDS=fuzz/corpus cargo test --quiet --test suite -- fuzz::seeds_for_cargo_fuzz
  for target in page markdown web_page json table package; do
    echo "$target"
    cargo fuzz run --sanitizer "${SANITIZER:-none}" "$target" -- "${limit[@]}" -max_len=65536 -timeout=20 -print_final_stats=1
  done
else
  echo "no cargo-fuzz here (cargo install cargo-fuzz --root $cache): the tests' own mutations alone are run"
fi
NEWSPRINT_FUZZ=$runs cargo test --test suite -- fuzz:: hostile:: --include-ignored

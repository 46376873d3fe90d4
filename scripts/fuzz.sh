#!/usr/bin/env bash
# `make fuzz`: bytes turned about at random through every reader and the parser, RUNS of each. With cargo-fuzz and a nightly
# compiler by libFuzzer, from the golden pages; then, and without them, by tests/suite/fuzz.rs.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-20000}

if cargo +nightly fuzz --version >/dev/null 2>&1; then
  while read -r target ending; do
    seeds=fuzz/corpus/$target
    mkdir -p "$seeds"
    cp tests/suite/golden/parse/*."$ending" "$seeds/" 2>/dev/null || true
    cargo +nightly fuzz run "$target" "$seeds" -- -runs="$runs" -max_len=65536 -timeout=20
  done <<'TARGETS'
page txt
markdown md
web_page html
json jsonl
table csv
package zip
TARGETS
else
  echo "no cargo-fuzz with a nightly compiler here: the tests' own mutations alone are run"
fi
NEWSPRINT_FUZZ=$runs cargo test --test suite -- fuzz::

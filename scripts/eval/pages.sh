#!/usr/bin/env bash
# How well pages are read: pasted ones against their gold, saved ones beside Mozilla's Readability in the same run.
# The texts are not part of the project; where they are absent (NEWSPRINT_SHARED), their rows are.
set -euo pipefail
corpora=$NEWSPRINT_SHARED/corpora

if [ -d "$corpora/html-en-readability" ]; then
  work=bench-results/readability
  mkdir -p "$work"
  cp tests/eval/readability/package*.json tests/eval/readability/readability.mjs "$work/"
  (cd "$work" && npm ci --silent --no-audit --no-fund) >&2
  node "$work/readability.mjs" "$corpora/html-en-readability" >"$work/found.json"
  export NEWSPRINT_READABILITY=$PWD/$work/found.json
fi
cargo test --quiet --test suite -- --exact eval_pages::pages --ignored --nocapture |
  sed -n -e 's/^|$//p' -e '/^|/p'

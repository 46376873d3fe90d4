#!/usr/bin/env bash
# Runs the native tests and the browser's, and ends with one line that counts them all.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT

cargo test --no-fail-fast 2>&1 | tee "$log"
native=${PIPESTATUS[0]}
cargo build --quiet --bin newsprint && node --test --test-reporter=spec tests/browser/*.test.mjs 2>&1 | tee -a "$log"
browser=${PIPESTATUS[0]}

sum() { awk "$1 END { print n + 0 }" "$log"; }
passed=$(sum '/^test result:/ { n += $4 } /^ℹ pass / { n += $3 }')
failed=$(sum '/^test result:/ { n += $6 } /^ℹ fail / { n += $3 }')
skipped=$(sum '/^test result:/ { n += $8 } /^ℹ skipped / { n += $3 }')
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$native" = 0 ] && [ "$browser" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]

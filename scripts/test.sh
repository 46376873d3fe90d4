#!/usr/bin/env bash
# Checks everything: lints, the native tests and the browser's, and ends with one line that counts the tests. What has
# passed is not run again until a file of the project or a text that tests read has changed; AGAIN=yes runs it anyway.
set -uo pipefail
cd "$(dirname "$0")/.."
tested=target/tested

# What the tests' outcome hangs on, as one sum; nothing where git does not know the files.
state() {
  git rev-parse --is-inside-work-tree > /dev/null 2>&1 || return
  {
    git ls-files -z --cached --others --exclude-standard | xargs -0 sha256sum 2>&1
    find "${NEWSPRINT_SHARED:-../shared}" -type f -printf '%p %s %T@\n' 2> /dev/null | LC_ALL=C sort
  } | sha256sum | cut -d' ' -f1
}

now=$(state)
if [ -z "${AGAIN:-}" ] && [ -n "$now" ] && [ "$now" = "$(head -n 1 "$tested" 2> /dev/null)" ]; then
  echo "Nothing has changed since every test passed (AGAIN=yes runs them again):"
  tail -n 1 "$tested"
  exit
fi

make --no-print-directory setup-test lint viewer || exit
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
count="$passed passed, $failed failed, $skipped skipped"
echo
echo "$count"
[ "$native" = 0 ] && [ "$browser" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ] || exit 1
printf '%s\n' "$now" "$count" > "$tested"

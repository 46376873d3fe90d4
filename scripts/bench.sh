#!/usr/bin/env bash
# `make bench`: the page itself, then search beside the peers, in one run each. Tables go to bench-results/.
# The corpora and the peers' harness are shared with other projects and stand outside this one; without them the sample is measured.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(cd "${NEWSPRINT_SHARED:-../shared}" 2>/dev/null && pwd || echo ../shared)
export NEWSPRINT=$PWD/target/release/newsprint
mkdir -p bench-results

page=$shared/corpora/founding-page/page.txt
[ -f "$page" ] || page=articles
node benches/page.mjs "$page" | tee bench-results/page.md

if [ -d "$shared/bench" ]; then
  work=bench-results/peers
  mkdir -p "$work"
  cp -r "$shared/bench/." "$work/"
  chmod -R u+w "$work"
  ln -sfn "$shared/corpora" bench-results/corpora
  (cd "$work" && npm install --silent --no-audit --no-fund && node run.mjs --rebuild --tiers "${TIERS:-10,1000}" --langs zh,en --peers "${PEERS:-scan,pagefind,flexsearch,newsprint}" && node report.mjs) |
    tee bench-results/peers.md
  cp benches/relevance.mjs "$work/"
  (cd "$work" && NEWSPRINT_SHARED=$shared node relevance.mjs) | tee bench-results/relevance.md
else
  echo "the peers' benchmark is not here ($shared/bench): skipped"
fi

#!/usr/bin/env bash
# `make eval`: measures, and writes each part into its section of EVALUATION.md. `scripts/eval.sh pages` runs one part.
# A part is scripts/eval/NAME.sh: it prints its tables, which replace what stands between <!-- NAME --> and <!-- /NAME -->.
set -euo pipefail
cd "$(dirname "$0")/.."
export NEWSPRINT_SHARED=${NEWSPRINT_SHARED:-$(cd .. && pwd)/shared}
[ $# -gt 0 ] || set -- $(ls scripts/eval | sed 's/\.sh$//')

for part in "$@"; do
  echo "measuring $part …" >&2
  tables=$(mktemp)
  { echo; echo "Measured on $(date -u +%Y-%m-%d)."; echo; bash "scripts/eval/$part.sh"; echo; } >"$tables"
  awk -v part="$part" -v tables="$tables" '
    $0 == "<!-- /" part " -->" { while ((getline line < tables) > 0) print line; inside = 0 }
    !inside { print }
    $0 == "<!-- " part " -->" { inside = 1 }
  ' EVALUATION.md >EVALUATION.md.new
  mv EVALUATION.md.new EVALUATION.md
  cat "$tables"
  rm -f "$tables"
done

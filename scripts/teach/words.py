"""The word lists that the recogniser cuts and looks up: from jieba (MIT), the names of the United States' census (public domain),
our own lists, and for English the words that the texts write small."""

import collections
import json
import math
import os
import re
import sys

import jieba
import names
from common import OUT, fold, lists


def chinese():
    """Jieba's words by class and frequency."""
    words = {}
    with open(os.path.join(os.path.dirname(jieba.__file__), "dict.txt"), encoding="utf-8") as file:
        for line in file:
            word, frequency, tag = line.split()
            word, frequency = fold(word), int(frequency)
            if not re.fullmatch("[\u4e00-\u9fff·]+", word) or len(word) > 8:
                continue
            one = {"nr": "p", "ns": "s", "nt": "o", "nz": "z"}.get(tag[:2])
            one = one or {"p": "P", "i": "l", "s": "S"}.get(tag[0], tag[0] if tag[0] in "nvadmqrcuftl" else "x")
            enough = 3 if one in "pso" else 5
            if frequency >= enough and words.get(word, (0, ""))[0] < frequency:
                words[word] = (frequency, one)
    groups = collections.defaultdict(list)
    for word, (frequency, one) in words.items():
        groups[one, round(math.log2(frequency))].append(word)
    return groups


def english():
    """Given names, family names, places, and common words, by which of these they are; names of several words."""
    folder = os.path.dirname(names.__file__)

    def census(file, most):
        with open(os.path.join(folder, file)) as lines:
            return {line.split()[0].lower() for line, _ in zip(lines, range(most))}

    given = census("dist.male.first", 1219) | census("dist.female.first", 3000)
    family = census("dist.all.last", 30000)
    small, capital = collections.Counter(), collections.Counter()
    for line in open(OUT / "en-news.jsonl", encoding="utf-8"):
        for word in re.findall(r"[A-Za-z][A-Za-z'-]*", json.loads(line)["text"]):
            (small if word.islower() else capital)[word.lower()] += 1
    common = {w for w, n in small.items() if n >= 3 and n > capital[w] * 0.5 and len(w) > 1}
    towns, several = set(), {}
    for files, kind in ((("cities.tsv", "countries.tsv", "places.tsv"), "s"), (("organisations.tsv",), "o")):
        for _, name, others in lists(*files):
            for word in (w.strip().lower() for w in [name, *others.split(";")]):
                if re.fullmatch(r"[a-z][a-z'.-]*", word) and kind == "s":
                    towns.add(word)
                elif re.fullmatch(r"[a-z][a-z'.\- ]* [a-z'.\- ]*", word):
                    several[word.replace(" ", "_")] = kind
    groups = collections.defaultdict(list)
    for word in given | family | towns | common:
        mask = (word in given) | (word in family) << 1 | (word in towns) << 2 | (word in common) << 3
        groups[chr(65 + mask), 20].append(word)
    for word, kind in several.items():
        groups[kind, 20].append(word)
    return groups


if __name__ == "__main__":
    groups = {"zh": chinese, "en": english}[sys.argv[2]]()
    with open(OUT / f"{sys.argv[2]}.words", "w", encoding="utf-8") as file:
        for (one, frequency), words in sorted(groups.items()):
            file.write(f"{one}{frequency} {' '.join(sorted(words))}\n")

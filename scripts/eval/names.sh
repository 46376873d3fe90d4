#!/usr/bin/env bash
# The part of `make eval` that measures how names are found.
exec scripts/teach/eval.sh

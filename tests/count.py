# SPDX-License-Identifier: Apache-2.0
"""Adds up meson's test logs: what did not pass, one a line, then "N passed, N failed"."""

import json
import sys
from pathlib import Path


def outcomes(path):
    if not path.exists():
        yield str(path), "NO LOG"
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        test = json.loads(line)
        yield f"{path.stem}: {test['name']}", test["result"]


def main(paths):
    passed, failed = 0, 0
    for path in map(Path, paths):
        found = list(outcomes(path)) or [(str(path), "NO TESTS")]
        for name, result in found:
            passed += result == "OK"
            failed += result not in ("OK", "SKIP")
            if result != "OK":
                print(f"{name}: {result}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

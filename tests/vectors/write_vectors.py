# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors: python3 tests/vectors/write_vectors.py path/to/smaajob

Every vector is told in authored/; the program given makes its match. Nothing is written when a match is not
what its author expected, or when two vectors show the same.
"""

import importlib
import json
import sys
from decimal import Decimal
from pathlib import Path

import authoring

HERE = Path(__file__).resolve().parent


def themes():
    for path in sorted((HERE / "authored").glob("*.py")):
        yield path.stem, importlib.import_module(f"authored.{path.stem}").VECTORS


def line_of(whole, match):
    """One vector: the match stands as the program printed it, to the byte."""
    head = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return f'{head[:-1]},"match":{match}}}\n'


def make(cli):
    """The files by name, and what went against expectation."""
    files, wrong, shown = {}, [], set()
    for theme, vectors in themes():
        for whole, expect in vectors:
            where = f"{theme}: {whole['shows']}"
            if whole["shows"] in shown:
                wrong.append(f"{where}: shown twice")
            shown.add(whole["shows"])
            try:
                text = authoring.run_match(cli, whole)
            except RuntimeError as error:
                wrong.append(f"{theme}: {error}")
                continue
            wrong += [f"{where}\n    {line}" for line in authoring.unmet(json.loads(text, parse_float=Decimal), expect)]
            # A vocabulary beside the built-in one: those readers that have none pass by the folder.
            name = f"vocabulary/{theme}.ndjson" if "vocabulary" in whole else f"{theme}.ndjson"
            files[name] = files.get(name, "") + line_of(whole, text)
    return files, wrong


def main(cli):
    files, wrong = make(cli)
    if wrong:
        print(*wrong, sep="\n")
        return f"{len(wrong)} expectations are not met: nothing is written"
    for old in HERE.rglob("*.ndjson"):
        old.unlink()
    for name, text in files.items():
        path = HERE / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(sum(text.count("\n") for text in files.values()), "vectors in", len(files), "files")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))

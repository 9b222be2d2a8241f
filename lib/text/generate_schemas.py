# SPDX-License-Identifier: Apache-2.0
"""Writes the JSON Schemas as C: generate_schemas.py SCHEMA… OUTPUT."""

import json
import sys
from pathlib import Path

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate_schemas.py. */
#include "text/schemas.h"

const Schema schemas[] = {
"""


def lines(text):
    for line in text.splitlines(keepends=True):
        escaped = line.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        yield f'   "{escaped}"\n'


def main(*paths):
    *sources, output = map(Path, paths)
    parts = [HEAD]
    for source in sources:
        text = source.read_text(encoding="utf-8")
        kind = source.name.removesuffix(".schema.json")
        assert json.loads(text)["$id"] == f"urn:smaajob:schema:{kind}:1", source
        parts += [f'  {{"{kind}",\n', *lines(text), "  },\n"]
    parts.append("};\n\nconst size_t n_schemas = sizeof schemas / sizeof *schemas;\n")
    output.write_text("".join(parts), encoding="utf-8")


main(*sys.argv[1:])

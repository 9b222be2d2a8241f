# SPDX-License-Identifier: Apache-2.0
"""What the public headers declare."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADERS = sorted((ROOT / "include" / "smaajob").glob("*.h"))


def without_comments(text):
    """The text without comments, on the lines it had; strings left as they are."""
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group().count("\n"), text, flags=re.S)
    return re.sub(r"//[^\n]*", "", text)


def without_directives(text):
    return re.sub(r"(?m)^#.*$", "", text)


def functions():
    """(what it returns, name, parameters) of every function that the public headers declare."""
    for header in HEADERS:
        text = without_directives(without_comments(header.read_text()))
        for returned, function, parameters in re.findall(r"SMAAJOB_API\b([^;(]*?)\b(\w+)\s*\(([^;]*)\);", text):
            given = " ".join(parameters.split())
            yield " ".join(returned.split()), function, [] if given == "void" else given.split(", ")

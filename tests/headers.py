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


def comments():
    """(name, comment) of every function; one that says "as smaajob_other()" has the other's as well."""
    said = {}
    for header in HEADERS:
        pairs = re.findall(r"/\*\*((?:(?!\*/).)*)\*/\s*SMAAJOB_API\b[^;(]*?\b(\w+)\s*\(", header.read_text(), flags=re.S)
        said.update((function, comment) for comment, function in pairs)
    for function, comment in said.items():
        others = re.findall(r"[Aa]s[\s*]+(smaajob_\w+)", comment)
        yield function, comment + "".join(said[other] for other in others)


def functions():
    """(what it returns, name, parameters) of every function that the public headers declare."""
    for header in HEADERS:
        text = without_directives(without_comments(header.read_text()))
        for returned, function, parameters in re.findall(r"SMAAJOB_API\b([^;(]*?)\b(\w+)\s*\(([^;]*)\);", text):
            given = " ".join(parameters.split())
            yield " ".join(returned.split()), function, [] if given == "void" else given.split(", ")

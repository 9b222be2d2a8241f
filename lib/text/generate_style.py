# SPDX-License-Identifier: Apache-2.0
"""Writes the style sheet of a page as C, without its comments: generate_style.py HEADER STYLESHEET... OUTPUT.

The header declares html_style; of several sheets one follows the other.
"""

import re
import sys
from pathlib import Path

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate_style.py. */
#include "{header}"

const char html_style[] =
"""


def lines(text):
    for line in re.sub(r"/\*.*?\*/", "", text, flags=re.S).splitlines():
        if line.strip():
            # Nothing in it can end the element it stands in, nor reach beyond the page.
            assert not re.search(r"<|@import|url\((?!#)", line), line
            escaped = line.strip().replace("\\", "\\\\").replace('"', '\\"')
            yield f'  "{escaped}\\n"\n'


def main(header, *sheets):
    *sources, output = map(Path, sheets)
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    output.write_text(f"{HEAD.format(header=header)}{''.join(lines(text)).rstrip()};\n", encoding="utf-8")


main(*sys.argv[1:])

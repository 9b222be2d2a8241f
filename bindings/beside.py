# SPDX-License-Identifier: Apache-2.0
"""beside.py LIBRARY COPY: copy a library that was built to a package, where it finds others beside itself alone.

Where the build has its libraries names, from where a package is, a directory of a stranger. The text that says so becomes
shorter in its place.
"""

import re
import shutil
import sys

ORIGIN = b"$ORIGIN"

library, copy = sys.argv[1:]
with open(library, "rb") as file:
    content = file.read()
found = re.findall(rb"\0((?:[^\0]*:)?\$ORIGIN(?:[:/][^\0]*)?)\0", content)
if len(found) != 1:
    sys.exit(f"beside.py: {library}: {len(found)} lists of directories, expected one")
shutil.copyfile(library, copy)
shutil.copymode(library, copy)
with open(copy, "wb") as file:
    file.write(content.replace(b"\0" + found[0] + b"\0", b"\0" + ORIGIN.ljust(len(found[0]) + 1, b"\0")))

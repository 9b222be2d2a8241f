# SPDX-License-Identifier: Apache-2.0
"""finish-wheel.py DIRECTORY: what an unpacked wheel owes those who wrote the libraries it carries, and those who read of it.

The licence of each library comes along, as Debian tells it with the package that the library is of.
"""

import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path

# Each library by its name and what it is called in the wheel: its licence, and the texts that Debian keeps elsewhere.
CARRIED = {
    "libglib-smaajob": ("libglib-2.0", "LGPL-2.1-or-later", ["LGPL-2.1"]),
    "libpcre2-8": ("libpcre2-8", "BSD-3-Clause AND BSD-2-Clause", []),
    "libsodium": ("libsodium", "ISC AND BSD-2-Clause AND CC0-1.0", ["CC0-1.0"]),
}


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def package_of(library):
    owners = set(re.findall(r"(?m)^([^:]+):.*/[^/]*\.so\.\d+$", run("dpkg-query", "-S", f"*/{library}.so.*")))
    if len(owners) != 1:
        sys.exit(f"finish-wheel.py: {library}: of {len(owners)} packages, expected one")
    return owners.pop()


def keep_licence(library, directory):
    """As Debian has it, under a head that says which source the library was built of."""
    package = package_of(library)
    source = run("dpkg-query", "-W", "-f", "${source:Package} ${source:Version}", package)
    text = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8")
    head = f"{library}.so in this wheel is of Debian's package {package}, built of the source package {source}.\n\n"
    (directory / f"{library}.txt").write_text(head + text, encoding="utf-8")


def keep_licences(directory):
    """The expression of all of them; the files stand beside the project's own licence."""
    parts = ["Apache-2.0"]
    for path in sorted(Path(directory, "smaajob.libs").iterdir()):
        library, expression, texts = CARRIED[re.sub(r"-[0-9a-f]{8}\.so.*", "", path.name)]
        keep_licence(library, next(directory.glob("*.dist-info/licenses")))
        for text in texts:
            shutil.copy(Path("/usr/share/common-licenses", text), next(directory.glob("*.dist-info/licenses")) / f"{text}.txt")
        parts += [part for part in expression.split(" AND ") if part not in parts]
    return " AND ".join(parts)


def without_links(readme):
    """A link to another file of the project leads nowhere from an index: say the file's name instead."""
    link = re.compile(r"\[([^\]]*)\]\((?!\w+:)([^)#]+)[^)]*\)")
    return link.sub(lambda found: f"`{posixpath.normpath(posixpath.join('docs', found[2]))}`", readme)


def main(directory):
    (path,) = directory.glob("*.dist-info/METADATA")
    expression = keep_licences(directory)
    head, _, readme = path.read_text(encoding="utf-8").partition("\n\n")
    files = sorted(file.name for file in (path.parent / "licenses").iterdir())
    lines = [line for line in head.splitlines() if not line.startswith(("License-File:", "License-Expression:"))]
    lines += [f"License-Expression: {expression}"] + [f"License-File: {name}" for name in files]
    path.write_text("\n".join(lines) + "\n\n" + without_links(readme), encoding="utf-8")


main(Path(sys.argv[1]))

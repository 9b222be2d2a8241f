# SPDX-License-Identifier: Apache-2.0
"""Writes the texts of every language as C: generate_texts.py MSGFMT LINGUAS OUTPUT [PREFIX...].

LINGUAS names the languages, one a line; LANGUAGE.po beside it holds the texts, msgctxt being the key. msgfmt checks and
compiles them, so a text that is missing or fuzzy is not there. Every language must have every key, with the same blanks. With
prefixes, only the keys that begin with one of them are written.
"""

import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

HEAD = """/* SPDX-License-Identifier: Apache-2.0 */
/* Made by generate_texts.py. */

"""


def read_mo(data):
    """(context, text) of every message; gettext's own file format, little-endian as msgfmt is told."""
    magic, _, n, originals, translations = struct.unpack_from("<5I", data)
    assert magic == 0x950412DE, "not a .mo file"
    for i in range(n):
        length, at = struct.unpack_from("<2I", data, originals + 8 * i)
        context, separator, _ = data[at : at + length].partition(b"\x04")
        length, at = struct.unpack_from("<2I", data, translations + 8 * i)
        if separator:
            yield context.decode(), data[at : at + length].decode()


def read_po(msgfmt, path):
    """The texts of a .po file by key."""
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "texts.mo"
        subprocess.run([msgfmt, "--check", "--endianness=little", "-o", compiled, path], check=True)
        return dict(read_mo(compiled.read_bytes()))


def blanks_of(text):
    return sorted(set(re.findall(r"\{[^}]*\}", text)))


def faults_of(languages):
    """What one language has and another has not."""
    keys = sorted(set().union(*languages.values()))
    for language, texts in languages.items():
        for key in keys:
            others = {tuple(blanks_of(each[key])) for each in languages.values() if key in each}
            if key not in texts:
                yield f"{language}.po: {key} has no text"
            elif len(others) > 1:
                yield f"{language}.po: {key} has the blanks {blanks_of(texts[key])}, not those of every language"
            elif unknown := set(blanks_of(texts[key])) - {"{subject}", "{task}", "{have}", "{want}"}:
                yield f"{language}.po: {key} has the unknown blanks {sorted(unknown)}"


def read_languages(msgfmt, linguas):
    """By language, the texts by key; ends the program when a language lacks something."""
    names = linguas.read_text(encoding="utf-8").split()
    languages = {name: read_po(msgfmt, linguas.parent / f"{name}.po") for name in sorted(names)}
    if faults := list(faults_of(languages)):
        sys.exit("\n".join(faults))
    return languages


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(msgfmt, linguas, output, *prefixes):
    languages = read_languages(msgfmt, Path(linguas))
    keys = [key for key in sorted(next(iter(languages.values()))) if key.startswith(prefixes or "")]
    parts = [HEAD]
    parts.append("static const char *const text_languages[] = {%s};\n\n" % ", ".join(map(quoted, languages)))
    parts.append("/* Sorted by key; texts in the order of the languages. */\n")
    parts.append("static const struct {\n  const char *key, *texts[%d];\n} text_rows[] = {\n" % len(languages))
    for key in keys:
        texts = ",\n    ".join(quoted(texts[key]) for texts in languages.values())
        parts.append(f"  {{{quoted(key)},\n   {{{texts}}}}},\n")
    parts.append("};\n")
    Path(output).write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

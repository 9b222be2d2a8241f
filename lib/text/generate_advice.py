# SPDX-License-Identifier: Apache-2.0
"""Writes the tables of docs/advice.md of what the code uses: generate_advice.py MSGFMT ADVICE.

The texts are those of po/; what triggers a code, and on what it rests, is in po/codes.tsv. What stands above the
mark in the page is written by hand and stays.
"""

import csv
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
from generate_texts import read_languages

HERE = Path(__file__).resolve().parent
MARK = "<!-- From here on made by lib/text/generate_advice.py: change the texts in lib/text/po instead. -->"
READERS = ("caseworker", "citizen", "employer")
VARIANTS = {
    "training": "with `training_possible`, ",
    "requires": "of a task, ",
    "untold": "before the employer has told, ",
    "unpaid": "no hour is paid, ",
    "hybrid": "practice beside pay, ",
    "unknown": "when it is unknown, ",
}
GROUPS = {
    "advice": "When to bring up pay",
    "blocker": "What stands in the way",
    "task": "Why a task is what it is",
    "timing": "Why the timing is what it is",
    "attention": "Attention points",
    "question": "Questions",
    "lever": "Levers",
}
PREFIXES = {"advice": "advice", "question": "question", "lever": "lever"}


def read_codes():
    with open(HERE / "po" / "codes.tsv", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def keys_of(group, code, keys):
    """The keys of a code's texts: the general one first, then those that say more."""
    stem = f"{PREFIXES.get(group, 'code')}.{code}"
    return sorted(key for key in keys if key == stem or key.startswith(stem + "."))


def whom(group, code, key, keys):
    """Whom a text is for, or what it is about."""
    stem = f"{PREFIXES.get(group, 'code')}.{code}"
    parts = key[len(stem) :].lstrip(".").split(".") if key != stem else []
    if group == "question":
        return f"about `{'.'.join(parts)}`" if parts else "in general"
    by = f"by the {parts.pop(0)}, to the " if group == "lever" and parts else ""
    more = VARIANTS[parts.pop(0)] if parts and parts[0] in VARIANTS else ""
    whole = "caseworker" if f"{key}.citizen" in keys else "caseworker and citizen"
    return by + more + (parts[0] if parts else whole)


def block(row, languages):
    group, code = row["group"], row["code"]
    names = sorted(languages)
    yield f"### `{code}`\n"
    yield f"{row['trigger'][0].upper()}{row['trigger'][1:]}.\n*Source: {row['source']}.*\n"
    yield "| text for | " + " | ".join(names) + " |"
    yield "|---" * (len(names) + 1) + "|"
    keys = keys_of(group, code, next(iter(languages.values())))
    for key in keys:
        texts = (languages[name][key].replace("|", "\\|") for name in names)
        yield f"| {whom(group, code, key, keys)} | " + " | ".join(texts) + " |"
    yield ""


def tables(languages):
    codes = read_codes()
    parts = [MARK, ""]
    for group, title in GROUPS.items():
        parts += [f"## {title}", ""]
        for row in codes:
            if row["group"] == group:
                parts += block(row, languages)
    return "\n".join(parts)


def page(msgfmt, path):
    above, mark, _ = path.read_text(encoding="utf-8").partition(MARK)
    assert mark, f"{path}: the mark is not there"
    return above + tables(read_languages(msgfmt, HERE / "po" / "LINGUAS"))


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.write_text(page(sys.argv[1], target), encoding="utf-8")

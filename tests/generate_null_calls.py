# SPDX-License-Identifier: Apache-2.0
"""Write a call of every public function, with NULL for whatever it may be given, and 0 for numbers."""

import sys
from pathlib import Path

from headers import functions

ERROR = "SmaajobError *error"


def given(parameter):
    return "error" if parameter == ERROR else "NULL" if "*" in parameter else "0"


def kind(returned, parameters):
    """How nothing is told by what is returned."""
    if ERROR in parameters:
        return "FAILS"
    if not any(parameter.startswith("const Smaajob") for parameter in parameters):
        return "ANY"
    return {"const char *": "TEXT", "size_t": "ZERO", "bool": "ZERO"}.get(returned, "ANY")


def call(returned, function, parameters, frees):
    made = f"{function} ({', '.join(map(given, parameters))})"
    if returned == "void":
        return f"  {made};\n  return true;"
    if returned in frees:
        told = f"  const bool told = {kind(returned, parameters)} (made);\n"
        return f"  {returned}made = {made};\n{told}\n  {frees[returned]} (made);\n  return told;"
    return f"  return {kind(returned, parameters)} ({made});"


def find_frees(listed):
    """By type what frees it: whatever is made all the same must not be lost."""
    return {parameters[0].rpartition("*")[0] + "*": function for _, function, parameters in listed if function.endswith("_free")}


def main(path):
    listed = list(functions())
    frees = find_frees(listed)
    calls = [
        f"static bool\ncall_{function} (SmaajobError *error)\n{{\n  (void) error;\n{call(returned, function, parameters, frees)}\n}}\n"
        for returned, function, parameters in listed
    ]
    rows = [f'    {{"{function}", call_{function}}},' for _, function, _ in listed]
    table = ["static const Call calls[] = {", *rows, "};", ""]
    Path(path).write_text("\n".join(calls + table))


if __name__ == "__main__":
    main(sys.argv[1])

# SPDX-License-Identifier: Apache-2.0
"""Makes a host's database of schema.sql and seed.sql: python3 database.py DATABASE"""

import pathlib
import sqlite3
import sys

HERE = pathlib.Path(__file__).parent


def make(path: str) -> None:
    database = sqlite3.connect(path)
    database.execute("PRAGMA foreign_keys = ON")
    for script in ("schema.sql", "seed.sql"):
        database.executescript((HERE / script).read_text(encoding="utf-8"))
    database.close()


if __name__ == "__main__":
    make(sys.argv[1])

# SPDX-License-Identifier: Apache-2.0
"""SQLite: tables by their keys, openings by latitude, one query for some citizens at a time."""

import sqlite3

import sql


class Peer:
    name = "SQLite"
    at_once = 10

    def __init__(self, tables):
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute("PRAGMA cache_size = -500000")
        self.db.execute("PRAGMA temp_store = MEMORY")
        for name, columns in sql.TABLES.items():
            key = f", PRIMARY KEY ({sql.KEYS[name]})) WITHOUT ROWID" if name in sql.KEYS else ")"
            self.db.execute(f"CREATE TABLE {name} ({columns}{key}")
            n = len(columns.split(", "))
            self.db.execute("BEGIN")
            self.db.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * n)})", sql.rows_of(tables, name))
            self.db.execute("COMMIT")
        for name, on in sql.INDEXES.items():
            self.db.execute(f"CREATE INDEX {name} ON {on}")
        self.db.execute("ANALYZE")

    def rank(self, citizens, top):
        rows = []
        for first in range(citizens.start, citizens.stop, self.at_once):
            last = min(first + self.at_once, citizens.stop) - 1
            rows += self.db.execute(sql.query(first, last, top, greatest="MAX", least="MIN")).fetchall()
        return sql.gather(citizens, rows)

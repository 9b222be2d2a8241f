# SPDX-License-Identifier: Apache-2.0
"""DuckDB: the same query over columns, on one thread."""

import duckdb
import pyarrow
import sql


class Peer:
    name = "DuckDB"
    at_once = 50

    def __init__(self, tables):
        self.db = duckdb.connect(config={"threads": 1})
        for name, columns in sql.TABLES.items():
            self.db.execute(f"CREATE TABLE {name} ({columns})")
            names = [column.split()[0] for column in columns.split(", ")]
            rows = list(sql.rows_of(tables, name))
            lists = list(zip(*rows)) if rows else [[] for _ in names]
            given = pyarrow.table({column: pyarrow.array(list(values)) for column, values in zip(names, lists)})
            self.db.register("given", given)
            if rows:
                self.db.execute(f"INSERT INTO {name} SELECT * FROM given")
            self.db.unregister("given")

    def rank(self, citizens, top):
        rows = []
        for first in range(citizens.start, citizens.stop, self.at_once):
            last = min(first + self.at_once, citizens.stop) - 1
            rows += self.db.execute(sql.query(first, last, top, div="//", scored=sql.BY_ASOF)).fetchall()
        return sql.gather(citizens, rows)

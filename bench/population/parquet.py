# SPDX-License-Identifier: Apache-2.0
"""A folder's citizens.ndjson and openings.ndjson as Parquet, a document a row: parquet.py FOLDER

Needs DuckDB: sh bench/peers/venv.sh build/bench-venv makes a Python that has it.
"""

import sys
from pathlib import Path

import duckdb

MEMBERS = {
    "citizens": "competencies_complete BOOLEAN, effectiveness DOUBLE, prerequisites VARCHAR, choice VARCHAR, purpose VARCHAR",
    "openings": "employer VARCHAR, sector VARCHAR, seats INTEGER, weekly_variation VARCHAR",
}
NESTED = {
    "citizens": ("competencies", "needs", "gates", "hours", "availability", "attendance", "wishes", "location", "travel"),
    "openings": ("hours", "tasks", "exposures", "provisions", "gates", "terms", "location"),
}


def main():
    folder = Path(sys.argv[1])
    for name, members in MEMBERS.items():
        # Nested members stay JSON: their own members come and go with what is known.
        columns = f"format VARCHAR, id VARCHAR, {members}, " + ", ".join(f"{member} JSON" for member in NESTED[name])
        schema = ", ".join("{}: '{}'".format(*column.split()) for column in columns.split(", "))
        duckdb.execute(f"""COPY (SELECT * FROM read_ndjson('{folder / name}.ndjson', columns = {{{schema}}}, maximum_object_size = 1048576))
                           TO '{folder / name}.parquet' (FORMAT parquet, COMPRESSION zstd)""")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

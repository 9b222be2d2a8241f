# SPDX-License-Identifier: Apache-2.0
"""A folder's citizens.ndjson and openings.ndjson as Parquet, a document a row: parquet.py FOLDER

Needs DuckDB: sh bench/peers/venv.sh build/bench-venv makes a Python that has it.
"""

import json
import sys
from pathlib import Path

import duckdb

TEXT, NUMBER, WHOLE, YES_OR_NO = "VARCHAR", "DOUBLE", "INTEGER", "BOOLEAN"
# Of members that the vocabulary names.
ANSWERS, AMOUNTS = "MAP(VARCHAR, VARCHAR)", "MAP(VARCHAR, DOUBLE)"
WINDOWS = [{"days": [TEXT], "from": TEXT, "to": TEXT}]
PLACE = {"lat": NUMBER, "lon": NUMBER}

# The columns of docs/python.md.
COLUMNS = {
    "citizens": {
        "format": TEXT,
        "id": TEXT,
        "competencies": [{"concept": TEXT, "level": WHOLE, "evidence": TEXT}],
        "competencies_complete": YES_OR_NO,
        "needs": [{"condition": TEXT, "tolerates": WHOLE, "requires": WHOLE, "at_most": NUMBER, "strength": TEXT}],
        "gates": ANSWERS,
        "hours": {"min": NUMBER, "max": NUMBER, "limit": NUMBER, "max_per_day": NUMBER, "committed": NUMBER, "unit": TEXT},
        "availability": WINDOWS,
        "effectiveness": NUMBER,
        "attendance": {"kept": NUMBER, "weeks": WHOLE, "context": TEXT},
        "prerequisites": TEXT,
        "choice": TEXT,
        "purpose": TEXT,
        "wishes": [{"concept": TEXT, "wants": TEXT}],
        "location": PLACE,
        "travel": {"mode": TEXT, "max_minutes": WHOLE},
    },
    "openings": {
        "format": TEXT,
        "id": TEXT,
        "employer": TEXT,
        "sector": TEXT,
        "seats": WHOLE,
        "hours": {"min": NUMBER, "max": NUMBER, "growth": NUMBER, "unit": TEXT},
        "tasks": [
            {
                "id": TEXT,
                "hours": {"min": NUMBER, "max": NUMBER, "unit": TEXT},
                "optional": YES_OR_NO,
                "windows": WINDOWS,
                "requires": [{"concept": TEXT, "level": WHOLE, "importance": TEXT, "training_weeks": WHOLE}],
                "exposures": AMOUNTS,
            }
        ],
        "exposures": AMOUNTS,
        "provisions": AMOUNTS,
        "gates": [TEXT],
        "terms": {member: TEXT for member in ("paid", "practice", "hybrid", "prospect", "fleksjob", "pay_basis")},
        "weekly_variation": TEXT,
        "location": PLACE,
    },
}


def main():
    folder = Path(sys.argv[1])
    for name, columns in COLUMNS.items():
        # A null is a member that is absent: what cannot be learned, null in a document, is told by a number below 0.
        duckdb.execute(f"""
            COPY (SELECT unnest(from_json(replace(json::VARCHAR, '"training_weeks":null', '"training_weeks":-1'), '{json.dumps(columns)}'))
                  FROM read_ndjson_objects('{folder / name}.ndjson', maximum_object_size = 1048576))
            TO '{folder / name}.parquet' (FORMAT parquet, COMPRESSION zstd)""")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())

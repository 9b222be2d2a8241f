# SPDX-License-Identifier: Apache-2.0
"""A host with a database of its own ranks, and keeps matches and records: python3 embed.py DATABASE"""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, Optional, Tuple, Union

import smaajob

THREADS = 4


Builder = Union[smaajob.CitizenBuilder, smaajob.TaskBuilder]


def windows(database: sqlite3.Connection, builder: Builder, owner: str, task: Optional[str]) -> None:
    of = database.execute(
        "SELECT days, from_time, to_time FROM time_window WHERE owner = ? AND task IS ? ORDER BY rowid", (owner, task)
    )
    for window in of:
        builder.add_window(window["days"].split(), window["from_time"], window["to_time"])


def hours_of(row: sqlite3.Row, *names: str) -> Dict[str, Any]:
    told = {name: row[f"hours_{name}"] for name in names}
    return {name.replace("per_day", "max_per_day"): told[name] for name in told if told[name] is not None}


def lists(database: sqlite3.Connection, builder: smaajob.CitizenBuilder, id: str) -> None:
    for row in database.execute("SELECT * FROM competence WHERE citizen = ? ORDER BY rowid", (id,)):
        builder.add_competence(row["concept"], row["level"], evidence=row["evidence"])
    for row in database.execute("SELECT * FROM need WHERE citizen = ? ORDER BY rowid", (id,)):
        builder.add_need(row["condition"], strength=row["strength"], **{row["kind"]: row["value"]})
    for row in database.execute("SELECT * FROM answer WHERE citizen = ? ORDER BY rowid", (id,)):
        builder.set_gate(row["gate"], row["answer"])
    for row in database.execute("SELECT * FROM wish WHERE citizen = ? ORDER BY rowid", (id,)):
        builder.add_wish(row["concept"], row["wants"])
    windows(database, builder, id, None)


def citizen_of(database: sqlite3.Connection, row: sqlite3.Row) -> smaajob.Citizen:
    builder = smaajob.CitizenBuilder(row["id"])
    builder.set_competencies_complete(bool(row["competencies_complete"]))
    if row["needs_known"]:
        builder.set_needs_known()
    if row["availability_known"]:
        builder.set_availability_known()
    lists(database, builder, row["id"])
    if hours := hours_of(row, "min", "max", "limit", "per_day", "committed"):
        builder.set_hours(**hours)
    if row["effectiveness"] is not None:
        builder.set_effectiveness(row["effectiveness"])
    if row["kept"] is not None:
        builder.set_attendance(row["kept"], row["kept_in"] or "unknown")
    if row["kept_weeks"] is not None:
        builder.set_attendance_weeks(row["kept_weeks"])
    for member in ("prerequisites", "choice", "purpose"):
        if row[member] is not None:
            getattr(builder, f"set_{member}")(row[member])
    if row["lat"] is not None:
        builder.set_location(row["lat"], row["lon"])
    if row["travel_by"] is not None:
        builder.set_travel(row["travel_by"], row["travel_minutes"])
    return builder.build()


def add_task(database: sqlite3.Connection, builder: smaajob.OpeningBuilder, row: sqlite3.Row) -> None:
    task = builder.add_task(row["id"], optional=bool(row["optional"]))
    if hours := hours_of(row, "min", "max"):
        task.set_hours(**hours)
    if row["windows_known"]:
        task.set_windows_known()
    if row["requirements_known"]:
        task.set_requirements_known()
    windows(database, task, row["opening"], row["id"])
    of = (row["opening"], row["id"])
    for demand in database.execute("SELECT * FROM requirement WHERE opening = ? AND task = ? ORDER BY rowid", of):
        weeks = smaajob.IMPOSSIBLE if demand["training_weeks"] == -1 else demand["training_weeks"]
        task.add_requirement(
            demand["concept"], demand["level"], importance=demand["importance"], training_weeks=weeks
        )
    for exposure in database.execute("SELECT * FROM exposure WHERE opening = ? AND task = ? ORDER BY rowid", of):
        task.set_exposure(exposure["condition"], exposure["value"])


def opening_of(database: sqlite3.Connection, row: sqlite3.Row) -> smaajob.Opening:
    id = row["id"]
    builder = smaajob.OpeningBuilder(id).set_seats(row["seats"])
    if row["employer"] is not None:
        builder.set_employer(row["employer"])
    if row["sector"] is not None:
        builder.set_sector(row["sector"])
    if hours := hours_of(row, "min", "max", "growth"):
        builder.set_hours(unit=row["hours_unit"], **hours)
    for task in database.execute("SELECT * FROM task WHERE opening = ? ORDER BY rowid", (id,)):
        add_task(database, builder, task)
    for exposure in database.execute("SELECT * FROM exposure WHERE opening = ? AND task IS NULL ORDER BY rowid", (id,)):
        builder.set_exposure(exposure["condition"], exposure["value"])
    for provision in database.execute("SELECT * FROM provision WHERE opening = ? ORDER BY rowid", (id,)):
        builder.set_provision(provision["condition"], provision["value"])
    for gate in database.execute("SELECT * FROM gate WHERE opening = ? ORDER BY rowid", (id,)):
        builder.add_gate(gate["gate"])
    for term in smaajob.Term:
        if row[term] is not None:
            builder.set_term(term, row[term])
    if row["pay_basis"] is not None:
        builder.set_pay_basis(row["pay_basis"])
    if row["weekly_variation"] is not None:
        builder.set_weekly_variation(row["weekly_variation"])
    if row["lat"] is not None:
        builder.set_location(row["lat"], row["lon"])
    return builder.build()


def tell(ranking: smaajob.Ranking) -> None:
    blocked = ranking.without_score.get(smaajob.Verdict.BLOCKED, 0)
    print(f"{ranking.id}: the best {len(ranking.ranked)} of {ranking.pairs} openings; {blocked} blocked")


def is_same_again(row: sqlite3.Row) -> bool:
    """What is kept in the database alone is scored again."""
    again = smaajob.Record.from_json(row["record"]).replay()
    return again.same.all and again.match.to_json() == row["match"]


def main(path: str) -> bool:
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    request = database.execute("SELECT * FROM request").fetchone()
    citizens = [citizen_of(database, row) for row in database.execute("SELECT * FROM citizen ORDER BY rowid")]
    openings = [opening_of(database, row) for row in database.execute("SELECT * FROM opening ORDER BY rowid")]
    caseload, market = smaajob.Caseload(citizens), smaajob.Market(openings)
    rankings = smaajob.rank(caseload, market, top=request["top"], threads=THREADS, why=True)
    for ranking in rankings:
        tell(ranking)

    def result_of(job: Tuple[smaajob.Citizen, int, smaajob.Ranked]) -> Tuple[Any, ...]:
        citizen, place, ranked = job
        match = smaajob.match(citizen, openings[ranked.number])
        record = smaajob.record(match, request["actor"], request["time"])
        return citizen.id, place, ranked.id, str(match.verdict), match.score, match.to_json(), record.to_json()

    jobs = [(c, i + 1, ranked) for c, ranking in zip(citizens, rankings) for i, ranked in enumerate(ranking)]
    with ThreadPoolExecutor(THREADS) as pool:
        with database:
            database.execute("DELETE FROM result")
            database.executemany("INSERT INTO result VALUES (?, ?, ?, ?, ?, ?, ?)", pool.map(result_of, jobs))
        results = database.execute("SELECT * FROM result ORDER BY rowid").fetchall()
        same = sum(pool.map(is_same_again, results))
    for row in results:
        digest = smaajob.Record.from_json(row["record"]).digest
        print(f"{row['citizen']} {row['place']} {row['opening']} {row['verdict']} {row['score']:.3f} {digest}")
    print(f"{len(results)} kept; {same} of them scored again, the same to the byte")
    return same != len(results)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

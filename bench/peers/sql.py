# SPDX-License-Identifier: Apache-2.0
"""The ranking as one query, for three databases that each say a few things in their own way."""

from fixed import DEAREST, FLOOR, PRIOR_OTHER, WHOLE

TABLES = {
    "citizen": "c INTEGER, dead INTEGER, pending INTEGER, needs_unknown INTEGER, no_gates INTEGER, answered INTEGER, x DOUBLE PRECISION,"
    " y DOUBLE PRECISION, z DOUBLE PRECISION, chord DOUBLE PRECISION, travel_prior BIGINT, located INTEGER, must_cost BIGINT,"
    " should_cost BIGINT, nice_cost BIGINT, state INTEGER, complete INTEGER",
    "opening": "o INTEGER, rank INTEGER, gates INTEGER, no_pay INTEGER, no_practice INTEGER, x DOUBLE PRECISION, y DOUBLE PRECISION,"
    " z DOUBLE PRECISION, untold BIGINT, weight BIGINT",
    "task": "t INTEGER, o INTEGER, base INTEGER",
    "requirement": "o INTEGER, t INTEGER, kind INTEGER, importance INTEGER, weight BIGINT, below INTEGER, unheard INTEGER",
    "holding": "c INTEGER, kind INTEGER, cost BIGINT, state INTEGER, known INTEGER",
    "need": "c INTEGER, condition TEXT, kind INTEGER, cost BIGINT, known INTEGER, refused INTEGER, untold INTEGER, must INTEGER,"
    " most INTEGER",
    "offered": "o INTEGER, condition TEXT, answer INTEGER",
    "exposed": "t INTEGER, condition TEXT, value INTEGER",
    "need_cost": "kind INTEGER, answer INTEGER, cost BIGINT, known INTEGER, refused INTEGER, untold INTEGER",
    "wish": "c INTEGER, kind INTEGER, seek INTEGER",
    "found": "kind INTEGER, o INTEGER, found INTEGER",
    "hours": "c INTEGER, o INTEGER, priced BIGINT",
    "dearest": "score INTEGER, most BIGINT",
}
KEYS = {
    "citizen": "c", "opening": "o", "task": "t", "holding": "c, kind", "offered": "o, condition", "exposed": "t, condition",
    "need_cost": "kind, answer", "found": "kind, o", "hours": "c, o", "dearest": "most",
}  # fmt: skip
INDEXES = {"opening_z": "opening (z)", "requirement_o": "requirement (o)", "need_c": "need (c)", "wish_c": "wish (c)", "task_o": "task (o)"}


def rows_of(tables, name):
    simple = {"citizen": tables.citizens, "opening": tables.openings, "task": tables.tasks, "requirement": tables.requirements,
              "holding": tables.holdings, "need": tables.needs, "offered": tables.offered, "exposed": tables.exposed,
              "need_cost": tables.need_costs, "wish": tables.wishes, "found": tables.found}  # fmt: skip
    if name == "dearest":
        return list(enumerate(DEAREST))
    if name == "hours":
        n = tables.n_openings
        return ((i // n, i % n, priced) for i, priced in enumerate(tables.hours))
    return simple[name]


# What each stage finds out, from those before it; {…} is what databases say differently.
STAGES = {
    "near": """
  SELECT c.c, o.o, 1 AS placed FROM citizen c JOIN opening o ON o.z BETWEEN c.z - c.chord AND c.z + c.chord
  WHERE c.c BETWEEN {first} AND {last} AND c.dead = 0 AND (o.gates & c.no_gates) = 0 AND o.no_pay + o.no_practice < 2
    AND (o.x - c.x) * (o.x - c.x) + (o.y - c.y) * (o.y - c.y) + (o.z - c.z) * (o.z - c.z) <= c.chord * c.chord
  UNION ALL
  SELECT c.c, o.o, 0 FROM citizen c JOIN opening o ON o.z IS NULL
  WHERE c.c BETWEEN {first} AND {last} AND c.dead = 0 AND (o.gates & c.no_gates) = 0 AND o.no_pay + o.no_practice < 2""",
    "pair": """
  SELECT n.c, n.o, h.priced, n.placed FROM near n JOIN hours h ON h.c = n.c AND h.o = n.o WHERE h.priced >= 0""",
    "asked": """
  SELECT p.c, p.o, r.t,
    CAST(SUM(r.weight * COALESCE(h.cost, CASE r.importance WHEN 0 THEN c.must_cost WHEN 1 THEN c.should_cost ELSE c.nice_cost END))
      AS BIGINT) AS cost,
    MAX(CASE COALESCE(h.state, c.state) WHEN 0 THEN 0 WHEN 1 THEN r.below ELSE r.unheard END) AS worst,
    MAX(CASE WHEN r.weight > 0 THEN COALESCE(h.known, c.complete) ELSE 0 END) AS known
  FROM pair p JOIN citizen c ON c.c = p.c JOIN requirement r ON r.o = p.o LEFT JOIN holding h ON h.c = p.c AND h.kind = r.kind
  GROUP BY p.c, p.o, r.t""",
    "limited": """
  SELECT p.c, t.t, MAX(CASE WHEN e.value IS NULL THEN 2 WHEN e.value > n.most THEN 3 ELSE 0 END) AS worst
  FROM pair p JOIN need n ON n.c = p.c AND n.must = 1 JOIN task t ON t.o = p.o
    LEFT JOIN exposed e ON e.t = t.t AND e.condition = n.condition
  GROUP BY p.c, t.t""",
    "judged": """
  SELECT a.c, a.o, a.cost, a.known, {greatest}(a.worst, COALESCE(l.worst, 0)) AS worst
  FROM asked a LEFT JOIN limited l ON l.c = a.c AND l.t = a.t""",
    "tasked": """
  SELECT c, o, CAST(SUM(cost) AS BIGINT) AS cost, MAX(known) AS known, MAX(CASE worst WHEN 0 THEN 1 ELSE 0 END) AS paid,
    MAX(CASE worst WHEN 1 THEN 1 ELSE 0 END) AS practice, MAX(CASE worst WHEN 2 THEN 1 ELSE 0 END) AS unclear
  FROM judged GROUP BY c, o HAVING MIN(worst) < 3""",
    "needed": """
  SELECT p.c, p.o, CAST(SUM(COALESCE(k.cost, n.cost)) AS BIGINT) AS cost, MAX(COALESCE(k.known, n.known)) AS known,
    MAX(COALESCE(k.refused, n.refused)) AS refused, MAX(COALESCE(k.untold, n.untold)) AS untold
  FROM tasked p JOIN need n ON n.c = p.c LEFT JOIN offered f ON f.o = p.o AND f.condition = n.condition
    LEFT JOIN need_cost k ON k.kind = n.kind AND k.answer = f.answer
  GROUP BY p.c, p.o""",
    "wished": """
  SELECT p.c, p.o,
    SUM(CASE WHEN w.seek = 1 THEN 0 WHEN f.found = 2 THEN {avoid_whole} WHEN f.found = 1 THEN {avoid_prior} ELSE 0 END) AS avoided,
    MAX(CASE WHEN w.seek = 1 THEN COALESCE(f.found, 0) END) AS sought,
    MAX(CASE WHEN w.seek = 0 AND COALESCE(f.found, 0) <> 1 THEN 1 ELSE 0 END) AS known
  FROM tasked p JOIN wish w ON w.c = p.c LEFT JOIN found f ON f.kind = w.kind AND f.o = p.o
  GROUP BY p.c, p.o""",
    "summed": """
  SELECT p.c, p.o, o.rank, o.no_pay, o.no_practice, t.paid, t.practice, t.unclear, COALESCE(n.refused, 0) AS refused,
    CASE WHEN c.pending + c.needs_unknown + COALESCE(n.untold, 0) > 0 OR t.paid = 0 OR (o.gates & ~c.answered) <> 0 THEN 1 ELSE 0 END AS open,
    (p.priced % 2) + t.known + COALESCE(n.known, 0) + p.placed * c.located + COALESCE(w.known, 0)
      + CASE WHEN w.sought <> 1 THEN 1 ELSE 0 END AS known,
    p.priced {div} 2
      + CASE WHEN p.placed * c.located = 1 THEN 0 ELSE c.travel_prior END
      + 400 * {least}((t.cost + o.untold) {div} o.weight, {floor})
      + 250 * CASE WHEN c.needs_unknown = 1 THEN {untold_needs} ELSE {least}(COALESCE(n.cost, 0), {floor}) END
      + 100 * {least}(COALESCE(w.avoided, 0) + CASE w.sought WHEN 0 THEN {seek_whole} WHEN 1 THEN {seek_prior} ELSE 0 END, {floor}) AS cost
  FROM tasked t JOIN pair p ON p.c = t.c AND p.o = t.o JOIN citizen c ON c.c = t.c JOIN opening o ON o.o = t.o
    LEFT JOIN needed n ON n.c = t.c AND n.o = t.o LEFT JOIN wished w ON w.c = t.c AND w.o = t.o""",
    "decided": """
  SELECT c, rank, cost, no_practice,
    CASE WHEN no_pay + refused > 0 OR (practice = 1 AND paid + unclear = 0) THEN 1 WHEN open = 1 THEN 2 ELSE 3 END AS verdict
  FROM summed WHERE known > 0""",
    "scored": """
  {scored}""",
    "placed": """
  SELECT c, score, verdict, rank, ROW_NUMBER() OVER (PARTITION BY c ORDER BY score DESC, verdict DESC, rank) AS place FROM scored""",
}
LAST = "SELECT c, score, verdict, rank FROM placed WHERE place <= {top} ORDER BY c, place"
BY_INDEX = """SELECT c, rank, verdict, (SELECT d.score FROM dearest d WHERE d.most >= (cost + 999) / 1000 ORDER BY d.most LIMIT 1) AS score
  FROM decided WHERE verdict > 1 OR no_practice = 0"""
BY_ASOF = """SELECT c, rank, verdict, d.score FROM decided ASOF JOIN dearest d ON (cost + 999) // 1000 <= d.most
  WHERE verdict > 1 OR no_practice = 0"""


SAID = {"greatest": "GREATEST", "least": "LEAST", "div": "/", "scored": BY_INDEX}


def stages(first, last, top, **said):
    """(name, query) of each stage, and the query of the answer."""
    values = dict(SAID, first=first, last=last, top=top, floor=FLOOR, avoid_whole=WHOLE["should"], avoid_prior=PRIOR_OTHER["should"],
                  seek_whole=WHOLE["nice"], seek_prior=PRIOR_OTHER["nice"], untold_needs=PRIOR_OTHER["must"])  # fmt: skip
    values.update(said)
    return [(name, text.format(**values)) for name, text in STAGES.items()], LAST.format(**values)


def query(first, last, top, **said):
    """All in one query; each stage is made once."""
    made, answer = stages(first, last, top, **said)
    return "WITH " + ", ".join(f"{name} AS MATERIALIZED ({text})" for name, text in made) + answer


def gather(citizens, rows):
    found = {c: [] for c in citizens}
    for c, *ranked in rows:
        found[c].append(tuple(ranked))
    return [found[c] for c in citizens]

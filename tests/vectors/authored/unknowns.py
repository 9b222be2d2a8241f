# SPDX-License-Identifier: Apache-2.0
"""Every member that may be absent: what its absence means, and what is never moved by it.

Coverage is counted over a whole of 0.4 · 0.9 for the must, 0.1 · 0.9 for the hours of each side and 0.05 · 0.9 for the journey: 0.585.
"""

from authoring import DROP, limit, must, of, own, provision, require, task, vector, wish

WHOLE = {"verdict": "fit", "score": 1, "low": 1, "high": 1, "coverage": 1, "timing": "paid_now"}
NO_HOURS = {"score": of(hours_citizen=0.55, hours_employer=0.55), "low": of(hours_citizen=0.1, hours_employer=0.1), "high": 1,
            "coverage": 0.692, "verdict": "fit", "timing": "paid_now"}  # fmt: skip
VECTORS = []

for member, expect in (
    ("competencies", {"verdict": "unclear", "coverage": 0.384, "score": of(competence=0.325), "high": 1}),
    ("needs", {"verdict": "unclear", "coverage": 0.722, "score": of(accommodation=0.55), "high": 1}),
    ("hours", NO_HOURS), ("hours.committed", NO_HOURS), ("availability", NO_HOURS),
    ("hours.min", WHOLE), ("hours.max", WHOLE), ("hours.limit", WHOLE), ("hours.max_per_day", WHOLE), ("effectiveness", WHOLE),
    ("prerequisites", WHOLE), ("choice", WHOLE), ("purpose", WHOLE),
    ("location", {"score": of(travel=0.55), "low": of(travel=0.1), "high": 1, "coverage": 0.923, "verdict": "fit", "timing": "paid_now"}),
    ("travel", WHOLE),
):  # fmt: skip
    VECTORS.append(vector(f"a citizen without {member}", expect, citizen={member: DROP}))

for member, expect in (
    ("employer", WHOLE), ("sector", WHOLE), ("hours", NO_HOURS), ("hours.min", WHOLE), ("hours.max", WHOLE), ("exposures", WHOLE),
    ("provisions", WHOLE), ("weekly_variation", WHOLE), ("tasks.boxes.hours", NO_HOURS), ("tasks.boxes.windows", NO_HOURS),
    ("tasks.boxes.hours.max", {"verdict": "fit", "score": 1, "plan": [10, 10, 0]}),
    ("tasks.boxes.requires", {"verdict": "unclear", "coverage": 0.384, "score": of(competence=0.325)}),
    ("terms", {"verdict": "fit", "score": 1, "timing": "ask_first"}), ("terms.paid", {"verdict": "fit", "score": 1, "timing": "ask_first"}),
    ("terms.practice", WHOLE), ("terms.hybrid", WHOLE), ("terms.prospect", WHOLE), ("terms.fleksjob", WHOLE),
    ("location", {"score": of(travel=0.55), "low": of(travel=0.1), "high": 1, "coverage": 0.923, "verdict": "fit", "timing": "paid_now"}),
):  # fmt: skip
    VECTORS.append(vector(f"an opening without {member}", expect, opening={member: DROP}))

VECTORS += [
    vector("unknown words say what absence says: the citizen",
           {**WHOLE, "attention": ["expectation_pressure prerequisites", "contract_duty hours"]},
           citizen={"prerequisites": "unknown", "choice": "unknown", "purpose": "unknown", "gates": {"gate_age18": "unknown"}}),
    vector("unknown words say what absence says: the opening",
           {"verdict": "fit", "score": 1, "timing": "ask_first"},
           opening={"terms": {"paid": "unknown", "practice": "unknown", "hybrid": "unknown", "prospect": "unknown", "fleksjob": "unknown"},
                    "weekly_variation": "unknown"}),
    vector("everything unknown that can be: what is known still counts",
           # of 0.4·0.9 + 0.25·0.9 + 2·0.1·0.9 + 0.05·0.9 = 0.81 the must alone is known
           {"verdict": "unclear", "coverage": 0.444, "score": of(accommodation=0.55, hours_employer=0.55, hours_citizen=0.55, travel=0.55),
            "high": 1, "low": of(accommodation=0.1, hours_employer=0.1, hours_citizen=0.1, travel=0.1)},
           citizen={"needs": DROP, "hours": DROP, "location": DROP}),
    vector("two requirements, one unknown: half of the must's coverage",
           # (0.36 + 0.225) of (0.72 + 0.225)
           {"coverage": 0.619, "competence.value": 0.325}, requires=[must("move", 3), must("stack", 3)]),
    vector("coverage counts by share: an unknown nice is little",
           # (0.36 + 0.225) of (0.36 + 0.08 + 0.225)
           {"coverage": 0.879}, requires=[must("move", 3), require("nice", "stack", 3)]),
    vector("coverage is rounded down, so that 1 means that everything is known",
           # 0.585 of 0.59: one wish of share 0.05 · 0.1 among the rest
           {"coverage": 0.991}, citizen={"wishes": [wish("seek", "46")]}, opening={"sector": DROP}, policy={"shares": {"nice": 0.05}}),
    vector("coverage does not count what nobody asks", {"coverage": 1}, held=[], requires=[]),
    vector("filling an unknown must with the worst stays at or above low",
           {"score": of(competence=0.1), "verdict": "practice_only"}, held=[own("move", 0)]),
    vector("filling an unknown must with the best stays at or below high", {"score": 1}, held=[own("move", 5)]),
    vector("an unknown that cannot matter is none: a tolerance of everything beside a refused provision",
           {"coverage": 1, "accommodation.value": 0.5}, needs=[limit("env_noise", 4), provision("sup_contact", 2, "should")],
           opening={"provisions.sup_contact": 0}),
    vector("several unknowns multiply: needs of three strengths",
           {"accommodation.value": round(0.55 * 0.75 * 0.9, 3), "accommodation.low": 0.1, "accommodation.high": 1},
           needs=[provision("sup_contact", 2), provision("tim_breaks", 1, "should"), provision("sup_aids", 1, "nice")]),
    vector("low and high are sums of their own: one short, one unknown, one met",
           {"competence.value": round(0.55 * 0.625, 3), "competence.low": 0.275, "competence.high": 0.55},
           held=[own("move", 2), own("pick", 5)], requires=[must("move", 4), require("should", "stack", 3), require("nice", "pick", 3)]),
    vector("a task of which nobody has told beside one that is known",
           {"competence.low": round(0.1, 3), "competence.high": 1, "competence.value": round(0.325**0.5, 3), "verdict": "fit"},
           tasks=[task("boxes", 4, [must("move", 3)]), task("shop", 4, requires=DROP)]),
]  # fmt: skip

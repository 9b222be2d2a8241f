# SPDX-License-Identifier: Apache-2.0
"""What is held of concepts near the one that is required.

In the built-in vocabulary to disassemble mobile devices is narrower than to repair them. The words of NEARBY:
trade is above shop and store, craft above store; shop is above till and shelf, store above shelf and yard.
"""

from authoring import must, of, own, require, task, vector

VECTORS = [
    vector("a narrower concept counts 0.9 of its level, and a must it leaves short is unknown, not missing",
           {"verdict": "unclear", "task.boxes": "unclear", "competence.repair.state": "unknown", "competence.repair.have": 2.7,
            "competence.value": 0.91, "competence.low": 0.91, "competence.high": 1, "score": of(competence=0.91),
            "task.boxes.reasons": ["competence_unknown repair", "training_possible repair"],
            "timing.reasons": ["must_unknown repair @boxes"]},
           held=[own("disassemble", 3)], requires=[must("repair", 3)]),
    vector("a narrower concept one level above masters a must",
           {"verdict": "fit", "task.boxes.reasons": ["mastered repair"], "competence.repair.state": "met",
            "competence.repair.have": 3.6, "competence.low": 1, "timing": "paid_now"},
           held=[own("disassemble", 4)], requires=[must("repair", 3)]),
    vector("a narrower concept that is only stated masters a must, but not at worst",
           {"verdict": "fit", "competence.value": 1, "competence.low": 0.91, "competence.repair.state": "unknown",
            "timing": "practice_first"},
           held=[own("disassemble", 4, "stated")], requires=[must("repair", 3)]),
    vector("a narrower concept stated far above masters a must also at worst",
           {"competence.repair.state": "met", "competence.low": 1, "timing": "practice_first"},
           held=[own("disassemble", 5, "stated")], requires=[must("repair", 3)]),
    vector("a narrower concept at level 5 falls short of level 5",
           {"competence.repair.have": 4.5, "competence.value": 0.91, "verdict": "unclear"},
           held=[own("disassemble", 5)], requires=[must("repair", 5)]),
    vector("a narrower concept at level 5 masters level 4",
           {"verdict": "fit", "competence.repair.have": 4.5}, held=[own("disassemble", 5)], requires=[must("repair", 4)]),
    vector("a broader concept counts 0.7 of its level: it costs nothing, yet it never masters a must",
           {"competence.value": 1, "competence.disassemble.state": "met", "competence.disassemble.have": 3.5, "verdict": "unclear",
            "task.boxes.reasons": ["competence_unknown disassemble", "training_possible disassemble"]},
           held=[own("repair", 5)], requires=[must("disassemble", 3)]),
    vector("a broader concept meets a should",
           {"verdict": "fit", "competence.value": 1, "competence.disassemble.state": "met"},
           held=[own("repair", 5)], requires=[require("should", "disassemble", 3)]),
    vector("a broader concept at level 4 leaves a fifteenth of level 3 short",
           {"competence.value": 0.94, "competence.disassemble.have": 2.8, "competence.disassemble.state": "unknown"},
           held=[own("repair", 4)], requires=[must("disassemble", 3)]),
    vector("in a complete profile a narrower concept that falls short is a known gap",
           {"competence.repair.state": "short", "competence.value": 0.91, "competence.high": 0.91, "verdict": "practice_only",
            "task.boxes.reasons": ["competence_below repair", "training_possible repair"]},
           held=[own("disassemble", 3)], requires=[must("repair", 3)], citizen={"competencies_complete": True}),
    vector("in a complete profile a broader concept meets the requirement, and the must is still not mastered",
           {"competence.disassemble.state": "met", "competence.value": 1, "task.boxes": "practice",
            "task.boxes.reasons": ["competence_below disassemble", "training_possible disassemble"]},
           held=[own("repair", 5)], requires=[must("disassemble", 3)], citizen={"competencies_complete": True}),
    vector("the best holding wins: the narrower one over the concept itself",
           {"verdict": "fit", "competence.repair.have": 4.5, "competence.repair.state": "met"},
           held=[own("repair", 1), own("disassemble", 5)], requires=[must("repair", 3)]),
    vector("the best holding wins: the concept itself over the narrower one",
           {"competence.repair.have": 3, "verdict": "fit"},
           held=[own("disassemble", 3), own("repair", 3)], requires=[must("repair", 3)]),
    vector("a broader concept fills a known gap in the score but not in the must",
           {"competence.disassemble.have": 3.5, "competence.value": 1, "task.boxes": "practice"},
           held=[own("disassemble", 2), own("repair", 5)], requires=[must("disassemble", 3)]),
    vector("what is held of a similar concept is never worse than silence",
           {"competence.value": 0.325, "competence.repair.have": 0.9, "competence.low": round(1 - 0.9 * (1 - 0.9 / 4), 3)},
           held=[own("disassemble", 1)], requires=[must("repair", 4)]),
    vector("a similar concept that is known not to be held says nothing of the wanted one",
           {"competence.value": 0.325, "competence.low": 0.1, "competence.repair.have": None, "competence.repair.state": "unknown"},
           held=[own("disassemble", 0)], requires=[must("repair", 3)]),
    vector("a concept that is not near says nothing",
           {"competence.repair.state": "unknown", "competence.repair.have": None}, held=[own("move", 5)], requires=[must("repair", 3)]),
    vector("shifts are narrower than teams, as the built-in vocabulary tells",
           {"competence.teams.have": 4.5, "verdict": "fit"}, held=[own("shifts", 5)], requires=[must("teams", 4)]),
    vector("with a policy in which narrower is as good as the same, level 3 masters level 3",
           {"verdict": "fit", "competence.repair.have": 3}, held=[own("disassemble", 3)], requires=[must("repair", 3)],
           policy={"similarity": {"narrower": 1}}),
    vector("with a policy in which broader is nothing, a broader concept says nothing",
           {"competence.disassemble.state": "unknown", "competence.disassemble.have": None, "competence.value": 0.325},
           held=[own("repair", 5)], requires=[must("disassemble", 3)], policy={"similarity": {"broader": 0}}),
    vector("high counts another open concept of the opening that, held at 5, would close the gap",
           {"competence.repair@boxes.state": "short", "competence.high": 1, "high": 1},
           held=[own("repair", 1)], requires=[must("repair", 3), must("disassemble", 3)]),
    vector("high counts no other concept once the profile is complete",
           # 1 of 3 repaired, and 0.7 of that for what is narrower
           {"competence.high": round(0.4 * 0.31, 3)}, held=[own("repair", 1)], requires=[must("repair", 3), must("disassemble", 3)],
           citizen={"competencies_complete": True}),
    vector("high counts no other concept that is spoken of",
           {"competence.high": round(0.64 * 0.7, 3)}, held=[own("repair", 1), own("disassemble", 2)],
           requires=[must("repair", 3), must("disassemble", 3)]),
    vector("high counts an open broader concept too: held at 5 it would leave level 5 three tenths short",
           {"competence.high": 0.73}, held=[own("disassemble", 1)],
           requires=[must("disassemble", 5), must("repair", 3)]),
    vector("a task out of reach counts in the hours of high when an open concept could bring it within reach",
           {"verdict": "blocked", "task.boxes": "out_of_reach", "high": 1, "hours_citizen.high": 1, "hours_citizen.value": 0.1,
            "hours_citizen.low": 0.1, "hours_citizen.hours.have": 0},
           held=[own("repair", 1)], requires=[must("repair", 3, weeks=None), require("nice", "disassemble", 3)]),
    vector("an open broader concept could not bring a must within reach",
           {"verdict": "blocked", "hours_citizen.high": 0.1, "competence.high": 1},
           held=[own("disassemble", 1)], requires=[must("disassemble", 3, weeks=None), require("nice", "repair", 3)]),
    vector("an open concept of another task closes a gap just as well",
           {"competence.high": 1, "task.boxes": "practice", "task.bench": "unclear"},
           held=[own("repair", 1)], tasks=[task("boxes", 4, [must("repair", 3)]), task("bench", 4, [must("disassemble", 3)])]),
]  # fmt: skip


def word(name, *broader):
    return {"id": name, "label": {"en": name}, "broader": list(broader)}


NEARBY = {"format": "smaajob.vocabulary/1", "version": "nearby", "competencies": [
    word("trade"), word("craft"), word("shop", "trade"), word("store", "trade", "craft"), word("till", "shop"),
    word("shelf", "shop", "store"), word("yard", "store"), word("deep", "yard"),
]}  # fmt: skip

# Held, wanted, what 5 comes to, whether it speaks for a must: 0.9 each step down, 0.7 each step up.
for held, wanted, effective, said in (
    ("till", "trade", 4.05, "two steps down"), ("trade", "till", 2.45, "two steps up"),
    ("shop", "store", 3.15, "beside it under one parent"), ("till", "shelf", 3.15, "beside it under another parent"),
    ("trade", "craft", 3.15, "beside it above one child"), ("shelf", "yard", 3.15, "beside it under the second parent"),
    ("shelf", "craft", 4.05, "two steps down along one of two ways"), ("shop", "trade", 4.5, "one step down"),
    ("trade", "shop", 3.5, "one step up"), ("deep", "trade", None, "three steps down"),
    ("till", "store", None, "three steps away"), ("move", "shop", None, "of the built-in vocabulary"),
):  # fmt: skip
    mastered = said in ("two steps down", "one step down", "two steps down along one of two ways")
    VECTORS.append(vector(
        f"a concept {said} counts {effective or 'nothing'} at level 5: {held} for {wanted}",
        {f"competence.{wanted}.have": effective, "task.boxes": "paid" if mastered else "unclear",
         "task.boxes.reasons": [f"mastered {wanted}"] if mastered else [f"competence_unknown {wanted}", f"training_possible {wanted}"]},
        held=[own(held, 5)], requires=[must(wanted, 4)], vocabulary=NEARBY))  # fmt: skip

VECTORS += [
    vector("two steps down master a must when what is left of the level is enough",
           {"verdict": "fit", "competence.trade.have": 3.24}, held=[own("till", 4)], requires=[must("trade", 3)], vocabulary=NEARBY),
    vector("two steps down fall short of a must when too little is left of the level",
           {"verdict": "unclear", "competence.trade.have": 2.43}, held=[own("till", 3)], requires=[must("trade", 3)], vocabulary=NEARBY),
    vector("of several near concepts the best counts",
           {"competence.store.have": 3.6, "verdict": "fit"}, held=[own("shop", 5), own("yard", 4), own("trade", 5)],
           requires=[must("store", 3)], vocabulary=NEARBY),
    vector("a document of words keeps those that are built in",
           {"verdict": "fit", "score": 1}, vocabulary=NEARBY),
]  # fmt: skip

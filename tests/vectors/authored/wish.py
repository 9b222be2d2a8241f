# SPDX-License-Identifier: Apache-2.0
"""What the citizen seeks and avoids."""

from authoring import DROP, must, of, own, require, task, vector, wish


def wishes(shows, expect, *stated, **more):
    return vector(shows, expect, citizen={"wishes": list(stated), **more.pop("citizen", {})}, **more)


MET = {"wish.value": 1, "score": 1, "wish.wishes.state": "met", "wish.wishes.have": 1, "wish.wishes.want": 1, "wish.wishes.share": 0.2}
MISSED = {"wish.value": 0.8, "score": of(wish=0.8), "wish.wishes.state": "short", "wish.wishes.have": 0, "verdict": "fit"}
UNKNOWN = {"wish.value": 0.9, "wish.low": 0.8, "wish.high": 1, "wish.wishes.state": "unknown", "wish.wishes.have": None}
FOUND = {"wish.value": 0.5, "score": of(wish=0.5), "verdict": "fit"}
VECTORS = [
    vector("no wishes are nothing to judge", {"wish.items": [], "wish.value": 1, "score": 1}),
    wishes("an empty list of wishes is nothing to judge", {"wish.items": [], "score": 1}),
    wishes("what is sought and asked for is found", MET, wish("seek", "move")),
    wishes("what is sought and not asked for costs a nice", MISSED, wish("seek", "stack")),
    wishes("one of several things sought is enough, and they are one item", {**MET, "wish.items": ["wishes"]},
           wish("seek", "stack"), wish("seek", "move"), wish("seek", "47")),
    wishes("several things sought and none found are one item short", {**MISSED, "wish.items": ["wishes"]},
           wish("seek", "stack"), wish("seek", "pick"), wish("seek", "47")),
    wishes("what is sought is found in what is narrower", MET, wish("seek", "repair"), held=[own("disassemble", 3)],
           requires=[must("disassemble", 3)]),
    wishes("what is sought is found in what is broader", MET, wish("seek", "disassemble"), held=[own("repair", 3)],
           requires=[must("repair", 3)]),
    wishes("with a policy in which a broader concept is nothing, what is sought is not found in what is narrower", MISSED,
           wish("seek", "repair"), held=[own("disassemble", 3)], requires=[must("disassemble", 3)],
           policy={"similarity": {"broader": 0}}),
    wishes("what is sought is found in what is merely nice", MET, wish("seek", "move"), requires=[require("nice", "move", 3)]),
    wishes("what is sought in an optional task is not found", MISSED, wish("seek", "stack"),
           held=[own("move", 3), own("stack", 3)],
           tasks=[task("boxes", 8, [must("move", 3)]), task("stack", 1, [must("stack", 3)], optional=True)]),
    wishes("what is sought in a task that asks for nothing is not found", MISSED, wish("seek", "move"), requires=[]),
    wishes("what is sought may be in a task of which nobody has told", UNKNOWN, wish("seek", "stack"),
           tasks=[task("boxes", 8, [must("move", 3)]), task("stack", requires=DROP)]),
    wishes("what is sought may be in an untold task, though the next one is told and lacks it", {**UNKNOWN, "verdict": "fit"},
           wish("seek", "stack"), tasks=[task("shop", requires=DROP), task("boxes", 8, [must("move", 3)])]),
    wishes("what is sought and found is no question, whatever else is untold", {"wish.wishes.state": "met"}, wish("seek", "move"),
           tasks=[task("stack", requires=DROP), task("boxes", 8, [must("move", 3)])]),
    wishes("a sector that is sought is found by its own code", MET, wish("seek", "46.31")),
    wishes("a sector that is sought is found in one within it", MET, wish("seek", "46")),
    wishes("a sector that is sought is found in its group", MET, wish("seek", "46.3")),
    wishes("a narrower sector that is sought is found when the opening tells the wider alone", MET, wish("seek", "46.31"),
           opening={"sector": "46"}),
    wishes("the longest code is a sector", MET, wish("seek", "46.31.00"), opening={"sector": "46.31.00"}),
    wishes("another sector is not found", MISSED, wish("seek", "47")),
    wishes("a sector beside it is not found", MISSED, wish("seek", "46.32")),
    wishes("a sector that is sought is unknown when the opening tells none", UNKNOWN, wish("seek", "46"), opening={"sector": DROP}),
    wishes("something sought is found though another is unknown", MET, wish("seek", "46"), wish("seek", "move"), opening={"sector": DROP}),
    wishes("something sought is unknown though another is not found", UNKNOWN, wish("seek", "stack"), wish("seek", "46"), opening={"sector": DROP}),
    wishes("what is avoided and asked for costs a should",
           {**FOUND, "wish.items": ["move"], "wish.move.state": "short", "wish.move.have": 1, "wish.move.want": 0, "wish.move.share": 0.5},
           wish("avoid", "move")),
    wishes("what is avoided and not asked for costs nothing",
           {"score": 1, "wish.stack.state": "met", "wish.stack.have": 0}, wish("avoid", "stack")),
    wishes("what is avoided is found in what is near it", {**FOUND, "wish.items": ["repair"]}, wish("avoid", "repair"),
           held=[own("disassemble", 3)], requires=[must("disassemble", 3)]),
    wishes("a sector that is avoided is found", {**FOUND, "wish.items": ["46"]}, wish("avoid", "46")),
    wishes("a sector that is avoided and not the opening's costs nothing", {"score": 1}, wish("avoid", "47")),
    wishes("a sector that is avoided is unknown when the opening tells none",
           {"wish.value": 0.75, "wish.low": 0.5, "wish.high": 1}, wish("avoid", "46"), opening={"sector": DROP}),
    wishes("what is avoided is unknown in a task of which nobody has told",
           {"wish.value": 0.75, "wish.stack.state": "unknown"}, wish("avoid", "stack"), task={"requires": DROP}),
    wishes("each thing avoided is an item of its own", {"wish.value": 0.25, "wish.items": ["move", "46"], "score": of(wish=0.25)},
           wish("avoid", "move"), wish("avoid", "46")),
    wishes("what is avoided comes before what is sought", {"wish.items": ["move", "wishes"], "wish.value": 0.4, "score": of(wish=0.4)},
           wish("seek", "stack"), wish("avoid", "move")),
    wishes("a wish is never a blocker", {"verdict": "fit", "blockers": [], "timing": "paid_now"}, wish("avoid", "move"), wish("seek", "47")),
    wishes("many wishes against cost no more than the floor", {"wish.value": 0.1},
           *[wish("avoid", sector) for sector in ("46", "46.3", "46.31", "move")]),
]  # fmt: skip

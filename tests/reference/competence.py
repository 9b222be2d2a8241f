# SPDX-License-Identifier: Apache-2.0
"""What is held against what is required, and what one task is."""

from fractions import Fraction

from .item import Item, reason


class Competence:
    def best(self, wanted, level, allow=lambda held: True):
        """The best effective level of what is held; level says what a competence counts for."""
        levels = [
            level(c) * self.words.similarity(c["concept"], wanted, self.policy)
            for c in self.citizen.get("competencies", [])
            if allow(c["concept"])
        ]
        return max(levels, default=Fraction(0))

    def requirement(self, wanted):
        """What is known of one requirement: levels at worst and at best, and what they say of a must."""
        concept, level = wanted["concept"], int(wanted["level"])

        def own(held):
            return self.words.is_narrower(held, concept)

        def as_told(c):
            return int(c["level"])

        def at_worst(c):
            return max(0, int(c["level"]) - 1) if c.get("evidence", "stated") == "stated" else int(c["level"])

        def proven(c):
            return 0 if c.get("evidence", "stated") == "stated" else int(c["level"])

        told = {c["concept"] for c in self.citizen.get("competencies", [])}
        complete = self.citizen.get("competencies_complete", False)
        asked = {r["concept"] for task in self.tasks for r in task.get("requires", [])}
        could = {} if complete else {
            c: 5 * self.words.similarity(c, concept, self.policy) for c in asked - told - {concept}
        }  # fmt: skip
        weeks = wanted.get("training_weeks", "unknown")
        found = {
            "spoken_of": complete or concept in told,
            "told": self.best(concept, as_told),
            "worst": self.best(concept, at_worst),
            "highest": max([self.best(concept, as_told), *could.values()]),
            "mastered": self.best(concept, as_told, own) >= level,
            "surely": self.best(concept, at_worst, own) >= level,
            "proven": self.best(concept, proven, own) >= level,
            "trainable": "unknown" if weeks == "unknown"
            else weeks is not None and weeks <= self.policy["max_training_weeks"],
        }  # fmt: skip
        found["possibly"] = found["mastered"] or any(e >= level for c, e in could.items() if own(c))
        if found["mastered"]:
            found["must"] = "mastered"
        else:
            found["must"] = "competence_below" if found["spoken_of"] else "competence_unknown"
            found["possibly"] |= not found["spoken_of"]
        return found

    def requirement_item(self, wanted, task):
        found, level = self.requirement(wanted), Fraction(wanted["level"])

        def short(effective):
            return max(Fraction(0), 1 - effective / level)

        item = Item(wanted["concept"], self.share[wanted["importance"]], task["id"], want=level)
        if found["spoken_of"]:
            item.known(short(found["told"]))
            item.low, item.high = short(found["worst"]), short(found["highest"])
        else:
            item.unknown(min(self.prior["competence"], short(found["told"])), low=short(found["worst"]))
            item.is_known = item.low == 0
        item.have = found["told"] if item.is_known or found["told"] > 0 else None
        return item

    def judge_task(self, task):
        reasons, out, unknown, gap, surely, possibly = [], False, False, False, True, True
        for wanted in task.get("requires", []):
            if wanted["importance"] != "must":
                continue
            found = self.requirement(wanted)
            trainable = found["trainable"]
            surely &= found["surely"] or trainable is True
            reasons.append(reason(found["must"], wanted["concept"]))
            if found["must"] == "mastered":
                continue
            if trainable is True:
                reasons.append(reason("training_possible", wanted["concept"]))
            if found["must"] == "competence_unknown" or trainable == "unknown":
                unknown = True
            elif trainable:
                gap = True
            else:
                out, possibly = True, possibly and found["possibly"]
        if "requires" not in task:
            reasons.append(reason("competence_unknown", "requires"))
            unknown, surely = True, False
        for need in self.musts:
            code = self.on_task(need, task)
            if code is None:
                continue
            reasons.append(reason(code, need["condition"]))
            surely = False
            if code == "exposure_unknown":
                unknown = True
            else:
                out, possibly = True, False
        verdict = "out_of_reach" if out else "unclear" if unknown else "practice" if gap else "paid"
        return {"id": task["id"], "verdict": verdict, "reasons": reasons, "possibly": possibly,
                "surely": surely and not out and "needs" in self.citizen}  # fmt: skip

    def ids(self, *verdicts):
        return [task["id"] for task in self.judged if task["verdict"] in verdicts]

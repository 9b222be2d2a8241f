# SPDX-License-Identifier: Apache-2.0
"""Numbers as they are told, the policy, and the vocabulary."""

import copy
import csv
import functools
import math
from fractions import Fraction
from pathlib import Path

OPEN = None
PREFIX = "http://data.europa.eu/esco/skill/"

OPEN = None
PREFIX = "http://data.europa.eu/esco/skill/"

POLICY = {
    "weights": {"competence": 0.4, "accommodation": 0.25, "hours_employer": 0.1, "hours_citizen": 0.1,
                "wish": 0.1, "travel": 0.05},
    "shares": {"must": 0.9, "should": 0.5, "nice": 0.2},
    "priors": {"competence": 0.75, "other": 0.5},
    "similarity": {"broader": 0.7, "narrower": 0.9},
    "floor": 0.1,
    "max_training_weeks": 26,
    "speeds": {"walk": 4, "bike": 12, "transit": 20, "car": 40},
    "thresholds": {"attendance_kept": 0.8, "total_load": 0.8, "few_paid_hours": 6,
                   "contract_paid_hours": 3, "under_demand_levels": 2, "weak_score": 0.5},
    "ordinary_week": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "to": "16:00"}],
}  # fmt: skip


def exact(number):
    return Fraction(str(number))


def half_up(number):
    return math.floor(number + Fraction(1, 2))


def thousandth(number):
    """As fine as ceilings, ratios and the numbers of a policy are told."""
    return Fraction(half_up(exact(number) * 1000), 1000)


def exact_policy(document):
    """The defaults, overridden member by member; numbers as fractions."""
    policy = copy.deepcopy(POLICY)
    for name, value in (document or {}).items():
        if isinstance(value, dict):
            policy[name].update(value)
        elif name != "format":
            policy[name] = value
    return {
        name: {member: thousandth(n) for member, n in value.items()} if isinstance(value, dict)
        else value if isinstance(value, list) else thousandth(value)
        for name, value in policy.items()
    }  # fmt: skip


class Vocabulary:
    """Conditions with their types, gates in order, and the broader concepts of each concept."""

    def __init__(self, source, document=None):
        self.types, self.gates, self.broader, self.concepts, self.found = {}, [], {}, [], {}
        data = Path(source) / "lib" / "words" / "data"
        for row in self.rows(data / "conditions.tsv"):
            self.types[row["id"]] = row["type"]
        self.gates += [row["id"] for row in self.rows(data / "gates.tsv")]
        for row in self.rows(data / "broader.tsv"):
            narrow, wide = (row[c].replace(PREFIX, "esco:") for c in ("esco_uri", "broader_esco_uri"))
            self.broader.setdefault(narrow, set()).add(wide)
        self.concepts += [row["esco_uri"].replace(PREFIX, "esco:") for row in self.rows(data / "competencies.tsv")]
        for condition in (document or {}).get("conditions", []):
            self.types[condition["id"]] = condition["type"]
        self.gates += [gate["id"] for gate in (document or {}).get("gates", [])]
        for concept in (document or {}).get("competencies", []):
            self.broader.setdefault(concept["id"], set()).update(concept.get("broader", []))
            self.concepts.append(concept["id"])

    @staticmethod
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t"))

    def above(self, concepts):
        return set().union(*(self.broader.get(c, set()) for c in concepts))

    def below(self, concepts):
        return {c for c, parents in self.broader.items() if parents & set(concepts)}

    def similarity(self, held, wanted, policy):
        up, down = policy["similarity"]["broader"], policy["similarity"]["narrower"]
        asked = (held, wanted, up, down)
        if asked not in self.found:
            self.found[asked] = self.find_similarity(*asked)
        return self.found[asked]

    def find_similarity(self, held, wanted, up, down):
        """Along the shortest path of at most two steps, the best of those equally short."""
        parents, children = self.above([wanted]), self.below([wanted])
        paths = [
            [({wanted}, Fraction(1))],
            [(parents, up), (children, down)],
            [(self.above(parents), up * up), (self.below(children), down * down),
             (self.below(parents) | self.above(children), up * down)],
        ]  # fmt: skip
        for same_length in paths:
            found = [similarity for concepts, similarity in same_length if held in concepts]
            if found:
                return max(found)
        return Fraction(0)

    def is_narrower(self, held, wanted):
        """The wanted concept itself, or one below it that is near enough to speak for it."""
        children = self.below([wanted])
        return held in {wanted} | children | self.below(children)


@functools.lru_cache(maxsize=None)
def builtin(source):
    return Vocabulary(source)


def words_of(source, document):
    return Vocabulary(source, document) if document else builtin(source)

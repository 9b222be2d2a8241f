# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas and the library agree on every document, but for what a schema cannot say.

Documents come from examples/, tests/vectors/ and a generator, which also spoils them in every way that it
knows. The library is asked by way of `smaajob check`, many documents a call.
"""

import copy
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("SMAAJOB_PROGRAM", str(ROOT / "build/bindings/cli/smaajob"))
KINDS = ("citizen", "opening", "policy", "vocabulary")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
N_GENERATED = 400  # of each kind, and three times as many spoilt

# What the library finds beyond the schemas, as their $comment says: code, and what the message says.
BEYOND = (
    ("unknown_concept", ""),
    ("duplicate", ""),
    ("missing", "label"),
    ("type", "the condition is a"),
    ("type", "a provision, expected"),
    ("type", "expected a provision"),
    ("range", "is above"),
    ("range", "at most three decimals"),
    ("range", "must end after it begins"),
    ("range", "a sum of"),
    ("range", "/exposures/"),
    ("range", "cycle"),
)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 65):
        sys.exit(f"{arguments[0]}: {done.stderr}")
    return done.stdout


SCHEMAS = {kind: json.loads(run("schema", kind)) for kind in (*KINDS, "match", "explanation")}
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
VOCABULARY = json.loads(run("vocabulary"))
CONCEPTS = [word["id"] for word in VOCABULARY["competencies"]]
GATES = [word["id"] for word in VOCABULARY["gates"]]
CONDITIONS = {}
for condition in VOCABULARY["conditions"]:
    CONDITIONS.setdefault(condition["type"], []).append(condition["id"])


def kind_of(document):
    found = re.fullmatch(r"smaajob\.(\w+)/1", str(document.get("format")))
    return found.group(1) if found and found.group(1) in SCHEMAS else None


def documents_in(value):
    if isinstance(value, dict) and kind_of(value):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from documents_in(each)


def documents_of(folder):
    for path in sorted(folder.rglob("*.json")) + sorted(folder.rglob("*.ndjson")):
        text = path.read_text(encoding="utf-8")
        for part in text.splitlines() if path.suffix == ".ndjson" else [text]:
            yield from documents_in(json.loads(part))


# Good documents.

def maybe(rng, document, member, value):
    if rng.random() < 0.6:
        document[member] = value()


def some(rng, values, most):
    return rng.sample(values, rng.randint(0, min(most, len(values))))


def number(rng, low, high, decimals=4):
    return rng.choice((low, high, rng.randint(low, high), round(rng.uniform(low, high), rng.randint(0, decimals))))


def amount(rng, low, high):
    return number(rng, low, high, 3)


def window(rng):
    start, end = sorted(rng.sample(range(97), 2))
    time = "{:02d}:{:02d}".format
    return {
        "days": rng.sample(DAYS, rng.randint(1, 7)),
        "from": time(*divmod(start * 15, 60)),
        "to": time(*divmod(end * 15, 60)),
    }


def windows(rng):
    return [window(rng) for _ in range(rng.randint(0, 4))]


def hours(rng, members, least=0.0):
    by_month = rng.random() < 0.3
    most = 728 if by_month else 168
    values = sorted(max(number(rng, 0, most), 2 * least) for _ in members)
    made = {member: value for member, value in zip(members, values) if rng.random() < 0.7}
    if by_month or rng.random() < 0.2:
        made["unit"] = "month" if by_month else "week"
    return made


def location(rng):
    return {"lat": number(rng, -90, 90), "lon": number(rng, -180, 180)}


def need(rng, condition, kind):
    value = {
        "limit": ("tolerates", rng.choice((0, 1, 2, 3, 4, 2.0))),
        "provision": ("requires", rng.randint(0, 2)),
        "ceiling": ("at_most", amount(rng, 0, 100000)),
    }[kind]
    return {"condition": condition, value[0]: value[1], "strength": rng.choice(("must", "should", "nice"))}


def make_citizen(rng, number_of):
    made = {"format": "smaajob.citizen/1", "id": f"c-{number_of}"}
    named = [(condition, kind) for kind, all_of in CONDITIONS.items() for condition in all_of]
    maybe(rng, made, "competencies", lambda: [
        {"concept": concept, "level": rng.randint(0, 5)}
        | ({"evidence": rng.choice(("stated", "observed", "employed", "certified"))} if rng.random() < 0.5 else {})
        for concept in some(rng, CONCEPTS, 6)
    ])  # fmt: skip
    maybe(rng, made, "competencies_complete", lambda: rng.random() < 0.5)
    maybe(rng, made, "needs", lambda: [need(rng, *each) for each in some(rng, named, 6)])
    maybe(rng, made, "gates", lambda: {gate: rng.choice(("yes", "no", "unknown")) for gate in some(rng, GATES, 4)})
    maybe(rng, made, "hours", lambda: hours(rng, ("min", "max", "limit")) | {"max_per_day": number(rng, 0, 24)})
    maybe(rng, made, "availability", lambda: windows(rng))
    maybe(rng, made, "effectiveness", lambda: amount(rng, 0, 1))
    maybe(rng, made, "attendance", lambda: {"kept": amount(rng, 0, 1), "weeks": rng.randint(0, 1000)})
    maybe(rng, made, "prerequisites", lambda: rng.choice(("present", "absent", "unknown")))
    maybe(rng, made, "choice", lambda: rng.choice(("informed", "pending", "declined", "unknown")))
    maybe(rng, made, "purpose", lambda: rng.choice(("pay", "other", "unknown")))
    maybe(rng, made, "wishes", lambda: [
        {"concept": concept, "wants": rng.choice(("seek", "avoid"))}
        for concept in some(rng, [*CONCEPTS, "46", "46.3", "46.31", "46.31.00"], 4)
    ])  # fmt: skip
    maybe(rng, made, "location", lambda: location(rng))
    maybe(rng, made, "travel", lambda: {
        "mode": rng.choice(("walk", "bike", "transit", "car")), "max_minutes": rng.randint(0, 1440),
    })  # fmt: skip
    return made


def exposures(rng):
    limits = {condition: rng.randint(0, 4) for condition in some(rng, CONDITIONS["limit"], 3)}
    return limits | {condition: amount(rng, 0, 100000) for condition in some(rng, CONDITIONS["ceiling"], 2)}


def requirement(rng, concept):
    made = {"concept": concept, "level": rng.randint(1, 5), "importance": rng.choice(("must", "should", "nice"))}
    maybe(rng, made, "training_weeks", lambda: rng.choice((None, 0, 4, 520)))
    return made


def task(rng, number_of):
    made = {"id": f"t-{number_of}"}
    maybe(rng, made, "hours", lambda: hours(rng, ("min", "max"), 0.6))
    maybe(rng, made, "optional", lambda: rng.random() < 0.5)
    maybe(rng, made, "windows", lambda: windows(rng))
    maybe(rng, made, "requires", lambda: [requirement(rng, concept) for concept in some(rng, CONCEPTS, 4)])
    maybe(rng, made, "exposures", lambda: exposures(rng))
    return made


def make_opening(rng, number_of):
    made = {"format": "smaajob.opening/1", "id": f"o-{number_of}"}
    made["tasks"] = [task(rng, each) for each in range(rng.randint(1, 4))]
    maybe(rng, made, "employer", lambda: "e-4")
    maybe(rng, made, "sector", lambda: rng.choice(("46", "46.3", "46.31", "46.31.00")))
    maybe(rng, made, "seats", lambda: rng.randint(1, 1000))
    maybe(rng, made, "hours", lambda: hours(rng, ("min", "max", "growth")))
    maybe(rng, made, "exposures", lambda: exposures(rng))
    maybe(rng, made, "provisions", lambda: {
        condition: rng.randint(0, 2) for condition in some(rng, CONDITIONS["provision"], 4)
    })  # fmt: skip
    maybe(rng, made, "gates", lambda: some(rng, GATES, 3))
    maybe(rng, made, "terms", lambda: {
        term: rng.choice(("yes", "no", "unknown"))
        for term in some(rng, ["paid", "practice", "hybrid", "prospect", "fleksjob"], 5)
    } | {"pay_basis": rng.choice(("effective", "present"))})  # fmt: skip
    maybe(rng, made, "weekly_variation", lambda: rng.choice(("low", "high", "unknown")))
    maybe(rng, made, "location", lambda: location(rng))
    return made


def make_policy(rng, _):
    made = {"format": "smaajob.policy/1"}
    for section, schema in SCHEMAS["policy"]["properties"].items():
        for member, rule in schema.get("properties", {section: schema}).items():
            if "minimum" not in rule or section == "weights" or rng.random() < 0.5:
                continue
            low, high = rule["minimum"], rule["maximum"]
            if rule["type"] == "integer":
                value = rng.randint(low, high)
            else:
                value = rng.choice((low, high, round(rng.uniform(low, high), 3)))
            (made.setdefault(section, {}) if "properties" in schema else made)[member] = value
    maybe(rng, made, "weights", lambda: {"wish": 0.05, "travel": 0.1})
    maybe(rng, made, "ordinary_week", lambda: windows(rng))
    return made


def make_vocabulary(rng, _):
    def label():
        return rng.choice(({"da": "støj"}, {"en": "noise"}, {"da": "æ", "en": "e"}))

    made = {"format": "smaajob.vocabulary/1", "version": rng.choice(("1", "2025-01", "æøå"))}
    maybe(rng, made, "conditions", lambda: [
        {"id": f"x{each}", "kind": rng.choice(("social", "time")), "type": rng.choice(("limit", "ceiling")),
         "label": label(), "unit": "kg", "icf": "e250"}
        for each in range(rng.randint(0, 3))
    ])  # fmt: skip
    maybe(rng, made, "gates", lambda: [{"id": f"g{each}", "label": label()} for each in range(rng.randint(0, 3))])
    maybe(rng, made, "competencies", lambda: [
        {"id": f"k{each}", "label": label(), "broader": [f"k{above}" for above in some(rng, list(range(each)), 3)]}
        for each in range(rng.randint(0, 5))
    ])  # fmt: skip
    return made


MAKE = {"citizen": make_citizen, "opening": make_opening, "policy": make_policy, "vocabulary": make_vocabulary}

# Ways to spoil them; not every way is a fault everywhere.

VALUES = (
    None, True, False, 0, 1, -1, 2, 3, 4, 5, 6, 24, 24.5, 168, 168.5, 728, 0.5, 1.5, 2.0, -0.0, 1e9, 1e300, 90.5,
    2**31, 2**53 + 1, 1000, 1001, 1440, 1441, 520, 521, 100000, 100000.5, 0.25, 0.2, 13 / 12, 1.08, 0.0005, 0.999,
    "", "a", "a b", "yes", "no", "maybe", "unknown", "must", "mon", "Mon", "week", "month", "08:00", "24:00", "00:00",
    "24:15", "25:00", "08:10", "8:00", "46", "46.3", "46.311", "461", "x" * 128, "x" * 129, "x" * 512, "x" * 513,
    "æ", "tim_window", "env_noise", "smaajob.citizen/1", [], ["mon"], ["mon", "mon"], ["a"], [[]], {}, {"a": 1},
    {"da": "x"}, {"min": 1}, {"unit": "month", "max": 700},
)  # fmt: skip


def places(value, path=()):
    yield path
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(child, (*path, key))


def spoil(rng, document):
    made = copy.deepcopy(document)
    path = rng.choice(list(places(made))[1:])
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    key, way = path[-1], rng.random()
    if way < 0.6:
        holder[key] = rng.choice(VALUES)
    elif way < 0.75:
        del holder[key]
    elif way < 0.85 and isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[key]) for _ in range(rng.choice((1, 15, 64, 256, 336))))
    elif isinstance(holder, dict):
        holder[rng.choice(("diagnosis", "id", "Min", "growth", "label", "æ", "x" * 129))] = rng.choice(VALUES)
    return made


def generate(rng):
    for kind in KINDS:
        for number_of in range(N_GENERATED):
            good = MAKE[kind](rng, number_of)
            yield kind, good, True
            for _ in range(3):
                yield kind, spoil(rng, good), None


def ask_library(documents):
    """The error of each document, None where there is none."""
    errors = [None] * len(documents)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.ndjson"
        # One file would tell two documents of one id as a fault of the second.
        for first in range(0, len(documents), 2000):
            part = documents[first : first + 2000]
            path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in part), encoding="utf-8")
            for line in run("check", "--json", str(path)).splitlines():
                error = json.loads(line)
                if not (error["code"] == "duplicate" and error["pointer"] == "/id"):
                    errors[first + error["line"] - 1] = error
    return errors


def is_beyond(error):
    told = f"{error['message']} {error['pointer']}"
    return any(error["code"] == code and said in told for code, said in BEYOND)


def judge(kind, document, wanted, error):
    """What is wrong with how schema and library judge, or None."""
    fault = jsonschema.exceptions.best_match(VALIDATORS[kind].iter_errors(document))
    if wanted and (fault or error):
        return f"a good document is refused: {fault and fault.message}; {error}"
    if fault and not error:
        return f"the schema alone refuses it: {fault.message} at {list(fault.absolute_path)}"
    if error and not fault and not is_beyond(error):
        return f"the library alone refuses it: {error}"
    return None


def check_matches():
    for case in sorted((ROOT / "examples/cases").glob("*/citizen.json")):
        match = json.loads(run("match", "--json", str(case), str(case.with_name("opening.json"))))
        faults = [fault.message for fault in VALIDATORS["match"].iter_errors(match)]
        yield f"the match of {case.parent.name}", "; ".join(faults) or None


def check_explanations():
    for case in sorted((ROOT / "examples/cases").glob("*/citizen.json")):
        for audience in ("caseworker",), ("citizen",), ("citizen", "--released"), ("employer",):
            pair = str(case), str(case.with_name("opening.json"))
            explanation = json.loads(run("explain", "--json", *pair, "--reader", *audience))
            faults = [fault.message for fault in VALIDATORS["explanation"].iter_errors(explanation)]
            yield f"the explanation of {case.parent.name} to {audience}", "; ".join(faults) or None


def main():
    rng = random.Random(1)
    cases = [(kind, example, True) for kind in KINDS for example in SCHEMAS[kind]["examples"]]
    for folder in ("examples", "tests/vectors"):
        cases += [(kind_of(d), d, None) for d in documents_of(ROOT / folder) if kind_of(d) in KINDS]
    cases += generate(rng)
    results = [*check_matches(), *check_explanations()]
    for kind, schema in SCHEMAS.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        same = schema == json.loads((ROOT / f"lib/text/schemas/{kind}.schema.json").read_text(encoding="utf-8"))
        results.append((f"the schema of a {kind}", None if same else "is not that of lib/text/schemas"))
    errors = ask_library([document for _, document, _ in cases])
    n_refused = n_beyond = 0
    for (kind, document, wanted), error in zip(cases, errors):
        results.append((json.dumps(document, ensure_ascii=False), judge(kind, document, wanted, error)))
        n_refused += error is not None
        n_beyond += error is not None and VALIDATORS[kind].is_valid(document)
    failed = [(name, wrong) for name, wrong in results if wrong]
    for name, wrong in failed[:20]:
        print(f"{wrong}\n  {name[:2000]}")
    print(f"{len(cases)} documents, {n_refused} refused, {n_beyond} of them by the library alone")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or n_refused < 2000 else 0


if __name__ == "__main__":
    sys.exit(main())

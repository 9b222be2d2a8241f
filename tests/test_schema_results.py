# SPDX-License-Identifier: Apache-2.0
"""The schemas of what the library itself writes: matches and records, which it also reads, and differences.

Those of the published cases are good; spoilt in every way that test_schema.py knows, schema and library judge them
alike. A spoilt record is signed again, so that it is not its digest that gives it away.
"""

import collections
import copy
import hashlib
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema

from test_schema import PROGRAM, ROOT, VALUES, places

N_SPOILT = {"match": 600, "record": 900}
SOURCES = ("citizen", "opening", "policy")
# What the library finds beyond the schemas, as their $comment says: code, and what the message says.
BEYOND = (
    ("damaged", ""),
    ("duplicate", ""),
    ("format", "newer"),
    ("range", "at most three decimals"),
    ("range", "losses that sum"),
    ("range", "not the criterion that stands here"),
    ("range", "a sum of"),
    ("range", "must end after it begins"),
)


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False)


def schema_of(kind):
    return json.loads(run("schema", kind).stdout)


VALIDATORS = {
    kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in ("match", "record", "difference", "policy")
}


def text_of(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def sign(record, path):
    """Every digest that was not spoilt itself is made anew."""
    inputs, match = record.get("inputs"), record.get("match")
    for holder in (record, match):
        digests = holder.get("digests") if isinstance(holder, dict) else None
        if "digests" in path or not isinstance(digests, dict) or not isinstance(inputs, dict):
            continue
        for source in SOURCES:
            if source in inputs and source in digests:
                digests[source] = sha256(text_of(inputs[source]))
    if "digest" in record and path != ("digest",):
        del record["digest"]
        record["digest"] = sha256(text_of(record))
    return record


def spoil(rng, document, kind):
    made = copy.deepcopy(document)
    paths = [p for p in places(made) if p and p[:2] not in (("inputs", "citizen"), ("inputs", "opening"))]
    path = rng.choice(paths)
    holder = made
    for key in path[:-1]:
        holder = holder[key]
    key, way = path[-1], rng.random()
    if way < 0.7:
        holder[key] = rng.choice(VALUES)
    elif way < 0.85:
        del holder[key]
    elif isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[key]) for _ in range(rng.choice((1, 12, 20))))
    else:
        holder[rng.choice(("diagnosis", "id", "x" * 129))] = rng.choice(VALUES)
    return sign(made, path) if kind == "record" else made


def faults_of(kind, document):
    yield from VALIDATORS[kind].iter_errors(document)
    if kind == "record" and isinstance(document, dict):
        inputs = document.get("inputs")
        yield from VALIDATORS["match"].iter_errors(document.get("match"))
        yield from VALIDATORS["policy"].iter_errors(inputs.get("policy") if isinstance(inputs, dict) else None)


def ask_about_match(folder, document):
    """What a comparison with itself says of it, or None."""
    path = folder / "match.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    done = run("diff", str(path), str(path))
    if done.returncode == 0:
        return None
    assert done.returncode == 65, done.stderr
    return "", done.stderr.splitlines()[0]


def ask_about_record(folder, document):
    path = folder / "record.json"
    path.write_text(text_of(document), encoding="utf-8")
    done = run("check", "--json", str(path))
    assert done.returncode in (0, 65), done.stderr
    if done.returncode == 0:
        return None
    error = json.loads(done.stdout)
    COUNTS[error["code"]] += 1
    return error["code"], error["message"]


COUNTS = collections.Counter()
ASK = {"match": ask_about_match, "record": ask_about_record}


def is_beyond(error):
    return any(error[0] in (code, "") and said in error[1] and (said or error[0]) for code, said in BEYOND)


def judge(kind, document, good, error):
    """What is wrong with how schema and library judge, or None."""
    fault = jsonschema.exceptions.best_match(faults_of(kind, document))
    if good and (fault or error):
        return f"a good {kind} is refused: {fault and fault.message}; {error}"
    if fault and not error:
        return f"the schema alone refuses it: {fault.message} at {list(fault.absolute_path)}"
    if error and not fault and not is_beyond(error):
        return f"the library alone refuses it: {error}"
    return None


def documents_of_cases(folder):
    for case in sorted((ROOT / "examples/cases").glob("*/citizen.json")):
        path = folder / f"{case.parent.name}.json"
        pair = str(case), str(case.with_name("opening.json"))
        override = ["--override-verdict", "fit", "--override-reason", "r-1"] if len(case.parent.name) % 2 else []
        done = run("match", *pair, "--json", "--record", str(path), "--actor", "cw-3", "--travel-minutes", "9", *override)
        yield json.loads(done.stdout), json.loads(path.read_text(encoding="utf-8"))


def check_differences(folder, matches):
    before, after = folder / "before.json", folder / "after.json"
    for first, second in zip(matches, matches[1:] + matches[:1]):
        before.write_text(text_of(first), encoding="utf-8")
        after.write_text(text_of(second), encoding="utf-8")
        done = run("diff", str(before), str(after))
        faults = [fault.message for fault in VALIDATORS["difference"].iter_errors(json.loads(done.stdout))]
        yield f"from {first['citizen']} to {second['citizen']}", "; ".join(faults) or None


def check_all(rng, folder):
    pairs = list(documents_of_cases(folder))
    # What Python writes has other bytes.
    good = {"match": [match for match, _ in pairs], "record": [sign(record, ()) for _, record in pairs]}
    for kind, documents in good.items():
        for document in documents:
            yield kind, judge(kind, document, True, ASK[kind](folder, document))
        for _ in range(N_SPOILT[kind]):
            document = spoil(rng, rng.choice(documents), kind)
            yield text_of(document), judge(kind, document, False, ASK[kind](folder, document))
    yield from check_differences(folder, good["match"])


def main():
    for validator in VALIDATORS.values():
        jsonschema.Draft202012Validator.check_schema(validator.schema)
    with tempfile.TemporaryDirectory() as folder:
        results = list(check_all(random.Random(1), Path(folder)))
    for example in VALIDATORS["difference"].schema["examples"]:
        results.append(("the example", jsonschema.exceptions.best_match(VALIDATORS["difference"].iter_errors(example))))
    failed = [(name, wrong) for name, wrong in results if wrong]
    for name, wrong in failed[:10]:
        print(f"{wrong}\n  {name[:1500]}")
    print(f"of the records {dict(COUNTS)}")
    print(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed or len(results) < sum(N_SPOILT.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

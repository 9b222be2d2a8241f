# SPDX-License-Identifier: Apache-2.0
"""What the bridge to each language costs, beside C, on the same documents: python3 bench/bridge/run.py [BUILD] [ROUNDS]

Each language is run three times in turn, and the least counts: what the machine did besides can only add. Every line is also
printed as JSON, {language, what, ns, ratio, citizens, openings}; the sums say that all did the same work. With --json only those.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).parent
WHATS = {
    "get": "a getter",
    "score": "a score, as an object",
    "match": "a match, its blockers read",
    "batch": "a pair of a batch of scores",
}


def commands(build, work):
    """How to run each language that was built."""
    yield "C", [build / "bench" / "bench-bridge"]
    if (build / "bindings" / "python" / "smaajob").exists():
        yield "Python", [sys.executable, HERE / "bridge.py"]
    jar = build / "bindings" / "java" / "smaajob.jar"
    if jar.exists():
        yield "Java", ["java", "-cp", jar, HERE / "Bridge.java"]
    package = build / "bindings" / "csharp" / "nuget"
    if package.exists():
        for part in [package / "lib" / "netstandard2.0" / "Smaajob.dll", *package.glob("runtimes/*/native/*")]:
            shutil.copy(part, work)
        compile_ = ["mcs", "-nologo", "-langversion:7", "-optimize", f"-out:{work}/Bridge.exe", f"-r:{work}/Smaajob.dll"]
        subprocess.run([*compile_, str(HERE / "Bridge.cs")], check=True)
        yield "C#", ["mono", f"{work}/Bridge.exe"]


def measure(build, rounds, times, work):
    documents = pathlib.Path(work, "documents")
    documents.mkdir()
    subprocess.run([build / "bench" / "bench-bridge", "--documents", documents], check=True)
    sizes = {name: (documents / f"{name}.ndjson").read_bytes().count(b"\n") for name in ("citizens", "openings")}
    env = dict(os.environ, LD_LIBRARY_PATH=f"{work}:{build / 'lib'}", PYTHONPATH=str(build / "bindings" / "python"))
    languages = list(commands(build, work))
    least, sums = {}, {}
    for _ in range(times):
        for language, command in languages:
            said = subprocess.run([*map(str, command), documents, str(rounds)], env=env, check=True, capture_output=True)
            for line in map(json.loads, said.stdout.decode().splitlines()):
                key = language, line["what"]
                least[key] = min(least.get(key, line["ns"]), line["ns"])
                sums.setdefault(line["what"], set()).add(line["sum"])
    if any(len(told) != 1 for told in sums.values()):
        raise SystemExit(f"not all did the same work: {sums}")
    return least, sizes


def table(least):
    languages = list(dict.fromkeys(language for language, _ in least))
    print("| ns of | " + " | ".join(languages) + " |")
    print("|---|" + "---:|" * len(languages))
    for what, words in WHATS.items():
        of_c = least["C", what]
        cells = [f"{least[language, what]:,.0f} ({least[language, what] / of_c:.2f} ×)" for language in languages]
        print(f"| {words} | {least['C', what]:,.1f} | " + " | ".join(cells[1:]) + " |")


def main(arguments):
    only_json = "--json" in arguments
    rest = [argument for argument in arguments if argument != "--json"]
    build = pathlib.Path(rest[0] if rest else ROOT / "build").resolve()
    rounds = int(rest[1]) if len(rest) > 1 else 15
    with tempfile.TemporaryDirectory() as work:
        least, sizes = measure(build, rounds, 3 if rounds > 1 else 1, work)
    for (language, what), ns in least.items():
        ratio = round(ns / least["C", what], 3)
        print(json.dumps({"language": language, "what": what, "ns": ns, "ratio": ratio, **sizes}))
    if not only_json:
        print()
        table(least)


if __name__ == "__main__":
    main(sys.argv[1:])

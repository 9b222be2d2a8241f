# SPDX-License-Identifier: Apache-2.0
"""The whole report: report.py BUILD OUTPUT [--quick] [--peers-python PYTHON]; bench/run.sh calls it."""

import argparse
import datetime
import json
import lzma
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pages

ROOT = Path(__file__).resolve().parents[1]
# What each part measures, by what its metrics' names begin with.
PARTS = {"core": ("core",), "bridge": ("bridge",), "peers": ("peers",), "scale": ("ranking", "single", "bytes"), "roofline": ("instructions",)}
LINE = 64  # bytes of memory that come into a cache at once
SPREADS = ("national", "dense")
ALL = "python,numpy,pandas,polars,duckdb,sqlite,postgres"
FAST = "python,numpy,polars,duckdb"  # the others take minutes to load the tables of a large market
FULL = {"peers": [(20, 10_000, ALL), (10, 50_000, FAST)], "check": 5, "peer_runs": 5, "peer_seconds": 10, "citizens": [1_000, 10_000, 100_000],
        "openings": [1_000, 10_000, 50_000], "budget": 60, "runs": 5, "single": 500, "count": (20, 10_000)}  # fmt: skip
QUICK = {"peers": [(10, 1_000, ALL)], "check": 10, "peer_runs": 2, "peer_seconds": 1, "citizens": [100, 1_000], "openings": [1_000, 5_000], "budget": 8,
         "runs": 3, "single": 100, "count": (10, 1_000)}  # fmt: skip


def say(text):
    print(f"{datetime.datetime.now():%H:%M:%S} {text}", file=sys.stderr, flush=True)


def output_of(*command, **more):
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True, **more).stdout


def first_match(pattern, path):
    try:
        found = re.search(pattern, Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return None
    return found[1].strip() if found else None


def machine():
    caches = {}
    for index in sorted(Path("/sys/devices/system/cpu/cpu0/cache").glob("index*")):
        level, kind, size = ((index / name).read_text().strip() for name in ("level", "type", "size"))
        caches[f"L{level} {kind}"] = size
    flags = (first_match(r"^flags\s*:(.*)$", "/proc/cpuinfo") or "").split()
    return {
        "processor": first_match(r"^model name\s*:(.*)$", "/proc/cpuinfo") or platform.processor(), "architecture": platform.machine(),
        "cores": os.cpu_count(), "memory_kib": first_match(r"^MemTotal:\s*(\d+)", "/proc/meminfo"), "caches": caches,
        "vector": [name for name in ("avx2", "avx512f", "asimd", "neon") if name in flags], "system": platform.system(),
    }  # fmt: skip


def versions(build, python):
    found = {"smaajob": output_of(build / "bindings/cli/smaajob", "--version").split()[1], "kernel": platform.release()}
    try:
        found["commit"] = output_of("git", "-C", ROOT, "rev-parse", "--short", "HEAD").strip()
    except (OSError, subprocess.CalledProcessError):
        found["commit"] = "unknown"
    command = json.loads((build / "compile_commands.json").read_text())[0]["command"].split()
    words = [word for word in command[: next(i for i, word in enumerate(command) if word.startswith("-"))] if "ccache" not in word]
    found["compiler"] = output_of(*words, "--version").splitlines()[0]
    options = {o["name"]: o["value"] for o in json.loads(output_of("meson", "introspect", "--buildoptions", build))}
    found["build"] = f"{options['buildtype']}, -O{options['optimization']}, LTO {'on' if options['b_lto'] else 'off'}"
    if python:
        lines = output_of(python, "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check").split()
        wanted = ("duckdb", "numpy", "pandas", "polars", "pyarrow")
        found.update(line.split("==") for line in lines if line.split("==")[0] in wanted)
        found["Python"] = output_of(python, "-c", "import platform, sqlite3; print(platform.python_version(), sqlite3.sqlite_version)").split()[0]
        found["SQLite"] = output_of(python, "-c", "import sqlite3; print(sqlite3.sqlite_version)").strip()
        postgres = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
        if postgres:
            found["PostgreSQL"] = output_of(postgres[-1], "--version").split()[2]
    return found


class Report:
    def __init__(self, arguments):
        self.build, self.python = Path(arguments.build), arguments.peers_python
        self.sizes = QUICK if arguments.quick else FULL
        self.work = self.build / "bench-work"
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.metrics = {}
        self.document = {"format": "smaajob.benchmarks/1", "quick": arguments.quick, "made": f"{datetime.date.today()}", "machine": machine(),
                         "versions": versions(self.build, self.python), "metrics": self.metrics, "parts": {}}  # fmt: skip
        if arguments.parts:
            self.keep_others(arguments)

    def keep_others(self, arguments):
        """What is not measured again stays as it was; of each part is told what it was measured on."""
        before = json.loads((arguments.output / "report.json").read_text(encoding="utf-8"))
        now = {name: self.document[name] for name in ("machine", "versions", "made")}
        self.document = {**before, **now}
        again = {begin for part in arguments.parts for begin in PARTS[part]}
        self.metrics = {name: metric for name, metric in before["metrics"].items() if name.split("/")[0] not in again}
        self.document["metrics"] = self.metrics

    def metric(self, name, unit, runs, better="higher", exact=False):
        """A name tells at what sizes, as a part of digits: what has another size is another metric."""
        self.metrics[name] = {"unit": unit, "better": better, "runs": runs, **({"exact": True} if exact else {})}

    def prepare(self):
        esco = self.work / "esco"
        esco.mkdir()
        for table in (ROOT / "tests/data/esco").glob("*.xz"):
            (esco / table.stem).write_bytes(lzma.decompress(table.read_bytes()))
        self.vocabulary = self.work / "esco.json"
        output_of(self.build / "bindings/cli/smaajob", "vocabulary", "--from-esco", esco, "-o", self.vocabulary)

    def populate(self, spread, citizens, openings):
        folder = self.work / f"{spread}-{citizens}-{openings}"
        if not folder.exists():
            folder.mkdir()
            output_of(self.build / "bench/population/population", "--citizens", citizens, "--openings", openings, "--spread", spread,
                      "--vocabulary", self.vocabulary, "--out", folder)  # fmt: skip
        return folder

    def ours(self, folder, *options):
        command = [self.build / "bench/peers/ours", *options, self.vocabulary, folder / "citizens.ndjson", folder / "openings.ndjson"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            told = json.loads(process.stdout.read())
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"ours ended with {process.returncode}")
        return {**told, "peak_kib": usage.ru_maxrss}

    # what is measured

    def core(self):
        say("the promises of single pairs and documents")
        figures = json.loads(output_of(self.build / "bench/bench", "--json"))["figures"]
        self.document["core"] = figures
        for figure in figures:
            better = "higher" if figure["unit"].endswith("/s") else "lower"
            self.metric(f"core/{figure['what']}/{figure['of']}", figure["unit"], [figure["figure"]], better)

    def bridge(self):
        """What crossing to each language that was built costs."""
        say("the bridge to each language")
        done = subprocess.run([self.python or sys.executable, ROOT / "bench/bridge/run.py", "--json", self.build, "5"], capture_output=True, text=True)
        if done.returncode:
            say(f"the bridge is left out: {done.stderr.strip().splitlines()[-1:]}")
            return
        self.document["bridge"] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        for row in self.document["bridge"]:
            self.metric(f"bridge/{row['language']}/{row['what']}/{row['citizens']}x{row['openings']}", "ns", [row["ns"]], "lower")

    def peers(self):
        self.document["peers"] = []
        for citizens, openings, names in self.sizes["peers"]:
            for spread in SPREADS:
                say(f"peers: {spread}, {citizens} citizens × {openings} openings")
                folder = self.populate(spread, citizens, openings)
                told = json.loads(output_of(self.python, ROOT / "bench/peers/peers.py", self.build, self.vocabulary, folder,
                                            f"--peers={names}", f"--runs={self.sizes['peer_runs']}", f"--check={self.sizes['check']}",
                                            f"--seconds={self.sizes['peer_seconds']}"))  # fmt: skip
                self.document["peers"].append({"spread": spread, **told})
                ours = next(r for r in told["rows"] if r["peer"] == "smaajob, ranking")["pairs_per_second"]
                for row in told["rows"]:
                    row["times_slower"] = ours / row["pairs_per_second"] if row["pairs_per_second"] else None
                    own = [told["decided"] / s for s in row["seconds"] if s]
                    if own and row["peer"].startswith("smaajob"):
                        self.metric(f"peers/{spread}/{citizens}x{openings}/{row['peer']}", "pairs/s", own)

    def scale(self):
        self.document["scaling"], self.document["single"] = [], []
        for spread in SPREADS:
            rate = 3e6
            for openings in self.sizes["openings"]:
                for citizens in self.sizes["citizens"]:
                    pairs = citizens * openings
                    if pairs / rate > self.sizes["budget"]:
                        self.document["scaling"].append({"spread": spread, "citizens": citizens, "openings": openings, "left_out": pairs / rate})
                        continue
                    rate = self.scale_one(spread, citizens, openings, rate)
                    shutil.rmtree(self.work / f"{spread}-{citizens}-{openings}")

    def scale_one(self, spread, citizens, openings, rate):
        say(f"scaling: {spread}, {citizens} citizens × {openings} openings")
        folder = self.populate(spread, citizens, openings)
        pairs, last = citizens * openings, citizens == self.sizes["citizens"][0]
        # Three quarters of the time that a size may take go to what is not told or has two threads.
        runs = max(1, min(self.sizes["runs"], int(self.sizes["budget"] / 4 * rate / pairs)))
        row = {"spread": spread, "citizens": citizens, "openings": openings}
        for threads in (1, 2) if (os.cpu_count() or 1) > 1 else (1,):
            single = [f"--single={self.sizes['single']}"] if last and threads == 1 else []
            told = self.ours(folder, f"--runs={runs}", f"--threads={threads}", *single)
            ranking = told["ranking"]
            row.update(decided=ranking["decided"], scored=ranking["scored"])
            row[f"seconds_{threads}"] = [ns * 1e-9 for ns in ranking["wall_ns"]]
            row[f"processor_seconds_{threads}"] = [ns * 1e-9 for ns in ranking["processor_ns"]]
            if threads == 1:
                row.update(market_bytes=told["market_bytes"] / openings, caseload_bytes=told["caseload_bytes"] / citizens, peak_kib=told["peak_kib"])
                name = f"ranking/{spread}/{citizens}x{openings}"
                self.metric(name, "pairs/s", [pairs / (ns * 1e-9) for ns in ranking["processor_ns"]])
                self.metric(f"{name}/scored", "pairs", [ranking["scored"]], "lower", exact=True)
                if single:
                    self.document["single"].append({"spread": spread, "openings": openings, "ns": told["single_ns"]})
                    self.metric(f"single/{spread}/{len(told['single_ns'])}x{openings}", "ns", [statistics.median(told["single_ns"])], "lower")
        self.document["scaling"].append(row)
        if last:
            self.metric(f"bytes/opening/{spread}/{openings}", "bytes", [row["market_bytes"]], "lower", exact=True)
        return pairs / statistics.median(row["processor_seconds_1"])

    def roofline(self):
        """What a pair takes of the processor and of memory, by the kernel that was counted, and what they could give."""
        say("roofline: instructions and memory")
        citizens, openings = self.sizes["count"]
        pairs = citizens * openings
        self.document.pop("bandwidth", None)  # of reports before
        self.document["limits"] = json.loads(output_of(self.build / "bench/limits"))
        self.document["instructions"] = []
        for spread in SPREADS:
            folder = self.populate(spread, citizens, openings)
            told = json.loads(output_of(*self.kernels(folder, 8, "all")))
            times = {kernel["name"]: statistics.median(kernel["ns"][1:]) / pairs for kernel in told["kernels"]}
            row = {"spread": spread, "citizens": citizens, "openings": openings, "nanoseconds_per_pair": times,
                   "scored": told["kernels"][0]["scored"] / pairs, "bytes_per_opening": told["market_bytes"] / openings}  # fmt: skip
            if shutil.which("valgrind"):
                row.update(self.count(folder, pairs))
                self.metric(f"instructions/{row['counted']}/{spread}/{citizens}x{openings}", "instructions/pair", [row["instructions_per_pair"]], "lower")
            self.document["instructions"].append(row)

    def kernels(self, folder, runs, which):
        return self.build / "bench/time-kernels", runs, which, self.vocabulary, folder / "citizens.ndjson", folder / "openings.ndjson"

    def count(self, folder, pairs):
        """Of one ranking: three runs less one, which leaves out the reading of the files and what is made once."""
        with ThreadPoolExecutor(2) as both:
            (kernel, one), (_, three) = both.map(lambda runs: self.count_runs(folder, runs), (1, 3))
        of = {event: (three[event] - one[event]) / 2 / pairs for event in three}
        return {"counted": kernel, "instructions_per_pair": of["Ir"],
                "fetched_bytes_per_pair": LINE * (of["D1mr"] + of["D1mw"]), "memory_bytes_per_pair": LINE * (of["DLmr"] + of["DLmw"])}  # fmt: skip

    def count_runs(self, folder, runs):
        """(kernel, events): valgrind's processor can do less than this one, so it may run another kernel."""
        command = ["valgrind", "--tool=callgrind", "--cache-sim=yes", "--callgrind-out-file=/dev/null", *self.kernels(folder, runs, "first")]
        done = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
        names, counts = (re.search(rf"{word} *: (.*)", done.stderr)[1].split() for word in ("Events", "Collected"))
        return json.loads(done.stdout)["kernels"][0]["name"], dict(zip(names, map(int, counts)))

    def population(self):
        folder = self.populate("national", 2_000, 2_000)
        self.document["population"] = {
            name: [json.loads(line) for line in (folder / f"{name}.ndjson").read_text().splitlines()] for name in ("citizens", "openings")
        }  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("output", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--peers-python", default=None)
    parser.add_argument("--parts", type=lambda text: text.split(","), help="of core, bridge, peers, scale, roofline: only these again")
    arguments = parser.parse_args()
    begun = time.monotonic()
    report = Report(arguments)
    report.prepare()
    for part in PARTS:
        if (not arguments.parts or part in arguments.parts) and (part != "peers" or report.python):
            getattr(report, part)()
            report.document["parts"][part] = report.document["versions"]["commit"]
    report.population()
    arguments.output.mkdir(parents=True, exist_ok=True)
    pages.draw_population(report.document.pop("population"), arguments.output)
    (arguments.output / "report.json").write_text(json.dumps(report.document, indent=1) + "\n", encoding="utf-8")
    pages.draw(report.document, arguments.output)
    shutil.rmtree(report.work)
    say(f"done in {time.monotonic() - begun:.0f} s: {arguments.output}/report.json")
    if any(not row["agrees"] for told in report.document.get("peers", []) for row in told["rows"]):
        say("a peer did not give the same answers")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""What can be tested of the benchmarks without a clock: the made-up population, that peers agree, and what a comparison says."""

import hashlib
import importlib
import json
import lzma
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = Path(os.environ.get("SMAAJOB_BUILD", ROOT / "build"))
POPULATION = BUILD / "bench" / "population" / "population"
PEERS = ROOT / "bench" / "peers"
# Of 200 citizens and 200 openings from seed 1, citizens first: the same on every machine.
DIGESTS = {
    ("national", False): "28653da7ad94399d23d3956b493b6199e5aaff2c01437ebdb5761cb4ce22dcca",
    ("dense", False): "8256331ecfc4b4822035f8fcb50f6a95c46f501a3e391d91f97631ec483e346b",
    ("national", True): "1aebac2a88382caf9df5307d1728208b021b5e9944c5c4fb1f71ce997ad302bc",
}


def make(folder, *options):
    subprocess.run([POPULATION, "--out", folder, *options], check=True)
    return [(Path(folder) / f"{name}.ndjson").read_bytes() for name in ("citizens", "openings")]


@unittest.skipUnless(POPULATION.exists(), "built without the benchmarks")
class TestBench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        esco = cls.folder / "esco"
        esco.mkdir()
        for table in (ROOT / "tests" / "data" / "esco").glob("*.xz"):
            (esco / table.stem).write_bytes(lzma.decompress(table.read_bytes()))
        cls.vocabulary = cls.folder / "esco.json"
        program = os.environ.get("SMAAJOB_PROGRAM", BUILD / "bindings" / "cli" / "smaajob")
        subprocess.run([program, "vocabulary", "--from-esco", esco, "-o", cls.vocabulary], check=True)

    def test_a_seed_gives_the_same_bytes_everywhere(self):
        for (spread, esco), digest in DIGESTS.items():
            options = ["--citizens=200", "--openings=200", f"--spread={spread}"]
            options += [f"--vocabulary={self.vocabulary}"] if esco else []
            found = hashlib.sha256(b"".join(make(self.folder, *options))).hexdigest()
            with self.subTest(spread=spread, esco=esco):
                self.assertEqual(found, digest)

    def test_who_is_made_does_not_depend_on_how_many(self):
        few = make(self.folder, "--citizens=10", "--openings=20")
        many = make(self.folder, "--citizens=30", "--openings=25")
        for one, other in zip(few, many):
            self.assertTrue(other.startswith(one) and other != one)
        self.assertNotEqual(few, make(self.folder, "--citizens=10", "--openings=20", "--seed=2"))

    def test_a_dense_population_is_in_a_square_of_eight_kilometres(self):
        documents = [json.loads(line) for text in make(self.folder, "--spread=dense", "--citizens=2000", "--openings=2000") for line in text.splitlines()]
        places = [(d["location"]["lat"] - 57.05, d["location"]["lon"] - 9.92) for d in documents if "location" in d]
        north, east = ([degrees[i] / degrees_of_metre for degrees in places] for i, degrees_of_metre in ((0, 9e-6), (1, 16e-6)))
        for metres in (north, east):
            self.assertTrue(3500 < max(metres) < 3990 and -3990 < min(metres) < -3500, (min(metres), max(metres)))
        # No disc: the corners are beyond it. So many degrees are not quite a metre, and fewer to the east.
        beyond = sum((n * 1.0008) ** 2 + (e * 0.9676) ** 2 > 4000**2 for n, e in zip(north, east))
        self.assertEqual((len(places), beyond), (3892, 94))

    def test_profiles_are_as_the_field_tells(self):
        citizens, openings = ([json.loads(line) for line in text.splitlines()] for text in make(self.folder, "--citizens=2000", "--openings=500"))
        members = ("competencies", "needs", "hours", "availability", "travel", "location")
        empty = sum(any(not c.get(m) and not (m == "needs" and m in c) for m in members) for c in citizens)
        self.assertTrue(0.5 < empty / len(citizens) < 0.7, empty)
        self.assertTrue(all(c["hours"]["max"] <= 20 for c in citizens if "hours" in c))
        self.assertEqual({len(o["tasks"]) for o in openings}, set(range(1, 7)))

    def test_usage_is_told(self):
        for options in (["--spread=nowhere"], ["--citizens=-1"], ["--what"], ["extra"]):
            self.assertEqual(subprocess.run([POPULATION, *options], capture_output=True).returncode, 64)

    def test_the_folder_is_made_or_refused_in_one_line(self):
        self.assertEqual(make(self.folder / "new" / "one", "--citizens=3"), make(self.folder, "--citizens=3"))
        for name in (self.vocabulary, self.vocabulary / "in a file"):
            run = subprocess.run([POPULATION, "--out", name], capture_output=True, text=True)
            self.assertEqual((run.returncode, run.stderr.count("\n")), (74, 1), run.stderr)

    def test_what_is_loaded_is_measured(self):
        make(self.folder, "--citizens=30", "--openings=2")
        run = subprocess.run([sys.executable, ROOT / "bench" / "loaded.py", self.folder], capture_output=True, text=True)
        if "No module named 'smaajob'" in run.stderr:
            self.skipTest("built without Python")
        self.assertEqual((run.returncode, run.stdout[:12], run.stdout.count("\n")), (0, "30 citizens:", 3), run.stderr)

    def test_every_kernel_is_timed_for_the_same_rankings(self):
        make(self.folder, "--citizens=10", "--openings=300")
        files = ["-", self.folder / "citizens.ndjson", self.folder / "openings.ndjson"]
        told = json.loads(subprocess.run([BUILD / "bench" / "time-kernels", "3", "all", *files], check=True, capture_output=True).stdout)["kernels"]
        self.assertEqual(told[-1]["name"], "plain")
        self.assertEqual({(len(kernel["ns"]), kernel["scored"]) for kernel in told}, {(3, told[0]["scored"])})
        for which, expected in (("first", told[0]["name"]), ("plain", "plain")):
            run = subprocess.run([BUILD / "bench" / "time-kernels", "1", which, *files], check=True, capture_output=True)
            self.assertEqual([kernel["name"] for kernel in json.loads(run.stdout)["kernels"]], [expected])

    def check_peers(self, python, peers):
        for spread, vocabulary in (("national", self.vocabulary), ("dense", None)):
            folder = self.folder / spread
            folder.mkdir(exist_ok=True)
            of_esco = [f"--vocabulary={vocabulary}"] if vocabulary else []
            make(folder, "--citizens=60", f"--openings={300 if vocabulary else 40}", f"--spread={spread}", "--seed=5", *of_esco)
            run = subprocess.run([python, PEERS / "peers.py", BUILD, vocabulary or "-", folder, "--runs=0", f"--peers={','.join(peers)}"],
                                 capture_output=True, text=True)  # fmt: skip
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            told = {row["peer"]: row["agrees"] for row in json.loads(run.stdout)["rows"]}
            self.assertEqual(len(told), 2 + len(peers))
            self.assertTrue(all(told.values()), told)

    def test_python_and_sqlite_rank_as_the_engine_does(self):
        self.check_peers(sys.executable, ["python", "sqlite"])

    def test_libraries_and_databases_rank_as_the_engine_does(self):
        made = subprocess.run(["sh", PEERS / "venv.sh", BUILD / "bench-venv"], stdout=subprocess.PIPE, text=True)
        if made.returncode != 0:
            self.skipTest("the peers' libraries cannot be fetched here")
        peers = ["numpy", "pandas", "polars", "duckdb"]
        self.check_peers(made.stdout.strip(), peers + (["postgres"] if list(Path("/usr/lib/postgresql").glob("*/bin/initdb")) else []))

    def test_a_peer_that_answers_otherwise_is_found_out(self):
        sys.path.insert(0, str(PEERS))
        self.addCleanup(sys.path.remove, str(PEERS))
        peers = importlib.import_module("peers")

        class Tables:
            opening_ids, rank_of = ["o-a", "o-b"], [0, 1]

        best = [[[900, 3, "o-a"], [800, 3, "o-b"]]]
        self.assertEqual(list(peers.differences(Tables, best, [[(900, 3, 0), (800, 3, 1)]])), [])
        for found in ([(800, 3, 1), (900, 3, 0)], [(900, 3, 0)], [(900, 2, 0), (800, 3, 1)], [(900, 3, 0), (801, 3, 1)], []):
            self.assertEqual(len(list(peers.differences(Tables, best, [found]))), 1)


class TestPages(unittest.TestCase):
    def setUp(self):
        sys.path.insert(0, str(ROOT / "bench"))
        self.addCleanup(sys.path.remove, str(ROOT / "bench"))

    def test_instructions_stand_beside_the_time_of_the_kernel_that_was_counted(self):
        row = {"spread": "dense", "citizens": 20, "openings": 1000, "scored": 0.01, "bytes_per_opening": 180, "counted": "avx2",
               "nanoseconds_per_pair": {"avx512": 2.5, "avx2": 4}, "instructions_per_pair": 20, "fetched_bytes_per_pair": 10, "memory_bytes_per_pair": 0}  # fmt: skip
        limits = {"bytes_a_second": [4e9, 5e9], "instructions_a_second": [10e9, 8e9]}
        table = importlib.import_module("pages").tell_roofline({"instructions": [row], "limits": limits})
        self.assertIn("| avx2 | 20.0 | 4.00 | 5.00 | 500 M | 250 M | 180 | 10.0 | 0 |", table)
        self.assertIn("| dense | 2.50 | 4.00 |", table)
        self.assertEqual(importlib.import_module("pages").limits_of({"limits": limits}, row), (5e8, 5e8))


class TestCompare(unittest.TestCase):
    def compare(self, before, after, *options, **more):
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, runs in (("before", before), ("after", after)):
                paths.append(Path(folder) / name)
                metrics = {"rate/20x1000": {"unit": "pairs/s", "better": "higher", "runs": runs, **more}} if runs else {}
                paths[-1].write_text(json.dumps({"machine": {}, "metrics": metrics}))
            run = subprocess.run([sys.executable, ROOT / "bench" / "compare", *paths, *options], capture_output=True, text=True)
        return run.returncode, run.stdout.split()[0]

    def compare_rates(self, before, after):
        """Two reports, quick or not, of rates by name: what is said of each, by name."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for quick, rates in (before, after):
                paths.append(Path(folder) / str(len(paths)))
                metrics = {name: {"unit": "pairs/s", "better": "higher", "runs": runs} for name, runs in rates.items()}
                paths[-1].write_text(json.dumps({"machine": {}, "quick": quick, "metrics": metrics}))
            run = subprocess.run([sys.executable, ROOT / "bench" / "compare", "--all", *paths], capture_output=True, text=True)
        return run.returncode, {line.split()[1]: line.split()[0] for line in run.stdout.splitlines()[:-1]}

    def test_only_what_has_the_same_sizes_is_compared(self):
        full = (False, {"rate/dense/20x10000": [300], "rate/dense/10x1000": [90], "core/score/256": [7]})
        quick = (True, {"rate/dense/10x1000": [30], "core/score/256": [7], "core/match/256": [7]})
        self.assertEqual(self.compare_rates(full, quick), (1, {"rate/dense/10x1000": "worse", "rate/dense/20x10000": "alone", "core/score/256": "same", "core/match/256": "new"}))
        other = (True, {"rate/dense/10x5000": [30], "core/score/256": [7]})
        self.assertEqual(self.compare_rates((False, {"rate/dense/20x10000": [300], "core/score/256": [7]}), other), (0, {"rate/dense/10x5000": "alone", "rate/dense/20x10000": "alone", "core/score/256": "same"}))

    def test_what_is_measured_at_no_size_any_more_is_gone(self):
        for quick in (False, True):
            self.assertEqual(self.compare_rates((False, {"rate/20x1000": [3]}), (quick, {"else/20x1000": [3]}))[1]["rate/20x1000"], "gone")
        same_kind = self.compare_rates((False, {"rate/20x1000": [3]}), (False, {"rate/10x1000": [3]}))
        self.assertEqual(same_kind, (1, {"rate/20x1000": "gone", "rate/10x1000": "new"}))

    def test_a_name_that_says_no_size_is_not_compared(self):
        self.assertEqual(self.compare_rates((False, {"rate/dense": [300]}), (True, {"rate/dense": [30]})), (0, {"rate/dense": "alone"}))

    def test_only_what_became_worse_fails(self):
        steady = [100, 101, 99, 100, 100]
        for after, expected in (
            (steady, (0, "0")),
            ([r * 0.97 for r in steady], (0, "0")),
            ([r * 0.8 for r in steady], (1, "worse")),
            ([r * 1.3 for r in steady], (0, "better")),
            (None, (1, "gone")),
        ):
            with self.subTest(after=after):
                self.assertEqual(self.compare(steady, after), expected)
        self.assertEqual(self.compare(None, steady), (0, "new"))

    def test_noise_is_not_taken_for_a_change(self):
        noisy = [100, 130, 70, 115, 85]
        self.assertEqual(self.compare(noisy, [r * 0.8 for r in noisy]), (0, "0"))
        self.assertEqual(self.compare(noisy, [r * 0.1 for r in noisy]), (1, "worse"))

    def test_few_runs_tell_only_large_changes(self):
        self.assertEqual(self.compare([100], [92]), (0, "0"))
        self.assertEqual(self.compare([100], [80]), (1, "worse"))

    def test_a_count_is_told_however_little_it_changed(self):
        for after, expected in ((1000000, (0, "0")), (999999, (1, "worse")), (1000001, (0, "better"))):
            self.assertEqual(self.compare([1000000], [after], exact=True), expected)

    def test_what_is_no_report_is_refused(self):
        good = {"unit": "ns", "better": "lower", "runs": [1]}
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report.json"
            for metric in ({"runs": []}, {"runs": None}, {"runs": ["1"]}, {"better": "more"}, {"unit": None}, None):
                path.write_text(json.dumps({"metrics": {"rate/20x1000": None if metric is None else {**good, **metric}}}))
                for paths in ([path, path], [ROOT / "README.md", path], ["absent", path]):
                    with self.subTest(metric=metric, paths=paths):
                        run = subprocess.run([sys.executable, ROOT / "bench" / "compare", *paths], capture_output=True, text=True)
                        self.assertEqual((run.returncode, run.stderr.count("\n")), (64, 1), run.stderr)


if __name__ == "__main__":
    unittest.main()

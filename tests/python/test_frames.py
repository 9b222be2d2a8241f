# SPDX-License-Identifier: Apache-2.0
"""Data frames in and out: whatever the rows come in, they make what dicts make; and results are tables."""

import copy
import decimal
import json
import os
import pickle
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import environment

environment.enter()

import duckdb  # noqa: E402
import numpy  # noqa: E402
import pandas  # noqa: E402
import polars  # noqa: E402
import pyarrow  # noqa: E402
import pyarrow.parquet  # noqa: E402
import smaajob  # noqa: E402
import support  # noqa: E402
from tqdm import tqdm  # noqa: E402


def openings(n=40):
    made = []
    for i in range(n):
        row = copy.deepcopy(support.OPENING)
        row["id"] = f"o-{i}"
        row["tasks"][0]["hours"]["max"] = 7 + i % 5 + 0.25
        row["tasks"][0]["exposures"]["env_noise"] = i % 4
        row["terms"]["paid"] = ("yes", "no", "unknown")[i % 3]
        # Not of the first: pyarrow takes the columns of dicts from that.
        if i % 7 == 1:
            del row["hours"], row["provisions"]
        made.append(row)
    return made


def citizens(n=9):
    made = []
    for i in range(n):
        row = copy.deepcopy(support.CITIZEN)
        row["id"] = f"c-{i}-{i:03}"
        row["effectiveness"] = 0.5 + i / 20
        if i % 4 == 3:
            del row["needs"], row["attendance"]
        if i % 4 == 2:
            row["needs"] = []
        made.append(row)
    return made


def scores_of(caseload, market):
    return bytes(smaajob.scores(caseload, market).thousandths.tobytes())


unittest.TestCase.maxDiff = None


class FromFrames(unittest.TestCase):
    def setUp(self):
        self.market, self.caseload = smaajob.Market(openings()), smaajob.Caseload(citizens())
        self.expected = scores_of(self.caseload, self.market)
        self.table = pyarrow.Table.from_pylist(openings())

    def same(self, openings_rows, citizens_rows=None):
        market = smaajob.Market(openings_rows)
        self.assertEqual(list(market), list(self.market))
        caseload = smaajob.Caseload(citizens_rows) if citizens_rows is not None else self.caseload
        self.assertEqual(list(caseload), list(self.caseload))
        self.assertEqual(scores_of(caseload, market), self.expected)

    def test_dicts_make_what_documents_one_by_one_make(self):
        self.same([smaajob.Opening.from_dict(o) for o in openings()], [smaajob.Citizen.from_dict(c) for c in citizens()])
        found = numpy.asarray(smaajob.scores(self.caseload, self.market).thousandths)
        self.assertGreater(len(numpy.unique(found[:, :, 5])), 6)

    def test_pyarrow(self):
        self.same(self.table, pyarrow.Table.from_pylist(citizens()))
        self.same(self.table.combine_chunks().to_batches()[0])
        self.same(self.table.to_reader(max_chunksize=7))
        self.same(pyarrow.concat_tables([self.table.slice(0, 13), self.table.slice(13)]))

    def test_polars(self):
        self.same(polars.DataFrame(openings()), polars.DataFrame(citizens()))

    def test_pandas(self):
        self.same(pandas.DataFrame(openings()), pandas.DataFrame(citizens()))

    def test_duckdb(self):
        market = self.table  # noqa: F841
        caseload = pyarrow.Table.from_pylist(citizens())  # noqa: F841
        self.same(duckdb.sql("select * from market"), duckdb.sql("select * from caseload"))

    def test_a_decimal_mark_of_two_bytes_changes_nothing(self):
        program = (
            "import locale, pyarrow, smaajob, support, test_frames\n"
            "locale.setlocale(locale.LC_ALL, '')\n"
            "support.fill_in()\n"
            "rows = test_frames.citizens()\n"
            "caseload = smaajob.Caseload(pyarrow.Table.from_pylist(rows))\n"
            "for i, row in enumerate(rows):\n"
            "    assert caseload.citizen(i) == smaajob.Citizen.from_dict(row), row['effectiveness']\n"
            "print(ascii(locale.localeconv()['decimal_point']), '%.1f' % 0.5)"
        )
        with tempfile.TemporaryDirectory() as folder:
            make = ["localedef", "-i", "ps_AF", "-f", "UTF-8", f"{folder}/ps_AF.UTF-8"]
            if not shutil.which("localedef") or subprocess.run(make, capture_output=True).returncode > 1:
                self.skipTest("ps_AF.UTF-8 cannot be made here")
            there = dict(os.environ, LOCPATH=folder, LC_ALL="ps_AF.UTF-8", PYTHONIOENCODING="utf-8")
            there["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parent), os.environ["PYTHONPATH"]])
            done = subprocess.run([sys.executable, "-c", program], env=there, capture_output=True, text=True)
        self.assertEqual((done.stderr, done.stdout), ("", "'\\u066b' 0.5\n"))

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "openings.parquet"
            pyarrow.parquet.write_table(self.table, path, row_group_size=11)
            self.assertEqual(scores_of(self.caseload, smaajob.Market.from_path(path)), self.expected)
            path.write_text("\n".join(map(json.dumps, openings())) + "\n")
            self.assertEqual(scores_of(self.caseload, smaajob.Market.from_path(str(path))), self.expected)

    def test_a_made_up_population_is_the_same_as_parquet(self):
        build = Path(os.environ.get("SMAAJOB_BUILD") or Path(smaajob.__file__).resolve().parents[3])
        population = build / "bench" / "population" / "population"
        if not population.exists():
            self.skipTest("bench/population is not built")
        with tempfile.TemporaryDirectory() as folder:
            size = ("--seed", "7", "--citizens", "300", "--openings", "300", "--spread", "national")
            subprocess.run([population, *size, "--out", folder], check=True, capture_output=True)
            self.assertIn('"training_weeks":null', (Path(folder) / "openings.ndjson").read_text())
            subprocess.run([sys.executable, support.ROOT / "bench/population/parquet.py", folder], check=True)
            for name, kind, one in (("citizens", smaajob.Caseload, "citizen"), ("openings", smaajob.Market, "opening")):
                found, expected = (kind.from_path(f"{folder}/{name}.{ending}") for ending in ("parquet", "ndjson"))
                self.assertEqual((len(expected), list(found)), (300, list(expected)))
                for i in range(300):
                    self.assertEqual(getattr(found, one)(i), getattr(expected, one)(i))

    def test_every_type_that_says_the_same_reads_the_same(self):
        def market(**columns):
            return smaajob.Market(pyarrow.table({"id": ["o-1"], "tasks": [[{"id": "t", "requires": []}]], **columns}))

        def document(**members):
            return smaajob.Market([{"format": "smaajob.opening/1", "id": "o-1", "tasks": [{"id": "t", "requires": []}], **members}])

        pa = pyarrow
        seats = [pa.array([3], kind) for kind in (pa.int8(), pa.uint8(), pa.int32(), pa.uint64(), pa.float32(), pa.float64())]
        seats += [pa.array([decimal.Decimal("3.00")]), pa.array([3]).dictionary_encode()]
        provisions = {"provisions": {"sup_contact": 2}}
        rows = [({"seats": column}, {"seats": 3}) for column in seats]
        for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())):
            rows.append(({"weekly_variation": pa.array(["low"]).cast(kind)}, {"weekly_variation": "low"}))
        names = pa.map_(pa.string(), pa.int32())
        rows.append(({"provisions": pa.array([[("sup_contact", 2), ("sup_quiet", None)]], names)}, provisions))
        rows.append(({"provisions": [{"sup_contact": 2, "env_noise": None}]}, provisions))
        for kind in (pa.list_(pa.string()), pa.large_list(pa.string()), pa.list_(pa.string(), 1)):
            rows.append(({"gates": pa.array([["gate_driving_licence"]], kind)}, {"gates": ["gate_driving_licence"]}))
        rows.append(({"gates": pa.array([[]], pa.list_(pa.null()))}, {"gates": []}))
        rows.append(({"gates": pa.nulls(1), "hours": pa.nulls(1)}, {}))
        rows.append(({"hours": [{"min": decimal.Decimal("1.25"), "max": None}]}, {"hours": {"min": 1.25}}))
        rows.append(({"format": ["smaajob.opening/1"]}, {}))
        for columns, members in rows:
            with self.subTest(columns=columns):
                self.assertEqual(scores_of(self.caseload, market(**columns)), scores_of(self.caseload, document(**members)))

    def test_numbers_of_few_bits_are_those_they_were_made_from(self):
        def citizen(effectiveness):
            return smaajob.Caseload(pyarrow.table({"id": ["c-1"], "effectiveness": effectiveness})).citizen(0)

        expected = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-1", "effectiveness": 0.9}]).citizen(0)
        for kind in (numpy.float16, numpy.float32, numpy.float64):
            with self.subTest(kind=kind):
                self.assertEqual(citizen(numpy.array([0.9], kind)), expected)

    def test_rows_of_slices_are_those_of_the_slice(self):
        whole = pyarrow.Table.from_pylist(openings())
        part = smaajob.Market(whole.slice(11, 5))
        self.assertEqual(list(part), [f"o-{i}" for i in range(11, 16)])
        self.assertEqual(scores_of(self.caseload, part), scores_of(self.caseload, smaajob.Market(openings()[11:16])))
        batch = whole.combine_chunks().to_batches()[0].slice(11, 5)
        self.assertEqual(scores_of(self.caseload, smaajob.Market(batch)), scores_of(self.caseload, part))

    def test_a_number_of_weeks_below_none_says_that_it_cannot_be_learned(self):
        concept = smaajob.Vocabulary().concepts[0].id
        need = {"concept": concept, "level": 3, "importance": "must"}
        for told, weeks in ((-1, None), (4, 4)):
            rows = [{"id": "o", "tasks": [{"id": "t", "requires": [{**need, "training_weeks": told}]}]}]
            task = {"id": "t", "requires": [{**need, "training_weeks": weeks}]}
            document = {"format": "smaajob.opening/1", "id": "o", "tasks": [task]}
            self.assertEqual(
                scores_of(self.caseload, smaajob.Market(pyarrow.Table.from_pylist(rows))),
                scores_of(self.caseload, smaajob.Market([document])),
            )

    def test_one_error_tells_of_the_first_bad_rows_and_counts_the_others(self):
        rows = openings(30)
        for i in range(5, 25):
            rows[i]["tasks"][0]["hours"]["max"] = 500.0
        rows[7]["id"] = "æ ø"
        lines = "\n".join(map(json.dumps, rows))
        for make in (
            lambda: smaajob.Market(rows),
            lambda: smaajob.Market([smaajob.Opening.from_dict(rows[0]), *rows[1:]]),
            lambda: smaajob.Market(pyarrow.Table.from_pylist(rows)),
            lambda: smaajob.Market(polars.DataFrame(rows)),
            lambda: smaajob.Market.from_ndjson(lines),
        ):
            with self.assertRaises(smaajob.RowsError) as raised:
                make()
            error = raised.exception
            self.assertEqual((error.n, len(error.rows)), (20, 10))
            self.assertEqual([bad.row for bad in error.rows], list(range(5, 15)))
            self.assertEqual(error.rows[0].id, "o-5")
            self.assertIsNone(error.rows[2].id)
            self.assertEqual((error.rows[0].column, error.rows[0].code), ("tasks[0].hours.max", "range"))
            self.assertRegex(str(error), r"row 5, (line 6, )?id o-5, column tasks\[0\]\.hours\.max: ")
            self.assertEqual(error.rows[0].line, 6 if "line" in str(error) else 0)
            self.assertIn("and 10 more", str(error))
            self.assertNotIn("æ", str(error))
            self.assertEqual(str(pickle.loads(pickle.dumps(error))), str(error))

    def test_what_pandas_says_is_missing_is_told_with_its_place(self):
        rows = openings(3)
        rows[1]["tasks"][0]["hours"]["max"] = pandas.NA
        rows[2]["seats"] = pandas.NaT
        with self.assertRaises(smaajob.RowsError) as raised:
            smaajob.Market(rows)
        error = raised.exception
        self.assertEqual((error.code, error.pointer), ("type", "/tasks/0/hours/max"))
        self.assertEqual([(bad.row, bad.column) for bad in error.rows], [(1, "tasks[0].hours.max"), (2, "seats")])
        self.assertRegex(error.message, r"^tasks\[0\]\.hours\.max: NAType, expected str, ")

    def test_what_is_no_document_is_refused(self):
        pa = pyarrow
        for frame in (
            pa.table({"id": pa.array([1], pa.timestamp("s"))}),
            pa.table({"id": pa.array([b"o-1"])}),
            pa.table({"id": [{"a": pa.scalar(1, pa.date32())}]}),
            pa.table({"provisions": pa.array([[(1, 2)]], pa.map_(pa.int32(), pa.int32()))}),
            pa.array([1, 2]),
        ):
            with self.assertRaises(smaajob.SmaajobError, msg=frame.type if isinstance(frame, pa.Array) else frame.schema):
                smaajob.Market(frame)
        for value in (float("nan"), float("inf"), -1.0, "ten"):
            with self.assertRaises(smaajob.RowsError):
                smaajob.Market(pa.table({"id": ["o"], "tasks": [[{"id": "t"}]], "seats": [value]}))
        for value in (float("nan"), float("inf"), -float("inf")):
            for rows, column in (
                ([{"id": "o", "tasks": [{"id": "t", "hours": {"min": value}}]}], "tasks[0].hours.min"),
                ([{"id": "o", "tasks": [{"id": "t"}], "seats": value}], "seats"),
            ):
                with self.assertRaises(smaajob.RowsError) as raised:
                    smaajob.Market(pa.Table.from_pylist(rows))
                (bad,) = raised.exception.rows
                self.assertEqual((raised.exception.code, bad.row, bad.id, bad.column), ("range", 0, "o", column))
                self.assertEqual(bad.message, f"{column}: a number that is not finite, expected a finite one")
        concept = smaajob.Vocabulary().concepts[0].id
        unknown = {"concept": concept, "level": 3, "importance": "must", "training_weeks": float("nan")}
        with self.assertRaisesRegex(smaajob.RowsError, "training_weeks: a number that is not finite"):
            smaajob.Market(pa.Table.from_pylist([{"id": "o", "tasks": [{"id": "t", "requires": [unknown]}]}]))
        with self.assertRaises(smaajob.RowsError) as raised:
            smaajob.Market(pa.table({"id": ["o", "o"], "tasks": [[{"id": "t"}]] * 2}))
        self.assertEqual((raised.exception.code, raised.exception.rows[0].row), ("duplicate", 1))

    def test_a_stream_is_read_once(self):
        class Twice:
            def __init__(self, table):
                self.capsule = table.__arrow_c_stream__()

            def __arrow_c_stream__(self, requested_schema=None):
                return self.capsule

        twice = Twice(self.table)
        self.assertEqual(len(smaajob.Market(twice)), 40)
        # The library moves nothing out of it: what is read is read to its end.
        self.assertEqual(len(smaajob.Market(twice)), 0)

    def test_what_a_producer_raises_is_told(self):
        def batches():
            yield from self.table.to_batches()
            raise RuntimeError("the disk is gone")

        with self.assertRaisesRegex(smaajob.SmaajobError, "the disk is gone"):
            smaajob.Market(pyarrow.RecordBatchReader.from_batches(self.table.schema, batches()))

    def test_no_rows_make_an_empty_one(self):
        self.assertEqual(len(smaajob.Market(self.table.slice(0, 0))), 0)
        self.assertEqual(len(smaajob.Caseload(pyarrow.table({"id": pyarrow.array([], pyarrow.string())}))), 0)


class ToFrames(unittest.TestCase):
    def setUp(self):
        self.market, self.caseload = smaajob.Market(openings()), smaajob.Caseload(citizens())
        self.scores = smaajob.scores(self.caseload, self.market, first=2, n=5, threads=2)

    def test_scores_are_a_table_of_every_pair(self):
        rows = pyarrow.table(self.scores).to_pylist()
        self.assertEqual(len(rows), 5 * 40)
        for i in range(5):
            for j in range(40):
                row, score = rows[i * 40 + j], self.scores[i, j]
                self.assertEqual((row["citizen"], row["opening"]), (self.caseload[2 + i], self.market[j]))
                told = {name: getattr(score, name) for name in ("score", "low", "high", "coverage", "potential")}
                told.update(verdict=str(score.verdict), sides={"citizen": score.sides.citizen, "employer": score.sides.employer})
                self.assertEqual({name: row[name] for name in told}, told)
                citizen = smaajob.Citizen.from_dict(citizens()[2 + i])
                self.assertEqual(score, smaajob.score(citizen, smaajob.Opening.from_dict(openings()[j])))

    def test_every_reader_reads_the_same(self):
        expected = pyarrow.table(self.scores).select(["opening", "verdict", "score"]).to_pylist()
        scores = pyarrow.table(self.scores)  # noqa: F841
        self.assertEqual(polars.DataFrame(self.scores).select("opening", "verdict", "score").to_dicts(), expected)
        found = duckdb.sql("select opening, verdict, score from scores").to_arrow_table().to_pylist()
        self.assertEqual(found, expected)
        frame = pandas.DataFrame.from_arrow(self.scores) if hasattr(pandas.DataFrame, "from_arrow") else scores.to_pandas()
        self.assertEqual(frame["opening"].tolist(), [row["opening"] for row in expected])
        self.assertEqual(numpy.asarray(self.scores.thousandths).shape, (5, 40, 8))
        rankings = smaajob.rank(self.caseload, self.market)
        table = pyarrow.table(rankings)
        frame = pandas.DataFrame.from_arrow(rankings) if hasattr(pandas.DataFrame, "from_arrow") else table.to_pandas()
        self.assertEqual(list(frame.columns), table.column_names)
        self.assertEqual(frame["id"].tolist(), [one.id for ranking in rankings for one in ranking])

    def test_a_table_outlives_what_it_was_made_of(self):
        stream = pyarrow.RecordBatchReader.from_stream(smaajob.scores(self.caseload, self.market))
        expected = pyarrow.table(smaajob.scores(self.caseload, self.market))
        del self.caseload, self.market, self.scores
        self.assertEqual(stream.read_all(), expected)

    def test_a_table_of_many_batches_is_whole(self):
        market = smaajob.Market(openings(2000))
        rows = pyarrow.table(smaajob.scores(self.caseload, market))
        self.assertEqual(rows.num_rows, 18000)
        self.assertGreater(rows.column("opening").num_chunks, 1)
        self.assertEqual(rows.column("opening").to_pylist(), list(market) * 9)

    def test_rankings_are_a_table_of_those_kept(self):
        rankings = smaajob.rank(self.caseload, self.market, top=3)
        expected = [
            (ranking.id, place, ranked.id, ranked.number, ranked.score.score)
            for ranking in rankings
            for place, ranked in enumerate(ranking.ranked, 1)
        ]
        rows = polars.DataFrame(rankings).select("ranked_for", "rank", "id", "number", "score").rows()
        self.assertEqual(rows, expected)
        self.assertGreater(len(rows), 9)
        self.assertEqual(pyarrow.table(rankings[1]).to_pylist(), pyarrow.table(rankings[1:2]).to_pylist())
        backwards = pyarrow.table(rankings[::-1])
        self.assertEqual(backwards, pyarrow.table(smaajob.Rankings(reversed(list(rankings)))))
        self.assertEqual(backwards["number"].to_pylist(), rankings[::-1].numbers.tolist())
        self.assertRaisesRegex(TypeError, "pickled", pyarrow.table, pickle.loads(pickle.dumps(rankings)))
        stream = pyarrow.RecordBatchReader.from_stream(rankings[1:])
        rest = pyarrow.table(rankings[1:])
        del rankings, self.market, self.caseload
        self.assertEqual(stream.read_all(), rest)

    def test_arrays_of_rankings_are_taken_without_a_copy(self):
        rankings = smaajob.rank(self.caseload, self.market, top=3)
        table, numbers = pyarrow.table(rankings), rankings.thousandths
        taken = numpy.asarray(numbers)
        self.assertEqual(taken.shape, (table.num_rows, 8))
        self.assertTrue(numpy.shares_memory(taken, numpy.frombuffer(numbers, numpy.int32)))
        names = [str(verdict) for verdict in smaajob.Verdict]
        self.assertEqual([names[verdict] for verdict in taken[:, 0]], table["verdict"].to_pylist())
        for column, name in enumerate(("score", "low", "high", "coverage", "potential"), 1):
            self.assertEqual((taken[:, column] / 1000).tolist(), table[name].to_pylist())
        self.assertEqual(numpy.asarray(rankings.numbers).tolist(), table["number"].to_pylist())
        whose = numpy.repeat(numpy.arange(len(rankings)), numpy.diff(rankings.starts))
        self.assertEqual([self.caseload[i] for i in whose], table["ranked_for"].to_pylist())

    def test_what_pandas_writes_is_read_as_documented(self):
        text = (support.ROOT / "docs/python.md").read_text(encoding="utf-8")
        (example,) = [code for code in re.findall(r"```python\n(.*?)```", text, re.S) if "splitlines" in code]
        frame = pandas.DataFrame([citizens()[0], {"format": "smaajob.citizen/1", "id": "one-more"}])
        names = {"json": json, "text": frame.to_json(orient="records", lines=True)}
        exec(example, names)
        self.assertEqual(list(smaajob.Caseload(names["rows"])), list(smaajob.Caseload(frame)))
        with self.assertRaises(smaajob.RowsError) as caught:
            smaajob.Caseload.from_ndjson(names["text"])
        self.assertIn("null, expected an array; leave the member out when it is unknown", str(caught.exception))

    def test_the_documented_arrays_work_when_nobody_is_kept_too(self):
        text = (support.ROOT / "docs/python.md").read_text(encoding="utf-8")
        (example,) = [code for code in re.findall(r"```python\n(.*?)```", text, re.S) if "bincount" in code]
        for top, kept in ((3, 27), (0, 0)):
            names = {"numpy": numpy, "rankings": smaajob.rank(self.caseload, self.market, top=top), "market": self.market}
            exec(example, names)
            self.assertEqual((len(names["which"]), len(names["good"]), len(names["wanted"])), (kept, kept, len(self.market)))
            self.assertEqual(int(names["wanted"].sum()), int(names["good"].sum()))

    def test_matches_are_a_table_with_what_each_is_made_of(self):
        matches = smaajob.Matches(smaajob.match(c, o) for c in citizens(4) for o in openings(12))
        rows = pyarrow.table(matches).to_pylist()
        self.assertEqual(len(rows), 48)
        for row, match in zip(rows, matches):
            document = match.to_dict()
            for name in ("format", "engine", "digests", "questions", "levers"):
                del document[name]
            self.assertEqual(list(row), list(document))
            self.assertEqual(_plain(row), _plain(document))

    def test_a_progress_bar_can_be_told(self):
        with tqdm(total=0, disable=True) as bar:
            told = []

            def tell(done, all):
                bar.total = all
                bar.update(done - bar.n)
                told.append((done, all))

            smaajob.scores(self.caseload, self.market, progress=tell)
        self.assertEqual(told[-1], (360, 360))


def _plain(value):
    """Without what is absent, and numbers as what they round to: hours are told to the minute in a document."""
    if isinstance(value, dict):
        return {name: _plain(member) for name, member in value.items() if member is not None}
    if isinstance(value, list):
        return [_plain(member) for member in value]
    return round(float(value), 3) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


if __name__ == "__main__":
    unittest.main()

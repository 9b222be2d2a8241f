# SPDX-License-Identifier: Apache-2.0
"""Packed files: what was written is what is mapped."""

import json
import pathlib
import tempfile
import unittest

import smaajob
import support


def opening(number):
    return json.dumps({**support.opening(), "id": f"o-{number}"}, ensure_ascii=False)


class Packed(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)

    def test_what_was_saved_is_mapped(self):
        path = self.directory / "åbninger 😀.smaajob"
        made = smaajob.Market.from_ndjson("\n".join(map(opening, range(50))))
        made.save(path)
        self.assertEqual(smaajob.packed_kind(path), smaajob.PackedKind.MARKET)
        smaajob.check_packed(path)
        mapped = smaajob.Market.open_packed(path, made.vocabulary)
        self.assertEqual((len(mapped), mapped[7]), (50, "o-7"))
        self.assertEqual(mapped.opening(7).to_json(), made.opening(7).to_json())
        self.assertEqual(mapped.opening(-1).id, "o-49")
        citizen = smaajob.Citizen.from_dict(support.citizen(), made.vocabulary)
        self.assertEqual(smaajob.rank(citizen, mapped), smaajob.rank(citizen, made))
        with self.assertRaises(IndexError):
            mapped.opening(50)
        smaajob.Caseload([support.citizen()]).save(path)
        kept = smaajob.Caseload.open_packed(path).citizen(0)
        self.assertEqual(kept.to_dict()["id"], support.citizen()["id"], "what was taken out of a file outlives it")

    def test_what_is_not_as_it_must_be_is_told(self):
        path = self.directory / "file"
        self.assertEqual(smaajob.packed_kind(path), "none")
        path.write_text("x" * 10_000)
        self.assert_fault("format", lambda: smaajob.Market.open_packed(path))
        smaajob.Market.from_ndjson("\n".join(map(opening, range(50)))).save(path)
        self.assert_fault("format", lambda: smaajob.Caseload.open_packed(path))
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        other = self.directory / "other"
        other.write_bytes(data)
        self.assert_fault("damaged", lambda: smaajob.check_packed(other))
        with self.assertRaises(TypeError):
            smaajob.Market.open_packed(7)

    def assert_fault(self, code, call, file=None):
        with self.assertRaises(smaajob.SmaajobError) as raised:
            call()
        self.assertEqual(raised.exception.code, code)
        if file:
            self.assertEqual(raised.exception.file, str(file))
            self.assertTrue(str(raised.exception).startswith(f"{file}:"), str(raised.exception))

    def test_what_is_told_of_a_file_names_it(self):
        there, none, target = self.directory / "there", self.directory / "none", self.directory / "nowhere" / "to"
        for read in (
            lambda: smaajob.Market.open_packed(none),
            lambda: smaajob.Caseload.open_packed(none),
            lambda: smaajob.Caseload.pack(none, target),
            lambda: smaajob.check_packed(none),
        ):
            with self.assertRaises(FileNotFoundError) as raised:
                read()
            self.assertEqual(str(raised.exception.filename), str(none))
        self.assertRaises(IsADirectoryError, smaajob.Caseload.open_packed, self.directory)
        there.write_text(opening(1) + "\n{}\n" + opening(1))
        self.assert_fault("format", lambda: smaajob.Market.open_packed(there), there)
        self.assert_fault("format", lambda: smaajob.check_packed(there), there)
        self.assert_fault("missing", lambda: smaajob.Market.pack(there, none), there)
        self.assert_fault("file", lambda: smaajob.Market.pack(there, target), target)
        self.assert_fault("file", lambda: smaajob.Market.from_ndjson(opening(1)).save(target), target)
        told = []
        smaajob.Market.pack(there, none, on_error=lambda fault, line: not told.append((fault.file, fault.line)))
        self.assertEqual(told, [(str(there), 2), (str(there), 3)])

    def test_a_line_at_fault_is_told_and_may_be_left_out(self):
        lines = list(map(opening, range(20)))
        lines[4] = '{"format":"smaajob.opening/1","id":"æøå"}'
        source, target = self.directory / "from", self.directory / "to"
        source.write_text("\n".join([*lines, opening(3)]), encoding="utf-8")
        with self.assertRaises(smaajob.SmaajobError) as first:
            smaajob.Market.pack(source, target)
        self.assertEqual(first.exception.line, 5)
        self.assertFalse(target.exists())
        told = []
        smaajob.Market.pack(source, target, on_error=lambda fault, line: not told.append((fault.code, fault.line, line)))
        self.assertEqual(told[0], (first.exception.code, 5, lines[4].encode()))
        self.assertEqual(told[1][0], "duplicate")
        self.assertEqual(len(smaajob.Market.open_packed(target)), 19)

        def fail(*_):
            raise ZeroDivisionError

        with self.assertRaises(ZeroDivisionError):
            smaajob.Market.pack(source, target, on_error=fail)
        with self.assertRaises(ZeroDivisionError):
            smaajob.Market.pack(source, target, on_error=lambda *_: True, progress=fail)

    def test_progress_is_told(self):
        source, target = self.directory / "from", self.directory / "to"
        source.write_text("\n".join(map(opening, range(100))))
        told = []
        smaajob.Market.pack(source, target, progress=lambda *how_far: told.append(how_far))
        smaajob.Caseload.pack(source, target, on_error=lambda fault, line: fault.code == "format")
        self.assertEqual(len(smaajob.Caseload.open_packed(target)), 0)
        self.assertEqual(told[-1], (source.stat().st_size, source.stat().st_size, 100))


if __name__ == "__main__":
    unittest.main()

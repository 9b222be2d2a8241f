# SPDX-License-Identifier: Apache-2.0
"""Many documents at once: dicts, NDJSON, Parquet, and the rows of any data frame that speaks Arrow."""

from __future__ import annotations

import importlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, List, Optional, Tuple, Type, Union

from . import _document
from ._error import SmaajobError
from ._words import is_tellable, path_of

Progress = Callable[[int, int], Any]
"""Called now and then with what is done and all there is; all is 0 where it is not known. It may raise."""
Native = Callable[[Any, List[Any], Optional[Progress]], Any]
"""What the native layer reads rows with: of lines, a stream or an open file, a list for the rows at fault, and progress."""

_PARQUET = b"PAR1"
_MOST_TOLD = 10
_ROWS_BETWEEN_TELLING = 64


@dataclass(frozen=True)
class BadRow:
    """A row that is not as it must be."""

    row: int
    """Its number, from 0."""
    id: Optional[str]
    """Its id; None when it has none that may be told: of more than 48 bytes, or no id."""
    column: str
    """The column, and where in it, such as ``tasks[0].hours.max``; ``""`` is the whole row."""
    code: str
    """The kind of fault, such as ``"range"``."""
    message: str
    """One English sentence: what was found and what was expected."""
    line: int = 0
    """1-based line of the text; 0 when there is no text."""
    file: Optional[str] = None
    """The file that the row was read from, when the row is a path."""


class RowsError(SmaajobError):
    """Rows that are not as they must be: the first of them, and how many there are.

    As a :class:`SmaajobError` it is about the first.

    >>> import smaajob
    >>> try:
    ...     smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-1", "effectiveness": 2},
    ...                       {"format": "smaajob.citizen/1", "id": "c-2"}])
    ... except smaajob.RowsError as error:
    ...     print(error)
    1 row is not as it must be:
      row 0, id c-1, column effectiveness: effectiveness: 2 is outside [0, 1]
    """

    rows: Tuple[BadRow, ...]
    """The first of them."""
    n: int
    """How many there are."""

    def __init__(
        self,
        code: str,
        message: str,
        pointer: str = "",
        line: int = 0,
        column: int = 0,
        file: Optional[str] = None,
        rows: Tuple[BadRow, ...] = (),
        n: int = 0,
    ) -> None:
        super().__init__(code, message, pointer, line, column, file)
        self.rows = rows
        self.n = n

    def __str__(self) -> str:
        what = "1 row is not as it must be" if self.n == 1 else f"{self.n} rows are not as they must be"
        told = [f"{self.file}: {what}:" if self.file else f"{what}:"]
        for bad in self.rows:
            places = ("file", bad.file), ("line", bad.line), ("id", bad.id), ("column", bad.column)
            place = [f"row {bad.row}"] + [f"{kind} {said}" for kind, said in places if said]
            told.append(f"  {', '.join(place)}: {bad.message}")
        if self.n > len(self.rows):
            told.append(f"  and {self.n - len(self.rows)} more")
        return "\n".join(told)

    def __reduce__(self) -> Tuple[Type[SmaajobError], Tuple[object, ...]]:
        first = self.code, self.message, self.pointer, self.line, self.column, self.file
        return type(self), (*first, self.rows, self.n)


def is_frame(rows: Any) -> bool:
    """Whether it hands over its rows as Arrow."""
    return hasattr(rows, "__arrow_c_stream__") or hasattr(rows, "__arrow_c_array__")


def from_frame(read: Native, stream_of: Callable[[Any, Any], Any], rows: Any, progress: Optional[Progress]) -> Any:
    """What `read` makes of the rows of a data frame."""
    if hasattr(rows, "__arrow_c_stream__"):
        stream = rows.__arrow_c_stream__()
    elif hasattr(rows, "__arrow_c_array__"):
        stream = stream_of(*rows.__arrow_c_array__())
    else:
        raise TypeError(f"rows that speak Arrow are expected, not {type(rows).__name__}")
    return _checked(read, stream, progress, written=True)


def from_lines(read: Native, text: _document.Text, progress: Optional[Progress]) -> Any:
    """What `read` makes of NDJSON."""
    if isinstance(text, (bytearray, memoryview)):
        text = bytes(text)
    return _checked(read, text, progress)


def from_dicts(read: Native, rows: Iterable[Mapping[str, Any]], progress: Optional[Progress]) -> Any:
    """What `read` makes of dicts; a fault has a row, but no line."""
    refused: Dict[int, SmaajobError] = {}
    try:
        return _checked(read, b"\n".join(_encoded(rows, refused)), progress, written=True)
    except RowsError as error:
        bad = tuple(_of_dict(bad, refused.get(bad.row)) for bad in error.rows)
        pointer = refused[bad[0].row].pointer if bad[0].row in refused else error.pointer
        raise RowsError(bad[0].code, bad[0].message, pointer, rows=bad, n=error.n) from None
    except SmaajobError as error:
        error.line = error.column = 0
        raise


def _encoded(rows: Iterable[Mapping[str, Any]], refused: Dict[int, SmaajobError]) -> Iterator[bytes]:
    """The rows as text; in the place of one that cannot be, a document that is at fault."""
    for number, row in enumerate(rows):
        try:
            yield _document.encode(row)
        except SmaajobError as error:
            refused[number] = error
            id = row.get("id")
            yield _document.encode({"id": id if isinstance(id, str) else None})


def _of_dict(bad: BadRow, refused: Optional[SmaajobError]) -> BadRow:
    if refused:
        return replace(bad, line=0, column=path_of(refused.pointer), code=refused.code, message=refused.message)
    return replace(bad, line=0)


def from_each(add: Callable[[Any], Any], make: Callable[[Any], Any], rows: List[Any], progress: Optional[Progress]) -> None:
    """Make an object of each row, and add it; rows of whatever kinds are told of together."""
    firsts: Dict[str, int] = {}
    errors: List[SmaajobError] = []
    bad: List[BadRow] = []
    for number, row in enumerate(rows):
        try:
            made = make(row)
            if firsts.setdefault(made.id, number) != number:
                raise _duplicate(made.id, firsts[made.id])
            add(made._native)
        except SmaajobError as error:
            if error.code == "memory":
                raise
            errors.append(error)
            if len(bad) < _MOST_TOLD:
                bad.append(BadRow(number, _id_of(row), path_of(error.pointer), error.code, error.message, error.line, error.file))
        if progress and ((number + 1) % _ROWS_BETWEEN_TELLING == 0 or number + 1 == len(rows)):
            progress(number + 1, len(rows))
    if errors:
        first = errors[0]
        raise RowsError(first.code, first.message, first.pointer, first.line, first.column, None, tuple(bad), len(errors))


def _duplicate(id: str, row: int) -> SmaajobError:
    told = id if is_tellable(id) else f"a string of {len(id)} bytes"
    return SmaajobError("duplicate", f"id: {told} is the id of row {row} already, expected every id once", "/id")


def from_path(read_file: Native, read_frame: Callable[[Any], Any], path: _document.Path, progress: Optional[Progress]) -> Any:
    """What is made of a file: Parquet when it begins as such, else NDJSON, of which a part is in memory at a time."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"a path is expected as str or os.PathLike, not {type(path).__name__}")
    with open(path, "rb", buffering=0) as file:
        if file.read(len(_PARQUET)) == _PARQUET:
            return read_frame(_parquet(path))
        file.seek(0)
        with _document.naming(path):
            return _checked(read_file, file.fileno(), progress)


def _parquet(path: _document.Path) -> Any:
    try:
        pyarrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError:
        raise ImportError("reading Parquet takes pyarrow: pip install smaajob[parquet]") from None
    # Batch by batch, so that no more than one is unpacked at a time.
    file = parquet.ParquetFile(path)
    return pyarrow.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches())


def _checked(read: Native, rows: Any, progress: Optional[Progress], written: bool = False) -> Any:
    faults: List[Any] = []
    try:
        return read(rows, faults, progress)
    except SmaajobError:
        if not faults:
            raise
        raise _rows_error(faults[:-1], faults[-1], written) from None


def _rows_error(faults: List[Any], n: int, written: bool) -> RowsError:
    bad = tuple(BadRow(row, _id(text), path_of(at), of, told, line) for row, of, told, at, line, _, text in faults)
    if written:
        bad = tuple(map(_of_written, bad))
    _, _, _, pointer, first_line, column, _ = faults[0]
    return RowsError(bad[0].code, bad[0].message, pointer, first_line, column, None, bad, n)


def _of_written(bad: BadRow) -> BadRow:
    """A row whose text was written here, and so is JSON but for a number that JSON does not have."""
    if bad.code != "syntax":
        return bad
    what = "a number that is not finite, expected a finite one"
    return replace(bad, code="range", message=f"{bad.column}: {what}" if bad.column else what)


def _id(text: _document.Made) -> Optional[str]:
    """What may be told of a row: an id, and nothing that only stands in its place."""
    try:
        return _tellable(json.loads(text)["id"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _id_of(row: Any) -> Optional[str]:
    """The same of a row of any kind."""
    if isinstance(row, Mapping):
        return _tellable(row.get("id"))
    if isinstance(row, (str, bytes, bytearray, memoryview)):
        return _id(row if isinstance(row, str) else bytes(row))
    return _tellable(getattr(row, "id", None))


def _tellable(id: Any) -> Optional[str]:
    return id if isinstance(id, str) and is_tellable(id) else None

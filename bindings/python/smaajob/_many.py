# SPDX-License-Identifier: Apache-2.0
"""Many citizens and many openings: caseloads and markets, in memory and packed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, List, Optional, SupportsIndex, Type, TypeVar, Union

from . import _document, _native, _rows
from ._citizen import Citizen
from ._error import SmaajobError
from ._opening import Opening
from ._rows import Progress
from ._vocabulary import Vocabulary, native_of
from ._words import PackedKind, word_of


M = TypeVar("M", bound="_Many")
OnError = Callable[[SmaajobError, Optional[bytes]], bool]
"""Called with a line that is at fault, and what it says: true leaves it out."""


class _Many:
    """What a market and a caseload share: documents from wherever they are."""

    __slots__ = ("_native", "vocabulary")
    _native: Any
    vocabulary: Vocabulary
    """The vocabulary that all of them are of."""

    @property
    def size_bytes(self) -> int:
        """Its size in bytes: a caseload's with its citizens, a market's without its openings; without the vocabulary and a mapped file."""
        size: int = self._native.get_size_bytes()
        return size

    @classmethod
    def _wrap(cls, native: Any, vocabulary: Vocabulary) -> Any:
        made = cls.__new__(cls)
        made._native = native
        made.vocabulary = vocabulary
        return made

    @classmethod
    def _class(cls) -> Any:
        raise NotImplementedError

    @classmethod
    def open_packed(cls: Type[M], path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> M:
        """A packed file of :meth:`save` or :meth:`pack`, mapped, not read."""
        words = vocabulary or Vocabulary()
        with _document.naming(path):
            made: M = cls._wrap(cls._class().new_from_file(native_of(words), _document.readable(path)), words)
        return made

    @classmethod
    def pack(
        cls,
        source: _document.Path,
        target: _document.Path,
        vocabulary: Optional[Vocabulary] = None,
        on_error: Optional[OnError] = None,
        progress: Optional[Callable[[int, int, int], Any]] = None,
    ) -> None:
        """Pack a file of NDJSON into another, in bounded memory; of an id that is said twice the first stays.

        `on_error` is called with each fault and its line (None for an id said twice, which is known only at the
        end): true leaves it out. `progress` is called with the bytes read, all there are, and the documents
        that were good; what it raises ends the work.
        """
        names = _document.readable(source), os.fspath(target)
        calls = on_error and _naming_fault(on_error, source), progress
        try:
            cls._class().pack_ndjson(native_of(vocabulary or Vocabulary()), *names, calls)
        except SmaajobError as error:
            if error.code != "cancelled":
                unwritten = error.code == "file" and error.message.startswith("cannot be written")
                error.file = error.file or os.fsdecode(target if unwritten else source)
            raise

    def save(self, path: _document.Path) -> None:
        """Pack it into a file, which is replaced when all is written, else left as it was."""
        with _document.naming(path):
            self._native.save(os.fspath(path))

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        raise NotImplementedError

    @classmethod
    def _file_reader(cls, words: Vocabulary) -> _rows.Native:
        raise NotImplementedError

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        raise NotImplementedError

    @classmethod
    def _listed(cls, given: Any) -> List[Any]:
        if isinstance(given, (str, bytes, os.PathLike)):
            name = cls.__name__
            raise TypeError(f"{name}: documents are expected; a path goes to {name}.from_path(), text to {name}.from_ndjson()")
        return list(given)

    @classmethod
    def _from_frame(cls, rows: Any, words: Vocabulary, progress: Optional[Progress]) -> Any:
        return _rows.from_frame(cls._frame_reader(words), _native.stream_of_array, rows, progress)

    @classmethod
    def _from_lines(cls, text: _document.Text, words: Vocabulary, progress: Optional[Progress]) -> Any:
        return _rows.from_lines(cls._lines_reader(words), text, progress)

    @classmethod
    def _from_path(cls, path: _document.Path, words: Vocabulary, progress: Optional[Progress]) -> Any:
        def read_frame(rows: Any) -> Any:
            return cls._from_frame(rows, words, progress)

        return _rows.from_path(cls._file_reader(words), read_frame, path, progress)


class Market(_Many):
    """Many openings, packed, of one vocabulary; each id once. Immutable.

    They are a data frame or anything else that speaks Arrow, of the columns that docs/python.md tells
    of, or an iterable of dicts, objects and documents.

    >>> import smaajob
    >>> market = smaajob.Market([{"format": "smaajob.opening/1", "id": "o-9", "tasks": [{"id": "boxes"}]}])
    >>> len(market), market[0]
    (1, 'o-9')
    """

    __slots__ = ()

    def __init__(
        self,
        openings: Union[Iterable[Union[Opening, _document.Document]], Any],
        vocabulary: Optional[Vocabulary] = None,
        progress: Optional[Progress] = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        if _rows.is_frame(openings):
            self._native = self._from_frame(openings, self.vocabulary, progress)
            return
        given = self._listed(openings)
        if given and all(isinstance(opening, Mapping) for opening in given):
            self._native = _rows.from_dicts(self._lines_reader(self.vocabulary), given, progress)
            return
        if vocabulary is None and given and isinstance(given[0], Opening):
            self.vocabulary = given[0].vocabulary
        builder = _native.MarketBuilder(native_of(self.vocabulary))
        _rows.from_each(builder.add_opening, lambda opening: Opening._from_any(opening, self.vocabulary), given, progress)
        self._native = builder.build()

    @classmethod
    def _class(cls) -> Any:
        return _native.Market

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda text, faults, progress: _native.market_from_lines(native, text, faults, progress)

    @classmethod
    def _file_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda file, faults, progress: _native.market_from_file(native, file, faults, progress)

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda stream, faults, progress: _native.market_from_arrow(native, stream, faults, progress)

    @classmethod
    def from_ndjson(
        cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Market:
        """A market of NDJSON, a ``smaajob.opening/1`` document a line."""
        words = vocabulary or Vocabulary()
        market: Market = cls._wrap(cls._from_lines(text, words, progress), words)
        return market

    @classmethod
    def from_path(
        cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Market:
        """A market of a file, of NDJSON or Parquet; the latter takes pyarrow."""
        words = vocabulary or Vocabulary()
        market: Market = cls._wrap(cls._from_path(path, words, progress), words)
        return market

    def __len__(self) -> int:
        """How many openings."""
        n: int = self._native.get_n_openings()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of opening `i`."""
        id: str = self._native.get_opening_id_at(range(len(self))[i])
        return id

    def __iter__(self) -> Iterator[str]:
        """The ids, in their order."""
        return map(self.__getitem__, range(len(self)))

    def opening(self, i: SupportsIndex) -> Opening:
        """Opening `i`, as an object again."""
        return Opening._wrap(self._native.get_opening_at(range(len(self))[i]), self.vocabulary)

    def __repr__(self) -> str:
        return f"<smaajob.Market of {len(self)} openings>"


class Caseload(_Many):
    """Many citizens of one vocabulary; each id once. Immutable.

    They are a data frame or anything else that speaks Arrow, of the columns that docs/python.md tells
    of, or an iterable of dicts, objects and documents.

    >>> import smaajob
    >>> caseload = smaajob.Caseload([{"format": "smaajob.citizen/1", "id": "c-17"}])
    >>> len(caseload), caseload[0]
    (1, 'c-17')
    """

    __slots__ = ()

    def __init__(
        self,
        citizens: Union[Iterable[Union[Citizen, _document.Document]], Any],
        vocabulary: Optional[Vocabulary] = None,
        progress: Optional[Progress] = None,
    ) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        if _rows.is_frame(citizens):
            self._native = self._from_frame(citizens, self.vocabulary, progress)
            return
        given = self._listed(citizens)
        if given and all(isinstance(citizen, Mapping) for citizen in given):
            self._native = _rows.from_dicts(self._lines_reader(self.vocabulary), given, progress)
            return
        if vocabulary is None and given and isinstance(given[0], Citizen):
            self.vocabulary = given[0].vocabulary
        builder = _native.CaseloadBuilder(native_of(self.vocabulary))
        _rows.from_each(builder.add_citizen, lambda citizen: Citizen._from_any(citizen, self.vocabulary), given, progress)
        self._native = builder.build()

    @classmethod
    def _class(cls) -> Any:
        return _native.Caseload

    @classmethod
    def _lines_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda text, faults, progress: _native.caseload_from_lines(native, text, faults, progress)

    @classmethod
    def _file_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda file, faults, progress: _native.caseload_from_file(native, file, faults, progress)

    @classmethod
    def _frame_reader(cls, words: Vocabulary) -> _rows.Native:
        native = native_of(words)
        return lambda stream, faults, progress: _native.caseload_from_arrow(native, stream, faults, progress)

    @classmethod
    def from_ndjson(
        cls, text: _document.Text, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Caseload:
        """A caseload of NDJSON, a ``smaajob.citizen/1`` document a line."""
        words = vocabulary or Vocabulary()
        caseload: Caseload = cls._wrap(cls._from_lines(text, words, progress), words)
        return caseload

    @classmethod
    def from_path(
        cls, path: _document.Path, vocabulary: Optional[Vocabulary] = None, progress: Optional[Progress] = None
    ) -> Caseload:
        """A caseload of a file, of NDJSON or Parquet; the latter takes pyarrow."""
        words = vocabulary or Vocabulary()
        caseload: Caseload = cls._wrap(cls._from_path(path, words, progress), words)
        return caseload

    def __len__(self) -> int:
        """How many citizens."""
        n: int = self._native.get_n_citizens()
        return n

    def __getitem__(self, i: SupportsIndex) -> str:
        """The id of citizen `i`."""
        id: str = self._native.get_citizen_id_at(range(len(self))[i])
        return id

    def __iter__(self) -> Iterator[str]:
        """The ids, in their order."""
        return map(self.__getitem__, range(len(self)))

    def citizen(self, i: SupportsIndex) -> Citizen:
        """Citizen `i`, as an object again."""
        return Citizen._wrap(self._native.get_citizen_at(range(len(self))[i]), self.vocabulary)

    def __repr__(self) -> str:
        return f"<smaajob.Caseload of {len(self)} citizens>"


def _naming_fault(on_error: OnError, source: _document.Path) -> OnError:
    def tell(error: SmaajobError, line: Optional[bytes]) -> bool:
        error.file = os.fsdecode(source)
        return on_error(error, line)

    return tell


def packed_kind(path: _document.Path) -> PackedKind:
    """What a file is said to be by its first bytes: none when it cannot be read."""
    return word_of(PackedKind, _native.packed_get_kind(os.fspath(path)))


def check_packed(path: _document.Path, vocabulary: Optional[Vocabulary] = None) -> None:
    """Check all of a packed file, every object in it; the pointer of a fault is the number of the object."""
    with _document.naming(path):
        _native.packed_check(native_of(vocabulary or Vocabulary()), _document.readable(path))

# SPDX-License-Identifier: Apache-2.0
"""Documents from wherever they are: JSON text, a dict, a file."""

from __future__ import annotations

import json
import math
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Callable, Dict, Optional, TypeVar, Union

from ._error import SmaajobError
from ._words import is_tellable, path_of

T = TypeVar("T")
Made = Union[str, bytes]
"""What the native layer reads."""
Text = Union[str, bytes, bytearray, memoryview]
Path = Union[str, "os.PathLike[str]"]
Document = Union[Mapping[str, Any], Text, "os.PathLike[str]"]
"""A dict, JSON text (bytes, or a str that begins with ``{``), or a path (any other str, os.PathLike)."""

# One byte more than the library takes is read of a file, so that it tells of the size itself.
MIB = 1 << 20
# Python may refuse to write whole numbers of more digits than it was told to; none has a meaning here.
_MOST_WHOLE = 10**300


def from_json(make: Callable[[Made], T], text: Text) -> T:
    """What `make` makes of JSON text."""
    if isinstance(text, (bytearray, memoryview)):
        text = bytes(text)
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"JSON text is expected as str or bytes, not {type(text).__name__}")
    return make(text)


def from_dict(make: Callable[[Made], T], mapping: Mapping[str, Any]) -> T:
    """What `make` makes of a mapping; a fault in it has a pointer, but no line."""
    if not isinstance(mapping, Mapping):
        raise TypeError(f"a dict is expected, not {type(mapping).__name__}")
    try:
        return make(encode(mapping))
    except SmaajobError as error:
        error.line = error.column = 0
        raise


def from_path(make: Callable[[Made], T], path: Path, limit: int = MIB) -> T:
    """What `make` makes of a file, whose name is in any error."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"a path is expected as str or os.PathLike, not {type(path).__name__}")
    with open(path, "rb") as file:
        text = file.read(limit + 1)
    with naming(path):
        return make(text)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Work on a file, whose name is in any error."""
    try:
        yield
    except SmaajobError as error:
        error.file = error.file or os.fsdecode(path)
        raise


def readable(path: Path) -> str:
    """The name of a file that the library reads: Python's own error when it is not there, or may not be read."""
    name = os.fspath(path)
    # A pipe is left as it is: its writer would take whoever opens it for its reader.
    if not stat.S_ISFIFO(os.stat(name).st_mode):
        open(name, "rb").close()
    return name


def from_any(make: Callable[[Made], T], document: Document, limit: int = MIB) -> T:
    """What `make` makes of a document in any of these forms."""
    if isinstance(document, Mapping):
        return from_dict(make, document)
    if isinstance(document, (bytes, bytearray, memoryview)):
        return from_json(make, document)
    if isinstance(document, str) and document.lstrip(" \t\r\n").startswith("{"):
        return from_json(make, document)
    if isinstance(document, (str, os.PathLike)):
        return from_path(make, document, limit)
    raise TypeError(f"a document is expected as dict, JSON text or path, not {type(document).__name__}")


def to_dict(text: str) -> Dict[str, Any]:
    """A document's text as plain Python values."""
    document: Dict[str, Any] = json.loads(text)
    return document


def encode(mapping: Mapping[str, Any]) -> bytes:
    """A mapping as JSON text."""
    try:
        text = json.dumps(mapping, allow_nan=False, check_circular=False, default=_plain)
    except RecursionError:
        raise SmaajobError("depth", "the document is nested deeper than 64 levels") from None
    except (TypeError, ValueError):
        raise _unsayable_in(mapping) from None
    return text.encode("ascii")


def _plain(value: Any) -> Dict[str, Any]:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def _unsayable_in(mapping: Mapping[str, Any]) -> SmaajobError:
    try:
        fault = _unsayable(mapping, "")
    except (RecursionError, ValueError):
        fault = None
    return fault or SmaajobError("type", "the document holds what JSON cannot say")


def _unsayable(value: Any, pointer: str) -> Optional[SmaajobError]:
    """The fault of the first value that JSON cannot say."""
    what = None
    if isinstance(value, (Mapping, list, tuple)):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            # A name that could be about a person is not repeated.
            named = is_tellable(str(key))
            fault = _unsayable(inner, f"{pointer}/{key}" if named else pointer)
            if fault:
                return fault
            if not isinstance(key, (str, int, float, type(None))):
                what = f"a name that is {type(key).__name__}, expected str"
    elif isinstance(value, float):
        what = None if math.isfinite(value) else "a number that is not finite, expected a finite one"
    elif isinstance(value, int):
        what = "a number of too many digits" if abs(value) > _MOST_WHOLE else None
    elif not isinstance(value, (str, type(None))):
        what = f"{type(value).__name__}, expected str, a number, bool, a list or a dict"
    if what is None:
        return None
    code = "range" if isinstance(value, (int, float)) else "type"
    return SmaajobError(code, f"{path_of(pointer)}: {what}" if pointer else what, pointer)

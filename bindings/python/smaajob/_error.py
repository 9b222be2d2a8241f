# SPDX-License-Identifier: Apache-2.0
"""The one exception: what is wrong, where, and what was expected."""

from __future__ import annotations

from typing import Optional, Tuple, Type


class SmaajobError(ValueError):
    """A document or an argument that is not as it must be.

    >>> import smaajob
    >>> try:
    ...     smaajob.Citizen.from_json('{"format":"smaajob.citizen/1","id":"c-17","effectiveness":2}')
    ... except smaajob.SmaajobError as error:
    ...     print(error.code, error.pointer, error.line)
    range /effectiveness 1
    """

    code: str
    """The kind of fault, such as ``"range"`` or ``"unknown_concept"``."""
    message: str
    """One English sentence: what was found and what was expected."""
    pointer: str
    """JSON Pointer of the faulty value; ``""`` is the whole document."""
    line: int
    """1-based line of the text; 0 when there is no text."""
    column: int
    """1-based byte column in that line; 0 when there is no text."""
    file: Optional[str]
    """The file it is about, when a path was given."""

    def __init__(
        self,
        code: str,
        message: str,
        pointer: str = "",
        line: int = 0,
        column: int = 0,
        file: Optional[str] = None,
    ) -> None:
        super().__init__(code, message, pointer, line, column, file)
        self.code = code
        self.message = message
        self.pointer = pointer
        self.line = line
        self.column = column
        self.file = file

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line:
            place += [str(self.line), str(self.column)]
        return ": ".join([":".join(place), self.message] if place else [self.message])

    def __reduce__(self) -> Tuple[Type[SmaajobError], Tuple[object, ...]]:
        return type(self), (self.code, self.message, self.pointer, self.line, self.column, self.file)

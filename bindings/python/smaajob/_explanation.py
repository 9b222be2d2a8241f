# SPDX-License-Identifier: Apache-2.0
"""A match in words, for one reader."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple, Union

from . import _document, _native
from ._values import UNKNOWN, flag
from ._words import Reader, Section, number_of, word_of


@dataclass(frozen=True)
class Paragraph:
    """One thing that is said."""

    section: Section
    depth: int
    """1 when it belongs to the last paragraph of depth 0, else 0."""
    code: str
    subject: Optional[str]
    task: Optional[str]
    text: str
    values: Mapping[str, Optional[int]]
    """The numbers behind it: in thousandths, times in minutes; None when unknown."""


class Explanation:
    """Paragraphs that a host can lay out, or one page of HTML."""

    def __init__(self) -> None:
        raise TypeError("use Match.explain")

    _native: _native.Explanation

    @classmethod
    def _make(
        cls,
        match: _native.Match,
        reader: Union[Reader, str],
        language: str,
        released: bool,
        disclosed: Iterable[str],
    ) -> Explanation:
        if isinstance(disclosed, str):
            raise TypeError("/disclosed: str, expected conditions in a list")
        told = ",".join(disclosed) or None
        number = number_of(Reader, reader, "/reader")
        explanation = cls.__new__(cls)
        explanation._native = _native.Explanation(
            match, number, language, flag(released, "/released"), told
        )
        return explanation

    @property
    def reader(self) -> Reader:
        """Whom it is for."""
        return word_of(Reader, self._native.get_reader())

    @property
    def title(self) -> str:
        """What it is about, in one line."""
        title: str = self._native.get_title()
        return title

    @property
    def language(self) -> str:
        """Such as ``da``."""
        language: str = self._native.get_language()
        return language

    def heading(self, section: Union[Section, str]) -> str:
        """The heading of a section, in the reader's language."""
        heading: str = self._native.get_heading(number_of(Section, section, "/section"))
        return heading

    @functools.cached_property
    def paragraphs(self) -> Tuple[Paragraph, ...]:
        """All that is said, section by section."""
        told: List[Paragraph] = []
        for i in range(self._native.get_n_paragraphs()):
            section, depth, code, subject, task, text, n = self._native.get_paragraph_at(i)
            values: Dict[str, Optional[int]] = {}
            for j in range(n):
                name, number = self._native.get_value_at(i, j)
                values[name] = None if number == UNKNOWN else number
            told.append(Paragraph(word_of(Section, section), depth, code, subject, task, text, values))
        return tuple(told)

    def to_html(self) -> str:
        """One self-contained page."""
        page: str = self._native.to_html()
        return page

    def to_json(self) -> str:
        """As JSON, ``smaajob.explanation/1``."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """As plain Python values."""
        return _document.to_dict(self.to_json())

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Explanation) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.title, self.language))

    def _repr_html_(self) -> str:
        return self.to_html()

    def __repr__(self) -> str:
        return f"<smaajob.Explanation {self.title!r}, {self.language}, {len(self.paragraphs)} paragraphs>"


def languages() -> Tuple[str, ...]:
    """The languages that there are texts for."""
    return tuple(_native.get_language_at(i) for i in range(_native.get_n_languages()))

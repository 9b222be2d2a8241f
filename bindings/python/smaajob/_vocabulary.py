# SPDX-License-Identifier: Apache-2.0
"""The words documents are written in."""

from __future__ import annotations

import functools
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable, Dict, Optional, Tuple, Union

from . import _document, _native
from ._words import ConditionType, Kind, number_of, word_of

_lock = threading.Lock()
_LIMIT = 64 * _document.MIB


@dataclass(frozen=True)
class Condition:
    """Something about work that matters to health."""

    id: str
    kind: Kind
    type: ConditionType
    unit: Optional[str]
    label_da: Optional[str]
    label_en: Optional[str]
    icf: Optional[str]
    onet: Optional[str]


@dataclass(frozen=True)
class Label:
    """A gate or a competence concept, and what it is called."""

    id: str
    label_da: Optional[str]
    label_en: Optional[str]


class Vocabulary:
    """The words documents are written in: conditions, gates and competence concepts.

    ``Vocabulary()`` is the built-in one, made once for the whole process. Immutable, and safe to
    share between threads. A citizen and an opening are matched only when they were made with the
    same vocabulary.

    >>> import smaajob
    >>> vocabulary = smaajob.Vocabulary()
    >>> vocabulary.label("env_noise", "da")
    'Støj'
    >>> vocabulary.condition("phy_lift").type
    <ConditionType.CEILING: 'ceiling'>
    """

    __slots__ = ("_native", "__dict__")
    _builtin: Optional[_native.Vocabulary] = None

    def __init__(self) -> None:
        with _lock:
            if Vocabulary._builtin is None:
                Vocabulary._builtin = _native.Vocabulary()
            self._native = Vocabulary._builtin

    @classmethod
    def _wrap(cls, native: _native.Vocabulary) -> Vocabulary:
        vocabulary = cls.__new__(cls)
        vocabulary._native = native
        return vocabulary

    @classmethod
    def from_json(cls, text: _document.Text, base: Optional[Vocabulary] = None) -> Vocabulary:
        """A vocabulary from a ``smaajob.vocabulary/1`` document, loaded on top of `base` if given."""
        return _document.from_json(_maker(base), text)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], base: Optional[Vocabulary] = None) -> Vocabulary:
        """The same from a dict."""
        return _document.from_dict(_maker(base), mapping)

    @classmethod
    def from_path(cls, path: _document.Path, base: Optional[Vocabulary] = None) -> Vocabulary:
        """The same from a file, at most 64 MiB."""
        return _document.from_path(_maker(base), path, _LIMIT)

    @property
    def version(self) -> str:
        """The version that the topmost document states."""
        version: str = self._native.get_version()
        return version

    @functools.cached_property
    def conditions(self) -> Tuple[Condition, ...]:
        """Every condition, in document order."""
        rows = map(self._native.get_condition_at, range(self._native.get_n_conditions()))
        return tuple(
            Condition(id, word_of(Kind, kind), word_of(ConditionType, type), *rest) for id, kind, type, *rest in rows
        )

    @functools.cached_property
    def gates(self) -> Tuple[Label, ...]:
        """Every gate, in document order."""
        native = self._native
        return tuple(Label(*native.get_gate_at(i)) for i in range(native.get_n_gates()))

    @functools.cached_property
    def concepts(self) -> Tuple[Label, ...]:
        """Every competence concept, in document order."""
        native = self._native
        return tuple(Label(*native.get_concept_at(i)) for i in range(native.get_n_concepts()))

    def condition(self, id: str) -> Optional[Condition]:
        """The condition with this id; None when there is none."""
        return self._by_id.get(id)

    def label(self, id: str, language: str = "en") -> Optional[str]:
        """What a word is called in ``"da"`` or ``"en"``, or in the other when that has none."""
        label: Optional[str] = self._native.get_label(id, language)
        return label

    def to_json(self) -> str:
        """The whole vocabulary as canonical JSON."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The whole vocabulary as plain Python values."""
        return _document.to_dict(self.to_json())

    @functools.cached_property
    def _by_id(self) -> Dict[str, Condition]:
        return {condition.id: condition for condition in self.conditions}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Vocabulary):
            return NotImplemented
        return self._native is other._native or self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.version)

    def __reduce__(self) -> Tuple[Any, ...]:
        if self._native is Vocabulary._builtin:
            return Vocabulary, ()
        return Vocabulary.from_json, (self.to_json(),)

    def __copy__(self) -> Vocabulary:
        return self

    def __deepcopy__(self, memo: Any) -> Vocabulary:
        return self

    def __repr__(self) -> str:
        native = self._native
        return (
            f"<smaajob.Vocabulary {self.version!r}: {native.get_n_conditions()} conditions, "
            f"{native.get_n_gates()} gates, {native.get_n_concepts()} concepts>"
        )


class VocabularyBuilder:
    """A vocabulary in the making, on top of `base` if given.

    >>> import smaajob
    >>> builder = smaajob.VocabularyBuilder("ours-1", base=smaajob.Vocabulary())
    >>> vocabulary = builder.add_concept("ours:boxes", en="move boxes").build()
    >>> vocabulary.version, vocabulary.label("ours:boxes")
    ('ours-1', 'move boxes')
    """

    __slots__ = ("_native",)

    def __init__(self, version: str, base: Optional[Vocabulary] = None) -> None:
        self._native = _native.VocabularyBuilder(_base(base), version)

    def add_condition(
        self,
        id: str,
        *,
        kind: Union[Kind, str],
        type: Union[ConditionType, str],
        da: Optional[str] = None,
        en: Optional[str] = None,
        unit: Optional[str] = None,
        icf: Optional[str] = None,
        onet: Optional[str] = None,
    ) -> VocabularyBuilder:
        """Add a condition, with at least one label."""
        numbers = number_of(Kind, kind, "/kind"), number_of(ConditionType, type, "/type")
        self._native.add_condition(id, *numbers, unit, da, en, icf, onet)
        return self

    def add_gate(self, id: str, *, da: Optional[str] = None, en: Optional[str] = None) -> VocabularyBuilder:
        """Add a gate, with at least one label."""
        self._native.add_gate(id, da, en)
        return self

    def add_concept(self, id: str, *, da: Optional[str] = None, en: Optional[str] = None) -> VocabularyBuilder:
        """Add a competence concept; one that the base has already gains these labels."""
        self._native.add_concept(id, da, en)
        return self

    def add_broader(self, broader: str) -> VocabularyBuilder:
        """Say that `broader` is broader than the concept added last."""
        self._native.add_broader(broader)
        return self

    def build(self) -> Vocabulary:
        """The checked vocabulary; the builder may be used on."""
        return Vocabulary._wrap(self._native.build())


def native_of(vocabulary: Vocabulary) -> _native.Vocabulary:
    """A vocabulary's native object."""
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError(f"a Vocabulary is expected, not {type(vocabulary).__name__}")
    return vocabulary._native


def _base(base: Optional[Vocabulary]) -> Optional[_native.Vocabulary]:
    return None if base is None else native_of(base)


def _maker(base: Optional[Vocabulary]) -> Callable[[_document.Made], Vocabulary]:
    native = _base(base)
    return lambda text: Vocabulary._wrap(_native.Vocabulary.new_from_json(native, text))

# SPDX-License-Identifier: Apache-2.0
"""A policy: the numbers that a score and its advice are made with."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, Dict, Optional, Tuple, Union

from . import _document, _native
from ._values import Days, Real, real, window

_lock = threading.Lock()


class Policy:
    """Weights, shares, priors and thresholds; ``Policy()`` has every default.

    A number is addressed by the JSON Pointer of its place in a ``smaajob.policy/1`` document.
    Immutable, and safe to share between threads.

    >>> import smaajob
    >>> smaajob.Policy().number("/weights/competence")
    0.4
    """

    __slots__ = ("_native",)
    _default: Optional[_native.Policy] = None

    def __init__(self) -> None:
        with _lock:
            if Policy._default is None:
                Policy._default = _native.Policy()
            self._native = Policy._default

    @classmethod
    def _wrap(cls, native: _native.Policy) -> Policy:
        policy = cls.__new__(cls)
        policy._native = native
        return policy

    @classmethod
    def from_json(cls, text: _document.Text) -> Policy:
        """A policy from a ``smaajob.policy/1`` document, which states what differs from the defaults."""
        return _document.from_json(_make, text)

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any]) -> Policy:
        """The same from a dict."""
        return _document.from_dict(_make, mapping)

    @classmethod
    def from_path(cls, path: _document.Path) -> Policy:
        """The same from a file, at most 1 MiB."""
        return _document.from_path(_make, path)

    @classmethod
    def _from_any(cls, document: Union[Policy, _document.Document, None]) -> Policy:
        if document is None:
            return cls()
        if isinstance(document, Policy):
            return document
        return _document.from_any(_make, document)

    def number(self, pointer: str) -> float:
        """The number at `pointer`, such as ``"/weights/wish"``."""
        number: float = self._native.get_number(pointer)
        return number

    def to_json(self) -> str:
        """The whole policy, defaults included, as canonical JSON."""
        text: str = self._native.to_json()
        return text

    def to_dict(self) -> Dict[str, Any]:
        """The whole policy as plain Python values."""
        return _document.to_dict(self.to_json())

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Policy) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> Tuple[Any, ...]:
        return Policy.from_json, (self.to_json(),)

    def __copy__(self) -> Policy:
        return self

    def __deepcopy__(self, memo: Any) -> Policy:
        return self

    def __repr__(self) -> str:
        weights = ", ".join(f"{name} {weight:g}" for name, weight in self.to_dict()["weights"].items())
        return f"<smaajob.Policy: {weights}>"


class PolicyBuilder:
    """A policy in the making, that holds every default.

    >>> import smaajob
    >>> policy = smaajob.PolicyBuilder().set_number("/max_training_weeks", 13).build()
    >>> policy.number("/max_training_weeks")
    13.0
    """

    __slots__ = ("_native",)

    def __init__(self) -> None:
        self._native = _native.PolicyBuilder()

    def set_number(self, pointer: str, value: Real) -> PolicyBuilder:
        """Set the number at `pointer`."""
        if not isinstance(pointer, str):
            raise TypeError(f"a JSON Pointer is expected as str, not {type(pointer).__name__}")
        self._native.set_number(pointer, real(value, pointer))
        return self

    def clear_windows(self) -> PolicyBuilder:
        """Empty the ordinary week, to be added anew; left empty, nothing is planned in it."""
        self._native.clear_windows()
        return self

    def add_window(self, days: Days, from_: str, to: str) -> PolicyBuilder:
        """Add to the week in which is planned when neither side has said when."""
        self._native.add_window(*window(days, from_, to, "/ordinary_week"))
        return self

    def build(self) -> Policy:
        """The checked policy; the builder may be used on."""
        return Policy._wrap(self._native.build())


def _make(text: _document.Made) -> Policy:
    return Policy._wrap(_native.Policy.new_from_json(text))

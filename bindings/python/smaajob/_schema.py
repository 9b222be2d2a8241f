# SPDX-License-Identifier: Apache-2.0
"""The JSON Schemas of the documents."""

from __future__ import annotations

from typing import Any, Dict

from . import _document, _native
from ._error import SmaajobError
from ._words import told


def schema(kind: str) -> Dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of document.

    It is a ``"citizen"``, ``"opening"``, ``"policy"``, ``"vocabulary"``, ``"match"``, ``"record"``,
    ``"difference"`` or ``"explanation"``.

    >>> import smaajob
    >>> smaajob.schema("citizen")["properties"]["format"]["const"]
    'smaajob.citizen/1'
    """
    text = _native.get_schema(kind)
    if text is None:
        expected = "expected citizen, opening, policy, vocabulary, match, record, difference or explanation"
        raise SmaajobError("argument", f"{told(kind)} is no kind of document, {expected}")
    return _document.to_dict(text)

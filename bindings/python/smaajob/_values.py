# SPDX-License-Identifier: Apache-2.0
"""Python's values as the native layer takes them: whole minutes, days as bits, -1 for not stated.

What has a meaning only there, such as -1, is refused here; every other check is the library's.
"""

from __future__ import annotations

import math
import numbers
import operator
import re
from typing import Iterable, Optional, SupportsFloat, SupportsIndex, Tuple, Union

from . import _native
from ._error import SmaajobError
from ._words import Day, number_of, path_of, told

Real = Union[int, float, SupportsFloat]
Days = Union[Day, str, Iterable[Union[Day, str]]]

UNKNOWN: int = _native.UNKNOWN
WEEK, MONTH, DAY = 168, 728, 24
_MOST_HOURS = {"week": WEEK, "month": MONTH}
_MOST = 2**31 - 1
# Far below a minute and far above what multiplying rounds off: a half stays a half.
_TOLERANCE = 1e-9


def flag(value: bool, pointer: str) -> bool:
    """A bool and nothing that merely looks like one."""
    if not isinstance(value, bool):
        raise TypeError(f"{path_of(pointer)}: {type(value).__name__}, expected bool")
    return value


def real(value: Real, pointer: str) -> float:
    """A number as a float; NaN and the infinities are for the library to refuse."""
    if isinstance(value, bool) or not isinstance(value, (numbers.Number, SupportsFloat)):
        raise TypeError(f"{path_of(pointer)}: {type(value).__name__}, expected a number")
    if isinstance(value, complex):
        raise TypeError(f"{path_of(pointer)}: complex, expected a real number")
    try:
        return float(value)
    except OverflowError:
        return math.inf


def whole(value: SupportsIndex, pointer: str, least: int = 0, most: int = _MOST) -> int:
    """A whole number that is not below 0; what is told of one that is are the library's least and most."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{path_of(pointer)}: {type(value).__name__}, expected a whole number")
    number = operator.index(value)
    if not 0 <= number <= _MOST:
        raise SmaajobError("range", f"{path_of(pointer)}: {_short(number)} is outside [{least}, {most}]", pointer)
    return number


def minutes(hours: Optional[Real], pointer: str, most: int) -> int:
    """Hours as whole minutes a week, or a day; None is not stated.

    `most` says of what: 168 hours a week, 728 hours a month, 24 hours a day.
    """
    if hours is None:
        return UNKNOWN
    number = real(hours, pointer)
    if not 0 <= number <= most:
        found = "NaN" if math.isnan(number) else f"{number:g}"
        raise SmaajobError("range", f"{path_of(pointer)}: {found} is outside [0, {most}]", pointer)
    if most == MONTH:
        number = number * 12 / 52
    return math.floor(number * 60 + 0.5 + _TOLERANCE)


def most_hours(unit: str, pointer: str) -> int:
    """How many hours a unit of hours has."""
    if not isinstance(unit, str):
        raise TypeError(f"{path_of(pointer)}: {type(unit).__name__}, expected str")
    if unit not in _MOST_HOURS:
        raise SmaajobError("range", f"{path_of(pointer)}: {told(unit)} is not one of week, month", pointer)
    return _MOST_HOURS[unit]


def window(days: Days, from_: str, to: str, pointer: str) -> Tuple[int, int, int]:
    """A window as day bits and minutes after midnight."""
    named = [days] if isinstance(days, str) else days
    if not isinstance(named, Iterable):
        raise TypeError(f"{path_of(pointer + '/days')}: {type(days).__name__}, expected days")
    bits = 0
    for at, day in enumerate(named):
        bit = number_of(Day, day, f"{pointer}/days/{at}")
        if bits & bit:
            place = f"{pointer}/days/{at}"
            raise SmaajobError("duplicate", f"{path_of(place)}: {day} is said twice", place)
        bits |= bit
    return bits, _time(from_, pointer + "/from", 0, 1425), _time(to, pointer + "/to", 15, 1440)


def time_of(minute: int) -> str:
    """Minutes after midnight as ``"08:00"``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _time(time: str, pointer: str, least: int, most: int) -> int:
    if not isinstance(time, str):
        raise TypeError(f'{path_of(pointer)}: {type(time).__name__}, expected a str such as "08:00"')
    parts = re.fullmatch(r"([0-9]{2}):(00|15|30|45)", time)
    minute = int(parts.group(1)) * 60 + int(parts.group(2)) if parts else -1
    if not least <= minute <= most:
        expected = f"expected a quarter-hour from {time_of(least)} to {time_of(most)}"
        raise SmaajobError("range", f"{path_of(pointer)}: {told(time)}, {expected}", pointer)
    return minute


def _short(number: int) -> str:
    return str(number) if abs(number) < 10**12 else "a number of many digits"

# SPDX-License-Identifier: Apache-2.0
# What SWIG writes has no types of its own; the modules beside it say what everything is.
from typing import Any

def __getattr__(name: str) -> Any: ...

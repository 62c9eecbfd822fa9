"""Events as frozen dataclasses, one module for each protocol.

Made by eventwright; run `eventwright generate` to make it anew.
"""

from __future__ import annotations

from ._issues import DecodeError, EncodeError, Issue
from ._json import JsonValue
from ._values import ABSENT, Absent, Unknown

__all__ = [
    "ABSENT",
    "Absent",
    "DecodeError",
    "EncodeError",
    "Issue",
    "JsonValue",
    "Unknown",
]

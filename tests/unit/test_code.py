"""What must not stand in generated code as it is."""

from __future__ import annotations

import sys

from eventwright.rendering import code


def test_no_unsafe_character_is_printable() -> None:
    unsafe = [char for char in map(chr, range(sys.maxunicode + 1)) if code._UNSAFE.fullmatch(char)]
    assert len(unsafe) > 2000
    assert not any(map(str.isprintable, unsafe))

"""How characters and ranges are written inside a regular expression."""

from __future__ import annotations

from eventwright.patterns.charset import CharSet


def escaped_ranges(chars: CharSet) -> str:
    """The inside of a character class in ECMA-262: letters and digits plain, the rest escaped."""
    return "".join(
        _ecma(first) if first == last else f"{_ecma(first)}-{_ecma(last)}"
        for first, last in chars.ranges
    )


def _ecma(code_point: int) -> str:
    char = chr(code_point)
    if char.isascii() and char.isalnum():
        return char
    if code_point <= 0xFF:
        return f"\\x{code_point:02x}"
    return f"\\u{code_point:04x}" if code_point <= 0xFFFF else f"\\u{{{code_point:x}}}"


def python_literal(code_point: int) -> str:
    """One character outside a class, for Python."""
    return _python(code_point, "\\^$.|?*+()[]{}")


def python_class(chars: CharSet) -> str:
    """A character class for Python, negated where that is shorter."""
    inside = _python_ranges(chars)
    outside = _python_ranges(chars.complement())
    return f"[^{outside}]" if len(outside) < len(inside) else f"[{inside}]"


def _python_ranges(chars: CharSet) -> str:
    # `&`, `|`, `~` and `[` are plain today, but Python warns that they may become set operators.
    special = "\\^]-[&|~"
    parts = []
    for first, last in chars.ranges:
        parts.append(_python(first, special))
        if last > first:
            parts.append("-" if last > first + 1 else "")
            parts.append(_python(last, special))
    return "".join(parts)


def _python(code_point: int, special: str) -> str:
    char = chr(code_point)
    if char in special:
        return f"\\{char}"
    if char.isascii() and char.isprintable():
        return char
    if code_point <= 0xFF:
        return f"\\x{code_point:02x}"
    return f"\\u{code_point:04x}" if code_point <= 0xFFFF else f"\\U{code_point:08x}"

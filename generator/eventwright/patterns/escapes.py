r"""What a backslash stands for: `\d`, `\p{Letter}`, `\cJ`, `\u{1F409}`, `\.`."""

from __future__ import annotations

from eventwright.patterns import unicode
from eventwright.patterns.charset import CLASS_ESCAPES, LAST, CharSet
from eventwright.patterns.reader import Reader
from eventwright.patterns.spelling import escaped_ranges

_DECIMAL = "0123456789"
_HEX = "0123456789abcdefABCDEF"
_CONTROLS = {"t": 0x09, "n": 0x0A, "v": 0x0B, "f": 0x0C, "r": 0x0D}
_SYNTAX_CHARACTERS = "^$\\.*+?()[]{}|/"
_ANCHORS = {"A": "^", "z": "$", "Z": "$"}


def char_or_set(reader: Reader, in_class: bool) -> CharSet:
    """What the escape whose backslash was just read matches: one character or a named set."""
    start = reader.position - 1
    letter = reader.take()
    if letter in CLASS_ESCAPES:
        return CLASS_ESCAPES[letter]
    if letter in ("p", "P"):
        return _property(reader, start, letter == "P", in_class)
    if letter in _CONTROLS:
        return CharSet.char(_CONTROLS[letter])
    if letter == "b" and in_class:
        return CharSet.char(0x08)
    if letter == "c":
        return CharSet.char(_control(reader, start))
    if letter == "0" and reader.next not in tuple(_DECIMAL):
        return CharSet.char(0)
    if letter == "x":
        return CharSet.char(_hexadecimal(reader, 2, start))
    if letter == "u":
        return CharSet.char(_unicode(reader, start))
    return CharSet.char(_identity(reader, letter, start, in_class))


def _property(reader: Reader, start: int, negative: bool, in_class: bool) -> CharSet:
    letter = "P" if negative else "p"
    reader.expect("{", f"\\{letter} needs a property in braces")
    end = reader.source.find("}", reader.position)
    if end < 0:
        raise reader.error(f"the braces of \\{letter} are not closed", start)
    expression = reader.source[reader.position : end]
    reader.position = end + 1
    chars = unicode.code_points(expression)
    if chars is None:
        raise reader.error(f"ECMA-262 knows no Unicode property {expression!a}", start)
    if negative:
        chars = chars.complement()
    ranges = escaped_ranges(chars)
    reader.replace_since(start, ranges if in_class else f"[{ranges}]")
    return chars


def _control(reader: Reader, start: int) -> int:
    letter = reader.take()
    if not (letter.isascii() and letter.isalpha()):
        raise reader.error("\\c needs a letter from A to Z", start)
    return ord(letter) % 32


def _hexadecimal(reader: Reader, count: int, start: int) -> int:
    digits = reader.digits(_HEX, count)
    if len(digits) != count:
        raise reader.error(f"the escape needs {count} hexadecimal digits", start)
    return int(digits, 16)


def _unicode(reader: Reader, start: int) -> int:
    if reader.accept("{"):
        digits = reader.digits(_HEX)
        reader.expect("}", "\\u{...} holds hexadecimal digits only and ends with a brace")
        if not digits or int(digits, 16) > LAST:
            raise reader.error("\\u{...} needs a code point, at most 10FFFF", start)
        return int(digits, 16)
    unit = _hexadecimal(reader, 4, start)
    after = reader.position
    if 0xD800 <= unit < 0xDC00 and reader.accept("\\u"):
        trail = reader.digits(_HEX, 4)
        if len(trail) == 4 and 0xDC00 <= int(trail, 16) < 0xE000:
            return 0x10000 + ((unit - 0xD800) << 10) + (int(trail, 16) - 0xDC00)
        reader.position = after
    return unit


def _identity(reader: Reader, letter: str, start: int, in_class: bool) -> int:
    if not letter:
        raise reader.error("a backslash stands at the end", start)
    if letter in _SYNTAX_CHARACTERS or (in_class and letter == "-"):
        return ord(letter)
    # Without the `u` flag ECMA-262 allows a backslash before any punctuation; people write `\-`.
    if letter.isascii() and letter.isprintable() and not letter.isalnum():
        reader.replace_since(start, letter)
        return ord(letter)
    hint = f" (ECMA-262 writes {_ANCHORS[letter]})" if letter in _ANCHORS else ""
    raise reader.error(f"\\{letter} is no escape of ECMA-262{hint}", start)

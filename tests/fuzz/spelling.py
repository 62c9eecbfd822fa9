"""Other texts for the same JSON value, and texts that are hardly JSON at all."""

from __future__ import annotations

import json
import random
from typing import Any

SPACES = ("", "", "", " ", "\n", "\t", "\r\n  ")
INSERTED = (
    *('"', "\\", "{", "}", "[", "]", ",", ":", "0", "-", "e9", "e999", ".", "\\ud800", "\\u0000"),
    *("\x00", "\u2028", "NaN", "Infinity", "-Infinity", "true", "//", "\ufeff", " ", "'", "0x1"),
    *(
        '"a":1,',
        '"__proto__":{"a":1},',
        "1" * 20,
        "1" * 4301,
        "[" * 130,
        "\\ud83d\\ude00",
        "\\uDC00",
    ),
)
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1252")


def spelled(value: Any, chance: random.Random) -> str:
    """A JSON text of a value, in an unusual spelling."""
    space = chance.choice(SPACES)
    if isinstance(value, dict):
        pairs = [(name, part) for name, part in value.items()]
        if pairs and chance.random() < 0.2:
            pairs.insert(0, (chance.choice(pairs)[0], chance.choice((None, 1, "a"))))
        inner = ",".join(
            f"{space}{_string(name, chance)}{space}:{spelled(part, chance)}" for name, part in pairs
        )
        return f"{{{inner}{space}}}"
    if isinstance(value, list):
        return f"[{','.join(spelled(part, chance) for part in value)}{space}]"
    if isinstance(value, str):
        return _string(value, chance)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return space + _number(value, chance)
    return json.dumps(value) + space


def _string(value: str, chance: random.Random) -> str:
    if chance.random() < 0.5:
        return json.dumps(value, ensure_ascii=chance.random() < 0.5)
    units = value.encode("utf-16-be", "surrogatepass").hex()
    digits = [units[i : i + 4] for i in range(0, len(units), 4)]
    return '"' + "".join(f"\\u{d.upper() if chance.random() < 0.5 else d}" for d in digits) + '"'


def _number(value: float, chance: random.Random) -> str:
    plain = json.dumps(value)
    ways = [plain]
    if isinstance(value, int):
        ways += [f"{plain}.0", f"{plain}e0", f"{plain}E+00", f"{plain}0e-1", f"{plain}.000"]
        if value == 0:
            ways += ["-0", "0.0", "-0.0", "0e999"]
    elif "e" not in plain:
        ways += [f"{plain}0", f"{plain}e0", f"{plain}E-0", f"{plain}00000000000000000001"]
    return chance.choice(ways)


def broken(text: str, chance: random.Random) -> str | bytes:
    """A text with a fault in its letters or its bytes."""
    place = chance.randint(0, len(text))
    match chance.randrange(6):
        case 0:
            return text[:place]
        case 1:
            return text[:place] + text[place + 1 :]
        case 2 | 3:
            return text[:place] + chance.choice(INSERTED) + text[place:]
        case 4:
            return text.encode(chance.choice(ENCODINGS), "replace")
        case _:
            data = text.encode("utf-8", "surrogatepass")
            wrong = chance.choice(
                (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82")
            )
            place = chance.randint(0, len(data))
            return data[:place] + wrong + data[place:]

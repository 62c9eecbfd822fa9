"""Payloads made to do harm, each with what a reader owes for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

Owed = Literal["yes", "no", "json"]
MARK = "zq7qz"
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Hostile:
    """A text with a part that is repeated, or bytes."""

    owed: Owed
    """Accepted; refused with issues; or refused as no JSON."""
    before: str = ""
    unit: str = ""
    count: int = 0
    after: str = ""
    data: bytes | None = None
    protocol: str = "event_frame"

    def payload(self) -> str | bytes:
        return self.before + self.unit * self.count + self.after if self.data is None else self.data


def _delta(text: str) -> str:
    """A response_delta with this JSON text as an unknown member."""
    return f'{{"event":"response_delta","response_id":"a","delta":"b","zz":{text}}}'


def _count(text: str) -> Hostile:
    """A message_count_updated, its count spelled so."""
    start = '{"MessageCountUpdated":{"meta":{"event_id":"e","occurred_at":"2026-01-01T00:00:00Z"},'
    body = f'{start}"session_id":"s","message_count":{text}}}}}'
    return Hostile("no", before=body, protocol="chat_event")


def _good(text: str) -> Hostile:
    made = _count(text)
    return Hostile("yes", before=made.before, protocol="chat_event")


def _tag(text: str) -> Hostile:
    return Hostile("no", before=f'{{"event":{text},"response_id":"{MARK}","delta":"{MARK}"}}')


def _among_brackets(levels: int) -> str:
    """So many levels; in each stand strings with brackets, quotes and backslashes."""
    noise = r'"]}}\\","]","\"}]","\\\"[","\n{"'
    return f"[{noise}," * levels + "1" + f",{noise}]" * levels


READY = '{"event":"mcp_startup_complete","summary":{"failed":[],"cancelled":[],"ready":['
WHOLE = _delta("1").encode()

TABLE: dict[str, Hostile] = {
    "100,000 arrays": Hostile("json", unit="[", count=100_000),
    "100,000 arrays, closed": Hostile("json", "[" * 100_000, "]", 100_000),
    "100,000 objects": Hostile("json", unit='{"a":', count=100_000),
    "100,000 levels in an unknown member": Hostile(
        "json", _delta("").removesuffix("}"), "[", 100_000, "]" * 100_000 + "}"
    ),
    "127 levels in all": Hostile("yes", _delta("[" * 126 + "]" * 126)),
    "128 levels in all": Hostile("json", _delta("[" * 127 + "]" * 127)),
    "brackets in a string": Hostile("yes", _delta('"' + "[{" * 5000 + '"')),
    "127 levels among brackets in strings": Hostile("yes", _delta(_among_brackets(126))),
    "128 levels among brackets in strings": Hostile("json", _delta(_among_brackets(127))),
    "100,000 records": Hostile("yes", _delta("[").removesuffix("}"), '{"a":[{}]},', 100_000, "1]}"),
    "100,000 records, one of too many levels": Hostile(
        "json", _delta(f"[{_among_brackets(126)},").removesuffix("}"), '{"a":[{}]},', 100_000, "1]}"
    ),
    "brackets in a string that never ends": Hostile("json", '"' + "[{" * 5000),
    "50 MB string": Hostile(
        "yes", '{"event":"response_delta","response_id":"a","delta":"', "x", 50 * MILLION, '"}'
    ),
    "50 MB of spaces": Hostile("json", unit=" ", count=50 * MILLION),
    "50 MB string that never ends": Hostile("json", '{"event":"', "x", 50 * MILLION),
    "50 MB of escapes that never end": Hostile("json", '"', "\\", 50 * MILLION + 1),
    "a million quotes": Hostile("json", unit='"', count=MILLION),
    "a million surrogate escapes": Hostile("json", '"', "\\ud800", MILLION, '"'),
    "a million wrong items": Hostile("no", READY, "1,", MILLION, "1]}}"),
    "a million unknown members": Hostile(
        "yes", _delta("1").removesuffix("}"), ',"a":1', MILLION, "}"
    ),
    "__proto__ as a key": Hostile("yes", _delta('{"__proto__":{"polluted":1}}')),
    "__proto__ at the top": Hostile(
        "no", '{"__proto__":{"event":"response_delta","response_id":"a","delta":"b"}}'
    ),
    "__proto__ with a member that is missed": Hostile(
        "no", '{"event":"response_delta","response_id":"a","__proto__":{"delta":"b"}}'
    ),
    "constructor as a key": Hostile("yes", _delta('{"constructor":{"prototype":{"polluted":1}}}')),
    **{
        f"{name} as a tag": _tag(json.dumps(name))
        for name in ("__proto__", "constructor", "toString", "hasOwnProperty", "__class__")
    },
    **{
        f"{name} as an external tag": Hostile("no", f'{{"{name}":{{}}}}', protocol="chat_event")
        for name in ("__proto__", "constructor", "toString", "hasOwnProperty", "__class__")
    },
    **{
        f"tag {text}": _tag(text)
        for text in ("null", "true", "1", "1.5", "[]", "{}", '["response_delta"]', f'"{MARK}"')
    },
    "lone surrogate escaped": Hostile("json", _delta('"\\ud800"')),
    "lone surrogate in a key": Hostile("json", _delta('{"\\udc00":1}')),
    "surrogates in the wrong order": Hostile("json", _delta('"\\udc00\\ud800"')),
    "surrogate pair escaped": Hostile("yes", _delta('"\\ud83d\\ude00"')),
    "escaped backslash before u": Hostile("yes", _delta('"\\\\ud800"')),
    "lone surrogate raw": Hostile(
        "json", data=_delta('"X"').encode().replace(b"X", b"\xed\xa0\x80")
    ),
    **{
        f"{text} as a value": Hostile("json", _delta(text))
        for text in (
            "NaN",
            "Infinity",
            "-Infinity",
            "nan",
            "01",
            "+1",
            "1.",
            ".5",
            "0x1",
            "1e",
            "-",
        )
    },
    "1e400": _count("1e400"),
    "-1e400": _count("-1e400"),
    "1e400 in an unknown member": Hostile("yes", _delta("1e400")),
    "-0": _good("-0"),
    "-0.0": _good("-0.0"),
    "1.0": _good("1.0"),
    "1e0": _good("1e0"),
    "0.9": _count("0.9"),
    **{f"2^53{step:+}": _count(str(2**53 + step)) for step in (-1, 1)},
    "2^64": _count(str(2**64)),
    "-2^64": _count(str(-(2**64))),
    "5,000 digits": Hostile(
        "json", _count("X").before.replace("X", "9" * 5000), protocol="chat_event"
    ),
    "5,000 digits in an unknown member": Hostile("json", _delta("9" * 5000)),
    "4,300 digits in an unknown member": Hostile("yes", _delta("9" * 4300)),
    "a million digits": Hostile("json", '{"a":', "9", MILLION, "}"),
    "5,000 digits after the point": Hostile("yes", _delta("0." + "3" * 4000)),
    "true for an integer": _count("true"),
    "false for an integer": _count("false"),
    "text for an integer": _count(f'"{MARK}"'),
    "duplicate keys, last good": Hostile(
        "yes", '{"event":"response_delta","response_id":1,"response_id":"a","delta":"b"}'
    ),
    "duplicate keys, last wrong": Hostile(
        "no", '{"event":"response_delta","response_id":"a","response_id":1,"delta":"b"}'
    ),
    "duplicate tag": Hostile(
        "no", f'{{"event":"response_delta","event":"{MARK}","response_id":"a","delta":"b"}}'
    ),
    "empty": Hostile("json"),
    "no bytes": Hostile("json", data=b""),
    "white space": Hostile("json", " \t\r\n"),
    "no-break space": Hostile("json", "\u00a0" + _delta("1")),
    "two documents": Hostile("json", _delta("1") + _delta("1")),
    "two lines": Hostile("json", _delta("1") + "\n" + _delta("1")),
    "trailing comma": Hostile("json", _delta("[1,]")),
    "comment": Hostile("json", _delta("1/**/")),
    "control character": Hostile("json", _delta('"\x01"')),
    "NUL at the end": Hostile("json", _delta("1") + "\x00"),
    "byte-order mark": Hostile("json", data=b"\xef\xbb\xbf" + WHOLE),
    "byte-order mark in text": Hostile("json", "\ufeff" + _delta("1")),
    **{name: Hostile("json", data=_delta("1").encode(name)) for name in ("utf-16", "utf-16-le")},
    **{name: Hostile("json", data=_delta("1").encode(name)) for name in ("utf-16-be", "utf-32")},
    "Latin-1": Hostile("json", data=_delta('"é"').encode("latin-1")),
    "overlong": Hostile("json", data=WHOLE.replace(b"delta", b"d\xc1\xa5lta")),
    "truncated character": Hostile("json", data=WHOLE + b"\xe2\x82"),
    "past U+10FFFF": Hostile(
        "json", data=_delta('"X"').encode().replace(b"X", b"\xf4\x90\x80\x80")
    ),
    "truncated": Hostile("json", data=WHOLE[:-1]),
    **{
        f"document {text}": Hostile("no", text)
        for text in ("null", "true", "0", f'"{MARK}"', "[]", "{}")
    },
}
# 2^53 - 1 and 2^53 + 1 are more than the protocol lets a count be; the vectors know the bounds.

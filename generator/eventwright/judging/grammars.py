"""Whether a text has a format: each read off its RFC, and written apart from the bindings."""

from __future__ import annotations

import calendar
import ipaddress
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from eventwright.patterns import PatternError
from eventwright.patterns.parser import parse

_LONG_MONTHS = {1, 3, 5, 7, 8, 10, 12}
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)


def _is_date_time(text: str) -> bool:
    """RFC 3339, section 5.6."""
    return text[10:11] in ("T", "t") and _is_date(text[:10]) and _is_time(text[11:])


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    year, month, day = map(int, match.groups())
    return 1 <= month <= 12 and 1 <= day <= _days(year, month)


def _days(year: int, month: int) -> int:
    return 28 + calendar.isleap(year) if month == 2 else 30 + (month in _LONG_MONTHS)


def _is_time(text: str) -> bool:
    """RFC 3339, section 5.6, with the limits of section 5.7."""
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    hour, minute, second = map(int, match.groups()[:3])
    offset_hour, offset_minute = int(match[5] or 0), int(match[6] or 0)
    if hour > 23 or minute > 59 or offset_hour > 23 or offset_minute > 59:
        return False
    sign = -1 if match[4] == "-" else 1
    utc = (hour * 60 + minute - sign * (offset_hour * 60 + offset_minute)) % (24 * 60)
    return second <= 59 or (second == 60 and utc == 23 * 60 + 59)


_N = "[0-9]+"
# RFC 3339, appendix A, rule by rule.
_DUR_TIME = f"T(?:{_N}H(?:{_N}M(?:{_N}S)?)?|{_N}M(?:{_N}S)?|{_N}S)"
_DUR_DATE = f"(?:{_N}D|{_N}M(?:{_N}D)?|{_N}Y(?:{_N}M(?:{_N}D)?)?)(?:{_DUR_TIME})?"
_DURATION = f"P(?:{_DUR_DATE}|{_DUR_TIME}|{_N}W)"


def _is_duration(text: str) -> bool:
    return re.fullmatch(_DURATION, text.upper()) is not None and text.isascii()


def _is_ipv4(text: str) -> bool:
    try:
        ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return True


def _is_ipv6(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return "%" not in text


def _is_hostname(text: str) -> bool:
    """RFC 1123, section 2.1, and RFC 5890 for labels that begin with xn--."""
    return len(text) <= 253 and all(map(_is_label, text.split(".")))


def _is_label(text: str) -> bool:
    if not re.fullmatch("(?!-)[A-Za-z0-9-]{1,63}(?<!-)", text):
        return False
    return text[:4].lower() != "xn--" or _is_encoded(text[4:].lower())


def _is_encoded(text: str) -> bool:
    """Whether a text is Punycode of what a label may be, and of more than ASCII."""
    try:
        label = text.encode().decode("punycode")
    except (UnicodeError, IndexError, OverflowError, ValueError):
        return False
    if label.isascii() or any(0xD800 <= ord(char) <= 0xDFFF for char in label):
        return False
    if label.encode("punycode").decode() != text:
        return False
    return not (label.startswith("-") or label.endswith("-") or label[2:4] == "--")


_BEYOND = "\x80-\ud7ff\ue000-\U0010ffff"


def _mailbox(more: str, is_domain: Callable[[str], bool]) -> Callable[[str], bool]:
    """RFC 5321, section 4.1.2: `more` are the characters beyond ASCII that words may have."""
    atom = f"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~{more}-]+"
    quoted = rf'"(?:[\x20\x21\x23-\x5b\x5d-\x7e{more}]|\\[\x20-\x7e])*"'
    local = rf"{atom}(?:\.{atom})*|{quoted}"

    def check(text: str) -> bool:
        before, _, domain = text.rpartition("@")
        literal = re.fullmatch(r"\[(?:([Ii][Pp][Vv]6:)(.*)|(.*))\]", domain)
        if literal is None:
            found = is_domain(domain)
        elif literal[1]:
            found = _is_ipv6(literal[2])
        else:
            found = _is_ipv4(literal[3])
        return found and re.fullmatch(local, before) is not None

    return check


def _is_idn(text: str) -> bool:
    """A host name that may hold more than ASCII: RFC 5890 without its tables of characters."""
    return all(
        _is_label(label)
        if label.isascii()
        else re.fullmatch(f"(?!-)[A-Za-z0-9{_BEYOND}-]{{1,63}}(?<!-)", label) is not None
        for label in text.split(".")
    )


_PLANES = "".join(
    f"{chr(plane << 16 | (0x1000 if plane == 14 else 0))}-{chr(plane << 16 | 0xFFFD)}"
    for plane in range(1, 15)
)
_UCS = f"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef{_PLANES}"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"


def _reference(ucs: str, private: str, *, absolute: bool) -> Callable[[str], bool]:
    """RFC 3986, appendix A, and RFC 3987, section 2.2, which adds characters."""
    plain = f"[A-Za-z0-9._~!$&'()*+,;={ucs}-]|%[0-9A-Fa-f]{{2}}"
    pchar = f"(?:{plain}|[:@])"
    host = rf"(?:\[(?P<literal>[^\]]*)\]|(?:{plain})*)"
    authority = rf"//(?:(?:{plain}|:)*@)?{host}(?::[0-9]*)?(?:/{pchar}*)*"
    rooted = f"/(?:{pchar}+(?:/{pchar}*)*)?"
    scheme = "[A-Za-z][A-Za-z0-9+.-]*:"
    rootless = f"{pchar}+(?:/{pchar}*)*"
    no_scheme = f"(?:{plain}|@)+(?:/{pchar}*)*"
    tail = (
        rf"(?:\?(?:{pchar}|[/?{private}])*)?(?:#(?:{pchar}|[/?])*)?"
        if private
        else (rf"(?:\?(?:{pchar}|[/?])*)?(?:#(?:{pchar}|[/?])*)?")
    )
    forms = [f"{scheme}(?:{authority}|{rooted}|{rootless}|){tail}"]
    if not absolute:
        forms.append(f"(?:{authority}|{rooted}|{no_scheme}|){tail}")

    def check(text: str) -> bool:
        match = next(filter(None, (re.fullmatch(form, text) for form in forms)), None)
        return match is not None and _is_literal(match["literal"])

    return check


def _is_literal(text: str | None) -> bool:
    """What stands in the brackets of an authority, if there are any."""
    future = r"[Vv][0-9A-Fa-f]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+"
    return text is None or _is_ipv6(text) or re.fullmatch(future, text) is not None


# RFC 6570, section 2, with erratum 6937.
_VARCHAR = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})"
_VARSPEC = rf"{_VARCHAR}(?:\.?{_VARCHAR})*(?::[1-9][0-9]{{0,3}}|\*)?"
_TEMPLATE = (
    rf"(?:[\x21\x23-\x24\x26-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e{_UCS}{_PRIVATE}]"
    rf"|%[0-9A-Fa-f]{{2}}|\{{[+#./;?&=,!@|]?{_VARSPEC}(?:,{_VARSPEC})*\}})*"
)


def _is_regex(text: str) -> bool:
    """ECMA-262 with the `u` flag, and escaped punctuation that needs none."""
    try:
        edits = parse(text).edits
    except PatternError:
        return False
    return all(text[edit.start] == "\\" for edit in edits)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


_POINTER = "(?:/(?:[^~/]|~[01])*)*"
_WHOLE = "(?:0|[1-9][0-9]*)"

CHECKS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "date-time": _is_date_time,
        "date": _is_date,
        "time": _is_time,
        "duration": _is_duration,
        "email": _mailbox("", _is_hostname),
        "idn-email": _mailbox(_BEYOND, _is_idn),
        "hostname": _is_hostname,
        "ipv4": _is_ipv4,
        "ipv6": _is_ipv6,
        "uri": _reference("", "", absolute=True),
        "uri-reference": _reference("", "", absolute=False),
        "iri": _reference(_UCS, _PRIVATE, absolute=True),
        "iri-reference": _reference(_UCS, _PRIVATE, absolute=False),
        "uri-template": _matches(_TEMPLATE),
        "uuid": _matches("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
        "json-pointer": _matches(_POINTER),
        "relative-json-pointer": _matches(rf"{_WHOLE}(?:[+-]{_WHOLE})?(?:#|{_POINTER})"),
        "regex": _is_regex,
    }
)
"""By the name that JSON Schema has for the format."""

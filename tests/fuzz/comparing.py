"""What counts as a disagreement about a payload."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from fuzz.languages import Outcome, Payload
from fuzz.oracles import Oracles
from support.parsers import Parser

MAX_SAFE = 2**53 - 1
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """A payload about which two readers, or a reader and the oracles, disagree."""

    kind: str
    detail: str


def difference(
    python: Outcome, bigint: Outcome, number: Outcome, payload: Payload
) -> Difference | None:
    """The first disagreement about a payload between the bindings, or None."""
    for name, outcome in (("python", python), ("bigint", bigint), ("number", number)):
        if outcome.fault:
            return Difference(f"fault in {name}", outcome.fault)
    if python.issues != bigint.issues:
        return Difference("issues", f"python {python.issues}\nbigint {bigint.issues}")
    if not same_value(python.encoded, bigint.encoded):
        return Difference("encoded", f"python {python.encoded}\nbigint {bigint.encoded}")
    if not _kept_alike(python, bigint) or python.refused != bigint.refused:
        return Difference("kept", f"python {python}\nbigint {bigint}")
    return _of_number_mode(payload, bigint, number)


def of_parsers(outcomes: Mapping[Parser, Outcome]) -> Difference | None:
    """Whether Python's bindings make something else of a payload with another parser."""
    first, *others = outcomes.values()
    if all(other == first for other in others):
        return None
    return Difference("parser", "\n".join(f"{name}: {one}" for name, one in outcomes.items()))


def of_oracles(
    payload: Payload, outcome: Outcome, oracles: Oracles, ajv: bool | None
) -> Difference | None:
    """Whether foreign validators agree that the verdict on a payload is wrong."""
    if "json" in outcome.codes:
        return _unfounded_json(payload, outcome)
    verdict = outcome.codes <= {"format"}
    value = json.loads(payload)
    if not verdict and not _is_finite(value):
        return None  # no branch takes such a number, as we have it; the oracles do
    if not oracles.contradict(value, verdict, ajv):
        return None
    said = "accepts" if verdict else f"refuses: {outcome.issues}"
    return Difference("verdict", f"the oracles say otherwise; ours {said}")


def of_written(outcome: Outcome, refused: Set[str]) -> Difference | None:
    """Whether what was written of a valid payload is among the texts that oracles refuse."""
    if outcome.encoded not in refused:
        return None
    return Difference("written", f"the oracles refuse what is written: {outcome.encoded}")


# Any: a payload is any JSON value.
def common(written: Any, read: Any) -> Any:
    """What is written, without the members that were not read."""
    if isinstance(written, dict) and isinstance(read, dict):
        return {name: common(part, read[name]) for name, part in written.items() if name in read}
    if isinstance(written, list) and isinstance(read, list):
        return [common(*pair) for pair in zip(written, read, strict=True)]
    return written


def _is_finite(value: Any) -> bool:
    """Whether no number of a value is past the range of a double."""
    match value:
        case dict():
            return all(map(_is_finite, value.values()))
        case list():
            return all(map(_is_finite, value))
        case _:
            return not isinstance(value, float) or math.isfinite(value)


def _unfounded_json(payload: Payload, outcome: Outcome) -> Difference | None:
    """Whether a text was called no JSON although Python's strict reader takes all of it."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        text = payload if isinstance(payload, str) else payload.decode("utf-8")
        value = json.loads(text, parse_constant=refuse)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    lone = re.search(r"\\u[dD][89a-fA-F]", text)  # in a member that a later one has replaced
    if lone or _depth(value) > 127 or re.search(r"[eE][+]?[0-9]{3}|[\[{]{100}|[0-9]{300}", text):
        return None
    return Difference("json", f"called no JSON: {outcome.issues}")


def _depth(value: Any) -> int:
    parts = (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    )
    return 0 if parts is None else 1 + max(map(_depth, parts), default=0)


def _of_number_mode(payload: Payload, wide: Outcome, narrow: Outcome) -> Difference | None:
    lost = {path for path, code, _ in narrow.issues if code == "precision"}
    data = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload
    large = any(abs(float(n)) > MAX_SAFE for n in _NUMBER.findall(data))
    if lost and not large:
        return Difference("precision", f"no number is large, but {narrow.issues}")
    told = {code for _, code, _ in narrow.refused or narrow.issues}
    is_lost = large and narrow.kept is None and "precision" in told
    if not (is_lost or _kept_alike(narrow, wide)):
        return Difference("kept in numbers", f"number {narrow}\nbigint {wide}")
    if "limit" in narrow.codes | wide.codes:
        return None  # where one list ends, the other one may have other issues yet
    if lost:
        others = [issue for issue in narrow.issues if issue[0] not in lost]
        expected = [issue for issue in wide.issues if issue[0] not in lost]
        same = others == expected
    else:
        same = narrow.issues == wide.issues and same_value(narrow.encoded, wide.encoded)
    return None if same else Difference("number mode", f"number {narrow}\nbigint {wide}")


def _kept_alike(one: Outcome, other: Outcome) -> bool:
    return one.tag == other.tag and same_value(one.kept, other.kept)


def same_value(left: Payload | None, right: Payload | None) -> bool:
    """Whether two texts stand for one JSON value, or neither is there."""
    if left is None or right is None:
        return left is right
    return left == right or _same(json.loads(left), json.loads(right))


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(_same(left[k], right[k]) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(_same, left, right))
    if isinstance(left, float) or isinstance(right, float):
        # One of them wrote a double with a fraction or an exponent, the other in plain digits.
        return (
            isinstance(left, int | float)
            and isinstance(right, int | float)
            and float(left) == float(right)
        )
    return bool(left == right)

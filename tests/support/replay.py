"""Put payloads through the generated bindings of each language and see what comes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from eventwright.casing import snake
from support.fixtures import Protocol
from support.project import ROOT, run

REPLAY = ROOT / "tests" / "conformance" / "replay.mjs"


@dataclass(frozen=True, slots=True)
class Payload:
    """A text, and how it is to be read."""

    text: str
    type: str | None = None
    """The named type that it is read as; None: the root type, by its short names."""
    unknown: Literal["error", "keep"] = "error"
    """What to do with a tag that the schema doesn't know."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a reader made of a payload: the text that it wrote again, or its issues."""

    encoded: str | None
    issues: tuple[tuple[str, str, str], ...] = ()
    """Triples of path, code and message; the code `crash` stands for any other error."""
    kept: str | None = None
    """The tag of a value that was kept, since the schema doesn't know it."""
    named_alike: bool = True
    """Whether every member that is written is found under that name in the value that was read."""
    reread: bool = True
    """Whether `parse` makes the same value again of what `dump` gives."""
    narrowed: bool = True
    """Whether JSON that TypeScript's `is` narrows is written as what is read of it."""

    @property
    def agrees(self) -> bool:
        """Whether all functions of the type say the same of the value."""
        return self.named_alike and self.reread and self.narrowed

    def places(self) -> tuple[tuple[str, str], ...]:
        """The issues without their messages."""
        return tuple((path, code) for path, code, _ in self.issues)


def in_python(module: ModuleType, payloads: Sequence[Payload]) -> list[Outcome]:
    """What a module of Python bindings makes of each payload."""
    return [read_in_python(module, payload) for payload in payloads]


def read_in_python(module: ModuleType, payload: Payload) -> Outcome:
    """What a module of Python bindings makes of a payload."""
    suffix = "" if payload.type is None else f"_{snake(payload.type)}"
    decode, encode, parse, dump = (
        getattr(module, function + suffix) for function in ("decode", "encode", "parse", "dump")
    )
    options = {} if payload.unknown == "error" else {"unknown": payload.unknown}
    try:
        value = decode(payload.text, **options)
        encoded: str = encode(value).decode()
        written = dump(value)
        reread = parse(written, **options) == value
        if type(value).__name__.startswith("Unknown"):
            return Outcome(encoded, kept=value.tag, reread=reread)
        return Outcome(encoded, named_alike=_named_alike(value, written), reread=reread)
    except module.DecodeError as error:
        return Outcome(None, tuple((i.path, i.code, i.message) for i in error.issues))
    except Exception as error:  # noqa: BLE001 - defective bindings may raise anything
        return Outcome(None, (("", "crash", repr(error)),))


def _named_alike(value: object, written: object) -> bool:
    """Whether a value has what is written of it under the names that stand in the JSON."""
    if type(value).__name__.startswith("Unknown"):
        return bool(getattr(value, "raw", None) == written)
    if isinstance(value, Enum):
        return value.value == written and value.name == str(written).upper()
    if isinstance(value, tuple | list) and isinstance(written, list):
        return all(map(_named_alike, value, written))
    if not isinstance(written, dict):
        return value == written
    if isinstance(value, dict):
        return all(_named_alike(value[name], member) for name, member in written.items())
    if len(written) == 1:
        ((name, payload),) = written.items()
        if not hasattr(value, name):
            return _named_alike(value, payload)
    return all(_named_alike(getattr(value, name), member) for name, member in written.items())


def compiled_module(package: Path, protocol: Protocol) -> Path:
    """Where a protocol's module is in a compiled TypeScript package."""
    return package / "dist" / f"{protocol.replace('_', '-')}.js"


def in_typescript(module: Path, payloads: Sequence[Payload]) -> list[Outcome]:
    """What a module of compiled TypeScript bindings makes of each payload."""
    rows = json.loads(run("node", REPLAY, module, stdin=json.dumps([*map(asdict, payloads)])))
    return [outcome_of(row) for row in rows]


# Any: a row of the script's JSON.
def outcome_of(row: dict[str, Any]) -> Outcome:
    """What `replaying.mjs` made of a payload."""
    return Outcome(
        row.get("encoded"),
        tuple((path, code, message) for path, code, message in row.get("issues", ())),
        row.get("kept"),
        row.get("namedAlike", True),
        row.get("reread", True),
        row.get("narrowed", True),
    )


def same_json(left: object, right: object) -> bool:
    """Whether two parsed JSON values are equal: `true` is not 1, but 1.0 is."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same_json(left[k], right[k]) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same_json, left, right))
    return left == right

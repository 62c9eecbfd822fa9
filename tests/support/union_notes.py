"""Unions whose branches have tags or keys, and what the command line notes of them."""

from __future__ import annotations

import json
from pathlib import Path

from eventwright.reading.jsontext import Json
from support.command_line import eventwright


def tagged(tag: Json, **members: Json) -> dict[str, Json]:
    """An object that requires the member `type`, and describes it so."""
    described: Json = {"type": tag if isinstance(tag, dict) else {"const": tag}, **members}
    return {"type": "object", "properties": described, "required": ["type"]}


def keyed(key: str, *, closed: bool = True, **others: Json) -> dict[str, Json]:
    """An object whose one member has this key."""
    closing: Json = {"additionalProperties": False} if closed else {}
    return {
        "type": "object",
        "properties": {key: {"type": "object", "properties": {"n": {"type": "integer"}}}},
        "required": [key],
        **closing,
        **others,
    }


def leaving(*tags: str) -> dict[str, Json]:
    """A branch for the tags that are not among these."""
    refused: list[Json] = [{"properties": {"type": {"const": tag}}} for tag in tags]
    return {"not": {"anyOf": refused}, **tagged({"type": "string"})}


def notes(*branches: Json, keyword: str = "oneOf", **beside: Json) -> list[str]:
    """What is noted of a union, without the file."""
    path = Path("schema") / "order.json"
    path.write_text(json.dumps({"title": "Order", keyword: branches, **beside}), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return [note.removeprefix(f"note: {path}#") for note in run.notes]


def of_tags(told: list[str]) -> list[str]:
    """The notes but those of branches that take what another one writes."""
    return [note for note in told if "so that no value of it can be read again" not in note]


def numbered(name: str) -> Json:
    """An object that requires a member of this name, and may have a number."""
    described: Json = {name: {"type": "string"}, "number": {"type": "integer"}}
    return {"type": "object", "properties": described, "required": [name]}

"""One schema with as many definitions as asked for: records, enums, tagged unions and arrays.

It is what a large protocol looks like: each definition is described and can be reached from the
root, a union of events, in a few steps. No keyword is used that other generators don't read.
"""

from __future__ import annotations

import random
from itertools import product
from typing import Any, TypeAlias

# Any: a schema is any JSON value.
Schema: TypeAlias = dict[str, Any]

_AREAS = (
    "Account Access Agent Archive Asset Audit Backup Batch Billing Branch Budget Build Campaign"
    " Cargo Catalog Channel Claim Cluster Column Command Contract Credit Customer Dataset Delivery"
    " Deploy Device Dispute Domain Draft Escrow Export Feature Folder Forecast Freight Gateway"
    " Grant Incident Insight Invoice Journal Key Ledger License Market Media Member Meter Metric"
    " Network Offer Order Parcel Partner Payment Permit Pipeline Policy Portfolio"
).split()
_PARTS = (
    "Address Alert Amount Approval Attempt Balance Block Bundle Category Change Charge Comment"
    " Condition Contact Count Cycle Detail Digest Entry Estimate Filter Flow Group History Image"
    " Index Item Label Layout Level Limit Line Link Marker Mode Note Notice Origin Owner Patch"
    " Period Phase Plan Point Preview Profile Progress Quota Range Rate Reason Receipt Region"
    " Report Request Result Review Route Rule Sample Schedule Scope Score Segment Session Setting"
    " Share Signal Slot Source Stage Standard Step Summary Support Switch Tag Target Task Term"
    " Ticket Token Track Transfer Trend Update Usage Vendor Version View Window Zone Zoning"
).split()
_MEMBERS = (
    "active amount attempts author balance body bytes category code color comment country created"
    " currency depth duration email enabled expires external_id failures first_seen height hidden"
    " host id interval kind_hint language last_seen limit locale message name note offset owner"
    " parent_id path phone position priority progress quantity rank ratio reason reference region"
    " retries revision score sequence shared size source status_text subject summary tags_text"
    " threshold timezone total unit updated url user_agent verified version visible weight width"
).split()
_WORDS = (
    "accepted active archived blocked closed created delayed deleted draft expired failed held"
    " hidden idle locked merged new open paused pending queued ready rejected retired running sent"
    " shared skipped stopped waiting"
).split()

_LAYERS = 8

MOST = len(_AREAS) * len(_PARTS)
"""How many definitions there are names for."""


def definitions(count: int, seed: int = 0) -> Schema:
    """A schema with `count` entries in `$defs`; the same seed makes the same ones.

    Raises ValueError where there are not enough names.
    """
    if count > MOST:
        raise ValueError(f"there are names for {MOST} definitions")
    return _Definitions(count, seed).document()


class _Definitions:
    def __init__(self, count: int, seed: int) -> None:
        # Reproducible noise is what is wanted; nothing here is a secret.
        self._random = random.Random(seed)  # noqa: S311
        names = [area + part for area, part in product(_AREAS, _PARTS)]
        self._names = self._random.sample(names, count)
        self._events = max(1, count // 20)
        self._made: Schema = {}
        self._unused: list[str] = []
        """What the layers below have made, and nothing refers to yet."""
        self._fresh: list[str] = []
        """The same of this layer."""
        self._below: list[str] = []
        """All that the layers below have made: a definition refers to nothing else."""

    def document(self) -> Schema:
        """The root and all that it leads to."""
        plain = len(self._names) - self._events
        for layer in range(1, _LAYERS + 1):
            while len(self._made) < plain * layer // _LAYERS:
                self._one()
            self._below = list(self._made)
            self._unused += self._fresh
            self._fresh = []
        events = [self._event() for _ in range(len(self._names))]
        while self._unused:
            members = self._made[self._random.choice(events)]["properties"]
            free = [name for name in _MEMBERS if name not in members]
            members |= _member(self._random.choice(free), self._reference())
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Notification",
            "description": "Something that happened; the member event tells what.",
            "oneOf": [_ref(name) for name in events],
            "$defs": self._made,
        }

    def _one(self) -> None:
        """Make one definition, or the several of a union."""
        kind = self._random.random()
        if kind < 0.05 and len(self._names) > self._events + 6:
            self._union()
            return
        name = self._names.pop()
        if kind < 0.2:
            schema = self._enum()
        elif kind < 0.25 and self._below:
            schema = {"type": "array", "items": self._reference(), "maxItems": 100}
        else:
            schema = self._record(name)
        self._add(name, schema)
        self._fresh.append(name)

    def _add(self, name: str, schema: Schema) -> None:
        article = "An" if name[0] in "AEIOU" else "A"
        self._made[name] = {"description": f"{article} {_spaced(name)} as it is stored."} | schema

    def _enum(self) -> Schema:
        return {"type": "string", "enum": self._random.sample(_WORDS, self._random.randint(3, 8))}

    def _union(self) -> None:
        """A union of three to five records that its member `kind` tells apart."""
        tags = self._random.sample(_WORDS, self._random.randint(3, 5))
        names = [self._names.pop() for _ in tags]
        for name, tag in zip(names, tags, strict=True):
            self._add(name, self._record(name, {"kind": {"const": tag}}))
        union = self._names.pop()
        self._add(union, {"oneOf": [_ref(name) for name in names]})
        self._fresh.append(union)

    def _event(self) -> str:
        name = self._names.pop()
        tag = {"event": {"const": _spaced(name).replace(" ", "_")}}
        self._add(name, self._record(name, tag))
        return name

    def _record(self, name: str, tag: Schema | None = None) -> Schema:
        """A record of three to eight members, which may hold more of its own kind."""
        properties = dict(tag or {})
        count = self._random.randint(3, 8) - len(properties)
        for member in self._random.sample(_MEMBERS, count):
            chance = self._random.random()
            if chance < 0.35 and self._below:
                properties |= _member(member, self._reference())
            elif chance < 0.37:
                properties |= _member(member, {"type": "array", "items": _ref(name)})
            else:
                properties |= _member(member, self._scalar())
        asked = [key for key in properties if self._random.random() < 0.6]
        required = list(dict.fromkeys([*(tag or {}), *asked]))
        return {"type": "object", "properties": properties, "required": required}

    def _reference(self) -> Schema:
        """A reference to something in the layers below, alone or in an array."""
        if self._unused and self._random.random() < 0.8:
            name = self._unused.pop(self._random.randrange(len(self._unused)))
        else:
            name = self._random.choice(self._below)
        alone = self._random.random() < 0.7
        return _ref(name) if alone else {"type": "array", "items": _ref(name)}

    def _scalar(self) -> Schema:
        return self._random.choice(
            [
                {"type": "string"},
                {"type": "string", "minLength": 1, "maxLength": 200},
                {"type": "string", "format": "date-time"},
                {"type": "integer"},
                {"type": "integer", "minimum": 0, "maximum": 1000},
                {"type": "number", "minimum": 0},
                {"type": "boolean"},
                {"type": "boolean", "default": False},
                {"type": "array", "items": {"type": "string"}},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        )


def _member(name: str, schema: Schema) -> Schema:
    return {name: {"description": f"The {name.replace('_', ' ')} that counts here."} | schema}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _spaced(name: str) -> str:
    """The words of a name in PascalCase."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()

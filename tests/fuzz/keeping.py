"""What has to be kept of a payload whose tag is unknown, by the model of the union alone."""

from __future__ import annotations

import json
from typing import Any

from eventwright.modelling.model import Internal, Union
from eventwright.reading.jsonvalues import json_type
from fuzz.comparing import Difference
from fuzz.languages import Outcome, Payload
from support.replay import same_json


def of_keeping(payload: Payload, outcome: Outcome, union: Union | None) -> Difference | None:
    """Whether something else is kept of a payload than what is owed."""
    if outcome.accepted or any(issue[:2] == ("", "json") for issue in outcome.issues):
        return None
    value = json.loads(payload)
    tag = None if union is None else unknown_tag(union, value)
    if tag is not None and not outcome.codes & {"tag", "limit", "type"}:
        return Difference("tag", f"{tag!r} is unknown, and the issues are {outcome.issues}")
    if tag is None or {code for _, code, _ in outcome.refused} == {"json"}:
        is_owed = outcome.kept is None and outcome.tag is None
    else:
        written = None if outcome.kept is None else json.loads(outcome.kept)
        is_owed = outcome.tag == tag and same_json(written, value)
    return None if is_owed else Difference("keeping", f"the tag {tag!r} is unknown; {outcome}")


def unknown_tag(union: Union, value: Any) -> str | int | None:  # Any: any JSON value
    """The tag of a value of a union that the union doesn't know, if that is what it has."""
    tags = {variant.tag for variant in union.variants}
    if None in tags or any(isinstance(tag, bool) for tag in tags):
        return None  # a variant is for all other tags, or there are no others
    tag = value
    if isinstance(union.encoding, Internal):
        for name in union.encoding.tag:
            tag = tag.get(name) if isinstance(tag, dict) else None
    elif isinstance(value, dict):
        tag = next(iter(value)) if len(value) == 1 else None
    elif all(variant.payload for variant in union.variants):
        return None
    if any(isinstance(known, int) for known in tags):
        return int(tag) if json_type(tag) == "integer" and tag not in tags else None
    return tag if isinstance(tag, str) and tag not in tags else None

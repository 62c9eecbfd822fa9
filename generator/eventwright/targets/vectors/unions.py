"""Values just inside and just outside the tags of a union."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.errors import escape
from eventwright.planning import plan
from eventwright.planning.plan import Program
from eventwright.reading.jsontext import Json
from eventwright.reading.jsonvalues import tag_text
from eventwright.targets.vectors.maker import Maker
from eventwright.targets.vectors.samples import NoSampleError
from eventwright.targets.vectors.tree import as_object, drop, get, put
from eventwright.targets.vectors.values import WRONG, Candidate, near, near_tags, of_types, placed


def candidates(
    maker: Maker, check: plan.Internal | plan.External, base: Json
) -> Iterator[Candidate]:
    """The values to try on a dispatch, of which `base` is a valid value."""
    if isinstance(check, plan.External):
        yield from _external(maker, check)
    elif isinstance(base, dict):
        yield from _internal(maker, check, base)


def _internal(maker: Maker, check: plan.Internal, base: dict[str, Json]) -> Iterator[Candidate]:
    yield from of_types(("object",), base)
    place = "".join(f"/{escape(name)}" for name in check.tag)
    untagged = drop(base, check.tag)
    yield Candidate(place, "missing", untagged)
    yield Candidate("", "empty", {})
    for depth in range(1, len(check.tag)):
        outer = check.tag[:depth]
        yield Candidate(place, f"missing={depth}", drop(base, outer))
        for kind, wrong in WRONG.items():
            yield Candidate(place, f"around={kind}", put(base, outer, wrong))
    yield Candidate("", "tag=last", put(untagged, check.tag, _tag_of(check, base)))
    for kind, wrong in WRONG.items():
        yield Candidate(place, f"tag={kind}", put(base, check.tag, wrong))
    if check.branches:
        for name, tag in near_tags(check.branches[0].tag).items():
            yield Candidate(place, f"tag={name}", put(base, check.tag, tag))
        yield Candidate(place, "tag=list", put(base, check.tag, [check.branches[0].tag]))
        yield from _branches(maker, check)
    yield from maker.in_place(check.missing, as_object(drop(base, check.tag)), "missing")
    yield from maker.in_place(check.unknown, put(base, check.tag, "unknown"), "unknown")


def _tag_of(check: plan.Internal, base: dict[str, Json]) -> Json:
    try:
        return get(base, check.tag)
    except KeyError:
        return check.branches[0].tag


def _branches(maker: Maker, check: plan.Internal) -> Iterator[Candidate]:
    previous = check.branches[-1].tag
    for branch in check.branches:
        try:
            valid = as_object(maker.sampler.variant(branch, check.tag))
        except NoSampleError:
            continue
        other = put(valid, check.tag, previous)
        name = tag_text(branch.tag)
        yield Candidate(f"/{escape(name)}", "other-tag", other)
        previous = branch.tag
        if branch.program:
            yield from _branch(maker, check.tag, name, branch.program, valid)
        else:
            yield Candidate(f"/{escape(name)}", "valid", valid)


def _branch(
    maker: Maker, path: tuple[str, ...], tag: str, program: Program, base: Json
) -> Iterator[Candidate]:
    """The candidates of a variant that leave its tag alone: other tags are tried but once."""
    place = "".join(f"/{escape(name)}" for name in path)
    for candidate in maker.of(program, base):
        if isinstance(candidate.tree, dict) and candidate.place != place:
            yield Candidate(f"/{escape(tag)}{candidate.place}", candidate.aim, candidate.tree)


def _external(maker: Maker, check: plan.External) -> Iterator[Candidate]:
    payloads = [(b.tag, b.program) for b in check.branches if b.program is not None]
    bare = [branch for branch in check.branches if branch.program is None]
    wrong = ["null", "boolean", "number", "array"] + ["string"] * (not bare)
    for kind, value in WRONG.items():
        if kind in wrong:
            yield Candidate("", f"type={kind}", value)
    yield Candidate("", "keys=none", {})
    for branch in bare:
        place = f"/{escape(branch.tag)}"
        yield Candidate(place, "valid", branch.tag)
        yield Candidate(place, "as-key", {branch.tag: None})
        yield Candidate(place, "as-empty-object", {branch.tag: {}})
    for tag in near(check.branches[0].tag):
        yield Candidate(f"/{escape(tag)}", "unknown-string", tag)
        yield Candidate(f"/{escape(tag)}", "unknown-key", {tag: {}})
    previous: dict[str, Json] = {"unknown": None}
    for tag, program in payloads:
        try:
            payload = maker.sampler.sample(program)
        except NoSampleError:
            continue
        place = f"/{escape(tag)}"
        yield Candidate(place, "as-string", tag)
        yield Candidate(place, "keys=two", previous | {tag: payload})
        yield Candidate(place, "keys=unknown", {tag: payload, "unknown": None})
        yield Candidate(place, "untagged", payload)
        previous = {tag: payload}
        for candidate in maker.of(program, payload):
            yield placed(tag, candidate, {tag: candidate.tree})

"""Values just inside and just outside every check of a program."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from eventwright import plan
from eventwright.errors import Location, escape
from eventwright.load import Json
from eventwright.plan import Plan, Program
from eventwright.targets.vectors.reference import Reference, same
from eventwright.targets.vectors.samples import NoSampleError, Sampler
from eventwright.targets.vectors.tree import Tree, as_object
from eventwright.targets.vectors.values import (
    INHERITED,
    WRONG,
    Candidate,
    near,
    of_scalar,
    of_types,
)


class Candidates:
    """Makes the candidates of one named type.

    With `through`, the first time that a definition is called all its candidates are made as well,
    so that one type alone carries every check that it reaches; else a few show that it is called.
    """

    def __init__(
        self, programs: Plan, sampler: Sampler, reference: Reference, *, through: bool
    ) -> None:
        self._programs = programs.programs
        self._sampler = sampler
        self._reference = reference
        self._through = through
        self._seen: set[Location] = set()
        self._open: list[Location] = []

    def of(self, program: Program, base: Json) -> Iterator[Candidate]:
        """The candidates of a program, of which `base` is a valid value."""
        yield Candidate("", "valid", base)
        for check in program.checks:
            yield from self._check(check, program, base)

    def _check(self, check: plan.Check, program: Program, base: Json) -> Iterator[Candidate]:
        match check:
            case plan.Type(types=types):
                yield from of_types(types, base)
            case plan.Items(program=items):
                yield from self._items(items)
            case plan.MinItems(limit=limit) | plan.MaxItems(limit=limit):
                item = base[0] if isinstance(base, list) and base else 1
                for count in (limit - 1, limit, limit + 1):
                    yield Candidate("", f"items={count}", [item] * count)
            case plan.Members(members=members):
                yield from self._members(members, program, base)
            case plan.AdditionalMembers():
                yield from self._additional(check, base)
            case plan.Nullable(program=inner):
                yield Candidate("", "null", None)
                yield from self.of(inner, base if base is not None else self._sample(inner))
            case plan.Call(target=target):
                yield from self._call(target, base)
            case plan.Internal():
                yield from self._internal(check, base)
            case plan.External():
                yield from self._external(check)
            case _:
                yield from of_scalar(check)

    def _sample(self, program: Program) -> Json:
        return self._sampler.sample(program)

    def _faulty(self, program: Program, candidate: Candidate) -> str | None:
        """The code of the first issue, or None when the candidate is valid."""
        issues = self._reference.issues(program, candidate.value())
        return issues[0].code if issues else None

    def _call(self, target: Location, base: Json) -> Iterator[Candidate]:
        program = self._programs[target]
        if self._through and target not in self._seen:
            self._seen.add(target)
            yield from self.of(program, base)
            return
        yield Candidate("", "valid", base)
        if target in self._open:
            return
        self._open.append(target)
        wanted = ["", "type", "type", "other"]
        for candidate in islice(self.of(program, base), 1, 500):
            code = self._faulty(program, candidate)
            kind = "" if code is None else "type" if code == "type" else "other"
            if kind in wanted and not (not kind and same(candidate.value(), base)):
                wanted.remove(kind)
                yield candidate
            if not wanted:
                break
        self._open.pop()

    def _items(self, items: Program) -> Iterator[Candidate]:
        yield Candidate("", "items=none", [])
        try:
            base = self._sample(items)
        except NoSampleError:
            return
        yield Candidate("", "items=two", [base, base])
        yield Candidate("", "items=many", [base] * 20)
        faults = []
        for candidate in self.of(items, base):
            yield _placed("0", candidate, [candidate.tree])
            if self._faulty(items, candidate):
                faults.append(candidate.tree)
        if faults:
            yield Candidate("/2", "last", [base, base, faults[0]])
            yield Candidate("", "items=wrong", [faults[0], base, faults[-1], faults[0]])

    def _members(
        self, members: tuple[plan.Member, ...], program: Program, base: Json
    ) -> Iterator[Candidate]:
        if not isinstance(base, dict):
            return
        yield Candidate("", "members=none", {})
        full = self._sampler.full(program) or base
        yield Candidate("", "members=full", full)
        yield Candidate("", "members=reversed", dict(reversed(full.items())))
        wrong: dict[str, Tree] = {}
        for ordinal, member in enumerate(members, 1):
            rest = {name: value for name, value in full.items() if name != member.name}
            yield Candidate(f"/{escape(member.name)}", "absent", rest)
            try:
                inner = self._sampler.sample(member.program, member.name, ordinal)
            except NoSampleError:
                continue
            for candidate in self.of(member.program, inner):
                yield _placed(member.name, candidate, base | {member.name: candidate.tree})
                if member.name not in wrong and self._faulty(member.program, candidate):
                    wrong[member.name] = candidate.tree
        yield Candidate("", "members=wrong", wrong)
        yield Candidate("", "members=wrong-reversed", dict(reversed(wrong.items())))
        yield Candidate("", "members=unknown", base | _unknown())

    def _additional(self, check: plan.AdditionalMembers, base: Json) -> Iterator[Candidate]:
        if not isinstance(base, dict):
            return
        for name in ("unknown", "", *INHERITED):
            yield Candidate("", f"additional={name}", base | {name: 1})
        # In code-point order, which is neither this order, nor JavaScript's, nor that of UTF-16.
        many = ("\U0001f600", "\uffff", "b", "a", "B", "10", "9", "a/b", "a~b")
        yield Candidate("", "additional=many", base | dict.fromkeys(many, 1))
        if check.program is None:
            return
        try:
            inner = self._sampler.sample(check.program, "value")
        except NoSampleError:
            return
        yield Candidate("", "additional=two", base | {"one": inner, "two": inner})
        for candidate in self.of(check.program, inner):
            yield _placed("unknown", candidate, base | {"unknown": candidate.tree})

    def _internal(self, check: plan.Internal, value: Json) -> Iterator[Candidate]:
        base = as_object(value)
        yield from of_types(("object",), base)
        place = f"/{escape(check.tag)}"
        untagged = {name: value for name, value in base.items() if name != check.tag}
        yield Candidate(place, "missing", untagged)
        yield Candidate("", "empty", {})
        yield Candidate("", "tag=last", untagged | {check.tag: base[check.tag]})
        for kind, wrong in WRONG.items():
            yield Candidate(place, f"tag={kind}", base | {check.tag: wrong})
        for tag in near(check.branches[0].tag):
            yield Candidate(place, f"tag={tag}", base | {check.tag: tag})
        yield Candidate(place, "tag=list", base | {check.tag: [check.branches[0].tag]})
        previous = check.branches[-1].tag
        for branch in check.branches:
            try:
                valid = as_object(self._sampler.variant(branch, check.tag))
            except NoSampleError:
                continue
            other = valid | {check.tag: previous}
            yield Candidate(f"/{escape(branch.tag)}", "other-tag", other)
            previous = branch.tag
            if branch.program:
                yield from self._branch(check.tag, branch.tag, branch.program, valid)
            else:
                yield Candidate(f"/{escape(branch.tag)}", "valid", valid)

    def _branch(self, member: str, tag: str, program: Program, base: Json) -> Iterator[Candidate]:
        """The candidates of a variant that leave its tag alone: other tags are tried but once."""
        for candidate in self.of(program, base):
            if isinstance(candidate.tree, dict) and candidate.place != f"/{escape(member)}":
                yield Candidate(f"/{escape(tag)}{candidate.place}", candidate.aim, candidate.tree)

    def _external(self, check: plan.External) -> Iterator[Candidate]:
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
                payload = self._sample(program)
            except NoSampleError:
                continue
            place = f"/{escape(tag)}"
            yield Candidate(place, "as-string", tag)
            yield Candidate(place, "keys=two", previous | {tag: payload})
            yield Candidate(place, "keys=unknown", {tag: payload, "unknown": None})
            yield Candidate(place, "untagged", payload)
            previous = {tag: payload}
            for candidate in self.of(program, payload):
                yield _placed(tag, candidate, {tag: candidate.tree})


def _placed(segment: str, inner: Candidate, tree: Tree) -> Candidate:
    return Candidate(f"/{escape(segment)}{inner.place}", inner.aim, tree)


def _unknown() -> dict[str, Json]:
    return {"unknown": {"event": 1}, "": None, **dict.fromkeys(INHERITED, 1)}

"""How a tagged union is read: by what its tag names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventwright.frozen import frozen
from eventwright.modelling.model import External, Internal, Named, Shape, Union, Variant
from eventwright.planning import plan
from eventwright.planning.dispatching import dispatch
from eventwright.planning.plan import Check, Entry, Program
from eventwright.reading.jsonvalues import TagValue
from eventwright.rendering.code import Code, python_literal
from eventwright.targets.python.choices import programs
from eventwright.targets.python.guards import NoStraightLineError
from eventwright.targets.python.members import asks_alike
from eventwright.targets.python.reading import expression, function
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import literals, tuple_of


@frozen
class UnionReader:
    """A function that reads a union by its tag; the runtime makes it of the variants' readers."""

    name: Code
    type: Code
    table: Code
    """The name of the table of the variants' readers."""
    variants: Code
    value: Code
    """The call that makes the reader."""

    @property
    def code(self) -> list[str]:
        """What can mention the names of other modules."""
        return ["Readers", "Callable", "Any", self.variants, self.value]

    @property
    def is_by_tag(self) -> bool:
        """Whether it does no more than to look up a tag in its table."""
        return self.value.startswith("by_tag(")


@frozen
class _Choice:
    """A variant, and what is asked of its payload; None for a bare string."""

    variant: Variant
    program: Program | None


def union_reader(union: Union, asked: Program, scope: Scope) -> UnionReader:
    """The reader of a union.

    Args:
        union: The union.
        asked: What is left to ask of a value.
        scope: The module.

    Raises:
        NoStraightLineError: More is asked than to choose by the tag.
    """
    choices = list(_choices(union, asked, scope))
    entry = Entry(union.location)
    if isinstance(union.encoding, Internal):
        made = _internal(union, union.encoding, choices, scope)
    else:
        made = _external(union, scope)
    if union.is_open:
        find = unknown_tag(union, scope)
        made = f"known_or_unknown({made}, {find}, {scope.unknown(union.location)})"
    if scope.agreed:
        made = f"judged({scope.rule(entry)}, {made})"
    if scope.reads_once(entry, asks_rules=scope.agreed):
        made = f"once({made})"
    pairs = [
        f"{python_literal(choice.variant.tag)}: {_entry(union, choice, scope)}"
        for choice in choices
        if choice.program is not None and choice.variant.tag is not None
    ]
    return UnionReader(
        Code(scope.reader(union.location)),
        scope.names.type(union.location),
        Code(scope.table(union.location)),
        Code(f"{{{', '.join(pairs)}}}"),
        Code(made),
    )


def _choices(union: Union, asked: Program, scope: Scope) -> Iterator[_Choice]:
    *shared, dispatched = asked.checks
    branches: list[Program | None]
    match dispatched:
        case plan.Internal(branches=found, missing=missing, unknown=unknown):
            if not _is_one_branch(missing) and (unknown != missing or union.is_open):
                raise NoStraightLineError
            branches = [branch.program for branch in found]
        case plan.External(branches=found, unknown=unknown) if not shared:
            branches = [branch.program for branch in found]
        case _:
            raise NoStraightLineError
    branches += [unknown] if unknown is not None else []
    if len(branches) != len(union.variants):
        raise NoStraightLineError
    for variant, branch in zip(union.variants, branches, strict=True):
        more = [check for check in shared if check != plan.Type(("object",))]
        tag = dispatched.tag if isinstance(dispatched, plan.Internal) else ()
        yield _Choice(variant, _joined(variant, branch, more, tag, scope) if more else branch)


def _joined(
    variant: Variant,
    branch: Program | None,
    shared: Sequence[Check],
    tag: tuple[str, ...],
    scope: Scope,
) -> Program:
    """The program of a variant whose own reader also asks for what the union asks of all of them.

    Raises:
        NoStraightLineError: It does not.
    """
    if branch is None or not isinstance(variant.payload, Named):
        raise NoStraightLineError
    own = Entry(variant.payload.target)
    asked = (*shared, *_of_tag(variant.tag, tag, branch.checks, scope))
    if not asks_alike(asked, own, scope):
        raise NoStraightLineError
    return Program(branch.location, (plan.Call(own),))


def _of_tag(
    value: TagValue | None, tag: tuple[str, ...], checks: Iterable[Check], scope: Scope
) -> Iterator[Check]:
    """What checks ask of an object of this tag, unions inside that go by the same one included."""
    for check in checks:
        match check:
            case plan.Call(entry=entry) if entry.location not in scope.dynamic:
                called = scope.plan.programs[entry].checks
                is_union = dispatch(called, tag) in called
                yield from _of_tag(value, tag, called, scope) if is_union else [check]
            case plan.Internal(tag=path, branches=branches) if path == tag:
                found = [b.program for b in branches if b.tag == value and b.program]
                yield from _of_tag(value, tag, found[0].checks, scope) if found else [check]
            case _:
                yield check


def _is_one_branch(missing: Program | None) -> bool:
    """Whether at most one branch is for values without a tag."""
    match missing:
        case None:
            return True
        case Program(checks=(plan.AllOf(programs=(_,)),)):
            return True
        case _:
            return False


def _internal(union: Union, encoding: Internal, choices: list[_Choice], scope: Scope) -> str:
    """The call that makes the reader of a union whose tag stands inside the object."""
    table = scope.table(union.location)
    other = next((choice for choice in choices if choice.variant.tag is None), None)
    if other is not None and not union.is_open:
        read = _reader(union, other, scope)
        return f"by_tag_at({literals(encoding.tag)}, {table}, missing={read}, unknown={read})"
    lookup = dispatch(scope.plan.of(union.location).checks, encoding.tag, scope.plan)
    missing = lookup.missing if lookup else None
    untagged = [_reader(union, choice, scope) for choice in _untagged(choices, missing)]
    if untagged:
        [read, *more] = untagged
        read = f"lambda value: first_of(value, {tuple_of(untagged)})" if more else read
        return f"by_tag_at({literals(encoding.tag)}, {table}, missing={read})"
    if len(encoding.tag) > 1:
        return f"by_tag_at({literals(encoding.tag)}, {table})"
    return f"by_tag({python_literal(encoding.tag[0])}, {table})"


def _untagged(choices: Sequence[_Choice], missing: Program | None) -> Iterator[_Choice]:
    """The variants that values without a tag may be, as they are tried."""
    found = {choice.variant.location: choice for choice in choices}
    for program in programs(missing.checks) if missing is not None else ():
        if program.location in found:
            yield found[program.location]


def _external(union: Union, scope: Scope) -> str:
    """The call that makes the reader of a union whose tag is the only key, or a bare string."""
    bare = (variant.tag for variant in union.variants if variant.payload is None)
    arguments = [scope.table(union.location), *map(python_literal, bare)]
    return f"by_key({', '.join(arguments)})"


def _entry(union: Union, choice: _Choice, scope: Scope) -> str:
    if choice.variant.location not in scope.wrapped:
        return _reader(union, choice, scope)
    payload, program = _asked(choice)
    name = scope.wrapped[choice.variant.location]
    return f"lambda payload: {name}(value={expression(payload, program.checks, 'payload', scope)})"


def _reader(union: Union, choice: _Choice, scope: Scope) -> str:
    """The function that reads a variant's payload; one that is made later is looked up then."""
    payload, program = _asked(choice)
    if scope.is_later_union(payload, union):
        return f"lambda item: {expression(payload, program.checks, 'item', scope)}"
    return function(payload, program.checks, scope)


def _asked(choice: _Choice) -> tuple[Shape, Program]:
    """The payload of a variant, and what is asked of it."""
    if choice.variant.payload is None or choice.program is None:
        raise ValueError(f"a bare string has no payload: {choice.variant}")
    return choice.variant.payload, choice.program


def unknown_tag(union: Union, scope: Scope) -> str:
    """The function that finds a tag that the union doesn't know."""
    known = scope.table(union.location)
    match union.encoding:
        case Internal(tag=tag):
            find = "unknown_internal_number" if union.has_numbers else "unknown_internal_tag"
            return f"{find}({literals(tag)}, {known})"
        case External():
            bare = [variant.tag for variant in union.variants if variant.payload is None]
            return f"unknown_external_tag({known}{f', {literals(bare)}' if bare else ''})"

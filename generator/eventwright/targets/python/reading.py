"""How a value at one place is read: by an expression, or by a test in a straight line.

What is read depends on the shape, what is asked of it on the plan. Where the plan asks for more
than can be said in a straight line, NoStraightLineError says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from eventwright.errors import Location
from eventwright.modelling.model import (
    Alias,
    Alternatives,
    AnyJson,
    Array,
    Boolean,
    Dictionary,
    Integer,
    Literals,
    Named,
    Nullable,
    Number,
    Open,
    Shape,
    Text,
    Tuple,
)
from eventwright.planning import plan
from eventwright.planning.domains import needed
from eventwright.planning.plan import Check, Entry, Program
from eventwright.planning.walking import allows_all, asks_nothing
from eventwright.targets.python.annotations import nothing
from eventwright.targets.python.choices import asks_for, chooses, in_place, plain, without_null
from eventwright.targets.python.expected import expected
from eventwright.targets.python.guards import (
    NoStraightLineError,
    scalar_reader,
)
from eventwright.targets.python.members import asks_alike
from eventwright.targets.python.programs import ProgramWriter
from eventwright.targets.python.scope import Scope
from eventwright.targets.python.text import literals, tuple_of
from eventwright.targets.tuples import exact_items

Checks: TypeAlias = tuple[Check, ...]
_STRING = plan.Type(("string",))
_READ_AS: Mapping[type, type[Shape]] = MappingProxyType({str: Text, int: Integer, bool: Boolean})
"""The shapes of all values of a type, one of which a listed value is."""
NOT_AN_OBJECT = ("if type(value) is not dict:", "    raise InvalidError")


def expression(shape: Shape, checks: Checks, source: str, scope: Scope) -> str:
    """An expression that reads the value of another one, or raises InvalidError.

    Raises:
        NoStraightLineError: More is asked of the value than its shape says.
    """
    match shape, _reduced(shape, plain(checks), scope):
        case Named(target=target), (plan.Call(entry=called),) if (
            called == Entry(target) and target not in scope.dynamic
        ):
            return _named(target, source, scope)
        case Named(target=target), () if target in scope.dynamic:
            return _named(target, source, scope)
        case AnyJson(), ():
            return source
        case AnyJson(), (plan.AnyJson(),):
            return f"any_json({source})"
        case Dictionary(values=AnyJson()), (
            (plan.AnyJson(), plan.Type(types=("object",)))
            | (plan.Type(types=("object",)), plan.AnyJson())
        ):
            return f"mapping({source}, any_json)"
        case Array(items=AnyJson()), (plan.AnyJson(), plan.Type(types=("array",))):
            return f"array({source}, any_json)"
        case _, found if plan.AnyJson() in found:
            others = tuple(check for check in found if check != plan.AnyJson())
            return expression(shape, others, f"any_json({source})", scope)
        case Literals(values=values), _ if asks_for(values, checks):
            return f"one_value({source}, {literals(values)})"
        case Array(items=items), (plan.Type(types=("array",)), *further):
            return _array(items, further, source, scope)
        case Tuple(items=shapes), (plan.Type(types=("array",)), *rest) if (
            programs := exact_items(rest)
        ) is not None:
            pairs = zip(shapes, programs, strict=True)
            readers = tuple_of(function(inner, each.checks, scope) for inner, each in pairs)
            return f"fixed_array({source}, {readers})"
        case Dictionary(), (plan.Type(types=("object",)), *further):
            return _mapping(shape, further, source, scope)
        case Open(known=Named(target=target)), (plan.Type(types=("string",)),):
            return f"{scope.word_reader(target)}({source})"
        case Nullable(inner=inner), _ if (other := without_null(checks)) is not None:
            return f"null_or({source}, {function(inner, other, scope)})"
        case Alternatives(branches=branches), found if chooses(found):
            return _first_of(asked(found, branches, scope), source, scope)
        case _, found:
            return scalar_reader(shape, found, source)


def _named(target: Location, source: str, scope: Scope) -> str:
    """An expression that reads a value of a type; what is only None may be any value in it."""
    reader = scope.reader(target)
    is_none = nothing(Named(target), scope) == "None"
    return f"first_of({source}, ({reader},))" if is_none else f"{reader}({source})"


def _array(items: Shape, checks: Sequence[Check], source: str, scope: Scope) -> str:
    """An expression that reads an array of which more is asked than that it is one."""
    of_items: Checks | None = None
    for check in checks:
        match check:
            case plan.Items(program=program, start=0) if of_items is None:
                of_items = program.checks
            case plan.UniqueItems():
                source = f"unique({source})"
            case plan.MinItems() | plan.MaxItems():
                pass
            case _:
                raise NoStraightLineError
    read = function(items, of_items or (), scope)
    if read == "text":
        return f"texts({', '.join([source, *_sizes(checks)])})"
    return f"array({', '.join([source, read, *_sizes(checks)])})"


def _mapping(shape: Dictionary, checks: Sequence[Check], source: str, scope: Scope) -> str:
    """An expression that reads an object whose member names are data."""
    of_values: Checks | None = None
    of_names: Checks = ()
    for check in checks:
        match check:
            case plan.AdditionalMembers(known=(), patterns=(), program=Program() as each) if (
                of_values is None
            ):
                of_values = each.checks
            case plan.PropertyNames(program=names):
                of_names += names.checks
            case plan.MinProperties() | plan.MaxProperties():
                pass
            case _:
                raise NoStraightLineError
    further = _sizes(checks)
    if shape.names:
        further.append(f"name={function(shape.names, of_names, scope)}")
    elif others := tuple(check for check in of_names if check != _STRING):
        further.append(f"name={function(Text(), (_STRING, *others), scope)}")
    read = function(shape.values, of_values or (), scope)
    return f"mapping({', '.join([source, read, *further])})"


def _sizes(checks: Sequence[Check]) -> list[str]:
    """The arguments that say how many items or members there may be."""
    at_least, at_most = plan.MinItems | plan.MinProperties, plan.MaxItems | plan.MaxProperties
    fewest = max((check.limit for check in checks if isinstance(check, at_least)), default=None)
    most = min((check.limit for check in checks if isinstance(check, at_most)), default=None)
    limits = {"fewest": fewest, "most": most}
    return [f"{name}={limit}" for name, limit in limits.items() if limit is not None]


def _reduced(shape: Shape, checks: Checks, scope: Scope) -> Checks:
    """The same checks, without what every value passes or the reader of a named type asks for."""
    match shape, checks:
        case AnyJson(), _:
            return tuple(check for check in checks if not asks_nothing(check))
        case Named(target=target), (_, _, *_) if target in scope.model.branches and asks_alike(
            checks, Entry(target), scope
        ):
            return (plan.Call(Entry(target)),)
        case Named(target=target), (_, _, *_):
            asked = scope.plan.of(target).checks[:1]
            is_alias = isinstance(scope.definition(shape), Alias)
            return tuple(
                check
                for check in checks
                if not (check == plan.AnyJson() and asked == (check,))
                and not (isinstance(check, plan.Type) and allows_all(check.types) and not is_alias)
            )
        case (
            (Text() | Number() | Integer() | Boolean() | Array() | Dictionary()),
            (plan.Call(entry=called),),
        ) if called.location not in scope.dynamic:
            return plain(scope.plan.programs[called].checks)
        case _:
            return checks


def _first_of(branches: Sequence[tuple[Shape, Program]], source: str, scope: Scope) -> str:
    """An expression that reads a value as the first branch that takes it."""
    if not branches:
        return f"never({source})"
    *others, (last, program) = _told_apart(branches)
    if scope.agreed and not isinstance(last, Named):
        program = expected(last, program.location, scope)  # it is what is left
    if not others:
        return expression(last, program.checks, source, scope)
    readers = [_telling(shape, asked, scope) for shape, asked in others]
    readers.append(function(last, program.checks, scope))
    return f"first_of({source}, ({', '.join(readers)}))"


def _told_apart(branches: Sequence[tuple[Shape, Program]]) -> Sequence[tuple[Shape, Program]]:
    """The branches without lists of values that another branch reads alike, with all of a type."""
    shapes = {type(shape) for shape, _ in branches}
    asked_for = needed(program for _, program in branches)
    return [
        (shape, program)
        for shape, program in branches
        if program in asked_for
        or not isinstance(shape, Literals)
        or not {_READ_AS.get(type(value)) for value in shape.values} <= shapes
    ]


def _telling(shape: Shape, asked: Program, scope: Scope) -> str:
    """A function that reads a value of one branch, and refuses those of others."""
    try:
        return function(shape, asked.checks, scope)
    except NoStraightLineError:
        if not scope.agreed:
            raise
    read = function(shape, expected(shape, asked.location, scope).checks, scope)
    return f"judged({ProgramWriter(scope, [*scope.entries][-1]).rule(asked)}, {read})"


def function(shape: Shape, checks: Checks, scope: Scope) -> str:
    """A function that reads a value, or raises InvalidError.

    Raises:
        NoStraightLineError: More is asked of the value than its shape says.
    """
    return called(expression(shape, checks, "item", scope), "item")


def called(text: str, argument: str) -> str:
    """The function whose call with a variable is an expression."""
    name, call, rest = text.partition(f"({argument})")
    return name if call and not rest and name.isidentifier() else f"lambda {argument}: {text}"


def asked(
    checks: Checks, branches: tuple[tuple[Location, Shape], ...], scope: Scope
) -> list[tuple[Shape, Program]]:
    """The branches of a union in the order in which they are tried, with what is asked of each.

    That is a branch's own program, where the union has one for it. None has a branch that a
    reference leads to, or one of the same schema as another one: only types may be asked for then.

    Raises:
        NoStraightLineError: It asks for more.
    """
    shared = Counter(place for place, _ in branches)
    pairs: list[tuple[Shape, Program]] = []
    for place, shape in branches:
        own = in_place(checks, place)
        if own is None or shared[place] > 1:
            alone = expected(shape, place, scope)
            if not scope.agreed and not _asks_for_types(own.checks if own else checks, alone):
                raise NoStraightLineError
            own = alone
        pairs.append((shape, own))
    return pairs


def _asks_for_types(checks: Checks, branch: Program) -> bool:
    """Whether checks ask for one of some types, that of a branch among them."""
    match plain(checks), branch.checks:
        case (plan.Type(types=types),), (plan.Type(types=(own,)), *_):
            return own in types
        case _:
            return False

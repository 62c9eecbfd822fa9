"""The names that generated Python may use, and those that it makes."""

from __future__ import annotations

import builtins
import keyword
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping

from eventwright.casing import pascal, spelled
from eventwright.errors import Location
from eventwright.modelling.facts import stands_in
from eventwright.modelling.model import (
    Definition,
    External,
    Model,
    Named,
    Record,
    Shape,
    Union,
)
from eventwright.modelling.walking import uses
from eventwright.reading.formats import ASSERTED
from eventwright.rendering.naming import Language
from eventwright.targets.python.text import format_rule

FUNCTIONS = ("decode", "encode", "parse", "dump", "validate")
"""What can be done with every type; with the root type under these short names too."""

PUBLIC = ("ABSENT", "Absent", "DecodeError", "EncodeError", "Issue", "JsonValue", "Unknown")
"""What the package offers beside its modules."""

REEXPORTED = ("DecodeError", "EncodeError", "Issue", "JsonValue")
"""What every module offers too, for whoever imports nothing else."""

_IMPORTED = frozenset(
    "ANYTHING Any BOOLEAN Callable ClassVar DOUBLE INT32 INT64 INTEGER InvalidError Literal"
    " Mapping NEVER NULL NULL_OR_INT64 NULL_OR_STRING NUMBER Never Readers Rule STRING Sequence"
    " StrEnum TypeAlias UINT32 UINT64 Writers".split()
)
# A member of one of these names would hide it from the members after it.
_IN_CLASSES = frozenset({"bool", "float", "int", "no_members", "str", "tuple"})
_IN_FUNCTIONS = frozenset(
    "agrees any_json array boolean closely double first_of formatted given given_or_null int32"
    " int64 integer integer_text item json_text list_text made mapping mapping_text matches"
    " matching member name never null_or nullable_text number number_text one_value others parsed"
    " payload quoted same sized text texts tree_text uint32 uint64 unique value within"
    " written".split()
)
_KEYWORDS = frozenset(keyword.kwlist)
_BUILTINS = frozenset(dir(builtins))
_NO_VARIABLES = _IN_FUNCTIONS | _BUILTINS


def language(model: Model) -> Language:
    """The names that Python allows in the module that is made of a model."""
    titles: dict[str, list[Definition]] = {}
    for definition in model.definitions.values():
        for wish in definition.title.wishes:
            titles.setdefault(pascal(wish), []).append(definition)
    wrapped = wrapped_variants(model)

    def derived(name: str) -> Iterator[str]:
        plain = name.rstrip("_")
        for definition in titles.get(plain, ()):
            if isinstance(definition, Union):
                if definition.has_unknown:
                    yield free(f"Unknown{plain}", titles)
                for name in wrappers(plain, definition, wrapped).values():
                    yield free(name, titles)

    taken = _KEYWORDS | _IMPORTED | set(PUBLIC) | set(map(format_rule, ASSERTED))
    return Language(
        reserved=taken | _BUILTINS,
        member_reserved=taken | _IN_CLASSES | titles.keys(),
        members_verbatim=False,
        derived=derived,
    )


def local(member: str) -> str:
    """A function's variable for a member, named apart from what the function uses itself."""
    if member.isupper():
        return f"{member}_value"  # type checkers take a name in capitals for a constant
    own = member.rstrip("_") in _NO_VARIABLES or member.startswith("is_")
    return f"{member}_" if own else member


def free(name: str, types: Container[str]) -> str:
    """The name of a class that a union brings along; that of a type of the schema goes before."""
    return f"{name}_" if name in types else name


def wrappers(name: str, union: Union, wrapped: Mapping[Location, Location]) -> dict[Location, str]:
    """The names of the classes that a union of this name puts around payloads, by their variants.

    Tags that make no word, or one that another tag makes too, have their characters written out.
    """
    own = [v for v in union.variants if wrapped.get(v.location) == union.location]
    texts = {v.location: v.alias or v.key for v in own}
    counts = Counter(map(pascal, texts.values()))
    clear = {text: pascal(text) and counts[pascal(text)] == 1 for text in texts.values()}
    return {
        location: name + pascal(text if clear[text] else spelled(text))
        for location, text in texts.items()
    }


def wrapped_variants(model: Model) -> Mapping[Location, Location]:
    """The externally tagged variants with a class around their payload, each with its union.

    A record that nothing else in the module uses stands for its variant itself. Unions that refer
    to another one and ask more have the same variants; their classes are those of the other one.
    """
    unions = [
        union
        for union in model.definitions.values()
        if isinstance(union, Union) and isinstance(union.encoding, External)
    ]
    counts = uses(model.definitions.values()) - _again(unions)
    found: dict[Location, Location] = {}
    for union in unions:
        for variant in union.variants:
            place, payload = variant.location, variant.payload
            if variant.tag is None or payload is None or _stands_alone(payload, model, counts):
                continue
            if place not in found or stands_in(place, union.location):
                found[place] = union.location
    return found


def _again(unions: Iterable[Union]) -> Counter[Location]:
    """How often unions refer to each type as the payload of a variant that an earlier one has."""
    payloads = [(v.location, v.payload) for union in unions for v in union.variants]
    named = [(place, shape.target) for place, shape in payloads if isinstance(shape, Named)]
    return Counter(target for _, target in named) - Counter(target for _, target in set(named))


def _stands_alone(payload: Shape, model: Model, counts: Counter[Location]) -> bool:
    return (
        isinstance(payload, Named)
        and isinstance(model.definitions[payload.target], Record)
        and counts[payload.target] == 1
    )

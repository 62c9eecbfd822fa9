"""Which checks can find a fault in values of which JSON types."""

from __future__ import annotations

from collections.abc import Mapping

from eventwright.planning import plan
from eventwright.planning.plan import Check
from eventwright.reading.jsontext import JsonType


def applicable(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """The checks of a program without those that look at none of the types that it lets pass.

    A tag that stands in an object lets nothing else pass.
    """
    match checks:
        case (plan.Type(types=types) as first, *rest):
            return (first, *(check for check in rest if _looks_at(check, types)))
        case _ if any(isinstance(check, plan.Internal) for check in checks):
            return tuple(check for check in checks if _looks_at(check, ("object",)))
        case _:
            return checks


def looks_at_null(check: Check) -> bool:
    """Whether null may be more to a check than a value of another type, which it passes."""
    return _looks_at(check, ("null",))


def _looks_at(check: Check, types: tuple[JsonType, ...]) -> bool:
    looked_at = _TYPES.get(type(check))
    return looked_at is None or not looked_at.isdisjoint(types)


_NUMBERS: frozenset[JsonType] = frozenset({"integer", "number"})
_STRINGS: frozenset[JsonType] = frozenset({"string"})
_ARRAYS: frozenset[JsonType] = frozenset({"array"})
_OBJECTS: frozenset[JsonType] = frozenset({"object"})
_TYPES: Mapping[type[Check], frozenset[JsonType]] = {
    plan.Minimum: _NUMBERS,
    plan.Maximum: _NUMBERS,
    plan.ExclusiveMinimum: _NUMBERS,
    plan.ExclusiveMaximum: _NUMBERS,
    plan.MultipleOf: _NUMBERS,
    plan.Double: _NUMBERS,
    plan.MinLength: _STRINGS,
    plan.MaxLength: _STRINGS,
    plan.Pattern: _STRINGS,
    plan.Format: _STRINGS,
    plan.MinItems: _ARRAYS,
    plan.MaxItems: _ARRAYS,
    plan.UniqueItems: _ARRAYS,
    plan.PrefixItems: _ARRAYS,
    plan.Items: _ARRAYS,
    plan.Contains: _ARRAYS,
    plan.UnevaluatedItems: _ARRAYS,
    plan.MinProperties: _OBJECTS,
    plan.MaxProperties: _OBJECTS,
    plan.PropertyNames: _OBJECTS,
    plan.Members: _OBJECTS,
    plan.PatternMembers: _OBJECTS,
    plan.AdditionalMembers: _OBJECTS,
    plan.DependentRequired: _OBJECTS,
    plan.DependentSchemas: _OBJECTS,
    plan.UnevaluatedMembers: _OBJECTS,
}

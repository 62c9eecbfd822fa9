"""The rules that many schemas ask for: the runtime of every language has a name for each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from eventwright.planning import plan
from eventwright.planning.plan import Check

_INTEGER = plan.Type(("integer",))
_NULL_OR_INTEGER = plan.Type(("null", "integer"))
_USUAL: Mapping[tuple[Check, ...], str] = MappingProxyType(
    {
        (): "ANYTHING",
        (plan.Never(),): "NEVER",
        (plan.AnyJson(),): "ANY_JSON",
        (plan.UniqueItems(),): "UNIQUE_ITEMS",
        (plan.Type(("string",)),): "STRING",
        (plan.Type(("null", "string")),): "NULL_OR_STRING",
        (plan.Type(("boolean",)),): "BOOLEAN",
        (plan.Type(("null",)),): "NULL",
        (plan.Type(("number",)),): "NUMBER",
        (_INTEGER,): "INTEGER",
        (_INTEGER, plan.Minimum(-(2**31)), plan.Maximum(2**31 - 1)): "INT32",
        (_INTEGER, plan.Minimum(-(2**63)), plan.Maximum(2**63 - 1)): "INT64",
        (_NULL_OR_INTEGER, plan.Minimum(-(2**63)), plan.Maximum(2**63 - 1)): "NULL_OR_INT64",
        (_INTEGER, plan.Minimum(0), plan.Maximum(2**32 - 1)): "UINT32",
        (_INTEGER, plan.Minimum(0), plan.Maximum(2**64 - 1)): "UINT64",
    }
)
_KINDS = frozenset(type(check) for checks in _USUAL for check in checks)


def usual_rule(checks: tuple[Check, ...]) -> str | None:
    """The runtime's name for the rule of such checks, if it has one."""
    # The others may hold values that can't be looked up.
    return _USUAL.get(checks) if _KINDS.issuperset(map(type, checks)) else None

"""Where an integer may be longer than the number that is to hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from eventwright.planning import plan
from eventwright.planning.plan import Entry, Program
from eventwright.planning.walking import checks_inside, checks_of, parts
from eventwright.targets.typescript.language import MAX_SAFE
from eventwright.targets.typescript.programs import closure


@dataclass
class Digits:
    """What has to be known about the integers of a module."""

    programs: Mapping[Entry, Program]
    exact: bool
    """Whether integers that no number holds are bigints."""

    @cached_property
    def inexact(self) -> frozenset[Entry]:
        """The programs whose check may refuse a valid value, so that the rule has the last word."""
        return closure(self.programs, self._is_inexact)

    @cached_property
    def doubted(self) -> frozenset[Entry]:
        """The programs whose check may refuse what their rule lets pass, asked by all digits."""
        return self.inexact if self.exact else self.inexact | self._lossy

    def may_be_lost(self, program: Program) -> bool:
        """Whether a value that passes may hold an integer of which a number loses digits."""
        return any(
            check.entry in self._lossy if isinstance(check, plan.Call) else self._is_lossy(check)
            for check in checks_of(program)
        )

    def decide(self, check: plan.Check) -> bool:
        """Whether the rule of a check has to know every digit of a value to say that it passes."""
        return any(
            inner.entry in self._lossy or inner.entry in self.inexact
            if isinstance(inner, plan.Call)
            else self._is_lossy(inner) or self._is_inexact(inner)
            for inner in (check, *checks_inside(check))
        )

    @cached_property
    def _lossy(self) -> frozenset[Entry]:
        return closure(self.programs, self._is_lossy)

    def _is_lossy(self, check: plan.Check) -> bool:
        match check:
            case plan.AnyJson():
                return True
            case plan.Type(types=types):
                return not {"integer", "number"}.isdisjoint(types)
            case _:
                return False

    def _is_inexact(self, check: plan.Check) -> bool:
        match check:
            case plan.AnyJson():
                return True
            case plan.Type(types=types):
                return "number" in types or (self.exact and "integer" in types)
            case plan.AnyOf() | plan.OneOf() | plan.Not() | plan.Conditional() | plan.Contains():
                return any(map(self.may_be_lost, parts(check)))
            case plan.Enum() | plan.Const():
                values = check.values if isinstance(check, plan.Enum) else (check.value,)
                return any(isinstance(v, int | float) and abs(v) > MAX_SAFE for v in values)
            case _:
                return False

"""Where the members of a checked object stand in the code, and what is left of them there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from eventwright.frozen import frozen
from eventwright.modelling.domains import EVERYTHING, Domain, in_all
from eventwright.rendering.code import Code
from eventwright.targets.typescript.language import inherited, literal
from eventwright.targets.typescript.scope import Scope, member_of


@frozen
class Places:
    """The places of members, and what earlier tests have left of those whose types they narrow."""

    scope: Scope
    known: Code | None
    """The type with the members of `value`."""
    _left: Mapping[Code, Domain] = field(default_factory=dict)

    def of(self, value: Code, name: str) -> Code:
        """A member of an object, as far as its members are known."""
        if (self.known and value == "value") or inherited(name):
            return member_of(value, name, self.scope)
        return Code(f"{value}[{literal(name)}]")

    def left(self, place: Code) -> Domain:
        """What the value at a place may still be."""
        return self._left.get(place, EVERYTHING)

    def narrowed(self, value: Code, domains: Mapping[str, Domain]) -> Places:
        """The same where members of an object are known to be of these domains."""
        if not domains:
            return self
        left = dict(self._left)
        for name, domain in domains.items():
            if not inherited(name):
                place = self.of(value, name)
                left[place] = in_all([self.left(place), domain])
        return Places(self.scope, self.known, left)

    def anew(self) -> Places:
        """The same for a function with a value of its own."""
        return Places(self.scope, self.known)

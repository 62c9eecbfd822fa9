"""What a module takes from the files that all modules share."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventwright.casing import camel
from eventwright.rendering.code import Code, identifier


@dataclass
class Imports:
    """The names that a module takes from the runtime, noted as they are used."""

    names: dict[str, Code] = field(default_factory=dict)
    formats: set[str] = field(default_factory=set)

    def use(self, name: str) -> Code:
        """A name of the runtime, from now on imported."""
        if name not in self.names:
            self.names[name] = Code(name)
        return self.names[name]

    def format(self, name: str) -> Code:
        """The test of a format, from now on imported."""
        self.formats.add(name)
        return identifier(camel(name))

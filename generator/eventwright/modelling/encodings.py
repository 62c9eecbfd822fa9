"""How a union is encoded on the wire: what tells its branches apart."""

from __future__ import annotations

from typing import Generic, TypeAlias

from eventwright.errors import Location
from eventwright.frozen import frozen
from eventwright.reading.jsonvalues import AnyTag, TagValue


@frozen
class StringEnum:
    """Every branch is a string constant: the values, each with the place that describes it."""

    values: tuple[tuple[str, Location], ...]


@frozen
class TaggedBranch(Generic[AnyTag]):
    """A branch, the tag that selects it, and the schema of its payload (None: a bare string)."""

    tag: AnyTag
    payload: Location | None
    location: Location


@frozen
class InternallyTagged:
    """A branch is an object with a constant of its own at the path `tag`, all of one JSON type.

    Some may do without their tag; `untagged` lists them. Where none may, one branch may be for all
    tags that no other branch has: the `fallback`. One that is a union by the same tag itself stands
    for each of the tags of its own branches.
    """

    tag: tuple[str, ...]
    branches: tuple[TaggedBranch[TagValue], ...]
    untagged: tuple[Location, ...]
    fallback: Location | None


@frozen
class ExternallyTagged:
    """Every branch is a bare string, or an object whose one allowed member is its tag."""

    branches: tuple[TaggedBranch[str], ...]


@frozen
class ByJsonType:
    """The branches fall into groups that share no JSON type: the types of each, with its union."""

    groups: tuple[tuple[frozenset[str], Encoding], ...]


@frozen
class Single:
    """A group of one branch."""

    location: Location


@frozen
class Trial:
    """Nothing tells the branches apart beforehand; those that ask for most come first.

    So a value that several branches take is read as the one that knows most of its members.
    """

    branches: tuple[Location, ...]


Encoding: TypeAlias = StringEnum | InternallyTagged | ExternallyTagged | ByJsonType | Single | Trial

"""What to tell of a reference that leads nowhere: what it points to, and what may be meant."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote

from eventwright.errors import Location, Problem
from eventwright.frozen import frozen
from eventwright.reading.index import Index, Reference, file_uri, value_at
from eventwright.reading.load import SchemaModule
from eventwright.typos import closest


@frozen
class Dangling:
    """Tells of the dangling references of a module."""

    module: SchemaModule
    index: Index

    def document(self, references: Sequence[Reference], uri: str) -> Problem:
        """No document goes by the URI that all of these references name."""
        reference = references[0]
        path, _, fragment = reference.text.partition("#")
        folder = posixpath.dirname(reference.holder.file)
        file = posixpath.normpath(posixpath.join(folder, unquote(path)))
        by_name = uri.startswith("file:") and not path.startswith("file:")
        is_read = file_uri(file) in self.module.together
        if by_name:
            goal = f"{file}, which is no schema file"
            fix = f"{self._taken_in('that file')}, or correct the reference"
        elif is_read:
            goal = f'{uri}, an "$id" that {file} does not have'
            fix = f'give that file "$id": "{uri}", or take the "$id" out of this one'
        else:
            goal = f"{uri}, and no schema has that $id"
            fix = self._hand_in(uri)
        if not is_read and (name := self._similar(uri, file_uri(file))):
            before, slash, _ = path.rpartition("/")
            fix = _write(f"{before}{slash}{name}{f'#{fragment}' if fragment else ''}")
        elif not fragment and (
            pointer := self._entry(reference.holder.file, path.rpartition("/")[2])
        ):
            fix = _write(f"#{pointer}")
        return _problem(reference, goal + _others(len(references) - 1), fix)

    def _similar(self, *uris: str) -> str | None:
        """The name of a document like one of these, in the same folder."""
        names: dict[str, str] = {}
        for uri in uris:
            folder = uri.rpartition("/")[0] + "/"
            known = sorted({*self.index.resources, *self.module.together})
            known = [name.removeprefix(folder) for name in known if name.startswith(folder)]
            names |= {_stem(name): name for name in known}
        close = closest(_stem(uris[0].rpartition("/")[2]), names, 0.75)
        return names[close] if close else None

    def _entry(self, file: str, name: str) -> str | None:
        """The JSON Pointer of the entry of this name in the `$defs` of a file."""
        ends = tuple(f"/{keyword}/{name}" for keyword in ("$defs", "definitions"))
        found = (s.pointer for s in self.index.schemas if s.file == file)
        return next((pointer for pointer in found if pointer.endswith(ends)), None)

    def _hand_in(self, uri: str) -> str:
        wanted = self._taken_in(f'the schema with "$id": "{uri}"')
        return (
            f"nothing is read over the network: {wanted}, hand a copy in with"
            f" --resource {uri}=PATH, or correct the reference"
        )

    def _taken_in(self, wanted: str) -> str:
        """How something comes to be read together with the module."""
        if {document.file for document in self.module.together.values()} == {self.module.source}:
            return f"put {wanted} beside this file, and name their folder with --schema"
        return f"put {wanted} into the folder that --schema names"

    def anchor(self, reference: Reference, resource: Location, anchor: str) -> Problem:
        """The resource that a reference names has no such anchor."""
        goal = f'the anchor "{anchor}", which {resource} does not have'
        fix = f'add "$anchor": "{anchor}" to the schema that is meant, or correct the reference'
        return _problem(reference, goal, fix)

    def schema(self, reference: Reference, place: Location) -> Problem:
        """There is no schema at the place that a reference names."""
        try:
            value_at({place.file: self.index.documents[place.file].content}, place)
        except LookupError:
            parent, _, name = place.pointer.rpartition("/")
            schemas = (
                s.pointer.rpartition("/") for s in self.index.schemas if s.file == place.file
            )
            similar = closest(name, [sibling for above, _, sibling in schemas if above == parent])
            document, _, fragment = reference.text.partition("#")
            pointer = self._entry(place.file, name)
            if similar:
                pointer = f"{fragment.rpartition('/')[0]}/{similar}"
            fix = (
                _write(f"{document}#{pointer}")
                if pointer
                else "add a schema there, or correct the reference"
            )
            return _problem(reference, f"{place}, and nothing is there", fix)
        goal = f"{place}, which is not a place for schemas"
        return _problem(reference, goal, "move the schema to $defs, and refer to it there")


def _problem(reference: Reference, goal: str, fix: str) -> Problem:
    place = reference.holder.child(reference.keyword)
    return Problem(place, f'"{reference.text}" points to {goal}', fix)


def _others(count: int) -> str:
    if not count:
        return ""
    return " (and so does another reference)" if count == 1 else f" (and so do {count} others)"


def _write(reference: str) -> str:
    return f'write "{reference}", if that is meant'


def _stem(name: str) -> str:
    return name.removesuffix(".json").removesuffix(".schema")

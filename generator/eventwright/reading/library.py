"""Local copies of foreign schemas, which references by URI find instead of the network."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.reading.dialect import Dialect
from eventwright.reading.documents import Document, Reader
from eventwright.reading.drafts import Dialects, specifications
from eventwright.reading.jsontext import Json, read_json


class Library:
    """Finds schemas by URI among the files that the user handed in, and the meta-schemas.

    A file is read when something first refers to it.
    """

    def __init__(
        self,
        resources: tuple[tuple[str, Path], ...],
        contents: Iterable[Json],
        name: Callable[[Path], Location],
    ) -> None:
        """Know what is where.

        Args:
            resources: URIs, each with the file or folder that holds the local copy; the files of a
                folder go by the URI and their path inside.
            contents: The schema files that are to be compiled.
            name: How a file is called towards the user.

        Raises:
            EventwrightError: A file or folder does not exist.
        """
        # The longest URI that fits is the most specific one.
        self._resources = sorted(resources, key=lambda pair: len(pair[0]), reverse=True)
        own = tuple(contents)
        self._own = _identified(own)
        self._name = name
        self._read: dict[str, tuple[str, Json] | None] = {}
        missing = [path for _, path in resources if not path.exists()]
        if missing:
            fix = "correct the path of the resource, or fetch the schema to that place"
            raise EventwrightError(*(Problem(name(p), "does not exist", fix) for p in missing))
        self.reader = Reader(Dialects(self._meta_schema), own)

    def document(self, uri: str, around: Dialect) -> Document | None:
        """The document of a URI without fragment; None where nothing local is called so.

        Raises:
            EventwrightError: Its file can't be read, or is no schema.
        """
        found = self._find(uri)
        if found is None:
            return None
        file, content = found
        return self.reader.document(content, file, around)

    def _meta_schema(self, uri: str) -> Json:
        if uri in self._own:
            return self._own[uri]
        found = self._find(uri)
        return None if found is None else found[1]

    def _find(self, uri: str) -> tuple[str, Json] | None:
        if uri not in self._read:
            path = self._path(uri)
            if path is None:
                content = _standard(uri)
                self._read[uri] = None if content is None else (uri, content)
            else:
                file = self._name(path).file
                self._read[uri] = file, read_json(path, file)
        return self._read[uri]

    def _path(self, uri: str) -> Path | None:
        for base, place in self._resources:
            if base.removesuffix("#") == uri and place.is_file():
                return place
            folder = f"{base.removesuffix('/')}/"
            if uri.startswith(folder) and place.is_dir():
                path = place / unquote(uri.removeprefix(folder))
                inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(place))
                if inside and path.is_file():
                    return path
        return None


def _identified(contents: Iterable[Json]) -> dict[str, Json]:
    """The schemas that have an `$id`, by it."""
    identified = ((c.get("$id"), c) for c in contents if isinstance(c, dict))
    return {uri.removesuffix("#"): c for uri, c in identified if isinstance(uri, str)}


def _standard(uri: str) -> Json:
    """A meta-schema of the specification."""
    if "://json-schema.org/" not in uri:
        return None
    resource = specifications().get(uri)
    return None if resource is None else resource.contents

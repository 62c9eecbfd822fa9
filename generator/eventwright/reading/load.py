"""Find and read schema files: which file belongs to which module, and is each one a schema."""

from __future__ import annotations

import keyword
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from eventwright.casing import snake
from eventwright.errors import EventwrightError, Location, Problem
from eventwright.frozen import frozen
from eventwright.reading import yaml_files
from eventwright.reading.api_documents import refuse_api
from eventwright.reading.dialect import DRAFT_2020_12, Dialect
from eventwright.reading.documents import MAX_PROBLEMS, Document
from eventwright.reading.index import by_uri
from eventwright.reading.jsontext import Json, read_json
from eventwright.reading.library import Library

__all__ = ["Document", "SchemaModule", "describes_type", "load"]

# What a schema may say without describing a value: such a file only holds types for others.
_DESCRIBES_NOTHING = frozenset(
    {"$schema", "$id", "$comment", "$defs", "definitions", "title", "description"}
)

_LEGAL = re.compile(r"[a-z][a-z0-9_]*")


@frozen
class SchemaModule:
    """The schemas that become one module of generated code."""

    name: str
    """In snake_case."""
    source: str
    """The file or folder that the module is named after, as the user knows it."""
    documents: tuple[Document, ...]
    root: Document | None
    """The document whose schema is the module's main type."""
    library: Library
    """The foreign schemas that references may name."""
    together: Mapping[str, Document]
    """All documents that are read together, those of other modules too, by URI."""


@frozen
class _Source:
    """A module before its files are read."""

    place: Path
    """The file or the folder that the module is named after."""
    files: tuple[Path, ...]
    root: Path | None


def load(
    path: Path, relative_to: Path, resources: tuple[tuple[str, Path], ...] = ()
) -> tuple[SchemaModule, ...]:
    """Read the schema file, the module's folder, or the folder of modules at `path`.

    A file is a module. A folder with a file of its own name is a module, and that file its root.
    Any other folder is a collection: each schema file in it, and each of its folders with schema
    files, is a module. Files are named in Locations by their path from `relative_to` where they
    are below it, else as `path` names them. The result is ordered by path. A file that does not
    name its draft is written in that of its module's root, or in 2020-12.

    Args:
        path: What to read.
        relative_to: The folder that paths in Locations are relative to.
        resources: Local copies of foreign schemas: a URI, and the file or folder that it stands
            for.

    Raises:
        EventwrightError: Something is missing, unreadable, no schema, or its name can't be used.
    """
    names = _FileNames(relative_to)
    try:
        sources = _sources(path, names)
    except OSError as error:
        fix = "check that you may read it and the folders above it"
        raise _error(names(path), f"can't be read: {error}", fix) from error
    modules = _distinct_names(sources, names)
    contents, unreadable = _contents(sources, names)
    library = Library(resources, contents.values(), names)
    documents, no_schemas = _documents(sources, contents, names, library)
    if unreadable or no_schemas:
        raise EventwrightError(*[*unreadable, *no_schemas][:MAX_PROBLEMS])
    together = by_uri(documents.values())
    return tuple(
        SchemaModule(
            name,
            names(source.place).file,
            tuple(documents[file] for file in source.files),
            _root(documents[source.root]) if source.root else None,
            library,
            together,
        )
        for name, source in zip(modules, sources, strict=True)
    )


@frozen
class _FileNames:
    """How files are called towards the user."""

    relative_to: Path

    def __call__(self, path: Path) -> Location:
        absolute, base = _absolute(path), _absolute(self.relative_to)
        shown = absolute.relative_to(base) if absolute.is_relative_to(base) else path
        return Location(shown.as_posix())


def _absolute(path: Path) -> Path:
    """The path from the root; links in it stay, since the user knows files by them."""
    return Path(os.path.normpath(path.absolute()))


def _sources(path: Path, names: _FileNames) -> tuple[_Source, ...]:
    if path.is_file():
        return (_Source(path, (path,), path),)
    if not path.is_dir():
        problem = "is neither a file nor a folder" if path.exists() else "does not exist"
        raise _error(names(path), problem, "point to a schema file or folder")
    found = _collection(path, _Finder(path, names))
    if not found:
        raise _empty(path, names(path))
    return found


def _empty(folder: Path, location: Location) -> EventwrightError:
    """The error of a folder without schema files."""
    yaml = yaml_files.first_yaml(folder)
    if yaml:
        found = f"holds no schema files, but YAML ({yaml.as_posix()})"
        problem = f"{found}; schemas are read as JSON only"
        return _error(location, problem, yaml_files.cure(PurePath(location.file) / yaml))
    fix = "add files that end in .schema.json, or point to another folder"
    return _error(location, "holds no schema files", fix)


def _collection(folder: Path, finder: _Finder) -> tuple[_Source, ...]:
    if own := _own_file(folder):
        return (_Source(folder, finder.files(folder), own),)
    sources = []
    for entry in finder.entries(folder):
        if not entry.is_dir():
            sources.append(_Source(entry, (entry,), entry))
        elif files := finder.files(entry):
            sources.append(_Source(entry, files, _own_file(entry)))
    return tuple(sources)


def _own_file(folder: Path) -> Path | None:
    """The schema file named like its folder."""
    name = _absolute(folder).name
    candidates = (folder / f"{name}.schema.json", folder / f"{name}.json")
    return next((file for file in candidates if file.is_file()), None)


@frozen
class _Finder:
    """Finds schema files, none of them outside the folder that the user named."""

    folder: Path
    names: _FileNames

    def files(self, folder: Path) -> tuple[Path, ...]:
        """The schema files in a folder and in the folders below it."""
        found: list[Path] = []
        for entry in self.entries(folder):
            found.extend(self.files(entry) if entry.is_dir() else [entry])
        return tuple(found)

    def entries(self, folder: Path) -> list[Path]:
        """The schema files and the folders directly in a folder, without hidden ones, by name."""
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        kept = [entry for entry in visible if entry.suffix == ".json" or entry.is_dir()]
        for entry in kept:
            self._check(entry)
        return kept

    def _check(self, entry: Path) -> None:
        if not entry.name.isprintable():
            problem = f"holds {entry.name!a}, a name with characters that can't be shown"
            raise _error(self.names(entry.parent), problem, "rename it")
        # realpath, since Path.resolve raises on a link to itself, which reading reports better.
        real = Path(os.path.realpath(entry))
        if entry.is_symlink() and not real.is_relative_to(self.folder.resolve()):
            fix = "put a copy of what it points to in its place"
            raise _error(self.names(entry), "is a link that leaves the schema folder", fix)
        if entry.is_symlink() and entry.is_dir():
            fix = "remove the link: what it points to is read where it stands"
            raise _error(self.names(entry), "is a link to another folder of schemas", fix)
        if entry.exists() and not entry.is_dir() and not entry.is_file():
            raise _error(self.names(entry), "is not a regular file", "remove or rename it")


def _distinct_names(sources: Iterable[_Source], names: _FileNames) -> tuple[str, ...]:
    taken: dict[str, Path] = {}
    problems: list[Problem] = []
    for source in sources:
        try:
            name = _module_name(source.place, names(source.place))
        except EventwrightError as error:
            problems.extend(error.problems)
            continue
        if name in taken:
            problem = f"its module would be {name}, and so would that of {names(taken[name]).file}"
            problems.append(Problem(names(source.place), problem, "rename one of the two"))
        taken.setdefault(name, source.place)
    if problems:
        raise EventwrightError(*problems)
    return tuple(taken)


def _module_name(place: Path, location: Location) -> str:
    shown = _absolute(place).name
    stem = shown.removesuffix(".json").removesuffix(".schema")
    name = stem if _LEGAL.fullmatch(stem) else snake(stem) if stem.isascii() else ""
    if not _LEGAL.fullmatch(name) or keyword.iskeyword(name):
        kind = "folder" if place.is_dir() else "file"
        problem = f"no module can be named after {shown}: {name or stem} is no legal name in code"
        fix = f"rename the {kind}: begin with a letter a-z, and avoid Python's keywords"
        raise _error(location, problem, fix)
    return name


def _contents(
    sources: Iterable[_Source], names: _FileNames
) -> tuple[dict[Path, Json], list[Problem]]:
    contents: dict[Path, Json] = {}
    problems: list[Problem] = []
    for file in (file for source in sources for file in source.files):
        try:
            contents[file] = read_json(file, names(file).file)
        except EventwrightError as error:
            problems.extend(error.problems)
    return contents, problems


def _documents(
    sources: Iterable[_Source],
    contents: Mapping[Path, Json],
    names: _FileNames,
    library: Library,
) -> tuple[dict[Path, Document], list[Problem]]:
    documents: dict[Path, Document] = {}
    problems: list[Problem] = []
    for source in sources:
        around = _dialect(source, contents, names, library)
        for file in filter(contents.__contains__, source.files):
            try:
                refuse_api(contents[file], names(file))
                document = library.reader.document(contents[file], names(file).file, around)
            except EventwrightError as error:
                problems.extend(error.problems)
                continue
            documents[file] = document
    return documents, problems


def _dialect(
    source: _Source, contents: Mapping[Path, Json], names: _FileNames, library: Library
) -> Dialect:
    """What the files of a module are written in where they do not say so."""
    if source.root is None or source.root not in contents:
        return DRAFT_2020_12
    try:
        return library.reader.dialects.of(contents[source.root], names(source.root))
    except EventwrightError:
        return DRAFT_2020_12  # the document itself is reported when it is read


def _root(document: Document) -> Document | None:
    return document if describes_type(document.content) else None


def describes_type(content: Json) -> bool:
    """Whether a document describes a value, rather than only holding types for others."""
    if not isinstance(content, dict):
        return True
    holds = not content.keys().isdisjoint({"$defs", "definitions"})
    return not (holds and _DESCRIBES_NOTHING.issuperset(content))


def _error(location: Location, problem: str, fix: str) -> EventwrightError:
    return EventwrightError(Problem(location, problem, fix))

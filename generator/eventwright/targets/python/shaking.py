"""The runtime's files hold and import only what is used: what no module reaches is left out."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from eventwright.frozen import frozen
from eventwright.rendering.words import words


@frozen
class Import:
    """What an import statement makes."""

    source: str
    """What stands before the names, such as `from re import `."""
    names: Mapping[str, str]
    """How each is imported, such as `match as _match`, by the name that it makes."""


@frozen
class Statement:
    """One statement of a file, with the comments right above it and the docstring below it."""

    section: tuple[str, ...]
    """The comment at the head of the section in which it stands."""
    lines: tuple[str, ...]
    blank: int
    """How many lines are blank above it."""
    defines: frozenset[str]
    """The names that it makes, if it is none that stays in any case, as imports and docstrings."""
    uses: frozenset[str]
    imports: Import | None


def mentioned(texts: Iterable[str], names: Iterable[str]) -> set[str]:
    """Those of the names that pieces of Python mention, other than in strings or as members.

    A name that a piece gives a value to is a variable of its own.
    """
    missing = set(names)
    found: set[str] = set()
    for text in texts:
        # Parsing takes long, and most pieces mention what others have mentioned before.
        if not missing.isdisjoint(words(text)):
            piece = ast.parse(textwrap.dedent(text))
            found |= missing.intersection(_used(piece, set(_variables(piece))))
            missing -= found
    return found


def offered(file: Iterable[Statement]) -> set[str]:
    """The names that a file makes for others."""
    found = {name for statement in file for name in statement.defines}
    return {name for name in found if not name.startswith("_")}


def shaken(files: Mapping[str, Sequence[Statement]], wanted: Iterable[str]) -> dict[str, str]:
    """The files' text without the statements that are not reached from the wanted names."""
    makers: dict[str, list[Statement]] = {}
    for statement in (s for statements in files.values() for s in statements):
        for name in statement.defines:
            makers.setdefault(name, []).append(statement)
    pending = list(wanted)
    reached: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending += [used for maker in makers.get(name, ()) for used in maker.uses]
    return {
        name: _joined(_importing([s for s in statements if not s.defines or s.defines & reached]))
        for name, statements in files.items()
    }


def _importing(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of a file, with the imports of just the names that the others use."""
    used = {name for statement in statements for name in statement.uses}
    blank = 0
    for statement in statements:
        imports = statement.imports
        blank = max(blank, statement.blank)
        if imports is None:
            yield statement
        elif wanted := [text for name, text in imports.names.items() if name in used]:
            line = imports.source + ", ".join(wanted)
            yield replace(statement, lines=(line,), blank=blank)
        else:
            continue  # What was a group of its own still is, if anything of it is left.
        blank = 0


def _joined(statements: Iterable[Statement]) -> str:
    lines: list[str] = []
    section: tuple[str, ...] = ()
    for statement in statements:
        if statement.section != section:
            section = statement.section
            lines += ["", "", *section, ""]
        lines += [*[""] * statement.blank, *statement.lines]
    return "\n".join(lines).strip() + "\n"


def taken_apart(source: str) -> Iterator[Statement]:
    """The statements of a file, top down."""
    lines = source.splitlines()
    section: tuple[str, ...] = ()
    end = 0
    for index, (node, last) in enumerate(_documented(ast.parse(source).body)):
        first = _first_line(node)
        above = [line.strip() for line in lines[end : first - 1]]
        comments = [line for line in above if line]
        if comments and not above[-1]:
            section, comments = tuple(comments), []
        end = last.end_lineno or first
        imports = _import(node)
        stays = imports is not None or (index == 0 and isinstance(node, ast.Expr))
        yield Statement(
            section=section,
            lines=(*comments, *lines[first - 1 : end]),
            blank=above.count(""),
            defines=frozenset() if stays else frozenset(_defined(node)),
            uses=frozenset(_used(node)),
            imports=imports,
        )


def _import(node: ast.stmt) -> Import | None:
    match node:
        case ast.Import(names=names):
            source = "import "
        case ast.ImportFrom(module=module, names=names, level=level) if module != "__future__":
            source = f"from {'.' * level}{module} import "
        case ast.If(test=ast.Name("TYPE_CHECKING"), body=[inside]):
            imports = _import(inside)
            return imports and replace(imports, source=f"if TYPE_CHECKING:\n    {imports.source}")
        case _:
            return None
    made = {alias.asname or alias.name: alias for alias in names}
    return Import(source, {name: ast.unparse(alias) for name, alias in made.items()})


def _documented(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, ast.stmt]]:
    """Each statement with the last one that belongs to it: the string that documents a constant."""
    for index, node in enumerate(body):
        follower = body[index + 1] if index + 1 < len(body) else node
        documents = isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(follower, ast.Expr)
        if index == 0 or not isinstance(node, ast.Expr):
            yield node, follower if documents else node


def _first_line(node: ast.stmt) -> int:
    decorated = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list
    return decorated[0].lineno if decorated else node.lineno


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
        return
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id


def _used(node: ast.AST, own: Set[str] = frozenset()) -> Set[str]:
    """The names that a piece of Python takes from around it, beside those of its own."""
    found: set[str] = set()
    pending = [(node, own)]
    while pending:
        part, known = pending.pop()
        match part:
            case ast.Name(id=name, ctx=context):
                if isinstance(context, ast.Load) and name not in known:
                    found.add(name)
                continue
            case ast.Constant():
                continue
            case ast.FunctionDef():
                known |= set(_variables(part))
            case (
                ast.Call(func=ast.Name("cast"), args=[ast.Constant(str() as type_), _])
                | ast.AnnAssign(
                    annotation=ast.Name("TypeAlias"), value=ast.Constant(str() as type_)
                )
            ):
                found |= _used(ast.parse(type_))
            case _:
                pass
        pending += [(inner, known) for inner in ast.iter_child_nodes(part)]
    return found


def _variables(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        match part:
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name
            case _:
                pass

"""What is changed in the source of models once datamodel-code-generator has made it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from eventwright.frozen import frozen

_SCALARS = frozenset({"StrictStr", "StrictInt", "StrictFloat", "StrictBool"})


@frozen
class _Edit:
    start: int
    end: int
    text: str


def rewritten(source: str, named: Collection[str], base: str) -> str:
    """The source with constants that who builds a model may leave out, and with fewer root models.

    A named scalar is an alias of its type, so that its values are strings and numbers; a root model
    without a name of ours is written out where it stands.

    Args:
        source: The source.
        named: The types that have names of ours.
        base: The module that holds what all models have in common.
    """
    tree, text = ast.parse(source), _Text(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    roots = {node.name: root for node in classes if (root := _root(node))}
    nameless = {name: root for name, root in roots.items() if name not in named}
    edits = _imports(tree, base, text)
    for node in classes:
        if node.name in nameless:
            edits.append(text.replaced(node, ""))
        elif node.name in roots and _is_scalar(node):
            edits.append(text.replaced(node, _alias(node, text)))
        else:
            edits += [*_constants(node, text), *_defaults(node, text)]
            edits += text.written_out(node, nameless)
    return text.edited(edits)


class _Text:
    """A source, with the places of its nodes, which Python counts in bytes of a line."""

    def __init__(self, source: str) -> None:
        self._source = source.encode()
        self._lines = [0, *accumulate(len(line) for line in self._source.splitlines(True))]

    def _span(self, node: ast.stmt | ast.expr) -> tuple[int, int]:
        if node.end_lineno is None or node.end_col_offset is None:
            raise TypeError("a node that was parsed has an end")
        start = self._lines[node.lineno - 1] + node.col_offset
        return start, self._lines[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.stmt | ast.expr) -> str:
        """The text of a node."""
        start, end = self._span(node)
        return self._source[start:end].decode()

    def replaced(self, node: ast.stmt | ast.expr, text: str) -> _Edit:
        """The edit that has this text in place of a node."""
        return _Edit(*self._span(node), text)

    def followed(self, node: ast.stmt | ast.expr, text: str) -> _Edit:
        """The edit that has this text behind a node."""
        _, end = self._span(node)
        return _Edit(end, end, text)

    def written_out(
        self, node: ast.stmt | ast.expr, types: Mapping[str, ast.expr]
    ) -> Iterator[_Edit]:
        """The edits that have types in place of their names inside a node."""
        for inner in ast.walk(node):
            if isinstance(inner, ast.Name) and inner.id in types:
                root = types[inner.id]
                yield self.replaced(inner, self.edited(self.written_out(root, types), root))

    def edited(self, edits: Iterable[_Edit], node: ast.expr | None = None) -> str:
        """The source, or a node of it, with edits of which no two overlap."""
        first, last = self._span(node) if node else (0, len(self._source))
        written = self._source[:last]
        for edit in sorted(edits, key=lambda each: each.start, reverse=True):
            written = written[: edit.start] + edit.text.encode() + written[edit.end :]
        return written[first:].decode()


def _imports(tree: ast.Module, base: str, text: _Text) -> list[_Edit]:
    return [
        text.followed(node, ", constant as _constant, default as _default")
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module == base
    ]


def _constants(node: ast.ClassDef, text: _Text) -> Iterator[_Edit]:
    """Required members with one value get it from `_constant`; the root of a root model is none."""
    is_root_model = any(isinstance(base, ast.Subscript) for base in node.bases)
    for member in () if is_root_model else node.body:
        if isinstance(member, ast.AnnAssign) and member.value is None:
            value = _only_value(member.annotation)
            if value is not None:
                yield text.followed(member, f" = _constant({text.of(value)})")


def _defaults(node: ast.ClassDef, text: _Text) -> Iterator[_Edit]:
    """Defaults that hold objects, of which pydantic makes models, pass for what is asked for."""
    values = (member.value for member in node.body if isinstance(member, ast.AnnAssign))
    for value in values:
        if value and any(isinstance(inner, ast.Dict) for inner in ast.walk(value)):
            yield text.replaced(value, f"_default({text.of(value)})")


def _only_value(annotation: ast.expr) -> ast.expr | None:
    """The value of a `Literal` that has one."""
    match annotation:
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *_])):
            return _only_value(inner)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=value):
            return None if isinstance(value, ast.Tuple) else value
        case _:
            return None


def _root(node: ast.ClassDef) -> ast.expr | None:
    """What a root model holds, unless it has settings that others may lack."""
    is_root_model = any(isinstance(base, ast.Subscript) for base in node.bases)
    return _annotations(node)["root"] if is_root_model and _settings(node) <= {"frozen"} else None


def _is_scalar(node: ast.ClassDef) -> bool:
    """Whether a root model holds a string, a number or a boolean, or one of some, or null too."""
    match node.bases:
        case [ast.Subscript(slice=ast.Constant())]:
            return False  # an alias of None is no type
        case [ast.Subscript(slice=held)]:
            return _holds_scalars(held)
        case _:
            return False


def _holds_scalars(held: ast.expr) -> bool:
    match held:
        case ast.Name(id=name):
            return name in _SCALARS
        case ast.Subscript(value=ast.Name(id="Literal")) | ast.Constant(value=None):
            return True
        case ast.BinOp(left=left, right=right):
            return _holds_scalars(left) and _holds_scalars(right)
        case _:
            return False


def _settings(node: ast.ClassDef) -> frozenset[str | None]:
    """The names of the settings in a model's configuration."""
    calls = [s.value for s in node.body if isinstance(s, ast.Assign)]
    return frozenset(k.arg for call in calls if isinstance(call, ast.Call) for k in call.keywords)


def _annotations(node: ast.ClassDef) -> Mapping[str, ast.expr]:
    return {
        ast.unparse(member.target): member.annotation
        for member in node.body
        if isinstance(member, ast.AnnAssign)
    }


def _alias(node: ast.ClassDef, text: _Text) -> str:
    """The statement that gives a scalar's type its name, and what is told of it."""
    told = [text.of(s) for s in node.body if isinstance(s, ast.Expr)]
    return "\n".join([f"{node.name} = {text.of(_annotations(node)['root'])}", *told])

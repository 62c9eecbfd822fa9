"""Python bindings: frozen dataclasses, and functions that read, write and check them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import jinja2

from eventwright.casing import snake
from eventwright.compiled import CompiledModule
from eventwright.frozen import frozen
from eventwright.modelling.model import Definition, Doc, Internal, Record, Union
from eventwright.planning.dispatching import tag_types
from eventwright.planning.plan import Entry
from eventwright.planning.walking import checks_of_all
from eventwright.rendering.code import Code, identifier, json_literal, python_literal
from eventwright.settings import Settings
from eventwright.targets.python.declarations import Class, TypeAlias, types
from eventwright.targets.python.defaults import constant
from eventwright.targets.python.docs import summarised
from eventwright.targets.python.language import FUNCTIONS, PUBLIC, REEXPORTED
from eventwright.targets.python.readers import Reader, readers
from eventwright.targets.python.rules import rules
from eventwright.targets.python.runtime import Runtime
from eventwright.targets.python.scope import Scope, scope
from eventwright.targets.python.sharing import homes, imports
from eventwright.targets.python.unions import UnionReader, unknown_tag
from eventwright.targets.python.writers import MadeWriter, Writer, writers


@frozen
class Example:
    """A module as the README shows it."""

    module: Code
    type: Code
    decode: Code
    encode: Code
    is_root: bool = False


@frozen
class Functions:
    """The functions of a type, and the call that makes them."""

    names: tuple[Code, ...]
    call: Code


@frozen
class Short:
    """A function of the root type under its short name."""

    name: Code
    function: Code


def files(
    modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
) -> dict[str, str]:
    """The Python package, by posix path inside the output folder.

    Raises:
        EventwrightError: Two places want one name, or a default is not what its enum allows.
    """
    package = identifier(snake(settings.distribution))
    numbered = "integer" in tag_types(checks_of_all(module.plan for module in modules))
    scopes = {module.name: scope(module, numbered=numbered) for module in modules}
    common = {
        "package": package,
        "distribution": json_literal(settings.distribution),
        "examples": [_example(here, name) for name, here in scopes.items() if here.order],
        "version": json_literal(settings.package_version),
        "public": [Code(name) for name in PUBLIC],
        "keeps": settings.unknown == "keep",
    }
    made = {
        "pyproject.toml": "pyproject.toml",
        "README.md": "README.md",
        f"{package}/__init__.py": "__init__.py",
        f"{package}/py.typed": "py.typed",
    }
    texts = {
        path: env.get_template(f"python/{template}.jinja").render(common)
        for path, template in made.items()
    }
    shared = Runtime([module.plan for module in modules], env)
    layout = env.get_template("python/module.py.jinja")
    declared = {name: list(types(here)) for name, here in scopes.items()}
    elsewhere = homes(modules, declared)
    for module in modules:
        name = module.name
        view = _view(module, scopes[name], declared[name], elsewhere[name], shared)
        texts[f"{package}/{module.name}.py"] = layout.render(view)
    texts |= {f"{package}/{name}.py": text for name, text in shared.files(PUBLIC).items()}
    return {f"python/{path}": text for path, text in texts.items()}


def _example(here: Scope, module: str) -> Example:
    """How the README shows a module: by its root type, or by its last one."""
    root = here.model.root
    if root is not None:
        return Example(
            identifier(module), here.names.type(root), Code("decode"), Code("encode"), is_root=True
        )
    last = list(here.model.definitions)[-1]
    name = here.names.snake(last)
    return Example(
        identifier(module), here.names.type(last), Code(f"decode_{name}"), Code(f"encode_{name}")
    )


def _view(
    module: CompiledModule,
    here: Scope,
    declared: Sequence[Class | TypeAlias],
    elsewhere: Mapping[str, str],
    shared: Runtime,
) -> dict[str, object]:
    """What the template of a module lays out, section by section."""
    own = [type_ for type_ in declared if type_.name not in elsewhere]
    writing = list(writers(here))
    reading = list(readers(here))
    by_class = {made.name for made in writing if isinstance(made, MadeWriter) and made.is_table}
    by_tag = {made.table for made in reading if isinstance(made, UnionReader) and made.is_by_tag}
    functions = [
        _functions(definition, here, by_tag | by_class)
        for definition in module.model.definitions.values()
        if definition.location in here.names.given
    ]
    root = module.model.root
    short = [Short(Code(f), Code(f"{f}_{here.names.snake(root)}")) for f in FUNCTIONS if root]
    fills = any("_blank." in reader.body for reader in reading if isinstance(reader, Reader))
    left = (asked for reader in reading if isinstance(reader, Reader) for asked in reader.left)
    asking = list(rules(here, left))
    code = [
        *(text for type_ in own for text in type_.code),
        *(part for reader in reading for part in reader.code),
        *(["blanks"] if fills else []),
        *(writer.code for writer in writing),
        *(["Writers"] if by_class else []),
        *(made.call for made in functions),
        "name_functions",
    ]
    imported = {*REEXPORTED, *(["Rule"] if any(rule.annotation for rule in asking) else [])}
    names = {type_.name for type_ in declared}
    standard, runtime = shared.imports(code, (rule.value for rule in asking), imported, names)
    return {
        "imports": [standard, [*runtime, *imports(elsewhere)]],
        "doc": summarised(Doc(_header(module)), indent=0),
        "types": own,
        "fills": fills,
        "readers": [reader for reader in reading if not isinstance(reader, UnionReader)],
        "union_readers": [reader for reader in reading if isinstance(reader, UnionReader)],
        "writers": [writer for writer in writing if isinstance(writer, Writer)],
        "made_writers": [writer for writer in writing if isinstance(writer, MadeWriter)],
        "rules": asking,
        "functions": functions,
        "short": short,
    }


def _header(module: CompiledModule) -> str:
    made = (
        f"Made by eventwright from {module.source}; edit the schema and run `eventwright generate`."
    )
    return f"{module.description}\n\n{made}" if module.description else made


def _functions(definition: Definition, here: Scope, tables: Container[str]) -> Functions:
    location = definition.location
    snake_name = here.names.snake(location)
    rule, reader = here.rule(Entry(location)), here.reader(location)
    if location in here.dynamic:
        reader = f"judged({rule}, {reader})"
    elif location in here.dispatched:
        reader = f"tagged({reader}, {_own_tag(definition, here)})"
    parts = [python_literal(here.names.type(location)), reader, here.writer(location), rule]
    maker = "functions"
    if isinstance(definition, Union) and definition.is_closed:
        maker = "union_functions"
        parts += [here.unknown(location), unknown_tag(definition, here)]
        if isinstance(definition.encoding, Internal) and here.table(location) in tables:
            [tag] = definition.encoding.tag
            parts.append(f"readers=({python_literal(tag)}, {here.table(location)})")
    if here.writers(location) in tables:
        parts.append(f"writers={here.writers(location)}")
    return Functions(
        tuple(Code(f"{function}_{snake_name}") for function in FUNCTIONS),
        Code(f"{maker}({', '.join(parts)})"),
    )


def _own_tag(record: Definition, here: Scope) -> str:
    """The member that holds the tag of a record, and the tag."""
    name = here.dispatched[record.location]
    fields = record.fields if isinstance(record, Record) else ()
    found = next(field for field in fields if field.wire == name)
    return f"{python_literal(name)}, {constant(found)}"

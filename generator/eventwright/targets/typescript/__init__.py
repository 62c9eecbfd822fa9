"""The TypeScript target: types and functions for every named type, without dependencies."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

import jinja2

from eventwright.casing import pascal
from eventwright.compiled import CompiledModule
from eventwright.planning.dispatching import tag_types
from eventwright.planning.plan import (
    AnyOf,
    Check,
    Conditional,
    Const,
    Contains,
    Enum,
    Format,
    Not,
    OneOf,
    PropertyNames,
    UnevaluatedItems,
    UnevaluatedMembers,
    UniqueItems,
)
from eventwright.planning.walking import checks_of_all
from eventwright.planning.words import OTHER_MEMBERS, OTHER_VALUE, UNKNOWN_MEMBERS, WORDS
from eventwright.reading.jsonvalues import TYPES
from eventwright.rendering.code import Code, json_literal
from eventwright.rendering.naming import bind
from eventwright.settings import Settings
from eventwright.targets.typescript import checks, declarations, public, validators, values
from eventwright.targets.typescript.language import (
    LANGUAGE,
    PUBLIC_TYPES,
    RUNTIME_TYPES,
    comment,
    kebab,
    literal,
    number_type,
)
from eventwright.targets.typescript.layout import SPACE_LINE, enclosed
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.refusals import refuse
from eventwright.targets.typescript.scope import Scope
from eventwright.targets.typescript.shaking import imported, mentioned, reached, shaken

_COMPILER = "6.0.3"


def files(
    modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
) -> dict[str, str]:
    """The package's files: its settings, its root, the runtime, and one source file a module.

    Raises:
        EventwrightError: A schema can't be had in TypeScript as it stands.
    """
    exact = settings.int64 == "bigint"
    checks = list(checks_of_all(module.plan for module in modules))
    numbered = "integer" in tag_types(checks)
    scopes = [
        Scope(module, bind(module.model, LANGUAGE), exact=exact, numbered=numbered)
        for module in modules
    ]
    package = {
        "name": json_literal(settings.package),
        "version": json_literal(settings.package_version),
        "compiler": json_literal(_COMPILER),
        "title": Code(json_literal(settings.package)[1:-1]),
        "modules": [_entry(module, settings) for module in modules],
        "shown": _shown(scopes),
        "bigint": exact,
        "keeps": settings.unknown == "keep",
    }
    made = {
        f"typescript/{name}": env.get_template(f"typescript/{name}.jinja").render(package)
        for name in ("README.md", "package.json", "tsconfig.json")
    }
    written = [_module(scope, env) for scope in scopes]
    for module, text in zip(modules, written, strict=True):
        made[f"typescript/src/{kebab(module.name)}.ts"] = text
    index = env.get_template("typescript/index.ts.jinja").render()
    made["typescript/src/index.ts"] = index
    made["typescript/src/runtime.ts"] = _runtime(modules, checks, [index, *written], settings, env)
    formats = {check.name for check in checks if isinstance(check, Format)}
    if formats:
        template = env.get_template("typescript/formats.ts.jinja")
        made["typescript/src/formats.ts"] = template.render(formats=formats)
    return made


def _runtime(
    modules: Sequence[CompiledModule],
    checks: Sequence[Check],
    users: Sequence[str],
    settings: Settings,
    env: jinja2.Environment,
) -> str:
    """What the modules share, as far as they use it."""
    asks = UnevaluatedItems | UnevaluatedMembers
    tracked = any(isinstance(check, asks) for check in checks)
    kinds = tag_types(checks)
    numbers = number_type(exact=settings.int64 == "bigint")
    wanted = imported(users)
    text = env.get_template("typescript/runtime.ts.jinja").render(
        bigint=settings.int64 == "bigint",
        strings_only=kinds <= {"string"},
        numbered="integer" in kinds,
        of_tags=Code("" if kinds <= {"string"} else ", Tag"),
        unknown_tag=Code(f"string | {numbers}" if "integer" in kinds else "string"),
        tracked=tracked,
        structured=any(map(_is_structured, checks)) or "sameJson" in wanted,
        seen=Code(", seen") if tracked else Code(""),
        seen_optional=Code(", seen?: Seen") if tracked else Code(""),
        seen_parameter=Code(", seen: Seen") if tracked else Code(""),
        index=Code(", index") if tracked else Code(""),
        circular=any(module.plan.circular for module in modules),
        choosing="asFirstOf" in wanted,
        keeping="kept" in wanted,
        trials=any(isinstance(check, _TRIALS) for check in checks),
        tried=Code("issuesOf") if settings.int64 == "bigint" else Code("tried"),
        words={name: literal(text) for name, text in WORDS.items()},
        types={name: literal(text) for name, text in TYPES.items()},
        other_value=list(map(literal, OTHER_VALUE)),
        other_members=Code(", ").join(map(literal, OTHER_MEMBERS)),
        unknown_members=Code(", ").join(map(literal, UNKNOWN_MEMBERS)),
    )
    return shaken(text, wanted)


_TRIALS = AnyOf | OneOf | Not | Conditional | Contains | PropertyNames
"""The checks that try a value against a program without reading it as it says."""


def _is_structured(check: Check) -> bool:
    """Whether a check compares arrays or objects."""
    match check:
        case UniqueItems():
            return True
        case Const(value=value):
            return isinstance(value, list | dict)
        case Enum(values=values):
            return any(isinstance(value, list | dict) for value in values)
        case _:
            return False


def _module(scope: Scope, env: jinja2.Environment) -> str:
    module = scope.module
    refuse(scope)
    root = module.model.root
    types = list(declarations.declarations(scope))
    functions = list(public.functions(scope))
    bodies = {
        "checks": list(checks.functions(scope)),
        "makers": list(values.makers(scope)),
        "readers": list(values.readers(scope)),
        "writers": list(values.writers(scope)),
        "rules": list(validators.functions(scope)),
    }
    kept = set(reached(chain.from_iterable(bodies.values()), functions))
    # Functions first: they use most of the names, so that types are searched for few.
    used = mentioned(chain(functions, kept, types), scope.imports.names)
    template = env.get_template("typescript/module.ts.jinja")
    return template.render(
        header=_header(module),
        imports=list(_imports(scope, used)),
        exported=_listed("export type", PUBLIC_TYPES & {*used, "Issue", "JsonObject", "JsonValue"}),
        types=types,
        functions=functions,
        apart=any(scope.apart.of(entry) for entry in module.plan.programs),
        short_names=public.short_names(root, scope) if root else None,
        **{title: [text for text in texts if text in kept] for title, texts in bodies.items()},
    )


def _shown(scopes: Sequence[Scope]) -> Code:
    """What ends the names of the functions that the README shows; nothing ends a root type's."""
    if any(scope.module.model.root for scope in scopes):
        return Code("")
    named = [
        scope.function("", place)
        for scope in scopes
        for place in scope.module.model.definitions
        if place in scope.names.given
    ]
    return named[-1] if named else Code("")


def _header(module: CompiledModule) -> Code:
    made = (
        f"Made by eventwright from {module.source}; edit the schema and run `eventwright generate`."
    )
    return comment(f"{module.description}\n\n{made}" if module.description else made)


def _imports(scope: Scope, used: Collection[str]) -> Iterator[Code]:
    formats = {
        f"is{pascal(name)} as {test}"
        for name in scope.imports.formats
        for test in [scope.imports.format(name)]
    }
    sources = (
        ("import", formats, "formats"),
        ("import type", RUNTIME_TYPES & set(used), "runtime"),
        ("import", set(used) - RUNTIME_TYPES, "runtime"),
    )
    for keyword, names, file in sources:
        if names:
            yield _listed(keyword, names, file)


def _listed(keyword: str, names: Collection[str], file: str = "runtime") -> Code:
    """A statement that imports or exports names of another file."""
    block = enclosed("{", [Code(name) for name in sorted(names)], "}", SPACE_LINE)
    return render((Code(f"{keyword} "), block, Code(f' from "./{file}.js";')))


def _entry(module: CompiledModule, settings: Settings) -> Mapping[str, Code]:
    name = kebab(module.name)
    return MappingProxyType({"name": name, "import": literal(f"{settings.package}/{name}")})

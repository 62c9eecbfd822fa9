"""The TypeScript target: types and functions for every named type, without dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import jinja2

from eventwright.code import Code, json_literal
from eventwright.compiled import CompiledModule
from eventwright.naming import bind
from eventwright.settings import Settings
from eventwright.targets.typescript import checks, declarations, public, rules, values
from eventwright.targets.typescript.language import LANGUAGE, RUNTIME_TYPES, comment, kebab, literal
from eventwright.targets.typescript.layout import SPACE_LINE, enclosed, render
from eventwright.targets.typescript.refusals import refuse
from eventwright.targets.typescript.scope import Scope
from eventwright.words import TYPES, WORDS

_COMPILER = "6.0.3"


def files(
    modules: Sequence[CompiledModule], settings: Settings, env: jinja2.Environment
) -> dict[str, str]:
    """The package's files: its settings, the runtime, and one source file a module.

    Raises:
        EventwrightError: A schema can't be had in TypeScript as it stands.
    """
    package = {
        "name": json_literal(settings.package),
        "version": json_literal(settings.package_version),
        "compiler": json_literal(_COMPILER),
        "title": Code(json_literal(settings.package)[1:-1]),
        "modules": [_entry(module, settings) for module in modules],
        "bigint": settings.int64 == "bigint",
    }
    made = {
        f"typescript/{name}": env.get_template(f"typescript/{name}.jinja").render(package)
        for name in ("README.md", "package.json", "tsconfig.json")
    }
    made["typescript/src/runtime.ts"] = _runtime(settings, env)
    for module in modules:
        made[f"typescript/src/{kebab(module.name)}.ts"] = _module(module, settings, env)
    return made


def _runtime(settings: Settings, env: jinja2.Environment) -> str:
    template = env.get_template("typescript/runtime.ts.jinja")
    return template.render(
        bigint=settings.int64 == "bigint",
        words={name: literal(text) for name, text in WORDS.items()},
        types=[(Code(name), literal(text)) for name, text in TYPES.items()],
    )


def _module(module: CompiledModule, settings: Settings, env: jinja2.Environment) -> str:
    scope = Scope(module, bind(module.model, LANGUAGE), exact=settings.int64 == "bigint")
    refuse(scope)
    root = module.model.root
    sections = {
        "types": list(declarations.declarations(scope)),
        "makers": list(public.makers(scope)),
        "checks": list(checks.functions(scope)),
        "readers": list(values.readers(scope)),
        "writers": list(values.writers(scope)),
        "rules": list(rules.functions(scope)),
        "functions": list(public.functions(scope)),
        "short_names": public.short_names(root, scope) if root else None,
    }
    template = env.get_template("typescript/module.ts.jinja")
    return template.render(header=_header(module), imports=_imports(scope), **sections)


def _header(module: CompiledModule) -> Code:
    made = (
        f"Made by eventwright from {module.source}; edit the schema and run `eventwright generate`."
    )
    return comment(f"{module.description}\n\n{made}" if module.description else made)


def _imports(scope: Scope) -> list[Code]:
    used = sorted(scope.imports.names)
    kinds = [name for name in used if name in RUNTIME_TYPES]
    values_ = [name for name in used if name not in RUNTIME_TYPES]
    return [
        statement
        for keyword, names in (("import type", kinds), ("import", values_))
        if names
        for statement in [_import(keyword, names)]
    ]


def _import(keyword: str, names: Iterable[str]) -> Code:
    listed = enclosed("{", [Code(name) for name in names], "}", SPACE_LINE)
    return render((Code(f"{keyword} "), listed, Code(' from "./runtime.js";')))


def _entry(module: CompiledModule, settings: Settings) -> Mapping[str, Code]:
    name = kebab(module.name)
    return MappingProxyType({"name": name, "import": literal(f"{settings.package}/{name}")})

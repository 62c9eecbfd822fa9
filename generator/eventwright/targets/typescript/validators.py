"""The validators: the functions that list all issues of a value, each made of a rule."""

from __future__ import annotations

from collections.abc import Iterator

from eventwright.modelling.model import Internal, Union
from eventwright.planning.dispatching import dispatch
from eventwright.planning.plan import Entry, Program
from eventwright.rendering.code import Code
from eventwright.targets.typescript.layout import Doc, Group, call, hugging, right_side
from eventwright.targets.typescript.named import is_listed, named
from eventwright.targets.typescript.printing import render
from eventwright.targets.typescript.rules import BARE, RuleWriter, names, validator
from eventwright.targets.typescript.scope import Scope


def functions(scope: Scope) -> Iterator[Code]:
    """The validators, each after those of its checks that have rules of their own."""
    writer = RuleWriter(scope)
    for entry, program in sorted(scope.module.plan.programs.items(), key=scope.order):
        for name, check in scope.apart.of(entry).items():
            yield _constant(name, writer.alone(check), scope)
        definition = scope.definition(entry.location) if scope.has_type(entry) else None
        rule = writer.rule(program)
        if entry in scope.module.plan.circular:
            rule = call(scope.imports.use("remembered"), rule)
        if isinstance(definition, Union) and definition.is_closed:
            rule = _of_union(definition, entry, program, rule, scope)
        public = definition is not None and entry.location in scope.names.given
        yield _constant(scope.validate(entry), rule, scope, "export " if public else "")


def _constant(name: Code, rule: Doc, scope: Scope, export: str = "") -> Code:
    head = Code(f"{export}const {name}: {scope.imports.use('Validate')} =")
    # A bundler drops the call when nobody uses its result.
    made = validator(rule, scope, "/*#__PURE__*/ ")
    return render((Group((head, right_side(made))), Code(";")))


def _of_union(union: Union, entry: Entry, program: Program, rule: Doc, scope: Scope) -> Doc:
    """The rule of a union that also knows the tags."""
    tag = union.encoding.tag if isinstance(union.encoding, Internal) else None
    check = dispatch(program.checks, tag)
    circular = entry in scope.module.plan.circular
    if check is not None and program.checks == (check,) and not circular:
        return rule
    payload = validator(scope.imports.use("ANYTHING"), scope)
    variants = [
        (v.tag, BARE if v.payload is None else payload) for v in union.variants if v.tag is not None
    ]
    if tag is None:
        tags = hugging(scope.imports.use("external"), named(variants))
    else:
        # Of two lists the last one has no place of its own.
        called = call if is_listed([tag for tag, _ in variants]) else hugging
        tags = called(scope.imports.use("internal"), names(tag), named(variants))
    return call(scope.imports.use("tagged"), rule, tags)

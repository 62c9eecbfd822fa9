"""Readers and writers of tagged unions: the tag chooses what a value is converted to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventwright.errors import Location
from eventwright.modelling.model import Alternatives, Internal, Named, Shape, Union, Variant
from eventwright.planning import plan
from eventwright.planning.dispatching import dispatch
from eventwright.planning.walking import parts
from eventwright.rendering.code import Code
from eventwright.targets.typescript.conversion import Converter
from eventwright.targets.typescript.language import inherited, literal, member, property_key
from eventwright.targets.typescript.layout import (
    HARD_LINE,
    SPACE_LINE,
    Doc,
    Indent,
    assigned,
    call,
    enclosed,
    lines,
    returned,
)
from eventwright.targets.typescript.scope import Scope, payloads
from eventwright.targets.typescript.shapes import flat
from eventwright.targets.typescript.tests import any_of, one_of, where

_UNKNOWN = Code('throw new TypeError("no variant has this tag");')


class UnionBody:
    """The statements of the function that reads or writes a union."""

    def __init__(self, scope: Scope, union: Union, *, reading: bool) -> None:
        self._scope = scope
        self._union = union
        self._reading = reading
        self._convert = Converter(scope, reading=reading)

    def statements(self) -> Doc:
        """The statements, which return the converted value."""
        match self._union.encoding:
            case Internal(tag=tag):
                statements = self._switch(self._union, tag)
            case _:
                statements = self._external(self._union)
        return lines([self._kept(), statements]) if self._union.is_open else statements

    def _kept(self) -> Doc:
        """The statement for a value whose tag is not known, to the union or to one inside."""
        types = map(self._scope.unknown_type, dict.fromkeys(self._open_unions(self._union)))
        tests = [Code(f"value instanceof {type_}") for type_ in types]
        result = Code("return value;" if self._reading else "return value.raw;")
        return where(any_of(*tests), result)

    def _open_unions(self, union: Union) -> Iterator[Location]:
        yield union.location
        for _, payload in payloads(union) if isinstance(union.encoding, Internal) else ():
            inside = self._scope.definition(payload.target) if isinstance(payload, Named) else None
            if isinstance(inside, Union) and inside.is_open:
                yield from self._open_unions(inside)

    def _switch(self, union: Union, tag: tuple[str, ...]) -> Doc:
        # What is given may have any tag, so that TypeScript can't narrow it.
        keeps = union.is_open
        narrowed = self._scope.discriminated(union, tag) and not keeps
        if narrowed:
            subject: Doc = self._convert.member(Code("value"), tag[0])
        else:
            path = enclosed("[", [literal(name) for name in tag], "]")
            subject = call(self._scope.imports.use("tagAt"), Code("value"), path)
        variants = payloads(union)
        untagged = self._untagged(union, tag, narrowed=narrowed)
        arms: list[Doc] = []
        heads: list[Code] = []
        for at, (variant, payload) in enumerate(variants):
            if variant.tag is None or (not keeps and [(variant, payload)] == untagged):
                continue
            heads.append(Code(f"case {literal(variant.tag)}:"))
            if at + 1 < len(variants) and variants[at + 1][1] == payload:
                continue
            value = self._converted_variant(payload, narrowed=narrowed)
            arms.append((lines(heads), Indent((HARD_LINE, returned(value)))))
            heads = []
        is_seen = narrowed and all(self._has_tag(payload, tag) for _, payload in variants)
        if keeps and (untagged or not self._reading):
            # A copy of a kept value has no tag, and must not be taken for one.
            rest = returned(self._rest(untagged)) if untagged else _UNKNOWN
            arms.append((Code("case undefined:"), Indent((HARD_LINE, rest))))
        if keeps:
            rest = returned(self._unknown(subject))
            arms.append((Code("default:"), Indent((HARD_LINE, rest))))
        elif untagged:
            arms.append((Code("default:"), Indent((HARD_LINE, returned(self._rest(untagged))))))
        elif not is_seen:
            # TypeScript can't see that nothing is left.
            arms.append((Code("default:"), Indent((HARD_LINE, _UNKNOWN))))
        body = Indent(tuple((HARD_LINE, arm) for arm in arms))
        return (Code("switch ("), subject, Code(") {"), body, HARD_LINE, Code("}"))

    def _converted_variant(self, payload: Shape, *, narrowed: bool) -> Doc:
        type_ = flat(payload, self._scope, before=True)
        place = Code("value" if narrowed else f"value as {type_}")
        return self._convert.converted(payload, place)

    def _rest(self, variants: Sequence[tuple[Variant, Shape]]) -> Doc:
        """What a value is converted to whose tag tells nothing."""
        if len(variants) == 1:
            return self._converted_variant(variants[0][1], narrowed=False)
        branches = tuple((variant.location, payload) for variant, payload in variants)
        return self._convert.converted(Alternatives(branches), Code("value"))

    def _unknown(self, tag: Doc) -> Doc:
        """What a value is converted to whose tag is not known: to write it, it stays as it is."""
        if not self._reading:
            return Code("value")
        type_ = self._scope.unknown_type(self._union.location)
        return call(self._scope.imports.use("kept"), type_, tag, Code("value"))

    def _untagged(
        self, union: Union, tag: tuple[str, ...], *, narrowed: bool
    ) -> list[tuple[Variant, Shape]]:
        """The variants that values whose tag tells nothing may be, as they are tried."""
        variants = payloads(union)
        checks = self._scope.module.plan
        check = dispatch(checks.of(union.location).checks, tag, checks)
        missing = check.missing if isinstance(check, plan.Internal) else None
        programs = [missing, *(p for c in missing.checks for p in parts(c))] if missing else []
        places = [program.location for program in programs]
        found = [
            variant
            for variant in variants
            if variant[0].tag is None
            or (variant[0].location in places and not (narrowed and self._has_tag(variant[1], tag)))
        ]
        order = {place: at for at, place in enumerate(places)}
        return sorted(found, key=lambda variant: order.get(variant[0].location, 0))

    def _has_tag(self, payload: Shape, tag: tuple[str, ...]) -> bool:
        """Whether the tag is there in all values of a variant, as far as its type says."""
        inside = self._scope.definition(payload.target) if isinstance(payload, Named) else None
        if isinstance(inside, Union):
            return all(self._has_tag(inner, tag) for _, inner in payloads(inside))
        field = self._scope.field(payload, tag[0])
        return field is not None and field.required

    def _external(self, union: Union) -> Doc:
        loaded = payloads(union)
        statements: list[Doc] = []
        if not loaded:
            return lines([*statements, returned(Code("value"))])
        keeps = union.is_open
        bare = [variant.tag for variant in union.variants if variant.payload is None]
        if bare and keeps and self._reading:
            known = where(one_of(bare, Code("value")), Code("return value;"))
            other = returned(self._unknown(Code("value")))
            head = Code('if (typeof value === "string") {')
            body = Indent((HARD_LINE, known, HARD_LINE, other))
            statements.append((head, body, HARD_LINE, Code("}")))
        elif bare:
            statements.append(Code('if (typeof value === "string") return value;'))
        envelopes = [self._envelope(union, *variant) for variant in loaded]
        last: list[Doc]
        if keeps:
            members = Code(f"value as {self._scope.imports.use('Members')}")
            tag = call(self._scope.imports.use("onlyKey"), members)
            refused = [] if self._reading else [where((tag, Code(" === undefined")), _UNKNOWN)]
            last = [*refused, returned(self._unknown(tag))]
        else:
            *envelopes, (_, envelope) = envelopes
            last = [returned(envelope)]
        for place, envelope in envelopes:
            head = Code(f"if ({place} !== undefined) {{")
            statements.append((head, Indent((HARD_LINE, returned(envelope))), HARD_LINE, Code("}")))
        return lines([*statements, *last])

    def _envelope(self, union: Union, variant: Variant, payload: Shape) -> tuple[Code, Doc]:
        """Where a variant's payload stands, and the object that holds it converted."""
        tag = variant.key
        tags = [tagged.key for tagged, _ in payloads(union)]
        if union.is_open or "" in tags or any(map(inherited, tags)):
            # By an empty name TypeScript narrows nothing, nor by one that every object inherits.
            members = self._scope.imports.use("Members")
            own = self._scope.imports.use("own")
            place = Code(f"{own}(value as {members}, {literal(tag)})")
            typed: Code = Code(f"{place} as {flat(payload, self._scope, before=True)}")
        else:
            typed = place = member(Code("value"), tag)
        inner = assigned(property_key(tag), self._convert.converted(payload, typed))
        return place, enclosed("{", [inner], "}", SPACE_LINE)

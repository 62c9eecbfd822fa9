"""What the command line notes of unions that miss being told apart by a tag."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventwright.reading.jsontext import Json
from support.command_line import eventwright

pytestmark = pytest.mark.usefixtures("project")

EFFECT = "so no tag tells the branches apart, and they are tried in turn"
GIVE = "give each its own, or put these into a union of their own"


def tagged(tag: Json, **members: Json) -> dict[str, Json]:
    """An object that requires the member `type`, and describes it so."""
    described: Json = {"type": tag if isinstance(tag, dict) else {"const": tag}, **members}
    return {"type": "object", "properties": described, "required": ["type"]}


def holding(tag: str) -> dict[str, Json]:
    """An object that requires a tagged one."""
    described: Json = {"payload": tagged(tag)}
    return {"type": "object", "properties": described, "required": ["payload"]}


def keyed(key: str, *, closed: bool = True, **others: Json) -> dict[str, Json]:
    """An object whose one member has this key."""
    closing: Json = {"additionalProperties": False} if closed else {}
    return {
        "type": "object",
        "properties": {key: {"type": "object", "properties": {"n": {"type": "integer"}}}},
        "required": [key],
        **closing,
        **others,
    }


def leaving(*tags: str) -> dict[str, Json]:
    """A branch for the tags that are not among these."""
    refused: list[Json] = [{"properties": {"type": {"const": tag}}} for tag in tags]
    return {"not": {"anyOf": refused}, **tagged({"type": "string"})}


def no_constant(name: str) -> str:
    """What is noted of a branch without one in the member of this name."""
    return (
        f'has no constant "{name}" that is required, as the other branches have; {EFFECT}; '
        'add one, or refuse those of the others with "not"'
    )


def notes(*branches: Json, keyword: str = "oneOf", **beside: Json) -> list[str]:
    """What is noted of a union, without the file."""
    path = Path("schema") / "order.json"
    path.write_text(json.dumps({"title": "Order", keyword: branches, **beside}), encoding="utf-8")
    run = eventwright("generate", "--target", "python")
    assert run.code == 0
    return [note.removeprefix(f"note: {path}#") for note in run.notes]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_tag_that_another_branch_has(keyword: str) -> None:
    branches = [tagged("a"), tagged("b"), tagged("a", more={"type": "string"})]
    assert notes(*branches, keyword=keyword) == [
        f'/{keyword}/2: has "type": "a", as #/{keyword}/0 has; {EFFECT}; {GIVE}'
    ]


def test_a_number_that_another_branch_has() -> None:
    assert notes(tagged(1), tagged(2), tagged(1.0)) == [
        f'/oneOf/2: has "type": 1, as #/oneOf/0 has; {EFFECT}; {GIVE}'
    ]


def test_tags_of_several_types() -> None:
    assert notes(tagged(1), tagged(2), tagged("3")) == [
        f'/oneOf/2: has a "type" of another JSON type than #/oneOf/0 has; {EFFECT}; '
        "give all of them one type"
    ]


def test_tags_that_are_integers_or_booleans() -> None:
    assert notes(tagged(1), tagged(0), tagged(-1)) == []
    assert notes(tagged(True), tagged(False)) == []


def test_a_tag_that_a_copied_file_has() -> None:
    folder = Path("schema") / "events"
    folder.mkdir()
    tags = {"made": "made", "sent": "sent", "paid": "sent"}
    files: dict[str, Json] = {name: tagged(tag) for name, tag in tags.items()}
    files["events"] = {"oneOf": [{"$ref": f"{name}.json"} for name in tags]}
    for name, content in files.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    assert eventwright("generate", "--target", "python").stderr.splitlines() == [
        'note: schema/events/events.json#/oneOf/2: has "type": "sent", as schema/events/sent.json '
        f"has; {EFFECT}",
        f"  fix: {GIVE}",
    ]


def test_a_branch_that_another_one_repeats() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b")) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_that_another_branch_has_beside_null() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b"), {"type": "null"}) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_that_another_branch_has_beside_one_for_unknown_tags() -> None:
    assert notes(tagged("a"), tagged("b"), tagged("b"), leaving("a", "b")) == [
        f'/oneOf/2: has "type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def test_a_tag_inside_a_member() -> None:
    assert notes(*map(holding, "abb")) == [
        f'/oneOf/2: has "payload/type": "b", as #/oneOf/1 has; {EFFECT}; {GIVE}'
    ]


def of_tags(told: list[str]) -> list[str]:
    """The notes but those of branches that take what another one writes."""
    return [note for note in told if "so that no value of it can be read again" not in note]


def test_tags_that_are_shared_by_design() -> None:
    alike = (tagged("2.0", **{name: {"type": "string"}}) for name in "abc")
    assert of_tags(notes(*alike)) == []
    assert of_tags(notes(*map(tagged, "aabb"))) == []
    assert notes(tagged("c"), {"oneOf": [tagged("a"), tagged("b")]}) == []


def version(number: str) -> dict[str, Json]:
    """A branch of the type "a" that has a version too."""
    return {**tagged("a", version={"const": number}), "required": ["type", "version"]}


def test_versions_of_one_tag() -> None:
    assert notes(version("1"), version("2"), tagged("b")) == [
        f'/oneOf/1: has "type": "a", as #/oneOf/0 has; {EFFECT}; {GIVE}'
    ]
    assert notes({"oneOf": [version("1"), version("2")]}, tagged("b")) == []


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_a_version_without_the_tag(keyword: str) -> None:
    untagged: Json = {**version("2"), "required": ["version"]}
    versions: Json = {keyword: [version("1"), untagged]}
    note = f"/oneOf/0/{keyword}/1: {no_constant('type')}"
    assert notes(versions, tagged("b"), tagged("c")) == [note]
    plain: Json = {"type": "object", "properties": {"n": {"type": "integer"}}}
    unions: Json = {"oneOf": [plain, numbered("m")]}
    found = of_tags(notes(tagged("a"), unions, tagged("b")))
    assert found == [f"/oneOf/1: {no_constant('type')}"]


@pytest.mark.parametrize(
    "lacking",
    [
        {"type": "object", "properties": {"n": {"type": "integer"}}},
        {"type": "object"},
        tagged({"type": "string"}),
    ],
)
def test_a_branch_without_a_constant(lacking: Json) -> None:
    assert notes(tagged("a"), lacking, tagged("b")) == [f"/oneOf/1: {no_constant('type')}"]
    assert of_tags(notes(tagged("a"), lacking)) == []  # too few to say what they are told by


def test_branches_that_are_told_by_what_they_refuse() -> None:
    refusing: Json = {"type": "object", "not": {"required": ["type"]}}
    assert notes(tagged("a"), tagged("b"), refusing) == []


def test_a_branch_that_refuses_all_tags_but_a_new_one() -> None:
    assert notes(tagged("a"), tagged("b"), leaving("a")) == [
        f'/oneOf/2/not: refuses the "type" of other branches, but not "b"; {EFFECT}; add it there'
    ]


def test_a_tag_that_is_not_required_beside_a_branch_for_unknown_tags() -> None:
    optional: Json = {**tagged("b"), "required": []}
    assert notes(tagged("a"), optional, leaving("a", "b")) == [
        f'/oneOf/1: does not require "type", beside a branch for any other "type"; {EFFECT}; '
        'add it to "required"'
    ]
    assert notes(tagged("a"), optional) == []  # it is told apart


def test_a_tag_that_few_branches_do_not_require() -> None:
    problem = (
        'does not require "type", as the other branches do; so objects without it are read as this '
        'one, which is written without it; add it to "required"'
    )
    optional: Json = {**tagged("c"), "required": []}
    assert notes(tagged("a"), tagged("b"), optional) == [f"/oneOf/2: {problem}"]
    branches = [tagged("a"), tagged("b"), {"$ref": "#/$defs/C"}, {"type": "null"}]
    assert notes(*branches, **{"$defs": {"C": optional}}) == [f"/oneOf/2: {problem}"]
    # The schema around requires it, it is filled in, or as many do without.
    beside: dict[str, Json] = {"type": "object", "required": ["type"]}
    assert notes(tagged("a"), tagged("b"), optional, **beside) == []
    filled: Json = {**tagged({"const": "c", "default": "c"}), "required": []}
    assert notes(tagged("a"), tagged("b"), filled) == []
    assert notes(tagged("a"), tagged("b"), optional, {**tagged("d"), "required": []}) == []


def test_a_tag_inside_a_member_that_is_not_required() -> None:
    first, second, third = map(holding, "abc")
    del third["required"]
    assert notes(first, second, third) == [f"/oneOf/2: {no_constant('payload/type')}"]


def test_a_branch_that_does_not_say_that_it_is_an_object_is_noted_once() -> None:
    untyped = tagged("c")
    del untyped["type"]
    assert notes(tagged("a"), tagged("b"), untyped) == [
        '/oneOf/2: describes "properties" without "type": "object"; '
        'so other JSON passes too, and it stays any JSON; add "type": "object"'
    ]


def test_keys_beside_which_other_members_may_stand() -> None:
    problem = f"may have other members beside the one that it describes; {EFFECT}"
    cure = 'add "additionalProperties": false'
    assert notes(keyed("a"), keyed("b", closed=False)) == [f"/oneOf/1: {problem}; {cure}"]
    for others in ((), ({"const": "none"},)):
        assert notes(keyed("a", closed=False), keyed("b", closed=False), *others) == [
            f"/oneOf/0: {problem} (and 1 other place); {cure}"
        ]


def test_a_key_that_is_not_required() -> None:
    optional = keyed("c")
    del optional["required"]
    assert notes(keyed("a"), keyed("b"), optional) == [
        f"/oneOf/2: does not require its one member, as the other branches do; {EFFECT}; "
        'add "required": ["c"]'
    ]
    assert notes(keyed("a"), optional) == []  # as many do without


def test_keys_that_are_no_tags() -> None:
    beside: Json = {"id": {"type": "string"}}
    unclosed = [keyed("a", closed=False), keyed("b", closed=False)]
    assert notes(*unclosed, type="object", properties=beside) == []
    assert notes(keyed("a"), keyed("b", closed=False, maxProperties=2)) == []
    assert notes(keyed("a"), keyed("b", closed=False, additionalProperties=True)) == []


def test_a_key_that_another_branch_has() -> None:
    assert notes(keyed("a"), keyed("b"), keyed("b", description="Another one.")) == [
        f'/oneOf/2: has the one member "b", as #/oneOf/1 has; {EFFECT}; give each its own'
    ]


@pytest.mark.parametrize(
    ("slip", "cure"),
    [
        ([tagged("a"), tagged("b"), tagged("b")], tagged("c")),
        ([tagged("a"), tagged("b"), {"type": "object"}], leaving("a", "b")),
        ([tagged("a"), tagged("b"), leaving("a")], leaving("a", "b")),
        ([leaving("a", "b"), tagged("a"), {**tagged("b"), "required": []}], tagged("b")),
        ([*map(holding, "ab"), {"type": "object"}], holding("c")),
        ([keyed("a"), keyed("b"), keyed("b")], keyed("c")),
        ([keyed("a"), keyed("b"), keyed("c", closed=False)], keyed("c")),
        ([keyed("a"), keyed("b"), {**keyed("c"), "required": []}], keyed("c")),
    ],
)
def test_the_cure_makes_a_tag_tell_the_branches_apart(
    slip: list[dict[str, Json]], cure: dict[str, Json], project: Path
) -> None:
    bindings = project / "generated" / "python" / "shop_events" / "order.py"
    assert notes(*slip)
    assert "class UnknownOrder" not in bindings.read_text()
    mended = [*slip[:-1], cure]
    assert notes(*mended) == []
    takes_unknown_tags = any("not" in branch for branch in mended)
    assert ("class UnknownOrder" in bindings.read_text()) != takes_unknown_tags


SEVERAL = (
    "is one value of several unions, of which no type is made; so it stays any JSON; "
    "make each but one a member, or one union of all their combinations"
)


def numbered(name: str) -> Json:
    """An object that requires a member of this name, and may have a number."""
    described: Json = {name: {"type": "string"}, "number": {"type": "integer"}}
    return {"type": "object", "properties": described, "required": [name]}


def test_an_object_of_several_unions() -> None:
    unit: Json = {"oneOf": [tagged("cm"), tagged("inch")]}
    others = [numbered("a"), numbered("b")]
    beside: dict[str, Json] = {"type": "object", "properties": {"w": {"type": "number"}}}
    assert notes(*others, **beside, allOf=[unit]) == [f": {SEVERAL}"]
    assert notes(*others, allOf=[unit]) == [f": {SEVERAL}"]
    assert notes(*others, **beside, anyOf=[{"required": ["w"]}, {"required": ["number"]}]) == []


def test_a_member_of_several_unions() -> None:
    one: Json = {"properties": {"size": {"oneOf": [tagged("cm"), tagged("inch")]}}}
    other: Json = {"properties": {"size": {"anyOf": [keyed("a"), keyed("b")]}}}
    beside: dict[str, Json] = {"type": "object", "allOf": [one, other]}
    assert notes(True, **beside) == [f"/allOf/0/properties/size: {SEVERAL}"]


def test_a_branch_that_is_another_union_beside_members() -> None:
    note = (
        "is a union itself, beside the members of the one around it; so it stays an object of any"
        " JSON; make it a member, or write its branches as branches of that one"
    )
    beside: dict[str, Json] = {"type": "object", "properties": {"id": {"type": "string"}}}
    inner: Json = [numbered("a"), numbered("b")]
    assert notes({"oneOf": inner}, numbered("c"), **beside) == [f"/oneOf/0: {note}"]
    assert notes({**tagged("x"), "oneOf": inner}, tagged("y"), **beside) == [f"/oneOf/0: {note}"]
    assert notes({"oneOf": [tagged("x"), tagged("y")]}, tagged("z"), **beside) == []
    assert notes({"oneOf": inner}, numbered("c")) == []


def test_a_branch_whose_values_another_one_takes_too() -> None:
    number, text = {"type": "integer"}, {"type": "string"}

    def an_object(*required: str, **described: Json) -> Json:
        return {"type": "object", "required": [*required], "properties": described}

    def told(one: int, other: int) -> str:
        lost = f"writes what /oneOf/{other} takes too, so that no value of it can be read again"
        cure = 'write "anyOf" for "oneOf", or tell the two apart by a constant'
        return f"/oneOf/{one}: {lost}; {cure}"

    small, large = an_object("a", a=number), an_object("a", a=number, b=text)
    more = an_object("a", "c", a=number, c=text)
    assert notes(small, large) == [told(0, 1), told(1, 0)]
    assert notes({**small, "additionalProperties": False}, more) == []
    assert notes(more, {**large, "additionalProperties": False}) == []
    assert notes(small, an_object("a", a=text)) == []
    assert notes({**small, "additionalProperties": True}, more) == []
    defs: dict[str, Json] = {"Small": small, "Closed": {**large, "additionalProperties": False}}
    referring: list[Json] = [{"$ref": f"#/$defs/{name}"} for name in defs]
    assert notes(*referring, **{"$defs": defs}) == [told(0, 1), told(1, 0)]


@pytest.mark.parametrize(
    "beside",
    [
        {"properties": {"b": {"type": "string"}}},
        {"minProperties": 1},
        {"additionalProperties": True},
    ],
)
def test_branches_that_have_more_from_around_their_union(beside: dict[str, Json]) -> None:
    described: dict[str, Json] = {"a": {"type": "string"}}
    one: Json = {"type": "object", "required": ["a"], "properties": described}
    other: Json = {**one, "properties": {**described, "b": {"type": "string", "minLength": 5}}}
    assert of_tags(notes(one, other, **beside)) == notes(one, other, **beside)


def test_branches_that_refer_to_what_only_has_one_name() -> None:
    keyed: dict[str, Json] = {"type": "object", "required": ["k"]}
    keyed["properties"] = {"k": {"$ref": "#/$defs/K"}}
    branches: list[Json] = [
        {"$id": f"https://x.test/{kind}", **keyed, "$defs": {"K": {"type": kind}}}
        for kind in ("string", "integer")
    ]
    assert notes(*branches) == []


def test_alike_branches_of_a_union_of_which_no_value_is_written() -> None:
    one: dict[str, Json] = {"type": "object", "required": ["a"], "properties": {"a": True}}
    unions: Json = {"not": {"oneOf": [one, {**one, "properties": {"a": True, "b": True}}]}}
    found = notes(tagged("a"), tagged("b"), type="object", **unions)
    assert of_tags(found) == found


def discriminator(**mapping: Json) -> Json:
    """What OpenAPI says of a union that is told by the member `type`."""
    return {"propertyName": "type", **({"mapping": dict(mapping)} if mapping else {})}


def test_a_discriminator_that_constants_agree_with() -> None:
    defs: Json = {"A": tagged("a"), "B": {**tagged("b"), "description": "The second."}}
    referring: list[Json] = [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]
    mapping = discriminator(a="#/components/schemas/A", b="B")
    assert notes(*referring, **{"$defs": defs}, discriminator=mapping) == []
    assert notes(tagged("a"), tagged("b"), {"type": "null"}, discriminator=discriminator()) == []
    assert notes(tagged("a"), leaving("a"), discriminator=discriminator()) == []


def test_a_discriminator_without_constants() -> None:
    bare: Json = tagged({"type": "string"})
    assert notes(tagged("a"), bare, discriminator=discriminator()) == [
        '/discriminator: has no effect: not every branch has constants for "type"; '
        'give each branch a "const" (or an "enum") for "type", and require it'
    ]


def test_a_discriminator_that_branches_may_do_without() -> None:
    branches = [{**tagged(tag), "required": []} for tag in "ab"]
    fix = (
        'add "type" to "required" in each branch; what pydantic exports for mode "serialization" '
        "has it there with json_schema_serialization_defaults_required"
    )
    for left, some in (branches, "2 branches"), ([tagged("a"), branches[1]], "/oneOf/1"):
        told = f'/discriminator: does not ask for "type", which {some} may do without; {fix}'
        assert told in notes(*left, discriminator=discriminator())


def test_a_discriminator_without_a_union() -> None:
    base: Json = {**tagged({"type": "string"}), "discriminator": discriminator()}
    assert notes({"$ref": "#/$defs/Base"}, {"type": "null"}, **{"$defs": {"Base": base}}) == [
        "/$defs/Base/discriminator: has no effect: no union stands beside it; "
        'put it beside a "oneOf" of branches that each have a "const" for "type"'
    ]


def test_a_discriminator_that_maps_to_another_branch() -> None:
    defs: Json = {"A": tagged("a"), "B": tagged("b")}
    referring: list[Json] = [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]
    mapping = discriminator(a="#/$defs/B")
    assert notes(*referring, **{"$defs": defs}, discriminator=mapping) == [
        '/discriminator/mapping/a: names #/$defs/B, which is no branch with "type": "a"; '
        "correct it, or the branch"
    ]


def test_a_discriminator_that_maps_to_a_branch_which_is_a_union() -> None:
    defs: Json = {"A": tagged("a")}
    versions: list[Json] = [
        {
            "properties": {"type": {"const": "b"}, "version": {"const": version}},
            "required": ["type", "version"],
        }
        for version in (1, 2)
    ]
    inner: Json = {"type": "object", "oneOf": versions}
    branches: list[Json] = [{"$ref": "#/$defs/A"}, inner]
    assert notes(*branches, **{"$defs": defs}, discriminator=discriminator(b=inner)) == []
    assert notes(*branches, **{"$defs": defs}, discriminator=discriminator(b=tagged("b"))) == [
        '/discriminator/mapping/b: names a schema, which is no branch with "type": "b"; '
        "correct it, or the branch"
    ]


def test_what_is_called_a_discriminator_in_other_formats() -> None:
    assert notes(tagged("a"), tagged("b"), discriminator="type") == [
        '/discriminator: "discriminator" has no effect in JSON Schema 2020-12; '
        "remove it, or correct its name; what begins with x- is never noted"
    ]


def test_a_union_that_says_what_another_one_says(project: Path) -> None:
    union: Json = {"oneOf": [tagged("a"), tagged("b")]}
    again: Json = {"description": "Another one.", "oneOf": [tagged("a"), tagged("b")]}
    reference: Json = {"$ref": "#/$defs/Named"}
    properties: Json = {
        "first": union,
        "second": {"type": "array", "items": again},
        "third": {"oneOf": [tagged("a"), tagged("c")]},
        "named": reference,
        "again": reference,
    }
    named: Json = {"oneOf": [tagged("a"), tagged("d")]}
    schema: Json = {"type": "object", "properties": properties, "$defs": {"Named": named}}
    (project / "schema" / "order.json").write_text(json.dumps(schema))
    note = (
        "note: schema/order.json#/properties/second/items: says what"
        " schema/order.json#/properties/first says, and makes another type of it"
    )
    fix = "  fix: move it to $defs, and refer to it from both places"
    assert eventwright("generate", "--target", "python").stderr.splitlines() == [note, fix]

"""What clients write compiles under the strictest settings of TypeScript, and runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from eventwright.generate import generate
from eventwright.settings import Int64, Settings, Unknown
from support.project import node_tool, run
from support.schema_folders import write
from support.type_checks import TYPESCRIPT as STRICT_OPTIONS

Mode = tuple[Int64, Unknown]
MODES: tuple[Mode, ...] = (("number", "error"), ("bigint", "keep"))
CLOSED, OPEN = MODES

TEXT = {"type": "string"}
NOTE = {
    "title": "Note",
    "type": "object",
    "properties": {"kind": {"const": "note"}, "text": TEXT},
    "required": ["kind", "text"],
}
EVENT = {
    "title": "Event",
    "oneOf": [
        NOTE,
        {
            "title": "Ping",
            "type": "object",
            "properties": {"kind": {"const": "ping"}, "at": {"type": "integer"}},
            "required": ["kind"],
        },
    ],
}
CHOICE = {
    "title": "Choice",
    "oneOf": [
        {
            "type": "object",
            "properties": {key: NOTE | {"title": key}},
            "required": [key],
            "additionalProperties": False,
        }
        for key in ("First", "Second")
    ],
}
CLOUD = {
    "title": "Cloud",
    "type": "object",
    "properties": {
        "specversion": {"const": "1.0"},
        "type": {"const": "order"},
        "id": TEXT,
        "count": {"type": "integer", "default": 1},
    },
    "required": ["specversion", "type", "id"],
    "additionalProperties": True,
}
LEFT_OUT = {
    "names": {"type": "array", "items": TEXT, "default": []},
    "tone": {"enum": ["plain", "loud"], "default": "plain"},
    "notes": {"type": "array", "items": {"$ref": "event.json"}, "default": []},
    "note": {"anyOf": [NOTE | {"title": "First"}, {"type": "null"}], "default": None},
    "size": {"type": "integer", "default": 5},
    "pair": {"type": "object", "additionalProperties": {"type": "integer"}, "default": {"a": 1}},
}
LEFT_OUT = {name: member | {"x-omit-default": True} for name, member in LEFT_OUT.items()}
FILLED = {
    "lines": {"type": "array", "items": {"$ref": "#/$defs/Line"}, "default": []},
    "many": {"type": "array", "items": {"type": "integer"}, "default": []},
    "none": {"type": ["string", "null"], "default": None},
    "choice": {
        "oneOf": [{"$ref": "#/$defs/Line"}, {"type": "array", "items": TEXT}],
        "default": [],
    },
}
# Members of these names can't be taken apart, or are every object's.
ODD = {"default": TEXT, "toString": LEFT_OUT["notes"], "valueOf": LEFT_OUT["tone"]}
ORDER = {
    "title": "Order",
    "type": "object",
    "properties": {"id": TEXT, **LEFT_OUT, **FILLED, "odd": {"$ref": "#/$defs/Odd"}},
    "required": ["id"],
    "$defs": {
        "Line": {"type": "object", "properties": LEFT_OUT, "required": []},
        "Odd": {"type": "object", "properties": LEFT_OUT | FILLED | ODD},
    },
}
SCHEMAS = {"event": EVENT, "choice": CHOICE, "cloud": CLOUD, "order": ORDER}
ORDERS = (
    {"id": "1"},
    {"id": "1", "odd": {}, "lines": [{}], "note": None, "choice": {}},
    {"id": "1", "odd": {"lines": [{}], "choice": {"tone": "loud"}}, "choice": ["a"]},
    {"id": "1", "names": [], "tone": "plain", "notes": [], "size": 5, "pair": {"a": 1}},
    {"id": "1", "odd": {"names": ["a"], "tone": "loud", "note": {"kind": "note", "text": "a"}}},
    {"id": "1", "odd": {"toString": [{"kind": "ping"}], "valueOf": "loud", "pair": {}, "size": 6}},
)


@dataclass(frozen=True, slots=True)
class Package:
    """A compiled package, `events`, and an empty folder for its clients."""

    clients: Path

    def run(self, client: str) -> str:
        """What a client prints, once the compiler has accepted it."""
        (self.clients / "client.ts").write_text(client, encoding="utf-8")
        run(node_tool("tsc"), "--project", "tsconfig.json", cwd=self.clients)
        return run("node", "client.js", cwd=self.clients)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mode], Package]:
    made: dict[Mode, Package] = {}

    def of(mode: Mode) -> Package:
        if mode not in made:
            made[mode] = Package(_compiled(tmp_path_factory.mktemp("-".join(mode)), *mode))
        return made[mode]

    return of


def _compiled(folder: Path, int64: Int64, unknown: Unknown) -> Path:
    schemas = {f"schema/{name}.json": json.dumps(schema) for name, schema in SCHEMAS.items()}
    write(folder, schemas)
    settings = Settings(
        schema=folder / "schema",
        output=folder,
        package="events",
        targets=("typescript",),
        int64=int64,
        unknown=unknown,
        root=folder,
    )
    write(folder, generate(settings).files)
    run(node_tool("tsc"), "--project", "tsconfig.json", cwd=folder / "typescript")
    options = {**STRICT_OPTIONS, "target": "es2022", "lib": ["es2022", "dom"], "types": []}
    config = {"compilerOptions": {**options, "module": "nodenext"}, "include": ["client.ts"]}
    settings_of_clients = {"tsconfig.json": json.dumps(config), "package.json": '{"type":"module"}'}
    write(folder / "clients", settings_of_clients)
    (folder / "clients" / "node_modules").mkdir()
    (folder / "clients" / "node_modules" / "events").symlink_to(folder / "typescript")
    return folder / "clients"


def test_functions_of_a_union_are_passed_on(package: Callable[[Mode], Package]) -> None:
    package(CLOSED).run("""
        import * as m from "events/event";

        export const decoded: m.Event[] = [""].slice(1).map(m.decode);
        export const parsed: m.Event[] = [0].slice(1).map(m.parse);
        export type Decoded = ReturnType<typeof m.decode>;
        export type Parsed = ReturnType<typeof m.parse>;
        export const same = (event: m.Event): [Decoded, Parsed] => [event, event];
        export const back = (event: Decoded & Parsed): m.Event => event;
    """)


def test_a_union_is_what_the_option_asks_for(package: Callable[[Mode], Package]) -> None:
    package(CLOSED).run("""
        import * as m from "events/event";

        type Either = m.Event | m.UnknownEvent;
        const refuse = { unknown: "error" } as const;
        const keep = { unknown: "keep" } as const;
        export const decoded = (line: string): m.Event => m.decode(line, refuse);
        export const parsed = (value: unknown): m.Event => m.parse(value, refuse);
        export const kept = (line: string): Either => m.decode(line, keep);
        export const either = (line: string, keeps: boolean): Either =>
          m.decode(line, keeps ? keep : refuse) ?? m.parse(line, keeps ? keep : refuse);
        // @ts-expect-error: what is kept is no event.
        export const closed = (line: string): m.Event => m.decode(line, keep);
    """)


@pytest.mark.parametrize("mode", MODES)
def test_what_is_kept_is_narrowed_by_what_tells_variants(
    mode: Mode, package: Callable[[Mode], Package]
) -> None:
    kept = 'm.decode(line, { unknown: "keep" })' if mode == CLOSED else "m.decode(line)"
    told = package(mode).run(f"""
        import * as c from "events/choice";
        import * as m from "events/event";

        function told(line: string): string {{
          const event = {kept};
          switch (event.kind) {{
            case "note":
              return event.text;
            case "ping":
              return "ping";
            case undefined:
              return `unknown ${{event.tag}}`;
          }}
        }}
        const chosen = (choice: c.Choice | c.UnknownChoice): string =>
          choice.First ? choice.First.text : choice.Second ? choice.Second.kind : choice.tag;
        const lines = ['{{"kind":"note","text":"a"}}', '{{"kind":"new"}}'];
        const unknown = new c.UnknownChoice("Third", {{ Third: {{}} }});
        console.log(...lines.map(told), chosen(unknown));
    """)
    assert told == "a unknown new Third\n"


@pytest.mark.parametrize("mode", MODES)
def test_constants_are_not_asked_for_beside_other_members(
    mode: Mode, package: Callable[[Mode], Package]
) -> None:
    told = package(mode).run("""
        import * as m from "events/cloud";

        const made = m.newCloud({ id: "1", trace: "t" });
        const again = m.newCloud({ ...made, id: "2" });
        // @ts-expect-error: the id is missing.
        const missing = () => m.newCloud({ trace: "t" });
        // @ts-expect-error: the id is no number.
        const wrong = () => m.newCloud({ id: 1 });
        console.log([made, again].map(m.encode).join(" "), missing.name, wrong.name);
    """)
    one, two, *_ = told.split()
    common = {"specversion": "1.0", "type": "order", "count": 1, "trace": "t"}
    assert [json.loads(one), json.loads(two)] == [{**common, "id": "1"}, {**common, "id": "2"}]


@pytest.mark.parametrize("mode", MODES)
def test_what_is_valid_is_encoded_as_it_would_be_read(
    mode: Mode, package: Callable[[Mode], Package]
) -> None:
    texts = [json.dumps(order) for order in ORDERS]
    told = package(mode).run(f"""
        import * as m from "events/order";

        function written(text: string): string {{
          const value: unknown = JSON.parse(text);
          if (!m.is(value)) return "refused";
          const kept = Object.values(m.dump(value) as object).every((each) => each !== undefined);
          return m.encode(value) === m.encode(m.decode(text)) && kept ? "same" : m.encode(value);
        }}
        console.log({json.dumps(texts)}.map(written).join());
        console.log(m.encode({{ id: "1" }}), m.encode(m.newOrder({{ id: "1" }})));
    """)
    each, (given, made) = (line for line in map(str.split, told.splitlines()))
    assert each == [",".join(["same"] * len(texts))]
    assert json.loads(given) == json.loads(made)


@pytest.mark.parametrize("mode", MODES)
def test_what_is_encoded_is_checked(mode: Mode, package: Callable[[Mode], Package]) -> None:
    package(mode).run("""
        import * as c from "events/choice";
        import * as m from "events/event";
        import * as o from "events/order";

        export const tests = [
          (value: unknown) => (m.is(value) ? m.encode(value) : ""),
          (value: unknown) => (c.is(value) ? JSON.stringify(c.dump(value)) : ""),
          () => m.encode({ kind: "ping", at: 5 }),
          // @ts-expect-error: the text is missing.
          () => m.encode({ kind: "note" }),
          // @ts-expect-error: the text is missing.
          () => c.encode({ First: { kind: "note" } }),
          // @ts-expect-error: no order has such a tone.
          () => o.dump({ id: "1", tone: 1 }),
        ];
    """)


def test_valid_json_of_an_unknown_tag_is_encoded_as_it_is(
    package: Callable[[Mode], Package],
) -> None:
    event = {"kind": "new", "text": 1}
    order = {"id": "1", "notes": [event, {"kind": "ping"}], "odd": {"toString": [event]}}
    told = package(OPEN).run(f"""
        import * as c from "events/choice";
        import * as m from "events/event";
        import * as o from "events/order";

        const [event, choice, order]: unknown[] = {json.dumps([event, {"New": event}, order])};
        if (m.is(event)) console.log(m.encode(event));
        if (c.is(choice)) console.log(c.encode(choice));
        if (o.is(order)) console.log(JSON.stringify(o.newOrder(order).notes), o.encode(order));
    """)
    one, two, three = told.splitlines()
    notes, written = three.split(" ")
    assert [json.loads(one), json.loads(two)] == [event, {"New": event}]
    assert json.loads(notes) == order["notes"]
    assert json.loads(written) == json.loads(json.dumps(order)) | {
        "lines": [],
        "many": [],
        "none": None,
        "choice": [],
        "odd": order["odd"] | {"lines": [], "many": [], "none": None, "choice": []},
    }


def test_a_copy_of_what_was_kept_is_not_encoded(package: Callable[[Mode], Package]) -> None:
    told = package(OPEN).run("""
        import * as c from "events/choice";
        import * as m from "events/event";

        function refused(encode: () => string): string {
          try {
            return encode();
          } catch (error) {
            return String(error);
          }
        }
        const event = m.decode('{"kind":"new"}');
        const choice = c.decode('{"New":1}');
        console.log(refused(() => m.encode(structuredClone(event))));
        console.log(refused(() => c.encode(structuredClone(choice))));
    """)
    assert told == "TypeError: no variant has this tag\n" * 2

"""Make the model: which named types a module has, and what shape a value has at every place."""

from __future__ import annotations

from pathlib import PurePosixPath

from eventwright.errors import EventwrightError, Location, Problem
from eventwright.load import Json
from eventwright.model import (
    Alias,
    AnyJson,
    Array,
    Boolean,
    Default,
    Definition,
    Dictionary,
    Doc,
    Enum,
    EnumValue,
    External,
    Field,
    Integer,
    Internal,
    Literals,
    Model,
    Named,
    Null,
    Nullable,
    Number,
    Record,
    Shape,
    Text,
    Union,
    Variant,
)
from eventwright.refs import SchemaSet
from eventwright.unions import (
    Encoding,
    ExternallyTagged,
    InternallyTagged,
    NullOr,
    StringEnum,
    TaggedBranch,
    constants,
    recognise,
)

# A document that has only these describes no type of its own; it is a home for definitions.
_HOUSEKEEPING = frozenset({"$schema", "$id", "$comment", "$defs", "title", "description"})


def build_model(schemas: SchemaSet) -> Model:
    """Every named type of a module, each after the types that it holds.

    Raises:
        EventwrightError: A union's encoding can't be told, or a schema has no shape yet.
    """
    builder = _Builder(schemas)
    for location in _roots(schemas):
        builder.define(location)
    root = schemas.module.root
    return Model(builder.definitions, Location(root.file) if root else None)


def _roots(schemas: SchemaSet) -> list[Location]:
    """The places that are types because a schema says so: documents, `$defs`, targets of `$ref`."""
    module = schemas.module
    first = [module.root] if module.root else []
    documents = first + [d for d in module.documents if d is not module.root]
    roots = [Location(d.file) for d in documents if _describes_type(d.content)]
    for document in documents:
        if isinstance(document.content, dict):
            definitions = document.content.get("$defs")
            names = definitions if isinstance(definitions, dict) else {}
            roots += [Location(document.file).child("$defs", name) for name in names]
    return roots + sorted(set(schemas.targets.values()) - set(roots))


def _describes_type(content: Json) -> bool:
    return isinstance(content, bool) or not _HOUSEKEEPING.issuperset(_object(content))


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None


class _Builder:
    """Walks schemas depth first, so that a definition is finished after those it holds."""

    def __init__(self, schemas: SchemaSet) -> None:
        self.schemas = schemas
        self.definitions: dict[Location, Definition] = {}
        self._open: set[Location] = set()

    def define(self, location: Location, title: str | None = None) -> Named:
        """Make sure that the schema at this place has a definition, and refer to it."""
        if location not in self.definitions and location not in self._open:
            self._open.add(location)
            self.definitions[location] = self._definition(location, title or _title(location))
        return Named(location)

    def shape(self, location: Location, title: str) -> Shape:
        """The shape at a place; `title` names what has to become a definition of its own."""
        schema = self.schemas.at(location)
        if location in self.schemas.targets:
            return self.define(self.schemas.targets[location])
        if isinstance(schema, dict) and self._wants_name(location, schema):
            return self.define(location, title)
        return self._plain_shape(location, title)

    def _wants_name(self, location: Location, schema: dict[str, Json]) -> bool:
        encoding = recognise(self.schemas, location)
        if encoding is not None:
            return not isinstance(encoding, NullOr)
        titled = "title" in schema or "x-name" in schema
        strings = constants(self.schemas, location)
        return "properties" in schema or (titled and "enum" in schema and bool(strings))

    def _plain_shape(self, location: Location, title: str) -> Shape:
        schema = _object(self.schemas.at(location))
        encoding = recognise(self.schemas, location)
        if isinstance(encoding, NullOr):
            return Nullable(self.shape(encoding.inner, title))
        if "const" in schema:
            return _literals(location, [schema["const"]])
        if "enum" in schema:
            values = schema["enum"]
            return _literals(location, values if isinstance(values, list) else [])
        kind = schema.get("type")
        if isinstance(kind, list):
            others = [name for name in kind if name != "null"]
            if len(others) == 1:
                inner = self._typed_shape(location, others[0], title)
                return inner if len(kind) == 1 else Nullable(inner)
            raise _unsupported(location.child("type"), "a type with several alternatives")
        return self._typed_shape(location, kind, title)

    def _typed_shape(self, location: Location, kind: Json, title: str) -> Shape:
        schema = _object(self.schemas.at(location))
        match kind:
            case "string":
                return Text()
            case "boolean":
                return Boolean()
            case "null":
                return Null()
            case "number":
                return Number()
            case "integer":
                return Integer(_bound(schema, "minimum"), _bound(schema, "maximum"))
            case "array" if "items" in schema:
                return Array(self.shape(location.child("items"), f"{title}Item"))
            case "array":
                return Array(AnyJson())
            case "object" if isinstance(schema.get("additionalProperties"), dict):
                values = location.child("additionalProperties")
                return Dictionary(self.shape(values, f"{title}Value"))
            case "object":
                return Dictionary(AnyJson())
            case _:
                return AnyJson()

    def _definition(self, location: Location, title: str) -> Definition:
        schema = _object(self.schemas.at(location))
        named = _text(schema.get("x-name")) or _text(schema.get("title")) or title
        doc = _doc(schema)
        if location in self.schemas.targets:
            return Alias(location, named, doc, self.define(self.schemas.targets[location]))
        encoding = recognise(self.schemas, location)
        if encoding is not None and not isinstance(encoding, NullOr):
            return self._union(location, named, doc, encoding)
        if "properties" in schema:
            return self._record(location, named, doc)
        values = constants(self.schemas, location)
        if "enum" in schema and values:
            place = location.child("enum")
            members = [EnumValue(v, Doc(), place.child(i), None) for i, v in enumerate(values)]
            return Enum(location, named, doc, tuple(members))
        return Alias(location, named, doc, self._plain_shape(location, named))

    def _union(self, location: Location, title: str, doc: Doc, encoding: Encoding) -> Definition:
        match encoding:
            case StringEnum(values=values):
                members = [self._enum_value(value, place) for value, place in values]
                return Enum(location, title, doc, tuple(members))
            case InternallyTagged(tag=tag, branches=branches):
                kind: Internal | External = Internal(tag)
            case ExternallyTagged(branches=branches):
                kind = External()
            case NullOr():
                raise ValueError("a nullable shape is no definition")
        return Union(location, title, doc, kind, tuple(self._variant(b, title) for b in branches))

    def _variant(self, branch: TaggedBranch, title: str) -> Variant:
        payload = self.shape(branch.payload, f"{title}-{branch.tag}") if branch.payload else None
        doc = _doc(_object(self.schemas.at(branch.location)))
        return Variant(branch.tag, payload, doc, branch.location)

    def _enum_value(self, value: str, location: Location) -> EnumValue:
        schema = _object(self.schemas.at(location))
        return EnumValue(value, _doc(schema), location, _text(schema.get("x-name")))

    def _record(self, location: Location, title: str, doc: Doc) -> Record:
        schema = _object(self.schemas.at(location))
        required = schema.get("required")
        names = required if isinstance(required, list) else []
        fields = [
            self._field(location.child("properties", wire), wire, wire in names, title)
            for wire in _object(schema["properties"])
        ]
        extra: Shape | None = None
        if schema.get("additionalProperties", False) is not False:
            extra = self.shape(location.child("additionalProperties"), f"{title}Value")
        return Record(location, title, doc, tuple(fields), extra)

    def _field(self, location: Location, wire: str, required: bool, title: str) -> Field:
        schema = _object(self.schemas.at(location))
        shape = self.shape(location, f"{title}-{wire}")
        match shape:
            case Literals(values=(str(),)) if required:
                constant = True
            case _:
                constant = False
        return Field(
            wire=wire,
            shape=shape,
            required=required,
            default=Default(schema["default"]) if "default" in schema else None,
            omit_default=schema.get("x-omit-default") is True,
            constant=constant,
            doc=_doc(schema),
            location=location,
            alias=_text(schema.get("x-name")),
        )


def _title(location: Location) -> str:
    """A name from where a definition stands: its key, or the name of its file."""
    last = location.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
    return last or PurePosixPath(location.file).name.partition(".")[0]


def _doc(schema: dict[str, Json]) -> Doc:
    return Doc(_text(schema.get("description")), schema.get("deprecated") is True)


def _bound(schema: dict[str, Json], keyword: str) -> int | None:
    value = schema.get(keyword)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _literals(location: Location, values: list[Json]) -> Literals:
    scalars = tuple(v for v in values if v is None or isinstance(v, str | int | float | bool))
    if len(scalars) != len(values):
        raise _unsupported(location, "a constant that is an array or an object")
    return Literals(scalars)


def _unsupported(location: Location, what: str) -> EventwrightError:
    return EventwrightError(
        Problem(location, f"{what} is not supported yet", "rewrite the schema without it")
    )

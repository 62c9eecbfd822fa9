"""Whatever a schema says, the models of it import nothing but pydantic and typing."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from eventwright.generate import compile_modules
from eventwright.reading.formats import ASSERTED, INTEGER_FORMATS
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import pydantic as target


def models_of(folder: Path, schema: Mapping[str, object], *, format_assertion: bool = True) -> str:
    """The source of the module of a schema."""
    path = folder / "m.json"
    path.write_text(json.dumps(schema))
    settings = Settings(
        schema=path,
        output=folder / "out",
        package="p",
        root=folder,
        format_assertion=format_assertion,
    )
    files = target.files(compile_modules(settings), settings, environment(None))
    return files["pydantic/p_pydantic/m.py"]


def record(title: str, **properties: object) -> dict[str, object]:
    members = {"properties": properties, "required": [*properties]}
    return {"title": title, "type": "object", **members}


SUBPROCESS = {"module": "subprocess", "name": "Popen"}


@pytest.mark.parametrize(
    "vendor",
    [
        {"x-python-type": "subprocess.Popen"},
        {"x-python-import": SUBPROCESS},
        {"x-python-import": {"module": "subprocess", "qualname": "Popen"}},
        {"customTypePath": "subprocess.Popen"},
        {"customBasePath": "subprocess.Popen"},
        {"customBasePath": ["subprocess.Popen"]},
        {"default_factory": "subprocess.Popen"},
        {"tsType": "subprocess.Popen"},
        {"x-enum-varnames": ["subprocess", "Popen"]},
        {"x-enumNames": ["subprocess", "Popen"]},
        {"x-is-base-class": True, "x-is-classvar": True},
        {"discriminator": {"propertyName": "subprocess"}},
        {"discriminator": {"propertyName": "kind", "mapping": {"a": "file:subprocess.json"}}},
        {"default": {"$ref": "file:subprocess.json", "x-python-import": SUBPROCESS}},
        {"examples": [{"$ref": "file:subprocess.json"}]},
        {"const": {"$ref": "file:subprocess.json", "x-python-import": SUBPROCESS}},
        {"title": "subprocess.Popen", "$comment": "subprocess"},
        {"nullable": True, "x-nullable": True},
        {"contentEncoding": "base64", "contentMediaType": "text/x-python"},
    ],
    ids=lambda vendor: next(iter(vendor)),
)
@pytest.mark.parametrize(
    "shape",
    [
        {"type": "string"},
        {"type": "string", "enum": ["a", "b"]},
        record("Inner", kind={"const": "a"}),
        {"type": "array", "items": {"type": "integer"}},
        {"oneOf": [record("A", kind={"const": "a"}), record("B", kind={"const": "b"})]},
        {},
    ],
    ids=["string", "enum", "record", "array", "union", "anything"],
)
def test_keywords_of_other_tools_import_nothing(
    tmp_path: Path, shape: dict[str, object], vendor: dict[str, object]
) -> None:
    tricked = {**shape, **vendor}
    schema = {**record("R", a=tricked, b={"$ref": "#/$defs/D"}), "$defs": {"D": tricked}, **vendor}
    assert imports(models_of(tmp_path, schema)) <= HARMLESS


def imports(source: str) -> set[str]:
    """The modules that a module imports from."""
    nodes = list(ast.walk(ast.parse(source)))
    assert not [node for node in nodes if isinstance(node, ast.Import)]
    return {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}


HARMLESS = {"__future__", "enum", "typing", "pydantic", "p_pydantic._model"}


@pytest.mark.parametrize("format_assertion", [True, False])
def test_a_format_imports_no_type(tmp_path: Path, format_assertion: bool) -> None:
    formats = {*ASSERTED, *INTEGER_FORMATS, *OTHER_FORMATS}
    kinds = ["string", "integer", "number"]
    schema = record(
        "R", **{f"{k} {f}": {"type": k, "format": f} for k in kinds for f in sorted(formats)}
    )
    source = models_of(tmp_path, schema, format_assertion=format_assertion)
    assert imports(source) <= HARMLESS


# Formats that datamodel-code-generator has types for.
OTHER_FORMATS = (
    "binary byte date-time-local decimal file-path hostname ipv4-network ipv6-network"
    " json multi-host-uri password path unix-time uuid1 uuid5 ulid secret-str"
).split()

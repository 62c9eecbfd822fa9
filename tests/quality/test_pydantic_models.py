"""Type checkers take models to be built as they are: by names in Python, without constants."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from eventwright.generate import compile_modules
from eventwright.rendering.render import environment
from eventwright.settings import Settings
from eventwright.targets import pydantic as target
from support.project import run
from support.type_checks import mypy, pyright

SCHEMA = {
    "title": "Ev",
    "type": "object",
    "properties": {
        "kind": {"const": "ev"},
        "a-tag": {"const": 1},
        "class": {"type": "string"},
        "price": {"$ref": "#/$defs/Money"},
        "at": {"$ref": "#/$defs/Point"},
        "fee": {"$ref": "#/$defs/Money", "default": {"currency": "EUR"}},
        "fees": {
            "type": "array",
            "items": {"$ref": "#/$defs/Money"},
            "default": [{"currency": "EUR"}],
        },
    },
    "required": ["kind", "a-tag", "price"],
    "$defs": {
        "Money": {
            "type": "object",
            "properties": {"currency": {"$ref": "#/$defs/Currency"}},
            "required": ["currency"],
        },
        "Currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "Point": {
            "type": "array",
            "prefixItems": [{"type": "number", "maximum": 90}, {"type": "number"}],
            "minItems": 2,
            "items": False,
        },
    },
}
PROBE = """
from p_pydantic.m import Currency, Ev, Money, Point

usual: Currency = "EUR"
made = Ev(class_="gold", price=Money(currency=usual), at=Point((1.5, 2)))
assert made.class_ == "gold" and made.price.currency.lower() == "eur"
assert f"{made.kind} {made.price.currency}" == "ev EUR"
assert made.fee == Money(currency="EUR") and made.fees[0].currency == "EUR"
assert made == Ev(kind="ev", class_="gold", price=Money(currency="EUR"), at=Point((1.5, 2)))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with models and a program that builds them."""
    schema = tmp_path / "m.json"
    schema.write_text(json.dumps(SCHEMA))
    settings = Settings(schema=schema, output=tmp_path / "out", package="p", root=tmp_path)
    files = target.files(compile_modules(settings), settings, environment(None))
    folder = tmp_path / "checked"
    for name, text in files.items():
        path = folder / name.removeprefix("pydantic/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "probe.py").write_text(PROBE)
    return folder


def test_mypy_takes_who_builds_models(folder: Path) -> None:
    mypy(folder / "p_pydantic", folder / "probe.py", cache=folder / "cache")


def test_pyright_takes_who_builds_models(folder: Path) -> None:
    assert [error for error in pyright(folder) if error.startswith("probe.py")] == []


def test_what_type_checkers_take_runs(folder: Path) -> None:
    run(sys.executable, folder / "probe.py")

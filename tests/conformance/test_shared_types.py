"""Types that modules of one package share: one class in Python, the same JSON in both languages."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from eventwright.compiled import CompiledModule
from eventwright.generate import compile_modules
from eventwright.settings import Settings
from support.many_schemas import read, write_package
from support.schema_folders import write
from support.type_checks import mypy, pyright, tsc


def an_object(**members: object) -> dict[str, object]:
    return {"type": "object", "properties": members, "required": list(members)}


def ref(text: str) -> dict[str, object]:
    return {"$ref": text}


TEXT = {"type": "string"}
MONEY = ref("../common/common.json#/$defs/Money")
PLACE = ref("https://example.com/common#/$defs/Place")
SCHEMAS = MappingProxyType(
    {
        "common/common.json": {
            "$id": "https://example.com/common",
            "$defs": {
                "Money": an_object(amount=TEXT, currency=ref("#/$defs/Currency")),
                "Currency": {"enum": ["EUR", "USD"]},
                "Place": {"oneOf": [ref("#/$defs/Locker"), ref("#/$defs/Address")]},
                "Locker": an_object(kind={"const": "locker"}, id=TEXT),
                "Address": an_object(kind={"const": "address"}, street=TEXT),
                "Answer": {"oneOf": [TEXT, an_object(a=ref("#/$defs/Money"))]},
                "Reply": {
                    "oneOf": [
                        {**an_object(count={"type": "integer"}), "additionalProperties": False},
                        {**an_object(words=TEXT), "additionalProperties": False},
                    ]
                },
                "Unused": an_object(part=ref("#/$defs/Part")),
                "Part": an_object(id=TEXT),
            },
        },
        "order/order.json": an_object(price=MONEY, to=PLACE),
        "invoice/invoice.json": {
            **an_object(
                total=MONEY,
                sent=ref("../order/order.json"),
                answer=ref("../common/common.json#/$defs/Answer"),
                reply=ref("../common/common.json#/$defs/Reply"),
            ),
        },
        # A name that is another type's here makes other names of those that it would go by.
        "local/local.json": {
            **an_object(price=MONEY, own=ref("#/$defs/Currency"), to=PLACE),
            "$defs": {"Currency": {"enum": ["gold", "shells"]}},
        },
        "money/money.json": {"description": "What is paid.", **MONEY},
        "egg/egg.json": an_object(laid_by=ref("../hen/hen.json")),
        "farm/farm.json": an_object(first=ref("../egg/egg.json")),
        "hen/hen.json": {
            "type": "object",
            "properties": {"out_of": ref("../egg/egg.json"), "worth": MONEY},
        },
    }
)
PRICE = {"amount": "1.50", "currency": "EUR"}
LOCKER = {"kind": "locker", "id": "7"}
ORDER = {"price": PRICE, "to": LOCKER}
INVOICE = {"total": PRICE, "sent": ORDER, "answer": {"a": PRICE}, "reply": {"words": "so"}}
PAYLOADS = MappingProxyType(
    {
        "order": [ORDER, {"price": PRICE, "to": {"kind": "boat"}}],
        "invoice": [INVOICE, {**INVOICE, "answer": "so", "reply": {"count": 1}}],
        "local": [{"price": PRICE, "own": "gold", "to": LOCKER}],
        "money": [PRICE],
        "farm": [{"first": {"laid_by": {}}}],
        "egg": [{"laid_by": {"out_of": {"laid_by": {"worth": PRICE}}}}],
        "hen": [{"worth": PRICE}, {"worth": {"amount": "1"}}],
    }
)


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> tuple[CompiledModule, ...]:
    folder = tmp_path_factory.mktemp("schemas")
    write(folder, {name: json.dumps(schema) for name, schema in SCHEMAS.items()})
    return compile_modules(Settings(schema=folder, output=folder, root=folder))


@pytest.fixture(scope="module")
def package(
    modules: tuple[CompiledModule, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("package")
    write_package(modules, folder, "shared_types", "number")
    sys.path.insert(0, str(folder / "python"))
    yield folder
    sys.path.remove(str(folder / "python"))


# The modules are made for this test, so that no type checker knows them.
def module(name: str) -> Any:
    return importlib.import_module(f"shared_types.{name}")


def test_type_checkers_take_the_packages(package: Path, tmp_path: Path) -> None:
    tsc(package / "typescript")
    client = package / "python" / "client.py"
    client.write_text(
        "from shared_types import common, invoice, money, order\n\n"
        'price: money.Money = common.Money(amount="1", currency=invoice.Currency.EUR)\n'
        'sent = order.Order(price=price, to=common.Locker(id="7"))\n'
        "reply = common.ReplyCount(value=1)\n"
        'print(invoice.Invoice(total=price, sent=sent, answer="", reply=reply))\n',
        encoding="utf-8",
    )
    mypy(package / "python" / "shared_types", client, cache=tmp_path / "cache")
    assert pyright(package / "python") == []


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("name", "home", "types"),
    [
        ("order", "common", "Money Currency Place Locker Address UnknownPlace"),
        (
            "invoice",
            "common",
            "Money Currency Place Locker Address UnknownPlace Answer Reply ReplyCount",
        ),
        ("invoice", "order", "Order"),
        ("local", "common", "Place Locker Address UnknownPlace"),
        ("money", "common", "Money Currency"),
        ("egg", "common", "Money Currency"),
        ("hen", "common", "Money Currency"),
    ],
)
def test_what_is_alike_is_one(name: str, home: str, types: str) -> None:
    here, there = module(name), module(home)
    for type_ in types.split():
        assert getattr(here, type_) is getattr(there, type_)


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize(
    ("name", "home", "types"),
    [
        # Its currency is called otherwise.
        ("local", "common", "Money Currency"),
        # Each would have to be imported before the other one.
        ("egg", "hen", "Egg Hen"),
        # It has a hen of another class than that of the first hen's egg.
        ("farm", "egg", "Egg"),
        ("farm", "hen", "Hen"),
    ],
)
def test_what_differs_is_not_one(name: str, home: str, types: str) -> None:
    here, there = module(name), module(home)
    for type_ in types.split():
        assert getattr(here, type_) is not getattr(there, type_)


@pytest.mark.usefixtures("package")
def test_a_root_that_only_refers_to_a_type_of_its_name_is_that_type() -> None:
    money = module("money")
    assert money.decode is money.decode_money
    assert isinstance(money.decode(json.dumps(PRICE)), module("common").Money)
    assert str(money.__doc__).startswith("What is paid.")


@pytest.mark.usefixtures("package")
def test_a_module_has_no_types_that_it_does_not_lead_to() -> None:
    assert not hasattr(module("order"), "Part")
    assert hasattr(module("common"), "Part")


@pytest.mark.usefixtures("package")
def test_what_one_module_reads_another_one_writes() -> None:
    common, order = module("common"), module("order")
    read_ = order.decode(json.dumps(ORDER))
    assert isinstance(read_.to, common.Locker)
    assert json.loads(common.encode_money(read_.price)) == PRICE
    unknown = common.parse_place({"kind": "boat"}, unknown="keep")
    assert isinstance(unknown, order.UnknownPlace)


def test_both_languages_read_and_write_the_same(
    modules: tuple[CompiledModule, ...], tmp_path: Path
) -> None:
    outcomes = read(modules, PAYLOADS, tmp_path / "package")
    assert {name: found.python for name, found in outcomes.items()} == {
        name: found.typescript for name, found in outcomes.items()
    }
    valid = {name: [o.issues == () for o in found.python] for name, found in outcomes.items()}
    assert valid == {
        "order": [True, False],
        "invoice": [True, True],
        "local": [True],
        "money": [True],
        "farm": [True],
        "egg": [True],
        "hen": [True, False],
    }

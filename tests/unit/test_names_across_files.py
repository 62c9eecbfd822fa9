"""What types of several files are called where they want the same name."""

from __future__ import annotations

import json
import re
from pathlib import Path

from eventwright.generate import generate
from eventwright.settings import Settings

DETECTOR = {
    "title": "Alert",
    "type": "object",
    "properties": {"detector": {"type": "object", "properties": {"on": {"type": "boolean"}}}},
}


def source(folder: Path, **documents: object) -> str:
    """The TypeScript module of documents that are called NAME.json; _ stands for a folder."""
    for name, content in documents.items():
        path = folder / "notices" / f"{name.replace('_', '/')}.schema.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content))
    settings = Settings(schema=folder, output=folder, targets=("typescript",), root=folder)
    return generate(settings).files["typescript/src/notices.ts"].decode()


def interfaces(text: str) -> set[str]:
    """The names of all interfaces in a module."""
    return set(re.findall(r"^export interface (\w+)", text, re.MULTILINE))


def test_a_title_of_two_folders_takes_the_name_of_the_folder(tmp_path: Path) -> None:
    found = interfaces(source(tmp_path, boom_alert=DETECTOR, core_alert=DETECTOR))
    assert found == {"BoomAlert", "BoomAlertDetector", "CoreAlert", "CoreAlertDetector"}


def test_a_title_of_two_files_of_one_folder_gives_way_to_the_name_of_the_file(
    tmp_path: Path,
) -> None:
    text = source(tmp_path, boom_alert=DETECTOR, boom_test=DETECTOR, core_alert=DETECTOR)
    assert interfaces(text) == {
        *("BoomAlert", "BoomAlertDetector", "BoomTest", "BoomTestDetector"),
        *("CoreAlert", "CoreAlertDetector"),
    }


def test_documents_have_functions_of_their_own_whatever_name_they_get(tmp_path: Path) -> None:
    text = source(tmp_path, boom_alert=DETECTOR, core_alert=DETECTOR)
    assert "export const decodeBoomAlert:" in text
    assert "export const decodeCoreAlert:" in text


def exported(name: str, *, up: str, **beside: object) -> dict[str, object]:
    """A document that only refers to a type of its own name, which refers to it in turn."""
    kind = {"const": name}
    described = {"kind": kind, "up": {"$ref": up}, "own": {"$ref": f"#/$defs/{name.title()}"}}
    type_ = {"type": "object", "required": ["kind"], "properties": described}
    return {"$ref": f"#/$defs/{name.title()}", "$defs": {name.title(): type_}, **beside}


def test_references_to_a_document_that_only_refers_lead_to_the_type_of_its_name(
    tmp_path: Path,
) -> None:
    union = {"oneOf": [{"$ref": "order.schema.json"}, {"$ref": "bill.schema.json"}]}
    order, bill = exported("order", up="notices.schema.json"), exported("bill", up="#")
    text = source(tmp_path, notices=union, order=order, bill=bill)
    assert interfaces(text) == {"Order", "Bill"}
    assert "export type Notices = Order | Bill;" in text
    assert "readonly up?: Notices;" in text
    assert "readonly up?: Bill;" in text


def test_a_document_that_says_more_of_its_type_is_a_type_of_its_own(tmp_path: Path) -> None:
    union = {"oneOf": [{"$ref": "order.schema.json"}, {"$ref": "bill.schema.json"}]}
    order = exported("order", up="#", **{"x-name": "Purchase", "deprecated": True})
    text = source(tmp_path, notices=union, order=order, bill=exported("bill", up="#"))
    assert "export type Purchase = Order;" in text
    assert "readonly up?: Purchase;" in text

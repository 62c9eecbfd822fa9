"""The official suite: every case of a draft gets its verdict, the same in every language.

The optional cases that get another one are listed with the reason in
official_suite_differences.toml, which says nothing that no longer holds.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from eventwright.compiled import CompiledModule
from eventwright.errors import EventwrightError
from eventwright.settings import Settings
from fuzz.comparing import same_value
from fuzz.languages import Outcome
from support.many_schemas import Outcomes, compiled, read
from support.official_suite import REMOTES_URI, Case, Draft, Group, groups, suite_folder

DIFFERENCES = Path(__file__).with_name("official_suite_differences.toml")

COUNTS: Mapping[Draft, tuple[int, int]] = {
    "draft4": (610, 253),
    "draft6": (829, 320),
    "draft7": (913, 552),
    "draft2019-09": (1227, 637),
    "draft2020-12": (1257, 649),
}
"""How many cases there are: mandatory and optional ones."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the bindings of the groups of one draft make of their cases."""

    draft: Draft
    groups: list[Group] = field(default_factory=list)
    outcomes: list[Outcomes] = field(default_factory=list)
    """Of each group that can be compiled."""
    refused: list[Group] = field(default_factory=list)
    """The groups that the generator can't use."""

    def cases(self) -> Iterator[tuple[str, Outcome, Outcome]]:
        """Each case with what Python and TypeScript make of it."""
        for group, found in zip(self.groups, self.outcomes, strict=True):
            for case, *both in zip(group.cases, found.python, found.typescript, strict=True):
                yield name_of(group, case), *both

    def wrong(self) -> Iterator[str]:
        """The cases that get another verdict than the suite's, in either language."""
        for group, found in zip(self.groups, self.outcomes, strict=True):
            for case, *both in zip(group.cases, found.python, found.typescript, strict=True):
                if any(outcome.accepted is not case.valid for outcome in both):
                    yield name_of(group, case)
        yield from (name_of(group, case) for group in self.refused for case in group.cases)


def name_of(group: Group, case: Case) -> str:
    return f"{group.file}: {group.description}: {case.description}"


@pytest.fixture(scope="module", params=COUNTS)
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Judged:
    suite, folder = suite_folder(), tmp_path_factory.mktemp("suite")
    found = Judged(request.param)
    modules: dict[str, CompiledModule] = {}
    for group in groups(suite, found.draft):
        name = f"group_{len(modules)}"
        settings = Settings(
            schema=folder,
            output=folder,
            format_assertion=group.asserts_formats,
            slow_patterns=True,
            resources=((REMOTES_URI, suite / "remotes"),),
        )
        try:
            modules[name] = compiled(name, group.schema, folder, settings)
        except EventwrightError:
            found.refused.append(group)
        else:
            found.groups.append(group)
    payloads = {
        name: [case.payload for case in group.cases]
        for name, group in zip(modules, found.groups, strict=True)
    }
    outcomes = read(list(modules.values()), payloads, tmp_path_factory.mktemp("package"))
    found.outcomes.extend(outcomes.values())
    return found


@pytest.mark.parametrize("draft", COUNTS)
def test_no_case_is_left_out(draft: Draft) -> None:
    count: Counter[bool] = Counter()
    for group in groups(suite_folder(), draft):
        count[group.mandatory] += len(group.cases)
    assert (count[True], count[False]) == COUNTS[draft]


def test_both_languages_say_the_same(judged: Judged) -> None:
    different = [
        f"{case}: {python} {typescript}"
        for case, python, typescript in judged.cases()
        if python.issues != typescript.issues
        or python.fault
        or typescript.fault
        or not same_value(python.encoded, typescript.encoded)
    ]
    assert different == []


def test_every_case_gets_its_verdict_but_for_those_that_are_listed(judged: Judged) -> None:
    found = [case for case in judged.wrong() if not case.startswith("optional/")]
    assert found == []
    assert sorted(judged.wrong()) == sorted(listed(judged.draft))


def test_every_difference_has_one_reason() -> None:
    assert all(entry["reason"] for entry in differences())
    for draft in COUNTS:
        cases = listed(draft)
        assert len(set(cases)) == len(cases)


def listed(draft: Draft) -> list[str]:
    """The cases of a draft that are known to get another verdict."""
    return [case for entry in differences() if draft in entry["drafts"] for case in entry["cases"]]


# Any: a table of TOML.
def differences() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(DIFFERENCES.read_text("utf-8"))["difference"]
    return entries

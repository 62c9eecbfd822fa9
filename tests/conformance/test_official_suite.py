"""The official suite: every mandatory case of a draft gets its verdict in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from support.official_suite import (
    Draft,
    Group,
    Verdicts,
    groups,
    in_python,
    in_typescript,
    suite_folder,
)

Judge: TypeAlias = Callable[[Path, Path, Sequence[Group]], list[Verdicts]]
LANGUAGES: Mapping[str, Judge] = {"python": in_python, "typescript": in_typescript}

COUNTS: Mapping[Draft, int] = {"draft7": 913, "draft2019-09": 1227, "draft2020-12": 1257}


@pytest.fixture(scope="session")
def suite() -> Path:
    return suite_folder()


@pytest.mark.parametrize("draft", COUNTS)
def test_mandatory_cases(draft: Draft, suite: Path, tmp_path: Path) -> None:
    wanted = list(groups(suite, draft))
    assert sum(len(group.cases) for group in wanted) == COUNTS[draft]
    found = {}
    for language, judge in LANGUAGES.items():
        folder = tmp_path / f"{language}_{draft.replace('-', '_')}"
        folder.mkdir()
        found[language] = judge(suite, folder, wanted)
        assert list(_wrong(wanted, found[language])) == [], language
    for group, python, typescript in zip(wanted, found["python"], found["typescript"], strict=True):
        assert python.issues == typescript.issues, group.name


def _wrong(wanted: Sequence[Group], verdicts: Sequence[Verdicts]) -> Iterator[str]:
    for group, found in zip(wanted, verdicts, strict=True):
        if found.problem is not None:
            yield f"{group.name}: {found.problem}"
            continue
        for case, issues in zip(group.cases, found.issues, strict=True):
            if case.valid == bool(issues):
                yield f"{group.name}: {case.description}: should be {case.valid}"

"""What the files of findings share."""

from __future__ import annotations

import pytest

from support.findings import read_findings
from support.many_schemas import Outcomes


@pytest.fixture(scope="module")
def found(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Outcomes]:
    """What both languages make of the payloads of the FINDINGS of a file."""
    return read_findings(request.module.FINDINGS, tmp_path_factory.mktemp("found"))

"""Both languages give every generated vector the verdict, the issues and the value it owes."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.python.ours import bindings
from support.fixtures import PROTOCOLS, Protocol
from support.parsers import PARSERS, Parser
from support.replay import compiled_module, in_python, in_typescript
from support.vectors import vectors, wrong


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_python_gives_every_vector_its_answer(protocol: Protocol, parser: Parser) -> None:
    owed = vectors(protocol)
    module = bindings(parser)[protocol]
    assert wrong(owed, in_python(module, [vector.payload for vector in owed])) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_typescript_gives_every_vector_its_answer(
    protocol: Protocol, typescript_bigint_package: Path
) -> None:
    owed = vectors(protocol)
    module = compiled_module(typescript_bigint_package, protocol)
    assert wrong(owed, in_typescript(module, [vector.payload for vector in owed])) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_number_mode_gives_every_vector_its_answer(
    protocol: Protocol, typescript_package: Path
) -> None:
    owed = [vector.in_number_mode() for vector in vectors(protocol)]
    assert owed != [*vectors(protocol)]
    module = compiled_module(typescript_package, protocol)
    assert wrong(owed, in_typescript(module, [vector.payload for vector in owed])) == {}

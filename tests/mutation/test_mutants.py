"""A seeded part of what `make mutants` does, and proof that it can fail."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from mutation.explained import EXPLAINED
from mutation.mutants import mutants
from mutation.replaying import LANGUAGES, Language
from mutation.running import canonical, judged
from support.fixtures import PROTOCOLS, Protocol

SAMPLE = 40
SEED = 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_the_vectors_notice_a_wrong_plan(protocol: Protocol, language: Language) -> None:
    subject = canonical(protocol)
    made = [*mutants(subject.module.plan)]
    chosen = random.Random(SEED).sample(made, SAMPLE)  # noqa: S311 - nothing here is secret
    chosen += [m for m in made if str(m) in EXPLAINED and m not in chosen]
    verdicts = [*judged(subject, language, chosen)]
    survivors = {str(verdict.mutant) for verdict in verdicts if verdict.survived}
    assert survivors == {str(mutant) for mutant in chosen if str(mutant) in EXPLAINED}
    assert [verdict.stillborn for verdict in verdicts if verdict.stillborn] == []


def test_every_explained_mutant_is_one() -> None:
    made = [str(m) for protocol in PROTOCOLS for m in mutants(canonical(protocol).module.plan)]
    assert EXPLAINED.keys() <= {*made}
    assert len(made) == len({*made})


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_invalid_vectors_few_mutants_are_noticed(language: Language) -> None:
    whole = canonical("chat_event")
    poor = replace(whole, vectors=[vector for vector in whole.vectors if not vector.issues])
    dropped = [m for m in mutants(whole.module.plan) if m.kind in ("drop Type", "drop Minimum")]
    verdicts = [*judged(poor, language, dropped[:10])]
    assert all(verdict.survived for verdict in verdicts)

"""`make mutants`: how many wrong bindings the test vectors alone notice."""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter

from mutation.explained import EXPLAINED
from mutation.mutants import mutants
from mutation.replaying import LANGUAGES, Language
from mutation.running import canonical, judged
from support.fixtures import PROTOCOLS, Protocol

GOAL = 0.99


def main() -> int:
    """Judge mutants as the command line says; 1 if too few are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="default: both")
    parser.add_argument("--module", choices=PROTOCOLS, action="append", help="default: all")
    parser.add_argument("--sample", type=int, help="judge so many of each module, not all")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same sample")
    asked = parser.parse_args()
    good = True
    for protocol in asked.module or PROTOCOLS:
        for language in asked.language or LANGUAGES:
            good &= _run(protocol, language, asked.sample, asked.seed)
    return 0 if good else 1


def _run(protocol: Protocol, language: Language, sample: int | None, seed: int) -> bool:
    """Judge the mutants of a module and tell about it; False if too few are noticed."""
    subject = canonical(protocol)
    chosen = [*mutants(subject.module.plan)]
    if sample is not None:
        # Nothing here is a secret.
        chosen = random.Random(seed).sample(chosen, min(sample, len(chosen)))  # noqa: S311
    verdicts = [*judged(subject, language, chosen)]
    survivors = [verdict for verdict in verdicts if verdict.survived]
    unexplained = [verdict for verdict in survivors if str(verdict.mutant) not in EXPLAINED]
    noticed = sum(verdict.noticed_by is not None for verdict in verdicts)
    score = noticed / max(noticed + len(survivors), 1)
    _tell(
        f"{protocol} in {language}: {noticed} of {noticed + len(survivors)} mutants noticed, "
        f"{score:.2%}; {len(verdicts) - noticed - len(survivors)} can't be generated"
    )
    for kind, count in sorted(Counter(verdict.mutant.kind for verdict in verdicts).items()):
        _tell(f"  {count:5} {kind}")
    for verdict in survivors:
        reason = EXPLAINED.get(str(verdict.mutant), "NOT EXPLAINED")
        _tell(f"  survived: {verdict.mutant}\n    {reason}")
    for verdict in verdicts:
        if verdict.stillborn:
            _tell(f"  not generated: {verdict.mutant}\n    {verdict.stillborn.splitlines()[0]}")
    return score >= GOAL and not unexplained


def _tell(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - it is what the command is for


sys.exit(main())

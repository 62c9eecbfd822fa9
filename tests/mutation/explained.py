"""The mutants that no vector can notice, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping

_DECISIONS = "schema/event_frame/review_decision.schema.json#/"
_TAG_ALONE = "the variant has no member but its tag, which the dispatch has looked at already"

# By the mutant's name; a test runs them and fails when one is noticed.
EXPLAINED: Mapping[str, str] = {
    f"{_DECISIONS}oneOf/{index}: drop Call(review_decision.schema.json#/$defs/{name}Decision)": (
        _TAG_ALONE
    )
    for index, name in (
        (0, "Approved"),
        (1, "ApprovedExecpolicyAmendment"),
        (2, "ApprovedForSession"),
        (4, "Denied"),
        (5, "Abort"),
    )
}

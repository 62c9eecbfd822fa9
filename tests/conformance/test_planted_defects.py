"""A defect in the bindings of one language turns the replay of the vectors red.

Every defect is planted in Python alone and in TypeScript alone. The tables name it and the first
vector that notices it, which is the same one in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from eventwright.planning.words import WORDS
from eventwright.reading.jsonvalues import TYPES
from support.defects import (
    Language,
    Sources,
    Swap,
    compile_together,
    import_python,
    kinds,
    modules,
    sources,
    with_another_word,
    with_names_swapped,
    without_one,
)
from support.fixtures import PROTOCOLS, Protocol
from support.replay import Outcome, Payload, compiled_module, in_python, in_typescript
from support.vectors import vectors, wrong

# The first check of this kind is not in the plan.
CHECKS: dict[Protocol, dict[str, str]] = {
    "chat_event": {
        "Call": "ChatEvent/SessionStarted:type=null",
        "Enum": "RoundStatus:type=string",
        "Format": "EventMeta/occurred_at:type=string",
        "Maximum": "MessageCountUpdated/message_count:integer=1e19",
        "Member": "MessageCountUpdated:type=object",
        "Members": "MessageCountUpdated:type=object",
        "Minimum": "MessageCountUpdated/message_count:integer=-9007199254740991",
        "Type": "MessageCountUpdated:type=null",
        "required": "MessageCountUpdated:type=object",
    },
    "event_frame": {
        "AnyJson": "ToolCallResult/output:any=1e400",
        "Call": "EventFrame/response_start/response_id:absent",
        "Const": "AgentError/event:const=null",
        "Enum": "ThreadGoalStatus:type=string",
        "Items": "UserInputRequestEvent/questions/0:type=null",
        "Maximum": "ThreadGoal/token_budget:integer=1e19",
        "Member": "AgentError:type=object",
        "Members": "AgentError:type=object",
        "Minimum": "ThreadGoal/token_budget:limit=-9223372036854775809",
        "Nullable": "ExecApprovalRequestEvent/network_approval_context:type=boolean",
        "Type": "AgentError:type=null",
        "required": "AgentError:type=object",
    },
}
# The types of a union are made of its dispatch, which can't be left out.
DISPATCH = {"Internal", "External"}

# These words of the messages are others.
REWORDED: dict[Protocol, dict[str, str]] = {
    "chat_event": {
        "type": "EventMeta:type=null",
        "or": "EventMeta/trace_id:type=boolean",
        "required": "EventMeta:type=object",
        "enum": "SessionStatus:type=string",
        "minimum": "TokenUsage/prompt_tokens:integer=-9007199254740991",
        "maximum": "TokenUsage/prompt_tokens:integer=123456789012345678901234567890",
        "format": "EventMeta/occurred_at:type=string",
        "tag": "ChatEvent/:unknown-key",
        "one_key": "ChatEvent:keys=none",
        "syntax": "ChatEvent:text=empty",
        "nesting": "ChatEvent:levels=128",
        "surrogate": 'ChatEvent:surrogate="\\ud83d"',
        "digits": "ChatEvent:digits=4301",
        "null": "EventMeta/trace_id:type=boolean",
        "boolean": "ToolCalled/success:type=null",
        "integer": "TokenUsage/prompt_tokens:type=null",
        "string": "EventMeta/event_id:type=null",
        "object": "EventMeta:type=null",
    },
    "event_frame": {
        "const": "ResponseStart/event:const=null",
        "finite": "ToolCallStart/arguments:any=1e400",
        "array": "McpStartupCompleteEvent/ready:type=null",
    },
}
# Words for which our schemas or texts have no use, and `precision`, which number mode alone uses.
NOT_OWED = {
    *("exclusive_minimum", "exclusive_maximum", "multiple_of", "min_length", "max_length"),
    *("pattern", "min_items", "max_items", "unique_items", "contains", "min_contains"),
    *("max_contains", "min_properties", "max_properties", "property_names", "additional"),
    *("dependent_required", "any_of", "one_of", "not", "unevaluated", "never", "number"),
    *("precision", "utf8", "foreign", "limit"),
}

# Two names have changed places in the code of chat_event.
SWAPPED = {
    "members where they are read": "TokenUsage:example=0",
    "members where they are written": "TokenUsage:example=0",
    "members wherever they stand": "TokenUsage:example=0",
    "members of a rule": "TokenUsage:type=object",
    "tags of a rule": "ChatEvent/:unknown-key",
}
SWAPS: dict[Language, dict[str, tuple[Swap, ...]]] = {
    "python": {
        "members where they are read": (
            read := Swap("def _read_token_usage(", "made.prompt_tokens", "made.completion_tokens"),
        ),
        "members where they are written": (
            write := Swap("def _write_token_usage(", '"prompt_tokens"', '"completion_tokens"'),
        ),
        "members wherever they stand": (read, write),
        "members of a rule": (Swap("_TOKEN_USAGE = ", "prompt_tokens=", "completion_tokens="),),
        "tags of a rule": (Swap("_CHAT_EVENT = ", '"RoundStarted"', '"RoundCompleted"'),),
    },
    "typescript": {
        # One function makes the value that is read and the one that is written.
        "members wherever they stand": (
            Swap("export const newTokenUsage = (", "prompt_tokens:", "completion_tokens:"),
        ),
        "members of a rule": (
            Swap("export const validateTokenUsage:", "prompt_tokens:", "completion_tokens:"),
        ),
        "tags of a rule": (
            Swap("export const validateChatEvent:", "RoundStarted:", "RoundCompleted:"),
        ),
    },
}
SWAPPED_IN: dict[Language, str] = {
    "python": "agent_events/chat_event.py",
    "typescript": "src/chat-event.ts",
}


@dataclass(frozen=True, slots=True)
class Defect:
    """A way to spoil the bindings of a module, and the first vector that notices it."""

    protocol: Protocol
    name: str
    noticed_by: str
    plant: Callable[[Language], Sources]

    def __str__(self) -> str:
        return f"{self.protocol}-{self.name}"


def _defects(language: Language) -> Iterator[Defect]:
    for protocol in PROTOCOLS:
        for kind, first in CHECKS[protocol].items():
            yield Defect(protocol, f"no {kind}", first, partial(without_one, kind, protocol))
        for words, first in REWORDED[protocol].items():
            plant = partial(with_another_word, words, protocol)
            yield Defect(protocol, f"other words for {words}", first, plant)
    for names in SWAPS[language]:
        first = SWAPPED[names]
        yield Defect("chat_event", f"swapped {names}", first, partial(_swapped, names))


def _swapped(names: str, language: Language) -> Sources:
    return with_names_swapped("chat_event", SWAPS[language][names], SWAPPED_IN[language], language)


DEFECTS: Mapping[Language, tuple[Defect, ...]] = {
    "python": tuple(_defects("python")),
    "typescript": tuple(_defects("typescript")),
}


def first_wrong(protocol: Protocol, outcomes: list[Outcome]) -> str | None:
    """The first vector that the outcomes get wrong."""
    return next(iter(wrong(vectors(protocol), outcomes)), None)


def payloads(protocol: Protocol) -> list[Payload]:
    return [vector.payload for vector in vectors(protocol)]


@pytest.fixture(scope="module")
def defective_typescript(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The compiled packages with each of the defects, by its name."""
    packages = {str(defect): defect.plant("typescript") for defect in DEFECTS["typescript"]}
    return compile_together(packages, tmp_path_factory.mktemp("defects"))


@pytest.mark.parametrize("defect", DEFECTS["python"], ids=str)
def test_a_defect_in_python_is_noticed(defect: Defect, tmp_path: Path) -> None:
    module = import_python(defect.plant("python"), defect.protocol, tmp_path)
    outcomes = in_python(module, payloads(defect.protocol))
    assert first_wrong(defect.protocol, outcomes) == defect.noticed_by


@pytest.mark.parametrize("defect", DEFECTS["typescript"], ids=str)
def test_a_defect_in_typescript_is_noticed(
    defect: Defect, defective_typescript: Mapping[str, Path]
) -> None:
    module = compiled_module(defective_typescript[str(defect)], defect.protocol)
    outcomes = in_typescript(module, payloads(defect.protocol))
    assert first_wrong(defect.protocol, outcomes) == defect.noticed_by


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_without_a_defect_nothing_is_noticed(protocol: Protocol, tmp_path: Path) -> None:
    made = {language: sources(language, modules()[protocol]) for language in SWAPS}
    python = import_python(made["python"], protocol, tmp_path)
    (folder := tmp_path / "typescript").mkdir()
    typescript = compile_together({"clean": made["typescript"]}, folder)["clean"]
    assert wrong(vectors(protocol), in_python(python, payloads(protocol))) == {}
    outcomes = in_typescript(compiled_module(typescript, protocol), payloads(protocol))
    assert wrong(vectors(protocol), outcomes) == {}


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_kind_of_check_is_left_out_once(protocol: Protocol) -> None:
    assert CHECKS[protocol].keys() == kinds(protocol) - DISPATCH


def test_all_words_are_changed_once() -> None:
    changed = [words for protocol in PROTOCOLS for words in REWORDED[protocol]]
    assert sorted([*changed, *NOT_OWED]) == sorted([*WORDS, *TYPES])

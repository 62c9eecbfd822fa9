"""An event of an agent's chat loop. On the wire it is an object with exactly one key, the event's name, whose value holds the data. A session runs from SessionStarted to SessionCompleted; in between, each round sends RoundStarted, any number of ToolCalled, RoundCompleted and MessageCountUpdated.

Made by eventwright from schema/chat_event; edit the schema and run `eventwright generate`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, RootModel, StrictBool, StrictInt, StrictStr

from agent_events_pydantic._model import Model


class EventMeta(Model):
    """What every chat event carries besides its own data. It says which event this is, when it happened and which request chain it is part of."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    event_id: StrictStr
    """Identifies this one event, so that a consumer can drop a repeated delivery. A UUID v4 by convention; any string is accepted."""
    occurred_at: Annotated[
        StrictStr,
        Field(
            json_schema_extra={"format": "date-time"},
            pattern="^[0-9]{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\\.[0-9]+)?(?:[Zz]|[+\\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$",
        ),
    ]
    """When the event happened: an RFC 3339 date-time with an offset. Producers write UTC (`Z`) with up to nine fractional digits; any number of digits and any offset can be read."""
    trace_id: StrictStr | None = None
    """Links the events and requests of one chain across services. Null when the event is not traced; may be left out by a writer, which means null."""


class SessionStarted(Model):
    """A new chat session is initialised. It is the first event of its session; every later one names it by `session_id`."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: StrictStr
    """The new session. The events of its rounds and its SessionCompleted carry the same value."""
    model: StrictStr
    """Name of the model that the session starts with, such as `gpt-4`."""


class SessionStatus(StrEnum):
    """State of a chat session."""

    RUNNING = "running"
    """The session is still open."""
    COMPLETED = "completed"
    """The session came to its normal end."""
    ERROR = "error"
    """The session ended because of a failure."""
    CANCELLED = "cancelled"
    """The session was stopped on request before its normal end."""


class SessionCompleted(Model):
    """A chat session completed or was terminated. It is the last event of its session."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: StrictStr
    """The session that ended."""
    status: SessionStatus
    """How the session ended."""


class RoundStarted(Model):
    """The agent begins one request-response cycle. Tool calls of the round follow, then one RoundCompleted with the same `round_id`."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    round_id: StrictStr
    """The new round. Its ToolCalled events and its RoundCompleted carry the same value."""
    session_id: StrictStr
    """The session that the round belongs to."""
    model: StrictStr
    """Name of the model that answers in this round; it may differ from the session's."""


class RoundStatus(StrEnum):
    """State of one request-response cycle."""

    RUNNING = "running"
    """The round is still being worked on."""
    SUCCESS = "success"
    """The agent answered."""
    ERROR = "error"
    """The round failed; the round's `error` member says why."""
    CANCELLED = "cancelled"
    """The round was stopped on request before the agent had answered."""


class TokenUsage(Model):
    """How many model tokens a round consumed."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    prompt_tokens: Annotated[StrictInt, Field(ge=0, le=18446744073709551615)]
    """Tokens sent to the model: instructions, history and the user's message."""
    completion_tokens: Annotated[StrictInt, Field(ge=0, le=18446744073709551615)]
    """Tokens that the model generated."""
    total_tokens: Annotated[StrictInt, Field(ge=0, le=18446744073709551615)]
    """Tokens counted for the whole round, as the producer reports them. Usually the sum of the other two, which is not enforced."""


class RoundCompleted(Model):
    """A round ended, with what it cost: tokens, time and, where it failed, the reason."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    round_id: StrictStr
    """The round that ended, as named by its RoundStarted."""
    session_id: StrictStr
    """The session that the round belongs to."""
    status: RoundStatus
    """How the round ended."""
    usage: TokenUsage
    """Tokens that the round consumed."""
    latency_ms: Annotated[StrictInt, Field(ge=0, le=18446744073709551615)]
    """How long the whole round took, in milliseconds."""
    error: StrictStr | None = None
    """What went wrong, for a person to read. Null when nothing did; may be left out by a writer, which means null."""


class ToolCalled(Model):
    """The agent invoked a tool in a round. One event reports the whole call, after the tool has returned; a round has any number of them."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    tool_call_id: StrictStr
    """Identifies this call among all calls of the agent."""
    round_id: StrictStr
    """The round in which the tool was called."""
    session_id: StrictStr
    """The session that the round belongs to."""
    tool_name: StrictStr
    """Name of the tool, such as `read_file`."""
    latency_ms: Annotated[StrictInt, Field(ge=0, le=18446744073709551615)]
    """How long the tool ran, in milliseconds."""
    success: StrictBool
    """Whether the tool did its work; false when it returned an error."""


class MessageCountUpdated(Model):
    """The total number of messages in a session changed, as it does after a round."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
    )
    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: StrictStr
    """The session whose messages were counted."""
    message_count: Annotated[StrictInt, Field(ge=0, le=4294967295)]
    """The new total, messages of the user and of the agent together. It replaces the last count; it is not an increment."""


class ChatEventSessionStarted(Model):
    """A new chat session is initialised."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    session_started: Annotated[SessionStarted, Field(alias="SessionStarted")]


class ChatEventSessionCompleted(Model):
    """A chat session completed or was terminated."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    session_completed: Annotated[SessionCompleted, Field(alias="SessionCompleted")]


class ChatEventRoundStarted(Model):
    """The agent begins one request-response cycle."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    round_started: Annotated[RoundStarted, Field(alias="RoundStarted")]


class ChatEventRoundCompleted(Model):
    """A round ended, with its metrics."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    round_completed: Annotated[RoundCompleted, Field(alias="RoundCompleted")]


class ChatEventToolCalled(Model):
    """The agent invoked a tool in a round."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    tool_called: Annotated[ToolCalled, Field(alias="ToolCalled")]


class ChatEventMessageCountUpdated(Model):
    """The total number of messages in a session changed."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        use_attribute_docstrings=True,
    )
    message_count_updated: Annotated[MessageCountUpdated, Field(alias="MessageCountUpdated")]


class ChatEvent(
    RootModel[
        ChatEventSessionStarted
        | ChatEventSessionCompleted
        | ChatEventRoundStarted
        | ChatEventRoundCompleted
        | ChatEventToolCalled
        | ChatEventMessageCountUpdated
    ]
):
    model_config = ConfigDict(
        frozen=True,
    )
    root: (
        ChatEventSessionStarted
        | ChatEventSessionCompleted
        | ChatEventRoundStarted
        | ChatEventRoundCompleted
        | ChatEventToolCalled
        | ChatEventMessageCountUpdated
    )
    """An event of an agent's chat loop. On the wire it is an object with exactly one key, the event's name, whose value holds the data. A session runs from SessionStarted to SessionCompleted; in between, each round sends RoundStarted, any number of ToolCalled, RoundCompleted and MessageCountUpdated."""

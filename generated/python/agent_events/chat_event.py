"""An event of an agent's chat loop.

On the wire it is an object with exactly one key, the event's name, whose value holds the data. A
session runs from SessionStarted to SessionCompleted; in between, each round sends RoundStarted, any
number of ToolCalled, RoundCompleted and MessageCountUpdated.

Made by eventwright from schema/chat_event; edit the schema and run `eventwright generate`.
"""

# Readers fill records of classes that no type checker knows.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from ._formats import is_date_time
from ._functions import functions, name_functions, union_functions, unknown_external_tag
from ._issues import DecodeError as DecodeError
from ._issues import EncodeError as EncodeError
from ._issues import Issue as Issue
from ._json import JsonValue as JsonValue
from ._json import quoted
from ._rules import (
    BOOLEAN,
    DATE_TIME,
    NULL_OR_STRING,
    STRING,
    UINT32,
    UINT32_MAX,
    UINT64,
    UINT64_MAX,
    enum,
    external,
    optional,
    record,
    typed,
)
from ._values import (
    InvalidError,
    Readers,
    Unknown,
    blanks,
    by_class_under_key,
    by_key,
    member_of,
    uint32,
    uint64,
    unknown_text,
)

# Types


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMeta:
    """What every chat event carries besides its own data.

    It says which event this is, when it happened and which request chain it is part of.
    """

    event_id: str
    """Identifies this one event, so that a consumer can drop a repeated delivery. A UUID v4 by
    convention; any string is accepted.
    """
    occurred_at: str
    """When the event happened: an RFC 3339 date-time with an offset. Producers write UTC (`Z`) with
    up to nine fractional digits; any number of digits and any offset can be read.
    """
    trace_id: str | None = None
    """Links the events and requests of one chain across services. Null when the event is not
    traced; may be left out by a writer, which means null.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted:
    """A new chat session is initialised.

    It is the first event of its session; every later one names it by `session_id`.
    """

    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: str
    """The new session. The events of its rounds and its SessionCompleted carry the same value."""
    model: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCompleted:
    """A chat session completed or was terminated. It is the last event of its session."""

    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: str
    """The session that ended."""
    status: SessionStatus
    """How the session ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundStarted:
    """The agent begins one request-response cycle.

    Tool calls of the round follow, then one RoundCompleted with the same `round_id`.
    """

    meta: EventMeta
    """Identity, time and trace of this event."""
    round_id: str
    """The new round. Its ToolCalled events and its RoundCompleted carry the same value."""
    session_id: str
    """The session that the round belongs to."""
    model: str
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenUsage:
    """How many model tokens a round consumed."""

    prompt_tokens: int
    """Tokens sent to the model: instructions, history and the user's message."""
    completion_tokens: int
    """Tokens that the model generated."""
    total_tokens: int
    """Tokens counted for the whole round, as the producer reports them. Usually the sum of the
    other two, which is not enforced.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundCompleted:
    """A round ended, with what it cost: tokens, time and, where it failed, the reason."""

    meta: EventMeta
    """Identity, time and trace of this event."""
    round_id: str
    """The round that ended, as named by its RoundStarted."""
    session_id: str
    """The session that the round belongs to."""
    status: RoundStatus
    """How the round ended."""
    usage: TokenUsage
    """Tokens that the round consumed."""
    latency_ms: int
    """How long the whole round took, in milliseconds."""
    error: str | None = None
    """What went wrong, for a person to read. Null when nothing did; may be left out by a writer,
    which means null.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCalled:
    """The agent invoked a tool in a round.

    One event reports the whole call, after the tool has returned; a round has any number of them.
    """

    meta: EventMeta
    """Identity, time and trace of this event."""
    tool_call_id: str
    """Identifies this call among all calls of the agent."""
    round_id: str
    """The round in which the tool was called."""
    session_id: str
    """The session that the round belongs to."""
    tool_name: str
    """Name of the tool, such as `read_file`."""
    latency_ms: int
    """How long the tool ran, in milliseconds."""
    success: bool
    """Whether the tool did its work; false when it returned an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCountUpdated:
    """The total number of messages in a session changed, as it does after a round."""

    meta: EventMeta
    """Identity, time and trace of this event."""
    session_id: str
    """The session whose messages were counted."""
    message_count: int
    """The new total, messages of the user and of the agent together. It replaces the last count; it
    is not an increment.
    """


ChatEvent: TypeAlias = (
    SessionStarted
    | SessionCompleted
    | RoundStarted
    | RoundCompleted
    | ToolCalled
    | MessageCountUpdated
)
"""An event of an agent's chat loop. On the wire it is an object with exactly one key, the event's
name, whose value holds the data. A session runs from SessionStarted to SessionCompleted; in
between, each round sends RoundStarted, any number of ToolCalled, RoundCompleted and
MessageCountUpdated.
"""


class UnknownChatEvent(Unknown):
    """A value of ChatEvent with an unknown tag, kept as it came."""

    __slots__ = ()


# Rules: what the schema asks for, to tell every issue of a value that a reader refuses.

_EVENT_META = record(
    event_id=STRING, occurred_at=typed("string", DATE_TIME), trace_id=optional(NULL_OR_STRING)
)
_SESSION_STARTED = record(meta=_EVENT_META, session_id=STRING, model=STRING)
_SESSION_STATUS = typed("string", enum("running", "completed", "error", "cancelled"))
_SESSION_COMPLETED = record(meta=_EVENT_META, session_id=STRING, status=_SESSION_STATUS)
_ROUND_STARTED = record(meta=_EVENT_META, round_id=STRING, session_id=STRING, model=STRING)
_ROUND_STATUS = typed("string", enum("running", "success", "error", "cancelled"))
_TOKEN_USAGE = record(prompt_tokens=UINT64, completion_tokens=UINT64, total_tokens=UINT64)
_ROUND_COMPLETED = record(
    meta=_EVENT_META,
    round_id=STRING,
    session_id=STRING,
    status=_ROUND_STATUS,
    usage=_TOKEN_USAGE,
    latency_ms=UINT64,
    error=optional(NULL_OR_STRING),
)
_TOOL_CALLED = record(
    meta=_EVENT_META,
    tool_call_id=STRING,
    round_id=STRING,
    session_id=STRING,
    tool_name=STRING,
    latency_ms=UINT64,
    success=BOOLEAN,
)
_MESSAGE_COUNT_UPDATED = record(meta=_EVENT_META, session_id=STRING, message_count=UINT32)
_CHAT_EVENT = external(
    ("SessionStarted", _SESSION_STARTED),
    ("SessionCompleted", _SESSION_COMPLETED),
    ("RoundStarted", _ROUND_STARTED),
    ("RoundCompleted", _ROUND_COMPLETED),
    ("ToolCalled", _TOOL_CALLED),
    ("MessageCountUpdated", _MESSAGE_COUNT_UPDATED),
)


# Readers: each checks a JSON value and builds what it stands for, up to the first fault. It fills a
# blank object, which becomes one of its class at the end and is frozen then. A value that is no
# object shows by the TypeError that is raised when a reader asks it for a member.

_blank = blanks(globals().values())


def _read_event_meta(value: Any) -> EventMeta:
    made = _blank.EventMeta()
    made.event_id = event_id = value["event_id"]
    made.occurred_at = occurred_at = value["occurred_at"]
    made.trace_id = trace_id = value.get("trace_id")
    if (
        type(event_id) is not str
        or type(occurred_at) is not str
        or not is_date_time(occurred_at)
        or (trace_id is not None and type(trace_id) is not str)
    ):
        raise InvalidError
    made.__class__ = EventMeta
    return made


def _read_session_started(value: Any) -> SessionStarted:
    made = _blank.SessionStarted()
    made.meta = _read_event_meta(value["meta"])
    made.session_id = session_id = value["session_id"]
    made.model = model = value["model"]
    if not (type(session_id) is type(model) is str):
        raise InvalidError
    made.__class__ = SessionStarted
    return made


_read_session_status = member_of(SessionStatus)


def _read_session_completed(value: Any) -> SessionCompleted:
    made = _blank.SessionCompleted()
    made.meta = _read_event_meta(value["meta"])
    made.session_id = session_id = value["session_id"]
    made.status = _read_session_status(value["status"])
    if type(session_id) is not str:
        raise InvalidError
    made.__class__ = SessionCompleted
    return made


def _read_round_started(value: Any) -> RoundStarted:
    made = _blank.RoundStarted()
    made.meta = _read_event_meta(value["meta"])
    made.round_id = round_id = value["round_id"]
    made.session_id = session_id = value["session_id"]
    made.model = model = value["model"]
    if not (type(round_id) is type(session_id) is type(model) is str):
        raise InvalidError
    made.__class__ = RoundStarted
    return made


_read_round_status = member_of(RoundStatus)


def _read_token_usage(value: Any) -> TokenUsage:
    made = _blank.TokenUsage()
    made.prompt_tokens = prompt_tokens = value["prompt_tokens"]
    if type(prompt_tokens) is not int or not 0 <= prompt_tokens <= UINT64_MAX:
        made.prompt_tokens = uint64(prompt_tokens)
    made.completion_tokens = completion_tokens = value["completion_tokens"]
    if type(completion_tokens) is not int or not 0 <= completion_tokens <= UINT64_MAX:
        made.completion_tokens = uint64(completion_tokens)
    made.total_tokens = total_tokens = value["total_tokens"]
    if type(total_tokens) is not int or not 0 <= total_tokens <= UINT64_MAX:
        made.total_tokens = uint64(total_tokens)
    made.__class__ = TokenUsage
    return made


def _read_round_completed(value: Any) -> RoundCompleted:
    made = _blank.RoundCompleted()
    made.meta = _read_event_meta(value["meta"])
    made.round_id = round_id = value["round_id"]
    made.session_id = session_id = value["session_id"]
    made.status = _read_round_status(value["status"])
    made.usage = _read_token_usage(value["usage"])
    made.latency_ms = latency_ms = value["latency_ms"]
    if type(latency_ms) is not int or not 0 <= latency_ms <= UINT64_MAX:
        made.latency_ms = uint64(latency_ms)
    made.error = error = value.get("error")
    if not (type(round_id) is type(session_id) is str) or (
        error is not None and type(error) is not str
    ):
        raise InvalidError
    made.__class__ = RoundCompleted
    return made


def _read_tool_called(value: Any) -> ToolCalled:
    made = _blank.ToolCalled()
    made.meta = _read_event_meta(value["meta"])
    made.tool_call_id = tool_call_id = value["tool_call_id"]
    made.round_id = round_id = value["round_id"]
    made.session_id = session_id = value["session_id"]
    made.tool_name = tool_name = value["tool_name"]
    made.latency_ms = latency_ms = value["latency_ms"]
    if type(latency_ms) is not int or not 0 <= latency_ms <= UINT64_MAX:
        made.latency_ms = uint64(latency_ms)
    made.success = success = value["success"]
    if (
        not (type(tool_call_id) is type(round_id) is type(session_id) is type(tool_name) is str)
        or type(success) is not bool
    ):
        raise InvalidError
    made.__class__ = ToolCalled
    return made


def _read_message_count_updated(value: Any) -> MessageCountUpdated:
    made = _blank.MessageCountUpdated()
    made.meta = _read_event_meta(value["meta"])
    made.session_id = session_id = value["session_id"]
    made.message_count = message_count = value["message_count"]
    if type(message_count) is not int or not 0 <= message_count <= UINT32_MAX:
        made.message_count = uint32(message_count)
    if type(session_id) is not str:
        raise InvalidError
    made.__class__ = MessageCountUpdated
    return made


_variants_of_chat_event: Readers[ChatEvent] = {
    "SessionStarted": _read_session_started,
    "SessionCompleted": _read_session_completed,
    "RoundStarted": _read_round_started,
    "RoundCompleted": _read_round_completed,
    "ToolCalled": _read_tool_called,
    "MessageCountUpdated": _read_message_count_updated,
}
_read_chat_event: Callable[[Any], ChatEvent] = by_key(_variants_of_chat_event)


# Writers: from a value to the JSON text that stands for it.


def _write_event_meta(value: EventMeta) -> str:
    return (
        f'{{"event_id":{quoted(value.event_id)}'
        f',"occurred_at":{quoted(value.occurred_at)}'
        f',"trace_id":{"null" if value.trace_id is None else quoted(value.trace_id)}}}'
    )


def _write_session_started(value: SessionStarted) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"model":{quoted(value.model)}}}'
    )


def _write_session_completed(value: SessionCompleted) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"status":{quoted(value.status)}}}'
    )


def _write_round_started(value: RoundStarted) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"round_id":{quoted(value.round_id)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"model":{quoted(value.model)}}}'
    )


def _write_token_usage(value: TokenUsage) -> str:
    return (
        f'{{"prompt_tokens":{value.prompt_tokens:d}'
        f',"completion_tokens":{value.completion_tokens:d}'
        f',"total_tokens":{value.total_tokens:d}}}'
    )


def _write_round_completed(value: RoundCompleted) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"round_id":{quoted(value.round_id)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"status":{quoted(value.status)}'
        f',"usage":{_write_token_usage(value.usage)}'
        f',"latency_ms":{value.latency_ms:d}'
        f',"error":{"null" if value.error is None else quoted(value.error)}}}'
    )


def _write_tool_called(value: ToolCalled) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"tool_call_id":{quoted(value.tool_call_id)}'
        f',"round_id":{quoted(value.round_id)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"tool_name":{quoted(value.tool_name)}'
        f',"latency_ms":{value.latency_ms:d}'
        f',"success":{"true" if value.success else "false"}}}'
    )


def _write_message_count_updated(value: MessageCountUpdated) -> str:
    return (
        f'{{"meta":{_write_event_meta(value.meta)}'
        f',"session_id":{quoted(value.session_id)}'
        f',"message_count":{value.message_count:d}}}'
    )


_write_chat_event: Callable[[ChatEvent | UnknownChatEvent], str] = by_class_under_key(
    {
        SessionStarted: ("SessionStarted", _write_session_started),
        SessionCompleted: ("SessionCompleted", _write_session_completed),
        RoundStarted: ("RoundStarted", _write_round_started),
        RoundCompleted: ("RoundCompleted", _write_round_completed),
        ToolCalled: ("ToolCalled", _write_tool_called),
        MessageCountUpdated: ("MessageCountUpdated", _write_message_count_updated),
    },
    {UnknownChatEvent: unknown_text},
)


# Functions: what can be done with every type.

(decode_event_meta, encode_event_meta, parse_event_meta, dump_event_meta, validate_event_meta) = (
    functions("EventMeta", _read_event_meta, _write_event_meta, _EVENT_META)
)
(
    decode_session_started,
    encode_session_started,
    parse_session_started,
    dump_session_started,
    validate_session_started,
) = functions("SessionStarted", _read_session_started, _write_session_started, _SESSION_STARTED)
(
    decode_session_status,
    encode_session_status,
    parse_session_status,
    dump_session_status,
    validate_session_status,
) = functions("SessionStatus", _read_session_status, quoted, _SESSION_STATUS)
(
    decode_session_completed,
    encode_session_completed,
    parse_session_completed,
    dump_session_completed,
    validate_session_completed,
) = functions(
    "SessionCompleted", _read_session_completed, _write_session_completed, _SESSION_COMPLETED
)
(
    decode_round_started,
    encode_round_started,
    parse_round_started,
    dump_round_started,
    validate_round_started,
) = functions("RoundStarted", _read_round_started, _write_round_started, _ROUND_STARTED)
(
    decode_round_status,
    encode_round_status,
    parse_round_status,
    dump_round_status,
    validate_round_status,
) = functions("RoundStatus", _read_round_status, quoted, _ROUND_STATUS)
(
    decode_token_usage,
    encode_token_usage,
    parse_token_usage,
    dump_token_usage,
    validate_token_usage,
) = functions("TokenUsage", _read_token_usage, _write_token_usage, _TOKEN_USAGE)
(
    decode_round_completed,
    encode_round_completed,
    parse_round_completed,
    dump_round_completed,
    validate_round_completed,
) = functions("RoundCompleted", _read_round_completed, _write_round_completed, _ROUND_COMPLETED)
(
    decode_tool_called,
    encode_tool_called,
    parse_tool_called,
    dump_tool_called,
    validate_tool_called,
) = functions("ToolCalled", _read_tool_called, _write_tool_called, _TOOL_CALLED)
(
    decode_message_count_updated,
    encode_message_count_updated,
    parse_message_count_updated,
    dump_message_count_updated,
    validate_message_count_updated,
) = functions(
    "MessageCountUpdated",
    _read_message_count_updated,
    _write_message_count_updated,
    _MESSAGE_COUNT_UPDATED,
)
(decode_chat_event, encode_chat_event, parse_chat_event, dump_chat_event, validate_chat_event) = (
    union_functions(
        "ChatEvent",
        _read_chat_event,
        _write_chat_event,
        _CHAT_EVENT,
        UnknownChatEvent,
        unknown_external_tag(_variants_of_chat_event),
    )
)

# Functions of the root type, under short names.

decode = decode_chat_event
encode = encode_chat_event
parse = parse_chat_event
dump = dump_chat_event
validate = validate_chat_event

name_functions(globals())

"""The race in Python: decode and encode, every contender on the same stream."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks import measures
from benchmarks.cases import cases, count_wrong, root_cases
from benchmarks.measures import EVENTS, Result
from benchmarks.progress import tell
from benchmarks.python import ours
from benchmarks.python.contenders import REFERENCE, Reader, our_name, readers, writers
from benchmarks.race import Races, Runner, Times, race, speed_ratio
from benchmarks.stream import LARGE_NOTE
from benchmarks.tables import Table, by_events, speed_rows
from support.fixtures import PROTOCOLS, Protocol
from support.parsers import PARSERS


def run_python(
    stream: Mapping[Protocol, Sequence[str]], large: Mapping[str, Sequence[str]]
) -> tuple[list[Result], list[Table]]:
    """Race all contenders; gives our results and the tables of everybody's."""
    texts = {protocol: [text.encode("utf-8") for text in stream[protocol]] for protocol in EVENTS}
    wrong = _wrong_verdicts(readers())
    decoding = {protocol: _race_decoding(protocol, texts[protocol]) for protocol in EVENTS}
    decoding_large = {
        kind: _race_decoding("event_frame", [text.encode("utf-8") for text in results])
        for kind, results in large.items()
    }
    encoding = {protocol: _race_encoding(protocol, texts[protocol]) for protocol in EVENTS}
    tables = [
        Table(
            "Python decode: speed against pydantic BaseModel",
            "From text to objects; the schema validators and the parsers alone give plain dicts.",
            [*EVENTS.values()],
            speed_rows(
                [reader.name for reader in readers()], by_events(decoding), REFERENCE, wrong
            ),
            judged=sum(len(root_cases(protocol)) for protocol in PROTOCOLS),
        ),
        Table(
            "Python decode of large tool results: speed against pydantic BaseModel",
            LARGE_NOTE,
            [*large],
            speed_rows(decoding["event_frame"], decoding_large, REFERENCE, {}),
        ),
        Table(
            "Python encode: speed against pydantic's to_json",
            "From objects to text.",
            [*EVENTS.values()],
            speed_rows([writer.name for writer in writers()], by_events(encoding), REFERENCE, {}),
        ),
    ]
    return [*_speeds(decoding, encoding), *_our_verdicts()], tables


def _wrong_verdicts(entered: Iterable[Reader]) -> dict[str, int]:
    tell("Python: verdicts of every contender")
    return {
        reader.name: sum(
            count_wrong(decode, root_cases(protocol)) for protocol, decode in reader.decode.items()
        )
        for reader in entered
        if reader.judged
    }


def _our_verdicts() -> Iterable[Result]:
    """Our verdicts on every payload, also on those of types below the root."""
    for parser in PARSERS:
        wrong = sum(
            count_wrong(ours.decoder_of(module, case.type), [case])
            for protocol, module in ours.bindings(parser).items()
            for case in cases(protocol)
        )
        yield Result(measures.wrong_verdicts(f"Python, {parser}"), wrong)


def _race_decoding(protocol: Protocol, texts: Sequence[bytes]) -> Times:
    tell(f"Python: decode {EVENTS[protocol]}")
    return race(
        [
            Runner(each.name, each.decode[protocol], texts, min(each.share, len(texts)))
            for each in readers()
            if protocol in each.decode
        ]
    )


def _race_encoding(protocol: Protocol, texts: Sequence[bytes]) -> Times:
    tell(f"Python: encode {EVENTS[protocol]}")
    return race(
        [
            Runner(each.name, each.encode[protocol], [*map(each.decode[protocol], texts)])
            for each in writers()
        ]
    )


def _speeds(decoding: Races, encoding: Races) -> Iterable[Result]:
    for goals, races in ((measures.PYTHON_DECODE, decoding), (measures.PYTHON_ENCODE, encoding)):
        for parser, goal in goals.items():
            for protocol, measure in goal.items():
                ratio = speed_ratio(races[protocol], our_name(parser), REFERENCE)
                yield Result(measure, ratio)

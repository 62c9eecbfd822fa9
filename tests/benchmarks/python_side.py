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
from benchmarks.tables import Row, Table
from support.fixtures import PROTOCOLS, Protocol
from support.parsers import PARSERS


def run_python(stream: Mapping[Protocol, Sequence[str]]) -> tuple[list[Result], list[Table]]:
    """Race all contenders; gives our results and the tables of everybody's."""
    texts = {protocol: [text.encode("utf-8") for text in stream[protocol]] for protocol in EVENTS}
    wrong = _wrong_verdicts(readers())
    decoding = {protocol: _race_decoding(protocol, texts[protocol]) for protocol in EVENTS}
    encoding = {protocol: _race_encoding(protocol, texts[protocol]) for protocol in EVENTS}
    tables = [
        Table(
            "Python decode: speed against pydantic BaseModel",
            "From text to objects; the schema validators and the parsers alone give plain dicts.",
            [*EVENTS.values()],
            _rows([reader.name for reader in readers()], decoding, wrong),
            judged=sum(len(root_cases(protocol)) for protocol in PROTOCOLS),
        ),
        Table(
            "Python encode: speed against pydantic's to_json",
            "From objects to text.",
            [*EVENTS.values()],
            _rows([writer.name for writer in writers()], encoding, {}),
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
            Runner(each.name, each.decode[protocol], texts, each.share)
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


def _rows(names: Iterable[str], races: Races, wrong: Mapping[str, int]) -> list[Row]:
    return [
        Row(
            name,
            {
                EVENTS[protocol]: speed_ratio(times, name, REFERENCE)
                for protocol, times in races.items()
                if name in times
            },
            wrong.get(name),
        )
        for name in names
    ]


def _speeds(decoding: Races, encoding: Races) -> Iterable[Result]:
    for goals, races in ((measures.PYTHON_DECODE, decoding), (measures.PYTHON_ENCODE, encoding)):
        for parser, goal in goals.items():
            for protocol, measure in goal.items():
                ratio = speed_ratio(races[protocol], our_name(parser), REFERENCE)
                yield Result(measure, ratio)

"""The runtime holds only what is used: what no generated module reaches is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Strings, comments, and names that are no member's.
_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"|/\*.*?\*/|^ *//[^\n]*|(?<![\w)\]!?]\.)\b([A-Za-z_$][\w$]*)',
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"[\w$]+")
_IMPORTS = re.compile(
    r'^(?:import|export)(?: type)? (\{[^}]*\}) from "\./runtime\.js";$', re.MULTILINE
)
_COMMENTS = re.compile(r"^(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL)
_DEFINED = re.compile(
    r"(?:export )?(?:declare )?(?:abstract )?(?:function|const|class|interface|type) (\w+)"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """One statement at the top level of a file, with the comments right above it."""

    section: str
    """The comment at the head of the section in which it stands."""
    text: str
    name: str | None
    """The name that it makes; what makes none always stays."""
    uses: frozenset[str]


def names(texts: Iterable[str]) -> set[str]:
    """Every name in pieces of TypeScript, those inside strings and comments left out."""
    return {name for text in texts for name in _TOKEN.findall(text) if name}


def mentioned(texts: Iterable[str], wanted: Iterable[str]) -> set[str]:
    """Those of the wanted names that pieces of TypeScript have, strings and comments left out."""
    missing = set(wanted)
    found: set[str] = set()
    for text in texts:
        # A closer look takes long, and most pieces have what others have had before.
        if not missing.isdisjoint(_WORD.findall(text)):
            found |= missing & names([text])
            missing -= found
    return found


def imported(modules: Iterable[str]) -> set[str]:
    """The names that modules take from the runtime."""
    return names(listed for module in modules for listed in _IMPORTS.findall(module))


def shaken(source: str, wanted: Iterable[str]) -> str:
    """The same file without the statements that are not reached from the wanted names."""
    statements = list(_statements(source))
    makers = {statement.name: statement for statement in statements if statement.name}
    pending = list(wanted)
    reached: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in reached and name in makers:
            reached.add(name)
            pending += makers[name].uses
    return _joined(s for s in statements if s.name is None or s.name in reached)


def _joined(statements: Iterable[_Statement]) -> str:
    parts: list[str] = []
    section = ""
    for statement in statements:
        if statement.section != section:
            section = statement.section
            parts.append(f"{section}\n\n")
        parts.append(statement.text)
    return "".join(parts).rstrip() + "\n"


def _statements(source: str) -> Iterator[_Statement]:
    """The statements of a file that prettier could have written, top down."""
    section = ""
    for block in re.split(r"\n(?=\n(?:/\*\*|//|[a-z]))", source):
        text = block.strip("\n")
        if text.startswith("// ") and "\n" not in text:
            section = text
            continue
        for part in _single(text):
            found = _DEFINED.search(_COMMENTS.sub("", part))
            name = found[1] if found else None
            yield _Statement(section, part, name, frozenset(names([part])))


def _single(text: str) -> Iterator[str]:
    """The statements of a block: those on lines without a blank one between stand together."""
    lines = text.split("\n")
    start = 0
    for at in range(1, len(lines)):
        begins = re.match(r"(?:export |const |type |/\*\*|//)", lines[at])
        documented = re.match(r" \*/|/\*\*.*\*/|//", lines[at - 1])
        if begins and not documented:
            yield "\n".join(lines[start:at]) + "\n"
            start = at
    yield "\n".join(lines[start:]) + "\n\n"

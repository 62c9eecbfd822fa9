"""The runtime holds only what is used: what no generated module reaches is left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from eventwright.frozen import frozen
from eventwright.rendering.code import Code
from eventwright.rendering.words import words

# Strings, comments, and names that are no member's.
_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|/\*.*?\*/|^ *//[^\n]*|(?<![\w)\]!?]\.)\b([A-Za-z_$][\w$]*)",
    re.DOTALL | re.MULTILINE,
)
_END_OF_IMPORT = ' from "./runtime.js";'
_IMPORTS = re.compile(
    rf"^(?:import|export)(?: type)? (\{{[^}}]*\}}){re.escape(_END_OF_IMPORT)}$", re.MULTILINE
)
_COMMENTS = re.compile(r"^(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL)
_DEFINED = re.compile(
    r"(?:export )?(?:declare )?(?:abstract )?(?:function|const|class|interface|type) (\w+)"
)


@frozen
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
        # Most pieces have none that others have not had before.
        if any(name in text for name in missing):
            found |= _had(text, missing)
            missing -= found
    return found


def _had(text: str, wanted: set[str]) -> set[str]:
    """Those of the wanted names that a piece of TypeScript has."""
    found = wanted.intersection(words(text))
    # A closer look takes long, and is for words that may stand in a string or a comment.
    return found & names([text]) if found else found


def imported(modules: Iterable[str]) -> set[str]:
    """The names that modules take from the runtime."""
    return names(listed for module in modules for listed in _IMPORTS.findall(_head(module)))


def _head(module: str) -> str:
    """The beginning of a module, where its imports stand."""
    return module[: module.rfind(_END_OF_IMPORT) + len(_END_OF_IMPORT)]


def reached(functions: Iterable[Code], public: Iterable[Code]) -> list[Code]:
    """The functions that are exported, or that these or the public statements lead to."""
    made = {found[1]: text for text in functions if (found := _DEFINED.match(text))}
    exported = [text for text in made.values() if text.startswith("export ")]
    left = {name for name, text in made.items() if not text.startswith("export ")}
    # The public statements come first: they lead to most functions, and one that is reached need
    # not be looked for any longer.
    pending = [*exported, *public]
    while pending and left:
        more = _had(pending.pop(), left)
        left -= more
        pending += (made[name] for name in more)
    return [text for name, text in made.items() if name not in left]


def shaken(source: str, wanted: Iterable[str]) -> str:
    """The same file without the statements that are not reached from the wanted names."""
    statements = list(_statements(source))
    uses = {statement.name: statement.uses for statement in statements if statement.name}
    kept = _closure(wanted, uses)
    return _joined(s for s in statements if s.name is None or s.name in kept)


def _closure(wanted: Iterable[str], uses: Mapping[str, Collection[str]]) -> set[str]:
    """The names that the wanted ones lead to, as far as they are made here."""
    pending = list(wanted)
    found: set[str] = set()
    while pending:
        name = pending.pop()
        if name not in found and name in uses:
            found.add(name)
            pending += uses[name]
    return found


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

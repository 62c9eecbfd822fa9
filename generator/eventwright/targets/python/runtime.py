"""The files that every module of a package stands on, cut down to what the modules use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import jinja2

from eventwright.frozen import frozen
from eventwright.planning.dispatching import tag_types
from eventwright.planning.plan import Format, Plan, UnevaluatedItems, UnevaluatedMembers
from eventwright.planning.walking import checks_of_all
from eventwright.planning.words import OTHER_MEMBERS, OTHER_VALUE, UNKNOWN_MEMBERS, WORDS
from eventwright.reading.jsonvalues import TYPES
from eventwright.rendering.code import Code, identifier, python_literal
from eventwright.targets.python.language import REEXPORTED
from eventwright.targets.python.shaking import mentioned, offered, shaken, taken_apart
from eventwright.targets.python.text import LIMITS, format_rule, format_test, literals

_STANDARD = {
    "collections.abc": frozenset({"Callable", "Mapping", "Sequence"}),
    "dataclasses": frozenset({"dataclass", "_field"}),
    "enum": frozenset({"StrEnum"}),
    "typing": frozenset({"Any", "ClassVar", "Literal", "Never", "TypeAlias", "assert_never"}),
}
"""What modules may use of the standard library."""
# A module offers in its turn what it imports under the same name once more.
_OFFERED = (*REEXPORTED, "ABSENT", "Absent")
_RENAMED = {"_field": "field as _field", **{name: f"{name} as {name}" for name in _OFFERED}}
_FILES = ("_issues", "_json", "_rules", "_values", "_functions", "_unwritable", "_signatures")
# What readers and writers use of the rules' file, beside the rules.
_SHARED = frozenset({"same", *LIMITS.values()})


@frozen
class Imports:
    """A statement that imports what a module uses of another one."""

    source: Code
    names: Code


@frozen
class _Format:
    words: Code
    constant: Code
    function: Code


class Runtime:
    """The runtime of one package, from which its modules import."""

    def __init__(self, plans: Sequence[Plan], env: jinja2.Environment) -> None:
        checks = [*checks_of_all(plans)]
        used = sorted({check.name for check in checks if isinstance(check, Format)})
        tracked = any(isinstance(c, UnevaluatedItems | UnevaluatedMembers) for c in checks)
        kinds = tag_types(checks)
        made = [
            _Format(
                python_literal(WORDS["format"] + name),
                identifier(format_rule(name)),
                identifier(format_test(name)),
            )
            for name in used
        ]
        view = {
            "words": {name: python_literal(words) for name, words in WORDS.items()},
            "types": [(python_literal(n), python_literal(words)) for n, words in TYPES.items()],
            "other_value": Code(literals(OTHER_VALUE)),
            "other_members": Code(literals(OTHER_MEMBERS)),
            "unknown_members": Code(literals(UNKNOWN_MEMBERS)),
            "formats": made,
            "tracked": tracked,
            "circular": any(plan.circular for plan in plans),
            "strings_only": kinds <= {"string"},
            "tag": Code("str" if kinds <= {"string"} else "str | int"),
            "unknown_tag": Code("str | int" if "integer" in kinds else "str"),
            "seen": Code(", seen: Seen" if tracked else ""),
            "with_seen": Code(", seen" if tracked else ""),
            "without_seen": Code(", None" if tracked else ""),
        }
        whole = {name: env.get_template(f"python/{name}.py.jinja").render(view) for name in _FILES}
        if used:
            layout = env.get_template("python/_formats.py.jinja")
            whole["_formats"] = layout.render(formats=frozenset(used))
        self._files = {name: tuple(taken_apart(text)) for name, text in whole.items()}
        self._offered = {name: offered(file) for name, file in self._files.items()}
        self._wanted: set[str] = set()

    def imports(
        self, code: Iterable[str], rules: Iterable[str], more: Iterable[str], own: Set[str]
    ) -> list[list[Imports]]:
        """What a module has to import: of the standard library, and of the runtime.

        What it imports stays in the runtime from then on. The order is that of isort.

        Args:
            code: The code of the module but for its rules.
            rules: The rules of the module.
            more: What it needs besides.
            own: What it declares itself, maybe under a name that the runtime has too.
        """
        known = frozenset().union(*self._offered.values())
        of_code = mentioned(code, known.union(*_STANDARD.values()) - own)
        of_rules = mentioned(rules, self._offered["_rules"]) | (
            of_code & _SHARED & self._offered["_rules"]
        )
        wanted = of_rules | of_code - self._offered["_rules"] | set(more)
        self._wanted |= wanted & known
        runtime = {f".{file}": names for file, names in self._offered.items()}
        return [[*_statements(offered, wanted)] for offered in (_STANDARD, runtime)]

    def files(self, public: Iterable[str]) -> Mapping[str, str]:
        """The files, with all that the modules import and what is public besides."""
        return shaken(self._files, self._wanted | set(public))


def _statements(offered: Mapping[str, Set[str]], wanted: Set[str]) -> Iterator[Imports]:
    """The imports of those wanted names that some modules offer, sorted as isort does it."""
    for source, names in sorted(offered.items()):
        found = sorted(names & wanted, key=_place)
        lines = [[name] for name in found if name in _RENAMED]
        plain = [name for name in found if name not in _RENAMED]
        lines += [plain] if plain else []
        for listed in sorted(lines, key=lambda line: _place(line[0])):
            texts = (_RENAMED.get(name, name) for name in listed)
            yield Imports(Code(source), Code(", ".join(texts)))


def _place(name: str) -> tuple[bool, bool, str]:
    """What the place of an imported name goes by: constants, then classes, then all others."""
    return not name.isupper(), not name[0].isupper(), name.lstrip("_").lower()

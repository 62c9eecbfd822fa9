"""The files that every module of a package stands on, cut down to what the modules use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import jinja2

from eventwright.planning.plan import Format, Plan, UnevaluatedItems, UnevaluatedMembers
from eventwright.planning.walking import checks_of
from eventwright.planning.words import OTHER_MEMBERS, OTHER_VALUE, TYPES, WORDS
from eventwright.rendering.code import Code, identifier, python_literal
from eventwright.targets.python.language import REEXPORTED
from eventwright.targets.python.shaking import mentioned, offered, shaken, taken_apart
from eventwright.targets.python.text import LIMITS, format_rule, format_test, literals

_FILES = ("_json", "_rules", "_values", "_functions")
# What readers and writers use of the rules' file, beside the rules.
_SHARED = frozenset({"same", *LIMITS.values()})


@dataclass(frozen=True, slots=True)
class Imports:
    """What a module imports from one file of the runtime."""

    file: Code
    names: Code


@dataclass(frozen=True, slots=True)
class _Format:
    name: Code
    constant: Code
    function: Code


class Runtime:
    """The runtime of one package, from which its modules import."""

    def __init__(self, plans: Sequence[Plan], env: jinja2.Environment) -> None:
        checks = [
            check
            for plan in plans
            for program in plan.programs.values()
            for check in checks_of(program)
        ]
        used = sorted({check.name for check in checks if isinstance(check, Format)})
        tracked = any(isinstance(c, UnevaluatedItems | UnevaluatedMembers) for c in checks)
        made = [
            _Format(python_literal(n), identifier(format_rule(n)), identifier(format_test(n)))
            for n in used
        ]
        view = {
            "words": {name: python_literal(words) for name, words in WORDS.items()},
            "types": [(python_literal(n), python_literal(words)) for n, words in TYPES.items()],
            "other_value": Code(literals(OTHER_VALUE)),
            "other_members": Code(literals(OTHER_MEMBERS)),
            "formats": made,
            "tracked": tracked,
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
        self, code: Iterable[str], rules: Iterable[str], more: Iterable[str]
    ) -> list[Imports]:
        """What a module has to import, which stays in the runtime from then on.

        Args:
            code: The code of the module but for its rules.
            rules: The rules of the module.
            more: What it needs besides.
        """
        known = frozenset().union(*self._offered.values())
        of_code = mentioned(code, known)
        of_rules = mentioned(rules, self._offered["_rules"]) | (
            of_code & _SHARED & self._offered["_rules"]
        )
        others = of_code - self._offered["_rules"] | set(more)
        wanted = of_rules | others
        self._wanted |= wanted
        return [
            Imports(Code(name), Code(", ".join(map(_imported, sorted(found)))))
            for name, offers in self._offered.items()
            if (found := wanted & offers)
        ]

    def files(self, public: Iterable[str]) -> Mapping[str, str]:
        """The files, with all that the modules import and what is public besides."""
        return shaken(self._files, self._wanted | set(public))


def _imported(name: str) -> str:
    """A name as it is imported; one that a module offers in its turn says so."""
    return f"{name} as {name}" if name in REEXPORTED else name

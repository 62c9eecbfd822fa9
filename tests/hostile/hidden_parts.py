"""Texts of which a parsed value does not show all, each with what a reader owes for it.

A parser keeps the last of several members that have one key, and lets escapes stand for the
characters that a reader may count.
"""

from __future__ import annotations

from collections.abc import Iterator

DEEP = "has more than 127 levels of nesting"
TORN = "has a lone surrogate"
LONG = "has a number of more than 4300 digits"
SYNTAX = "is not valid JSON"

_ARRAYS = "[" * 126 + "]" * 126
_RECORDS = ",".join(['{"a":1}'] * 200)
_MORE_RECORDS = ",".join(['{"a":[]}'] * 600)
_CODE = r"if (a[0]) {\n \"{\"\n}" * 100
# How a reader looks for something may depend on what else is in the text, and on how much.
_BESIDE = (
    "1",
    r'"\n"',
    '"' + r"line\n" * 2000 + '"',
    '"' + r"größer\n" * 2000 + '"',
    f"[{_RECORDS}]",
    f"[{_MORE_RECORDS}]",
    f'"{_CODE}"',
    f'"{_CODE * 10}"',
    '"' + r"if (a[0]) {\n  return 'a';\n}\n" * 300 + '"',
    f'[{_RECORDS},"{_CODE}"]',
    f'{{"{_CODE}":[{_MORE_RECORDS}]}}',
)
# The members of an object; `@` is what stands beside, `A` are 126 arrays, one in the other.
_MEMBERS = {
    '"output":@,"output":A': "",
    '"output":A,"output":@': "",
    '"output":@,"zz":A': "",
    '"output":@,"zz":[A]': DEEP,
    '"output":[A],"zz":@': DEEP,
    '"output":[@,A]': DEEP,
    '"output":{"a":A,"b":@}': DEEP,
    '"output":[A],"output":@': DEEP,
    '"zz":[A],"output":@,"zz":1': DEEP,
    '"output":{"a":A,"a":@}': DEEP,
    '"output":1,"zz":[@,A],"zz":1': DEEP,
    # As many quotes or brackets stand in strings by escapes as are hidden.
    r'"output":[A],"output":[@,"\u0022\u0022"]': DEEP,
    r'"output":[A],"output":[@,"' + r"\u005B" * 127 + '"]': DEEP,
    r'"output":[A],"output":[@,"' + r"\u007b" * 127 + '"]': DEEP,
    r'"output":A,"zz":[@,"\u0022\\u0022\\\u0022\u005b\u007B\""]': "",
    r'"output":["\ud83d\ude00",@]': "",
    r'"output":["\ud83d","\ude00",@]': TORN,
    r'"output":[{"\udc00":1},@]': TORN,
    r'"output":"\ud800","output":@': TORN,
    r'"zz":"\uD800","output":[@,"\u0022\u0022\u0022\u0022"],"zz":1': TORN,
    r'"zz":{"\ud83d":1},"output":@,"zz":1': TORN,
    r'"output":@,"zz":"\\\ud800"': TORN,
    r'"output":@,"zz":"\\ud800"': "",
    f'"output":{"9" * 4300},"output":@': "",
    f'"output":"{"9" * 4301}","output":@': "",
    f'"output":{"9" * 4301},"output":@': LONG,
    f'"output":[@,{{"a":-{"9" * 4301}}}],"output":1': LONG,
    # What is told of several faults, or of one behind a value that is whole.
    '"output":@}': SYNTAX,
    '"output":[A]}': DEEP,
    '"output":[A],"output":@,}': DEEP,
    r'"zz":"\ud800","output":@,}': SYNTAX,
    f'"zz":{"9" * 4301},"output":@,}}': SYNTAX,
    rf'"zz":{"9" * 4301},"output":@,"zz":"\ud800"': TORN,
}
_FRAME = '{"event":"tool_call_result","response_id":"r","tool_name":"t",'


def hidden_parts() -> Iterator[tuple[str, str]]:
    """The texts, and what is wrong with each, if anything is."""
    for members, owed in _MEMBERS.items():
        for beside in _BESIDE:
            yield _FRAME + members.replace("A", _ARRAYS).replace("@", beside) + "}", owed

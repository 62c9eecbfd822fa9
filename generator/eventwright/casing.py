"""The cases of names: any name taken apart into words, and the words put together again."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+")
_PASCAL = re.compile(r"[A-Z][A-Za-z0-9]*")
# Punctuation only parts words; what nobody can see is spelled, so that names stay apart.
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Latin letters that Unicode does not take apart into a plain one and its marks.
_LETTERS = str.maketrans(
    dict(
        pair.split(":")
        for pair in "ß:ss ẞ:SS æ:ae Æ:AE œ:oe Œ:OE ø:o Ø:O ł:l Ł:L đ:d Đ:D ð:d Ð:D þ:th".split()
    )
    | {"Þ": "Th", "\u0131": "i"}  # the last is an i without its dot
)
_SIGN = re.compile(r"[+-](?=[0-9])")


def words(text: str) -> tuple[str, ...]:
    """The words of a name in any case: `HTTPServer-name2` is HTTP, Server, name2; `-1` minus, 1.

    Letters lose their marks, so that all of Latin script is ASCII: `Größe` is Grosse. `[]` is how
    names that come from TypeScript say array.
    """
    text = text.replace("[]", " Array ")
    if not (text.isascii() and text.isprintable()):
        spelled = _CONTROL.sub(lambda match: f" u{ord(match[0]):04x} ", text)
        apart = unicodedata.normalize("NFKD", spelled).translate(_LETTERS)
        text = "".join(char for char in apart if not unicodedata.combining(char))
    if _SIGN.match(text):
        text = f"{'plus' if text[0] == '+' else 'minus'} {text[1:]}"
    return tuple(_WORD.findall(text))


def pascal(text: str) -> str:
    """PascalCase; a name that is one legal capitalised identifier already stays as it is."""
    if _PASCAL.fullmatch(text):
        return text
    return "".join(word[0].upper() + word[1:] for word in words(text))


def camel(text: str) -> str:
    """camelCase: a leading run of capitals goes down together, so `URLPart` is `urlPart`."""
    first, *rest = words(text)
    return first.lower() + "".join(word[0].upper() + word[1:] for word in rest)


def snake(text: str) -> str:
    """snake_case."""
    return "_".join(words(text)).lower()


def letters(text: str) -> str:
    """The letters and digits of a name alone, which are the same in any case."""
    return "".join(words(text)).lower()


def upper(text: str) -> str:
    """UPPER_CASE."""
    return snake(text).upper()


def spelled(text: str) -> str:
    """A text with each character that no identifier has written out: `1-` is `1 hyphen-minus`.

    Names of characters are those of Unicode, which never change.
    """
    if not text:
        return "empty"
    return "".join(
        char
        if char.isascii() and char.isalnum()
        else f" {unicodedata.name(char, f'u{ord(char):04x}').lower()} "
        for char in text
    )

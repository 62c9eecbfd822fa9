"""Texts, names and numbers of the kind that agents stream, drawn from a seeded generator."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

ASCII = """
the test fails because of a missing import so we add it at the top file and run suite again
let me look for callers of this function before changing its signature there are three them
first reads config second writes cache third is only used in benchmarks result was empty list
return value could be None when key does not exist which explains error you saw yesterday
""".split()
NON_ASCII = """
größe prüfen für später café déjà naïve señal próximo ação çünkü řeka łódź žluť
функция возвращает пустой список потому ключ отсутствует 関数 設定 確認 修正 結果 空 テスト
함수 설정 확인 数据 错误 原因 検索 — … “quoted” → ✓ ✗ 🎉 🚀 🔧
""".split()
COMMANDS = (
    "cargo test --workspace",
    'rg -n "fn main" src',
    "git diff --stat HEAD~1",
    "sed -i 's/foo/bar/' src/lib.rs",
    "npm run build",
)
TOOLS = ("read_file", "apply_patch", "shell", "web_search", "list_dir")
MODELS = ("gpt-4", "gpt-4.1-mini", "o3")
SERVERS = ("github", "filesystem", "postgres", "browser")
HOSTS = ("api.example.com", "registry.example.org", "github.com")
FOLDERS = ("/home/dev/project", "/home/dev/project/crates/core", "/srv/build")

_EPOCH = datetime(2026, 3, 1, 9, 8, 7, tzinfo=UTC)


def prose(draw: Random, least: int, most: int, *, ascii_only: bool = True) -> str:
    """Words of a length between two numbers of characters; unless ASCII, some words are not."""
    length = draw.randint(least, most)
    words = [draw.choice(ASCII if ascii_only or draw.random() < 0.7 else NON_ASCII)]
    if not ascii_only:
        words.insert(0, draw.choice(NON_ASCII))
    while sum(map(len, words)) + len(words) - 1 < length:
        words.append(draw.choice(ASCII if ascii_only or draw.random() < 0.7 else NON_ASCII))
    return " ".join(words)[:length]


def output(draw: Random) -> str:
    """A piece of what a program prints: lines, now and then with a colour or a tab."""
    lines = (
        f"\x1b[32mok\x1b[0m {draw.choice(ASCII)}::{draw.choice(ASCII)}",
        f"   Compiling {draw.choice(ASCII)} v0.{draw.randint(1, 30)}.{draw.randint(0, 9)}",
        f"src/{draw.choice(ASCII)}.rs:{draw.randint(1, 900)}:\t{prose(draw, 20, 60)}",
        f'warning: unused variable: "{draw.choice(ASCII)}"',
    )
    return "".join(f"{draw.choice(lines)}\n" for _ in range(draw.randint(1, 3)))


def code(draw: Random, lines: int) -> str:
    """Lines of a program, with the brackets, quotes and indentation of one."""
    kinds = (
        "export function {}(a, b) {{",
        "  if (a[0] > b.{}) {{",
        '    return "{}";',
        "  }}",
        "  return [a[1], b[2]].map((each) => {}(each));",
        "}}",
    )
    return "".join(f"{kinds[at % len(kinds)]}\n".format(draw.choice(ASCII)) for at in range(lines))


def name(draw: Random, kind: str) -> str:
    """An identifier such as `resp-4711`."""
    return f"{kind}-{draw.randint(1, 9999)}"


def uuid(draw: Random) -> str:
    """A UUID, version 4."""
    digits = f"{draw.getrandbits(128):032x}"
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"


def date_time(draw: Random) -> str:
    """An RFC 3339 date-time as Rust writes it: no, three, six or nine digits of a second."""
    moment = _EPOCH + timedelta(seconds=draw.randint(0, 10_000_000))
    digits = draw.choice((0, 3, 6, 9))
    fraction = f".{draw.randrange(10**digits):0{digits}}" if digits else ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def path(draw: Random) -> str:
    """Path of a source file."""
    return f"{draw.choice(FOLDERS)}/src/{draw.choice(ASCII)}.rs"

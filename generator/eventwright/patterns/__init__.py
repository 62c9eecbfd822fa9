"""`pattern` and `patternProperties`: ECMA-262 regular expressions, the same in every language."""

from eventwright.patterns.blowup import blow_up, is_quick
from eventwright.patterns.syntax import PatternError
from eventwright.patterns.translate import python, rust, typescript

__all__ = ["PatternError", "blow_up", "is_quick", "python", "rust", "typescript"]

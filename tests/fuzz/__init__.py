"""A differential fuzzer: Python, TypeScript and foreign validators have to agree."""

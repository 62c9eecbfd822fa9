"""How many wrong bindings the test vectors alone tell from right ones."""

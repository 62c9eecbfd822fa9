"""The contenders in Python: our bindings, and a module a peer."""

"""The targets: each makes the files of one kind of bindings from the compiled modules."""

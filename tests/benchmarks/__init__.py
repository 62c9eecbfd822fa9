"""What the generator and its bindings are measured with."""

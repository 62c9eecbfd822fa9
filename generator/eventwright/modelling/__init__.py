"""The model: the shapes that people program with, and how unions stand on the wire."""

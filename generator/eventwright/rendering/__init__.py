"""From decisions to text: names, safe code, templates and formatting."""

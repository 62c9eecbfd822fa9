"""What a run found, as text, as JSON and as a chart."""

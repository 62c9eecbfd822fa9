"""Judge values by the plan, read literally: for the vectors, and for defaults in the schemas."""

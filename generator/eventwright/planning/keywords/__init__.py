"""How each keyword of a schema becomes checks: one module a family, in the plan's order."""

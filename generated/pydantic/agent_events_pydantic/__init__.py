"""Pydantic models of these events, one module for each protocol."""

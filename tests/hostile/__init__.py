"""Schemas and payloads made to do harm."""

"""Generate Python and TypeScript bindings for events from canonical JSON Schemas."""

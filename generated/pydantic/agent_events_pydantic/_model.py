"""What all models have in common."""

from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)


class Model(BaseModel):
    """An immutable model that is written with the names that its members have on the wire."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)

    # Without a return type, since a JSON Schema of what is written would be made of that.
    @model_serializer(mode="wrap")
    def _as_given(self, write: SerializerFunctionWrapHandler, info: SerializationInfo):  # type: ignore[no-untyped-def]
        """Leave a null out of JSON that nobody gave: the member is absent."""
        written: dict[str, Any] = write(self)
        if info.mode_is_json():
            for name, field in type(self).model_fields.items():
                if name not in self.model_fields_set and getattr(self, name) is None:
                    written.pop(name if field.alias is None else field.alias, None)
        return written

"""What all models have in common."""

from typing import Any, Literal, get_args, get_origin

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
        """Leave a null out of JSON that nobody gave, which stands for no member, but no tag."""
        written: dict[str, Any] = write(self)
        if not info.mode_is_json():
            return written
        tags: dict[str, Any] = {}
        for name, field in type(self).model_fields.items():
            key = name if field.alias is None else field.alias
            if get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1:
                if info.exclude_unset or info.exclude_defaults:
                    tags[key] = getattr(self, name)
            elif name not in self.model_fields_set and getattr(self, name) is None:
                written.pop(key, None)
        return tags | written

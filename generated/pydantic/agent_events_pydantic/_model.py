"""What all models have in common."""

from functools import cache
from typing import Any, Literal, Self, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)

T = TypeVar("T")


def constant(value: T) -> T:
    """What a member is set to that must be there and has no other value.

    Type checkers take it for a default, so that who builds a model may leave the member out; for
    pydantic it is none, so that a payload may not.
    """
    required: T = Field()
    return required


def default(value: Any) -> Any:
    """A default as JSON has it, of which pydantic makes the model that type checkers ask for."""
    return value


class Model(BaseModel):
    """An immutable model that is written with the names that its members have on the wire."""

    model_config = ConfigDict(
        frozen=True,
        serialize_by_alias=True,
        allow_inf_nan=False,
        # A member may begin as the methods of pydantic do: `model_dump_size`.
        protected_namespaces=(),
    )

    def __init__(self, /, **members: Any) -> None:
        """Build a model; members go by their names in Python or on the wire."""
        given = _with_constants(type(self), members)
        self.__pydantic_validator__.validate_python(
            given, self_instance=self, by_alias=True, by_name=True
        )

    # As pydantic marks its own: payloads are read without it, by their names on the wire alone.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    @classmethod
    def model_construct(cls, _fields_set: set[str] | None = None, **values: Any) -> Self:
        """Build a model without a look at its values, as pydantic does, but with its constants."""
        return super().model_construct(_fields_set, **_with_constants(cls, values))

    # Without a return type, since a JSON Schema of what is written would be made of that.
    @model_serializer(mode="wrap")
    def _as_given(self, write: SerializerFunctionWrapHandler, info: SerializationInfo):  # type: ignore[no-untyped-def]
        """Leave a null out of JSON that nobody gave, which stands for no member."""
        written: dict[str, Any] = write(self)
        if info.mode_is_json():
            for name, field in type(self).model_fields.items():
                # Without the attribute, which warns where the member is deprecated.
                if name not in self.model_fields_set and self.__dict__.get(name) is None:
                    written.pop(field.alias or name, None)
        return written


def _with_constants(model: type[Model], members: dict[str, Any]) -> dict[str, Any]:
    left_out = {
        wire: value
        for name, wire, value in _constants(model)
        if name not in members and wire not in members
    }
    return left_out | members


@cache
def _constants(model: type[Model]) -> list[tuple[str, str, object]]:
    """The required members with one value: their names in Python and on the wire, and the value."""
    return [
        (name, field.alias or name, get_args(field.annotation)[0])
        for name, field in model.model_fields.items()
        if field.is_required() and _has_one_value(field.annotation)
    ]


def _has_one_value(annotation: object) -> bool:
    return get_origin(annotation) is Literal and len(get_args(annotation)) == 1

"""What all models have in common."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """An immutable model that is written with the names that its members have on the wire."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)

"""What every object of account.json is."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of every object: no unknown field, no NaN, no infinity."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)

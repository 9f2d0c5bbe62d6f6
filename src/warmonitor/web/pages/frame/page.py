"""What the record of every page has."""

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A part of a page's record."""

    model_config = ConfigDict(frozen=True)


class Page(Part):
    """What every page has: its title."""

    title: str

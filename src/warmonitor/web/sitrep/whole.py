"""All of one part of a situation report, the weightiest first, some at a time."""

from pydantic import Field

from warmonitor.exports.sitrep.anchors import anchored
from warmonitor.exports.sitrep.record import Note, Section
from warmonitor.store.database import Database
from warmonitor.web.pages.frame.page import Part as Told
from warmonitor.web.sitrep.asked import AskedSitrep
from warmonitor.web.sitrep.gathered import gather_part
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.parts import PARTS, section, whole_of
from warmonitor.web.sitrep.scope import Scope

MOST = 50  # records at a time


class AskedPart(AskedSitrep):
    """Which part of a situation report."""

    of: str = Field(description=f"One of: {', '.join(PARTS)}.")
    start: int = Field(0, ge=0, le=1_000_000, description="How many come before.")


class Whole(Told):
    """Some records of a part; `before` and `after` lead to those around them, None where there are none."""

    section: Section
    notes: tuple[Note, ...]
    before: str | None
    after: str | None


def whole(database: Database, scope: Scope, key: str, start: int) -> Whole:
    """Return so many records of a part, from a place on."""
    names = PARTS[key].names
    found = database.read(lambda connection: gather_part(connection, scope, names, start, MOST))
    book = Notebook(found)
    (made,), first = anchored([section(key, found, book).model_copy(update={"whole": None})])
    before = whole_of(key, found, max(0, start - MOST)) if start else None
    after = whole_of(key, found, start + MOST) if start + MOST < made.total else None
    return Whole(section=made, notes=tuple(book.written(first)), before=before, after=after)

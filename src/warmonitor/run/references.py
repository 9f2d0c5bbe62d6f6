"""Open what a run looks names up in: what comes with the program, and what a user added to it."""

from dataclasses import dataclass
from pathlib import Path

from warmonitor.model import Reference, ReferenceKind, make_id
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.store.references import References


@dataclass(frozen=True, slots=True)
class LookUps:
    """What a run looks names up in; `kept` are the look-ups that a user added, sorted."""

    gazetteer: Gazetteer
    kept: tuple[Reference, ...] = ()

    @property
    def options(self) -> str:
        """Return the hash of the options of a run: other look-ups, another hash."""
        added = (f"{one.kind.value}:{one.name}:{one.sha256}" for one in self.kept)
        return make_id("options", "defaults", *added)


def open_look_ups(folder: Path | None = None) -> LookUps:
    """Open the look-ups that a folder keeps beside those that come with the program.

    Raises:
        StoreError: when the folder's list is there and cannot be read.
        SourceError: when a look-up that it lists cannot be opened.
    """
    if folder is None:
        return LookUps(load_gazetteer())
    store = References(folder)
    gazetteers = [store.path(one) for one in store.all(ReferenceKind.GAZETTEER)]
    return LookUps(load_gazetteer(*gazetteers), tuple(store.all()))

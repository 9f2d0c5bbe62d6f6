"""Open what a run looks names up in: what comes with the program, and what a user added to it."""

from dataclasses import dataclass
from pathlib import Path

from warmonitor.model import Reference, ReferenceKind, VersionError, make_id
from warmonitor.reference.gazetteer import Gazetteer, load_gazetteer
from warmonitor.reference.gazetteer.adding.write import form
from warmonitor.reference.gazetteer.store import GazetteerStore
from warmonitor.reference.roads import NO_ROADS, RoadNetwork, load_roads
from warmonitor.store.references import References


@dataclass(frozen=True, slots=True)
class LookUps:
    """What a run looks names up in; `kept` are the look-ups that a user added, sorted."""

    gazetteer: Gazetteer
    kept: tuple[Reference, ...] = ()
    roads: RoadNetwork = NO_ROADS

    @property
    def options(self) -> str:
        """Return the hash of the options of a run: other look-ups, another hash."""
        added = (f"{one.kind.value}:{one.name}:{one.sha256}" for one in self.kept)
        return make_id("options", "defaults", *added)


def open_look_ups(folder: Path | None = None) -> LookUps:
    """Open the look-ups that a folder keeps beside those that come with the program.

    Raises:
        StoreError: when the folder's list is there and cannot be read.
        VersionError: when another version of the program compiled one of them.
        SourceError: when a look-up that it lists cannot be opened.
    """
    if folder is None:
        return LookUps(load_gazetteer())
    store = References(folder)
    gazetteers = [_gazetteer(store, one) for one in store.all(ReferenceKind.GAZETTEER)]
    roads = [store.path(one) for one in store.all(ReferenceKind.ROADS)]
    return LookUps(load_gazetteer(*gazetteers), tuple(store.all()), load_roads(*roads))


class Opened:
    """The look-ups of a folder for a program that runs on: opened once, and again when others are kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: LookUps | None = None

    def now(self) -> LookUps:
        """Return the look-ups that are kept now.

        Raises:
            StoreError, VersionError, SourceError: as `open_look_ups` does.
        """
        if self._found is None or self._found.kept != tuple(References(self._folder).all()):
            self._found = open_look_ups(self._folder)
        return self._found


def kept_in(folder: Path, kind: ReferenceKind) -> list[Reference]:
    """Return the look-ups of a kind that a folder keeps, sorted.

    Raises:
        StoreError: when the folder's list is there and cannot be read.
    """
    return References(folder).all(kind)


def remove_from(folder: Path, kind: ReferenceKind, name: str) -> bool:
    """Forget the look-up of a kind and name; say whether there was one.

    Raises:
        StoreError: when the folder's list cannot be read or written.
    """
    store = References(folder)
    found = [one for one in store.all(kind) if one.name == name]
    for one in found:
        store.remove(one)
    return bool(found)


def _gazetteer(store: References, one: Reference) -> Path:
    path = store.path(one)
    if GazetteerStore(path).form != form():
        msg = f"The gazetteer “{one.name}” was compiled by another version: add its file again."
        raise VersionError(msg)
    return path

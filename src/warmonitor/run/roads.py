"""Add a file of roads to the look-ups of a folder: compiled, with its licence, hash and number of pieces."""

import hashlib
from pathlib import Path

from warmonitor.model import Issue, Reference, ReferenceKind, SourceError
from warmonitor.reference.roads import RoadNetwork, read_roads, write_roads
from warmonitor.store.references import References


def add_roads(folder: Path, source: Path, licence: str, name: str = "") -> tuple[Reference, list[Issue]]:
    """Compile and keep the roads of a file; return what is kept and what is odd about the file.

    Raises:
        SourceError: when the file cannot be read whole, has no road in it, or no licence is named.
        StoreError: when the folder cannot be written to.
    """
    if not licence.strip():
        raise SourceError("Roads are kept with their licence: say under which terms they may be used.")
    store = References(folder)
    store.all()
    network, issues = read_roads(source)
    with source.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    named = name.strip() or source.name.split(".")[0]
    kept = Reference(ReferenceKind.ROADS, named, licence.strip(), digest, network.pieces)
    store.add(kept, lambda path: _write(path, network))
    return kept, issues


def _write(path: Path, network: RoadNetwork) -> None:
    fresh = path.with_name(f"{path.name}.new")
    write_roads(fresh, network)
    fresh.replace(path)

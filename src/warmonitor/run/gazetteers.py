"""Add a gazetteer file to the look-ups of a folder: compiled, with its licence, hash and rows."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from warmonitor.model import Issue, Reference, ReferenceKind, SourceError, StoreError
from warmonitor.reference.gazetteer.adding import add_gazetteer
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded
from warmonitor.store.references import References

_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to add: its licence, a name for it, its alternate names, the country of rows that name none."""

    source: Path
    licence: str
    name: str = ""
    alternate: Path | None = None
    country: str = ""


def add_to(folder: Path, wanted: Wanted) -> tuple[Reference, list[Issue]]:
    """Compile and keep a gazetteer; return what is kept and what of the file was not taken.

    Raises:
        SourceError: when the file is no gazetteer, nothing of it can be taken, or no licence is named.
        StoreError: when the folder cannot be written to.
    """
    if not wanted.licence.strip():
        raise SourceError("A gazetteer is kept with its licence: say under which terms it may be used.")
    store = References(folder)
    store.all()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="adding-", dir=folder) as room:
            compiled = Path(room) / "gazetteer.sqlite"
            made = add_gazetteer(
                wanted.source, compiled, GazetteerStore(embedded()), wanted.alternate, wanted.country.upper()
            )
            name = wanted.name.strip() or wanted.source.stem
            kept = Reference(ReferenceKind.GAZETTEER, name, wanted.licence.strip(), _hash(wanted), made.rows)
            store.add(kept, lambda path: _moved(compiled, path))
    except OSError as error:
        msg = f"Look-ups cannot be kept in {folder}: {error.strerror or error}."
        raise StoreError(msg) from error
    issues = [Issue(code, str(wanted.source), said, fatal=True) for code, said in made.refused]
    issues += [Issue(code, str(wanted.alternate), said, fatal=True) for code, said in made.names_refused]
    return kept, issues


def _moved(compiled: Path, path: Path) -> None:
    compiled.replace(path)


def _hash(wanted: Wanted) -> str:
    """Return the SHA-256 of the file as given, with what else its compiled form depends on."""
    digest = hashlib.sha256()
    for path in filter(None, (wanted.source, wanted.alternate)):
        with path.open("rb") as content:
            while block := content.read(_BLOCK):
                digest.update(block)
    digest.update(wanted.country.upper().encode())
    return digest.hexdigest()

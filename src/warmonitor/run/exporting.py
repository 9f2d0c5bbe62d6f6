"""An account opened for export, from its folder or a store, and its files written whole or not at all."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from warmonitor import __version__
from warmonitor.exports import ExportError, File, Folder, Made, Source, Wanted, about, export
from warmonitor.exports.shapes import SHAPES
from warmonitor.run.references import LookUps, open_look_ups
from warmonitor.store.reader import Reader
from warmonitor.store.store import open_store


@contextmanager
def opened_folder(folder: Path) -> Iterator[tuple[Source, Made]]:
    """Give the account in a folder as a source.

    Raises:
        ExportError: when there is no account.json of ours.
    """
    with Folder(folder) as account:
        yield account, account.made


@contextmanager
def opened_store(place: str, raw: Path | None, references: Path | None) -> Iterator[tuple[Source, Made]]:
    """Give the account that stands in a store as a source, as it was when it was last made.

    Raises:
        StoreError: when there is no store, or it or its look-ups cannot be used.
        ExportError: when its account was never made.
    """
    with open_store(place, raw) as store:
        reader = Reader(store.database)
        if not reader.head().number:
            raise ExportError("The store holds no account yet: have it made first.")
        yield reader, made_in(reader, open_look_ups(references))


def made_in(reader: Reader, look_ups: LookUps) -> Made:
    """Return what made the account of a store, with the head of its chain."""
    kept = tuple(asdict(one) for one in look_ups.kept)
    return Made(__version__, look_ups.options, kept, str(reader.head().chain))


def write_export(shape: str, source: Source, made: Made, wanted: Wanted, out: Path) -> list[Path]:
    """Write an export and what it says of itself; return the paths, in order.

    `out` is a folder; for a shape of one file it may be that file, by its suffix.

    Raises:
        ExportError: when the shape is none, or `out` cannot be written to.
    """
    files = export(shape, source, made, wanted)
    single = SHAPES[shape].single and bool(out.suffix) and not out.is_dir()
    paths = [out if single else out / file.name for file in files]
    beside = out.with_name(f"{out.name}.about.json") if single else out / "about.json"
    said = json.dumps(
        about(made, SHAPES[shape].said, (path.name for path in paths)), ensure_ascii=False, indent=1
    )
    try:
        for path, file in zip(paths, files, strict=True):
            _write(path, file)
        _whole(beside, [said.encode(), b"\n"])
    except (KeyError, TypeError, ValueError) as broken:
        msg = f"The account holds a record that is not as its schema says: {broken!r}."
        raise ExportError(msg) from broken
    except OSError as error:
        msg = f"{out} cannot be written to: {error.strerror or error}."
        raise ExportError(msg) from error
    return [*paths, beside]


def _write(path: Path, file: File) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _whole(path, file.chunks)


def _whole(path: Path, chunks: Iterable[bytes]) -> None:
    """Write a file under another name first, so that what bears its name is whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("wb") as stream:
            stream.writelines(chunks)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""An account, as account.json has it, exported and read back."""

import csv
import io
import json
import tempfile
from pathlib import Path

from literal_account import written

from warmonitor.exports import Folder, Row, Wanted, export

ALL = Wanted()


def exported(shape: str, tree: Row, wanted: Wanted = ALL) -> dict[str, bytes]:
    """Each file's bytes by its name."""
    with tempfile.TemporaryDirectory() as folder, Folder(written(tree, Path(folder))) as source:
        return {file.name: b"".join(file.chunks) for file in export(shape, source, source.made, wanted)}


def table(shape: str, tree: Row, wanted: Wanted = ALL) -> list[dict[str, str]]:
    """The rows of a single table, as a plain reader sees them."""
    (content,) = exported(shape, tree, wanted).values()
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def entities(tree: Row, wanted: Wanted = ALL) -> list[Row]:
    """The FollowTheMoney entities."""
    (content,) = exported("ftm", tree, wanted).values()
    return [json.loads(line) for line in content.splitlines()]

"""Small makers that every reader of the archive stage uses."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import yaml

from warmonitor.model import Issue, RawReport

Hints = Iterable[tuple[str, str | None]]


@dataclass(slots=True)
class Found:
    """What one source gave: raw reports and what went wrong, in the order of the source."""

    reports: list[RawReport] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def wrong(self, code: str, item: str, said: str, *, fatal: bool = True) -> None:
        """Note one thing that went wrong."""
        self.issues.append(Issue(code, shown(item), said, fatal))

    def take(self, other: "Found") -> None:
        """Add what another source gave."""
        self.reports.extend(other.reports)
        self.issues.extend(other.issues)


def shown(name: str) -> str:
    """Return a name that can be printed and written as UTF-8: odd bytes and controls as escapes."""
    plain = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in plain)


def raw_report(source: str, media_type: str, content: bytes, hints: Hints = ()) -> RawReport:
    """Return the record of bytes received, with their SHA-256."""
    kept = tuple((key, value) for key, value in hints if value)
    return RawReport(shown(source), media_type, content, hashlib.sha256(content).hexdigest(), kept)


def text_bytes(text: str) -> bytes:
    """Return text as UTF-8, surrogates joined where they pair and replaced where they stand alone."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def load_table(name: str) -> Mapping[str, Any]:
    """Return a table of this stage's data folder."""
    file = resources.files("warmonitor.stages.archive") / "data" / name
    table: Mapping[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return table

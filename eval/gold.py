"""A kept case: the reports of a war and what a careful reader finds in them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.matching import fold

Json = dict[str, Any]
CASES = Path(__file__).parent / "cases"
KINDS = {"toll": "tolls", "control": "control", "attack": "attacks"}


@dataclass(frozen=True)
class Fact:
    """One thing that the account should hold: its kind ("toll", "control", "attack") and gold fields."""

    kind: str
    asked: Json

    @property
    def id(self) -> str:
        """Return the fact's id in the gold file."""
        return str(self.asked["id"])

    @property
    def report(self) -> str:
        """Return the key of the report that says it."""
        return str(self.asked["report"])


@dataclass(frozen=True)
class Gold:
    """The gold file and the raw texts, folded, that its quotes come from, by report key."""

    content: Json
    folded: Mapping[str, str]

    @property
    def reports(self) -> dict[str, Json]:
        """Return what is known of each report, by its key."""
        return dict(self.content["reports"])

    @property
    def aliases(self) -> dict[str, list[str]]:
        """Return the names that a party or speaker may go by."""
        return dict(self.content.get("aliases", {}))

    @property
    def place_aliases(self) -> dict[str, list[str]]:
        """Return the same with the spellings of each place, those under every one of them."""
        spelled = {name: list(group) for group in self.content.get("same_place", []) for name in group}
        return {**self.aliases, **spelled}

    @property
    def facts(self) -> list[Fact]:
        """Return tolls, control and attacks, in the file's order."""
        return [Fact(kind, asked) for kind, key in KINDS.items() for asked in self.content.get(key, [])]

    def listed(self, key: str) -> list[Any]:
        """Return one of the gold's lists, empty where it has none."""
        return list(self.content.get(key, []))

    def fair(self, report: str) -> list[str]:
        """Return the wordings that are right but not asked for."""
        return list(self.content.get("also", {}).get(report, []))


def read_gold(gold: Path, texts: Path) -> Gold:
    """Return a gold file with the reports it is about, found in a folder by the start of their names.

    Raises:
        OSError: when one of them cannot be read.
    """
    content = json.loads(gold.read_text(encoding="utf-8"))
    folded = {
        key: fold(path.read_text(encoding="utf-8", errors="replace"))
        for key in content["reports"]
        for path in sorted(texts.iterdir())
        if path.name.startswith(key)
    }
    return Gold(content, folded)


def kept_cases() -> list[Path]:
    """Return the folders of the kept cases, each with `gold.json` and `reports/`."""
    return sorted(path.parent for path in CASES.glob("*/gold.json"))

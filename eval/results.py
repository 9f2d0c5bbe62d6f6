"""What was measured last on the data of the floors, kept so that the page on quality can be made again."""

import json
from collections.abc import Mapping
from pathlib import Path

RESULTS = Path(__file__).parent / "results.json"
DIGITS = 4
Results = dict[str, dict[str, float]]


def read_results(path: Path = RESULTS) -> Results:
    """Return the measures by set, none where nothing was measured yet."""
    found: Results = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def write_results(results: Mapping[str, Mapping[str, float]], path: Path = RESULTS) -> None:
    """Write the measures with four digits, sets and measures in the alphabet's order."""
    content = {
        name: {measure: round(share, DIGITS) for measure, share in sorted(got.items())}
        for name, got in sorted(results.items())
    }
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

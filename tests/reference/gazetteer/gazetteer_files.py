"""Gazetteer files with invented places, and stores made of them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.gazetteer.adding import Added, add_gazetteer
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded


def dump_line(
    number: int,
    name: str,
    latitude: object,
    longitude: object,
    **more: object,
) -> str:
    """Return a line of 19 columns, as GeoNames' dumps have them.

    `more` are others (names), feature ("P.PPL"), country, admin1 and population.
    """
    others, feature = more.get("others", ""), str(more.get("feature", "P.PPL"))
    country, admin1, population = more.get("country", "SY"), more.get("admin1", ""), more.get("population", 0)
    kind, _, code = feature.partition(".")
    cells = [number, name, "", others, latitude, longitude, kind, code, country, "", admin1, "", "", ""]
    return "\t".join(map(str, [*cells, population, "", "", "Asia/Damascus", "2020-01-01"]))


def written(path: Path, lines: Iterable[str | bytes]) -> Path:
    """Write lines as they are."""
    path.write_bytes(b"".join((one if isinstance(one, bytes) else one.encode()) + b"\n" for one in lines))
    return path


def feature(name: str, geometry: object, **properties: object) -> dict[str, object]:
    """Return a feature of GeoJSON."""
    return {"type": "Feature", "properties": {"name": name, **properties}, "geometry": geometry}


def collection(path: Path, features: Sequence[object]) -> Path:
    """Write a collection of features."""
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def compiled(source: Path, alternate: Path | None = None, country: str = "") -> tuple[Path, Added]:
    """Compile a file beside it."""
    target = source.with_suffix(".sqlite")
    target.unlink(missing_ok=True)
    return target, add_gazetteer(source, target, GazetteerStore(embedded()), alternate, country)


def with_added(*sources: Path) -> Gazetteer:
    """Return the gazetteer that comes with the package with files added to it."""
    stores = [GazetteerStore(compiled(source)[0]) for source in sources]
    return Gazetteer(GazetteerStore(embedded()), stores)

"""Every shape by its name: what it is, and its files of a source."""

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.exports import acled, ftm, geojson, hxl, parquet, ucdp
from warmonitor.exports.book import Book
from warmonitor.exports.output import File
from warmonitor.exports.source import ExportError, Made, Source
from warmonitor.exports.wanted import Wanted

ALL = Wanted()


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape; `single` is whether it is one file, `said` what it is, for people."""

    name: str
    said: str
    files: Callable[[Book], list[File]]
    single: bool = False


SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape("acled", "events in ACLED's columns; shaped like its data, none of it", acled.files, True),
        Shape(
            "ucdp", "events in the columns of UCDP GED; shaped like its data, none of it", ucdp.files, True
        ),
        Shape("hxl", "CSV with HXL 1.1 hashtags", hxl.files),
        Shape("parquet", "Apache Parquet", parquet.files),
        Shape("geojson", "GeoJSON (RFC 7946)", geojson.files),
        Shape("ftm", "FollowTheMoney 4 entities, a JSON object a line", ftm.files, True),
    )
}


def export(shape: str, source: Source, made: Made, wanted: Wanted = ALL) -> list[File]:
    """Return the files of a shape; nothing is read before their chunks are asked for.

    Raises:
        ExportError: when there is no such shape, or its library is not installed.
    """
    if shape not in SHAPES:
        msg = f"“{shape}” is no shape of an export; they are: {', '.join(SHAPES)}."
        raise ExportError(msg)
    return SHAPES[shape].files(Book(source, made, wanted))

"""The account in forms that others use: ACLED- and UCDP-shaped CSV, HXL, Parquet, GeoJSON, FtM."""

from warmonitor.exports.folder import Folder, made_of
from warmonitor.exports.output import File, about
from warmonitor.exports.shapes import SHAPES, Shape, export
from warmonitor.exports.source import ExportError, Made, Row, Source
from warmonitor.exports.wanted import Wanted

__all__ = [
    "SHAPES",
    "ExportError",
    "File",
    "Folder",
    "Made",
    "Row",
    "Shape",
    "Source",
    "Wanted",
    "about",
    "export",
    "made_of",
]

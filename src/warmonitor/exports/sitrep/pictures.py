"""Pictures of a situation report in the form that word processors take."""

from warmonitor.exports.sitrep.pdf import compiled
from warmonitor.exports.sitrep.record import Picture
from warmonitor.exports.sitrep.told import clean


def png(picture: Picture) -> bytes:
    """Return a picture as PNG."""
    return compiled("picture.typ", {"svg": clean(picture.svg)}, "png")

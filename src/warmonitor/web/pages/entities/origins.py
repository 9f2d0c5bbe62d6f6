"""Independent origins as pages name them: a text that nobody owns goes by the outlets that have it."""

from collections.abc import Sequence

from warmonitor.store.reader import Reader
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.links import listed, page_of

_SHOWN = 3


class Origin(Part):
    """An origin: its name as the account has it, how it is called, and where its page is."""

    name: str
    said: str
    href: str


def origins(reader: Reader, names: Sequence[str]) -> list[Origin]:
    """Return origins by name, in their order."""
    texts = _texts(reader, [one for one in names if one.startswith("strand-")])
    return [
        Origin(name=one, said=texts[one], href=page_of("strands", one))
        if one in texts
        else Origin(name=one, said=one, href=listed("/origins", origin=one))
        for one in names
    ]


def _texts(reader: Reader, strands: Sequence[str]) -> dict[str, str]:
    found = {one["id"]: one["reports"] for one in reader.some("strands", strands)}
    wanted = [report for reports in found.values() for report in reports[:_SHOWN]]
    outlets = {one["id"]: one["outlet"] or "an outlet not known" for one in reader.some("reports", wanted)}
    return {
        strand: f"a text in {', '.join(dict.fromkeys(outlets[one] for one in reports if one in outlets))}"
        for strand, reports in found.items()
    }

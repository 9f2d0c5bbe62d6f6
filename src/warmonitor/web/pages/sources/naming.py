"""By which names outlets and origins go on pages; where an origin is a text, its strand is led to."""

import re

from warmonitor.store.fields import record_id
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.links import listed, page_of

_STRAND = re.compile(r"strand-[0-9a-f]+$")
NO_OUTLET = "outlet not known"


class SourceNamed(Part):
    """A name, as it is filtered by (`name`, "" for none) and as it is said; `href` leads to its page."""

    name: str
    said: str
    href: str | None = None


def is_text(origin: str) -> bool:
    """Say whether an origin is a text that nobody signs."""
    return _STRAND.match(origin) is not None


def outlet_named(outlet: str | None) -> SourceNamed:
    """Return an outlet by its name."""
    if not outlet:
        return SourceNamed(name="", said=NO_OUTLET)
    return SourceNamed(name=outlet, said=outlet, href=listed("/outlets/one", name=outlet))


def speaker_named(origin: str) -> SourceNamed:
    """Return an origin by its name; a text that nobody signs goes by its strand."""
    strand = _STRAND.search(origin)
    if strand is None:
        return SourceNamed(
            name=origin, said=origin, href=page_of("origins", record_id("origins", {"name": origin}))
        )
    said = origin[: strand.start()].removesuffix(" in ") or "the text itself, outlet not known"
    return SourceNamed(name=origin, said=said, href=page_of("strands", strand[0]))

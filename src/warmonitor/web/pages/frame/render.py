"""Templates: everything is escaped, and what a template does not know is an error."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from warmonitor.model import spoken
from warmonitor.store.membership import Member, Role
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.assets import asset, files
from warmonitor.web.pages.frame.nav import entries
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.wording import links, prose, terms, words
from warmonitor.web.pages.wording.evidence import together

# What HTML cannot hold: control characters and halves of characters.
_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Here:
    """What a template knows of the request: who asks, where, and what may be done."""

    path: str
    query: dict[str, str]
    member: Member | None
    read_only: bool
    fragment: bool  # asked by a script for a part of a page that is there

    @property
    def reviews(self) -> bool:
        """Whether who asks may judge."""
        return self.member is not None and not self.read_only and self.member.role.covers(Role.REVIEWER)

    def again(self, **changed: str | None) -> str:
        """Return the address of this page with some of what is asked changed; None leaves it out."""
        return links.listed(self.path, **{**self.query, **changed})


def rendered(request: Request, template: str, page: Page) -> str:
    """Return a page through its template."""
    asker = getattr(request.state, "asker", None)
    here = Here(
        request.url.path,
        dict(request.query_params),
        asker.member if asker else None,
        desk_of(request).settings.read_only,
        "hx-request" in request.headers,
    )
    return environment().get_template(template).render(page=page, here=here, nav=entries(here.member))


@cache
def environment() -> Environment:
    """Return where templates come from, with the words and addresses that they use."""
    made = Environment(
        loader=PackageLoader("warmonitor.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
    )
    made.globals |= {"asset": asset, "built": files, "links": links, "words": words, "spoken": spoken}
    made.globals |= {
        "meaning": terms.meaning,
        "gazetteer": terms.gazetteer,
        "pieces": prose.pieces,
        "together": together,
    }
    made.filters |= {"number": spoken.number}
    return made


def _visible(value: Any) -> Any:
    if type(value) is not str or value.isprintable():  # most is, and that is soon known
        return value
    return _UNSAFE.sub("\ufffd", value)

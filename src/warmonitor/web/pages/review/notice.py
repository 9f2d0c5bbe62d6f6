"""What is said once something was judged: what it was, and how it is taken back."""

from warmonitor.store.judgements import kept, version_of
from warmonitor.web.desk import Desk
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.review.told import Told, told
from warmonitor.web.pages.review.walks import Walk, subject_address


class Notice(Part):
    """A judgement that was made just now; `version` is that of its subject, `next` where undoing leads."""

    judgement: Told
    version: int
    next: str


def notice_of(desk: Desk, judgement: str | None, walk: Walk) -> Notice | None:
    """Return the notice of a judgement by its id, None where there is none; undone, one is at its record."""
    held = kept(desk.store, judgement) if judgement else None
    if held is None:
        return None
    version = version_of(desk.store, held.judgement.subject.key)
    return Notice(judgement=told(held), version=version, next=subject_address(walk, held.judgement.subject))

"""What reviewers judged of a record, as its page shows it."""

from collections.abc import Mapping
from typing import Any

from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.terms import meaning


class Bearing(Part):
    """A judgement that bears on a record: what was said, by whom, when, and what the record gave before."""

    id: str
    said: str
    by: str
    when: str
    was: str
    subject: str
    version: int


def bearings(record: Mapping[str, Any]) -> list[Bearing]:
    """Return the judgements that bear on a record, in the order in which they were made."""
    names = ("id", "by", "when", "was", "subject", "version")
    return [
        Bearing(
            said=meaning("verdict", one["verdict"]) or one["verdict"], **{name: one[name] for name in names}
        )
        for one in record.get("judgements", ())
    ]

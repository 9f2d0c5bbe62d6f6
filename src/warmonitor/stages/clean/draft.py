"""What is gathered of a report while its page is read."""

from dataclasses import dataclass, field
from datetime import date

from warmonitor.model import Issue
from warmonitor.stages.clean.credit import Credit


@dataclass(slots=True)
class Draft:
    """A report in the making; what is set first stands."""

    item: str
    title: str | None = None
    outlet: str | None = None
    stated: date | None = None
    url: str | None = None
    people: dict[str, None] = field(default_factory=dict)
    agencies: dict[str, None] = field(default_factory=dict)
    captions: dict[str, None] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def credit(self, given: Credit) -> None:
        """Add what a line of credit gives."""
        self.people.update(dict.fromkeys(given.people))
        self.agencies.update(dict.fromkeys(given.agencies))
        self.stated = self.stated or given.stated

    def wrong(self, code: str, said: str, *, fatal: bool = False) -> None:
        """Note one thing that went wrong."""
        self.issues.append(Issue(code, self.item, said, fatal))

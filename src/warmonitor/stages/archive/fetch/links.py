"""What a feed or a sitemap leads to: addresses of pages, and of further sitemaps."""

from dataclasses import dataclass, field

from warmonitor.model import Issue
from warmonitor.stages.archive.fetch.address import joined

MOST = 50_000  # links that are taken from one feed or sitemap (the sitemap protocol allows as many)
LONGEST_TITLE = 500


@dataclass(slots=True)
class Links:
    """Links by their order, each once; `maps` are sitemaps that a sitemap leads to.

    `texts` are the texts of a feed's entries, as pages by the address that they lead to.
    """

    base: str
    pages: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    maps: list[str] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def add(self, link: str, title: str = "", text: str = "") -> None:
        """Take a link in with its title and text."""
        address = joined(self.base, link).partition("#")[0]
        if len(self.pages) < MOST:
            self.pages.setdefault(address, title[:LONGEST_TITLE])
            self.texts.setdefault(address, text)

    def wrong(self, code: str, said: str, *, fatal: bool = False) -> None:
        """Note what is wrong with the feed or sitemap."""
        self.issues.append(Issue(code, self.base, said, fatal))

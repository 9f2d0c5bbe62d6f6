"""What compare can be told, and what it gives back."""

from dataclasses import dataclass

from warmonitor.model import Issue, Report, Strand


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Thresholds; shares are of a report's own words, quotations and a site's stock paragraphs left out.

    `reprint` is the share of both texts that makes one a reprint of the other, `excerpt` that of the
    shorter text alone, `rewrite` the share of the copy below which nothing is linked, `rewrite_words` the
    shared words asked for besides; `partners` is how many look-alikes of a report are aligned;
    `stock_reports` how many texts of a site make words stock; `same_happening` the likeness from which a
    report's date tells another's; `late_posting_days` how long after the others a report may still tell it.
    """

    reprint: float = 0.5
    excerpt: float = 0.55
    rewrite: float = 0.2
    rewrite_words: int = 40
    partners: int = 12
    stock_reports: int = 3
    same_happening: float = 0.22
    late_posting_days: int = 21


@dataclass(frozen=True, slots=True)
class Compared:
    """The same reports with `dated`, `copy_of` and `strand` set, by id; strands by id; what was odd."""

    reports: list[Report]
    strands: list[Strand]
    issues: list[Issue]

"""What compare can be told, and what it gives back."""

from dataclasses import dataclass

from warmonitor.model import Issue, Report, Strand


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """Thresholds; shares are of a report's own words, quotations and a site's stock paragraphs left out.

    Nothing is linked that shares less than `rewrite_words` words and `rewrite` of either text, or one
    passage of `paragraph` words, or `scattered_words` in several sentences and `scattered` of either. A kind
    is a rewrite where `reported` of both texts, and `reported_words` words, are sentences told anew, or
    `relead` with the first sentence among them; a reprint where less than `cut` of either is left out.
    `partners` is how many look-alikes of a report are aligned; `stock_reports` how many texts of a site make
    words stock.
    """

    rewrite: float = 0.2
    rewrite_words: int = 30
    paragraph: int = 40
    scattered: float = 0.15
    scattered_words: int = 45
    reported: float = 0.18
    reported_words: int = 20
    relead: float = 0.08
    cut: float = 0.265
    partners: int = 12
    stock_reports: int = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """The same reports with `dated`, `copy_of` and `strand` set, by id; strands by id; what was odd."""

    reports: list[Report]
    strands: list[Strand]
    issues: list[Issue]

"""What claims cost: beside the same model run over every sentence, and beside extraction of the same pages.

    python -m bench.reading [--pages DIR]

Everything is measured in one run on one core. Machines are noisy: read the ratios, not the seconds.
"""

import argparse
import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import trafilatura

from bench.pages import pages
from eval.extraction import text_of_page
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.extract import extract

ROUNDS = 3
WRITTEN = Dated(date(2021, 6, 9), date(2021, 6, 9), DatedHow.STATED)


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time for all pages once: the best of the rounds."""

    extraction: float
    claims: float
    whole: float
    reports: int
    found: int

    @property
    def to_extraction(self) -> float:
        """What claims cost, in extractions of the same pages."""
        return self.claims / self.extraction

    def table(self) -> str:
        """Return the rows as text."""
        rows = (
            ("page to text, trafilatura", self.extraction),
            ("text to claims", self.claims),
            ("text to claims, every sentence", self.whole),
        )
        return "\n".join(
            f"{name:32} {self.reports / seconds:8.1f} reports/s {1000 * seconds / self.reports:7.1f} ms each "
            f"{seconds / self.extraction:6.2f} x extraction"
            for name, seconds in rows
        )


def measure(contents: list[str], rounds: int = ROUNDS) -> Cost:
    """Return what extraction and both readings of the same pages cost, each in the best of its rounds."""
    parser = load_parser()
    texts = [text_of_page(page) for page in contents]
    reports = [Report(f"report-{n}", "", "", text, dated=WRITTEN) for n, text in enumerate(texts)]
    ways: list[Callable[[], object]] = [
        lambda: [trafilatura.extract(page) for page in contents],
        lambda: [extract(report, parser) for report in reports],
        lambda: [extract(report, parser, whole=True) for report in reports],
    ]
    for way in ways:
        way()  # look-ups are loaded and caches are warm on every side
    taken = [
        min(times) for times in zip(*([_seconds(way) for way in ways] for _ in range(rounds)), strict=True)
    ]
    found = sum(len(extract(report, parser)) for report in reports)
    return Cost(taken[0], taken[1], taken[2], len(reports), found)


def _seconds(way: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    way()
    return time.process_time() - start


def main(arguments: list[str] | None = None) -> None:
    """Print what claims cost on the pages of a folder, or on made pages."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description="What claims cost.")
    parser.add_argument("--pages", type=Path, help="folder of saved pages (default: made ones)")
    folder = parser.parse_args(arguments).pages
    cost = measure(pages(folder))
    print(f"{cost.reports} pages {folder or 'made of our own reports'}, {cost.found} claims")
    print(cost.table())


if __name__ == "__main__":
    main()

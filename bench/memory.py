"""Whether memory stays flat: made reports streamed from text to claims, each forgotten before the next.

    python -m bench.memory [--reports N]

Prints the highest memory after a tenth, a half and all of the reports. Every report has names and numbers
of its own, so that whatever is kept by word or by report shows; words are remembered up to a limit.
"""

import argparse
import resource
from datetime import date

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.extract import extract

REPORTS = 10_000
MB = 1024  # ru_maxrss counts kilobytes on Linux
WRITTEN = Dated(date(2021, 6, 9), date(2021, 6, 9), DatedHow.STATED)
SYLLABLES = "ka ro mi ten sa bel dur no gar li vo shan".split()
TEXT = (
    "Shelling killed {a} people in {town} on Sunday, the governor of {province} said. Rebels of the {group} "
    "front took the village of {village} on Monday. “We hold every street of {town},” their commander {name} "
    "said.\n\nAt least {b} families fled to {other}, aid workers said; {c} of the wounded were children."
)


def made(number: int) -> Report:
    """Return the report of a number, with names and figures that no other has."""
    names = [_name(number * 7 + k) for k in range(7)]
    text = TEXT.format(
        a=number % 90 + 2, b=number % 700 + 3, c=number % 40 + 2, town=names[0], province=names[1],
        group=names[2], village=names[3], name=f"{names[4]} {names[5]}", other=names[6],
    )  # fmt: skip
    return Report(f"report-{number}", f"{number}.txt", "", text, dated=WRITTEN)


def _name(number: int) -> str:
    letters: list[str] = []
    while number or not letters:
        number, one = divmod(number, len(SYLLABLES))
        letters.append(SYLLABLES[one])
    return "".join(letters).title()


def peak() -> int:
    """Return the highest memory of this process so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MB


def measure(reports: int) -> list[tuple[int, int]]:
    """Return how many reports were read and the highest memory then: after a tenth, a half and all."""
    parser, found = load_parser(), []
    stops = {max(1, reports // 10), max(1, reports // 2), reports}
    for number in range(reports):
        extract(made(number), parser)
        if number + 1 in stops:
            found.append((number + 1, peak()))
    return found


def main(arguments: list[str] | None = None) -> None:
    """Print the highest memory after a tenth, a half and all of the reports."""
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description="Whether memory stays flat.")
    parser.add_argument("--reports", type=int, default=REPORTS)
    for read, memory in measure(parser.parse_args(arguments).reports):
        print(f"highest memory after {read:6} made reports {memory:6} MB", flush=True)


if __name__ == "__main__":
    main()

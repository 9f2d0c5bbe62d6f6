"""How long an account takes, stage by stage, and how much memory: the example once and many times over.

    python -m bench.account [--reports N]

Prints seconds and peak memory. Machines are noisy: compare ratios inside one run, not figures of two runs.
"""

import argparse
import resource
import tempfile
from pathlib import Path

from warmonitor.run.account import make_account, told
from warmonitor.run.timings import Timings

EXAMPLE = Path(__file__).parent.parent / "examples" / "khan-sheikhoun"


def main() -> None:
    """Time the example as it is, then N reports made from its texts with changed figures."""
    arguments = argparse.ArgumentParser(description="Time an account, stage by stage.")
    arguments.add_argument("--reports", type=int, default=100)
    wanted = arguments.parse_args().reports
    _timed("the example", [str(EXAMPLE)])
    with tempfile.TemporaryDirectory() as folder:
        _timed(f"{wanted} made reports", [str(_made(Path(folder), wanted))])


def _made(folder: Path, wanted: int) -> Path:
    texts = [p.read_text(encoding="utf-8") for p in sorted(EXAMPLE.glob("*.txt"))]
    for number in range(wanted):
        text = texts[number % len(texts)]
        (folder / f"{number:06}.txt").write_text(text.replace("19", str(19 + number)), encoding="utf-8")
    return folder


def _timed(what: str, sources: list[str]) -> None:
    times = Timings()
    account = make_account(sources, timings=times)
    told(account, times)
    total = sum(times.seconds.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: {len(account.reports)} reports, {len(account.claims)} claims, {total:.2f} s, {peak:.0f} MB"
    )
    for stage, seconds in times.seconds.items():
        print(
            f"  {stage:10} {seconds:7.2f} s  {1000 * seconds / max(1, len(account.reports)):7.1f} ms a report"
        )


if __name__ == "__main__":
    main()

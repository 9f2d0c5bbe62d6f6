"""`python -m eval.campaign`: writes campaigns, or reads them with the program and prints what was right.

--seed N (may be repeated); --out DIR writes reports.jsonl, truth.json, roads.geojson and places.geojson;
--ask reads each with the program; --given asks who is cut off by the true course, without reading; --by-day
asks as of days with the reports of up to then; --misses lists what was wrong.
"""

import argparse
from pathlib import Path

from eval.campaign.ask import ask, by_day
from eval.campaign.given import ask_given
from eval.campaign.make import make_campaign, write_campaign
from eval.campaign.score import Sheet


def main() -> None:
    """Write or ask the campaigns of the seeds given."""
    given = _parser().parse_args()
    for seed in given.seed:
        if given.out:
            print(write_campaign(make_campaign(seed), given.out / str(seed)))
        if given.ask:
            _print(seed, ask(seed), misses=given.misses)
        if given.given:
            _print(seed, ask_given(seed), misses=given.misses)
        if given.by_day:
            _print(seed, by_day(seed), misses=given.misses)


def _print(seed: int, sheet: Sheet, *, misses: bool) -> None:
    for row, share in sheet.shares().items():
        print(f"seed {seed:3}  {row:24} {sheet.right[row]:5} / {sheet.asked[row]:<5} {share:.4f}", flush=True)
    if misses:
        print(*sheet.misses, sep="\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.campaign", description="A made campaign.")
    parser.add_argument(
        "--seed", type=int, action="append", required=True, help="which campaign; may be repeated"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="write it into DIR/SEED")
    parser.add_argument("--ask", action="store_true", help="read it with the program and ask")
    parser.add_argument(
        "--by-day", action="store_true", help="ask as of days, with the reports of up to then"
    )
    parser.add_argument("--given", action="store_true", help="ask who is cut off by the true course")
    parser.add_argument("--misses", action="store_true", help="list wrong answers")
    return parser


if __name__ == "__main__":
    main()

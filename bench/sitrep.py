"""What a situation report costs over a made account: the page and its files, by how much they tell of.

    python -m bench.sitrep [--reports N] [--store DIR] [--times N]

The account is that of `bench.rooms`, made in DIR or used if it is there. Asked for are thirty days,
the same of the busiest place, and a year: each form several times, after once that does not count.
Printed are the median and the 95th percentile of milliseconds of a core (so that other work beside it counts
little), the size, and questions to the database; above them how many sentences, notes and sources each has.
"""

import argparse
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from starlette.testclient import TestClient

from bench.made_parts import lasting_id
from bench.rooms import late, made
from bench.rooms_seen import look
from bench.rooms_served import Office
from warmonitor.exports.sitrep.forms import FORMS
from warmonitor.web.pages.wording.links import listed

_MONTH = {"since": "2014-02-01", "until": "2014-03-02"}
_ASKED = {
    "thirty days": _MONTH,
    "thirty days of a place": {**_MONTH, "place": lasting_id("place", 0)},
    "a year": {"since": "2014-01-01", "until": "2014-12-31"},
}
_FORMS = {"page": "/sitrep", "all killed": "/sitrep/all"} | {
    form.said: f"/sitrep.{form.name}" for form in FORMS.values()
}
_HTML, _JSON = {"Accept": "text/html"}, {"Accept": "application/json"}


def main() -> None:
    """Make the account, ask for each form and print what it cost."""
    arguments = argparse.ArgumentParser(
        prog="python -m bench.sitrep", description="Cost of situation reports."
    )
    arguments.add_argument("--reports", type=int, default=100_000)
    arguments.add_argument("--store", type=Path, help="where the store is made, or is")
    arguments.add_argument("--times", type=int, default=9, help="how often each is asked for")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, made(given.store or Path(folder), given.reports) as store:
        office = Office(store)
        for said, query in _ASKED.items():
            _asked(office, said, query, given.times)


def _asked(office: Office, said: str, query: dict[str, str], times: int) -> None:
    client = office.client()
    told = client.get(listed("/sitrep", **query), headers=_JSON).json()["report"]
    print(f"\n{said}: {_size(told)}, {len(told['notes'])} notes, {len(told['sources'])} sources")
    print(("{:<12}" + "{:>10}" * 4).format("form", "median", "p95", "kB", "questions"))
    for form, path in _FORMS.items():
        asked = {"of": "killed", **query} if path == "/sitrep/all" else query
        _form(office, client, form, listed(path, **asked), times)


def _form(office: Office, client: TestClient, form: str, address: str, times: int) -> None:
    seen = look(client, office.store.database.engine, address)
    took = sorted(_cost(client, address) for _ in range(times))
    print(
        f"{form:<12}{1_000 * median(took):>10.0f}{1_000 * late(took):>10.0f}{seen.size // 1_000:>10}"
        f"{seen.questions:>10}",
        flush=True,
    )


def _cost(client: TestClient, address: str) -> float:
    start = time.process_time()
    answer = client.get(address, headers=_HTML)
    took = time.process_time() - start
    if answer.status_code != 200:
        msg = f"{address}: {answer.status_code}"
        raise RuntimeError(msg)
    return took


def _size(told: dict[str, Any]) -> str:
    parts = [part for one in told["sections"] for part in (one, *one["parts"])]
    lines = sum(len(part["lines"]) for part in parts)
    rows = sum(len(part["table"]["rows"]) for part in parts if part["table"])
    return f"{lines} sentences, {rows} rows"


if __name__ == "__main__":
    main()

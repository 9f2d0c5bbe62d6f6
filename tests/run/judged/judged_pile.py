"""Reports of invented places, read once, and their account with judgements on it."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

from warmonitor.model import Account, Held, Judgement, RawReport, Report, Subject, Verdict, make_id
from warmonitor.reference.outlets import load_outlets
from warmonitor.run.account import account_of, extracted
from warmonitor.run.judged import Judgements
from warmonitor.run.references import open_look_ups
from warmonitor.run.timings import Timings, quiet
from warmonitor.stages.clean import clean
from warmonitor.stages.tell import account_json

Tree = dict[str, Any]

WHEN = "2031-03-04T05:06:07+00:00"
TEXTS = {
    "lamp.txt": "Shells hit Vardik market\n\n"
    "VARDIK, March 3, 2031 (Mill Valley Press) - Government forces shelled the market of Vardik on Sunday, "
    "killing 12 people and wounding 30, the hospital said on Monday.\n\n"
    "The Tarn Guard seized the village of Orlen Ferry on Saturday, residents told Mill Valley Press.\n",
    "gazette.txt": "Town counts its dead\n\n"
    "VARDIK, March 4, 2031 (Harbour Gazette) - At least 17 people were killed when the market of Vardik was "
    "shelled on Sunday, the mayor said on Tuesday. Rescue workers had ended their search.\n\n"
    "Guards of Tarn entered Orlen Ferry on Saturday, the mayor said.\n",
    "herald.txt": "Barge sunk on the river\n\n"
    "VARDIK, March 5, 2031 (River Herald) - An explosion sank a grain barge near Orlen Ferry on Tuesday, "
    "killing three crew members, the harbour master said.\n",
}


@cache
def reports(changed: tuple[tuple[str, str, str], ...] = ()) -> tuple[Report, ...]:
    """The reports by id, after replacing words (file, old, new) in what clean gave."""
    found = []
    for name, text in TEXTS.items():
        content = text.encode()
        raw = RawReport(name, "text/plain", content, make_id("sha", text))
        report, _ = clean(raw, load_outlets())
        assert report is not None
        found.append(report)
    edits = {name: (old, new) for name, old, new in changed}
    for at, report in enumerate(found):
        if report.source in edits:
            old, new = edits[report.source]
            assert old in report.text
            found[at] = replace(report, text=report.text.replace(old, new))
    return tuple(sorted(found, key=lambda one: one.id))


def account(
    judgements: tuple[Judgement, ...] = (), changed: tuple[tuple[str, str, str], ...] = ()
) -> Account:
    held = tuple(Held(make_id("judgement", at, one), one, at + 1) for at, one in enumerate(judgements))
    return account_of(reports(changed), [], open_look_ups(), extracted, quiet, Timings(), Judgements(held))


def tree(of: Account) -> Tree:
    return dict(json.loads(account_json(of)))


def judgement(subject: Subject, verdict: Verdict, by: str = "Ivo", **given: Any) -> Judgement:
    return Judgement(subject, verdict, by, WHEN, "seen on the page", **given)

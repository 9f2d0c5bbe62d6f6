"""The account as the scorer sees it: claims by report key, and which claim answers which gold fact."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from eval.gold import Fact, Gold, Json
from eval.matching import Stretch, meet, same_name, same_number, same_people, stretches


@dataclass(frozen=True)
class Said:
    """One claim with the key of its report, None where the gold does not name it, and where it stands."""

    claim: Json
    report: str | None
    at: list[Stretch]

    @property
    def id(self) -> str:
        """Return the claim's id."""
        return str(self.claim["id"])

    @property
    def stance(self) -> str:
        """Return how the speaker stands to it."""
        return str(self.claim.get("stance") or "asserted")

    def field(self, name: str) -> Any:
        """Return a field of the claim, None where it is not there."""
        return self.claim.get(name)


def report_key(report: Json, gold: Gold) -> str | None:
    """Return the gold's key for a report: the start of its file name."""
    name = PurePath(str(report.get("source") or report.get("id"))).name
    return next((key for key in gold.reports if name.startswith(key)), None)


def read_claims(account: Json, gold: Gold) -> list[Said]:
    """Return the account's claims, each with its place in the folded raw text."""
    keys = {report["id"]: report_key(report, gold) for report in account["reports"]}
    read = []
    for claim in account["claims"]:
        key = keys.get(claim["report"])
        quote = (claim.get("quote") or {}).get("text")
        read.append(Said(claim, key, stretches(quote, gold.folded.get(key or "", ""))))
    return read


def answers(fact: Fact, claims: list[Said], gold: Gold) -> list[Said]:
    """Return the claims that say the fact: same report and words, kind, and number or place."""
    at = stretches(fact.asked["text"], gold.folded.get(fact.report, ""))
    here = [c for c in claims if c.report == fact.report and c.field("kind") == fact.kind and meet(c.at, at)]
    if fact.kind == "toll":
        measure = fact.asked["measure"]
        return [c for c in here if c.field("measure") == measure and same_number(fact.asked, c.claim)]
    if fact.kind == "control":
        place, change = fact.asked["place"], fact.asked["change"]
        there = [c for c in here if same_name(place, c.field("where"), gold.place_aliases)]
        return [c for c in there if c.field("change") == change]
    return here


def same_speakers(fact: Fact, said: Said, gold: Gold) -> bool:
    """Say whether the claim has every speaker that the gold names, and none where it names none."""
    asked, given = fact.asked.get("attribution", []), said.field("attribution")
    return bool(asked) == bool(given) and all(same_name(who, given, gold.aliases) for who in asked)


def pair(fact: Fact, claims: list[Said], gold: Gold, taken: set[str]) -> list[Said]:
    """Return the claims that answer a fact, the best first."""

    def unlike(said: Said) -> tuple[bool, bool, bool, bool]:
        others = fact.kind == "toll" and not same_people(fact.asked["of"], said.field("of"))
        stance = said.stance != fact.asked.get("stance", "asserted")
        return others, stance, not same_speakers(fact, said, gold), said.id in taken

    return sorted(answers(fact, claims, gold), key=unlike)

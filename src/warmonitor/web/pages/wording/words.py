"""Records of the account in plain words, as pages say them; what is not known is said to be so."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from warmonitor.model.spoken import (
    NOT_KNOWN,
    counted_words,
    day_words,
    held_words,
    number,
    range_words,
    when_words,
)

Record = Mapping[str, Any]

KINDS = {
    "toll": "Toll",
    "control": "Control",
    "attack": "Attack",
    "movement": "Movement",
    "agreement": "Agreement",
    "post": "Post",
    "access": "Access",
    "statement": "Statement",
    "event": "Event",
    "alliance": "Alliance",
}
CHANGES = {
    "holds": "holds",
    "gained": "gained",
    "lost": "lost",
    "entered": "entered",
    "contested": "fights over",
    "surrounded": "surrounds",
    "cut_off": "cut off",
    "relieved": "ended the siege of",
}
STANCES = {"asserted": "said", "denied": "denied", "alleged": "alleged"}
_LONGEST = 160


def day(iso: str | None) -> str:
    """Return a day of ISO 8601 in words."""
    return day_words(date.fromisoformat(iso[:10])) if iso else NOT_KNOWN


def when(time: Record | None) -> str:
    """Return a time with `earliest` and `latest` in words."""
    if time is None:
        return NOT_KNOWN
    ends = (date.fromisoformat(time[end][:10]) if time[end] else None for end in ("earliest", "latest"))
    return when_words(*ends)


def between(earliest: str | None, latest: str | None) -> str:
    """Return days in words, each end in ISO 8601 or not known."""
    return when({"earliest": earliest, "latest": latest})


def quantity(claim: Record) -> str:
    """Return the number of a toll as far as its words give it."""
    low, best, high = claim["low"], claim["best"], claim["high"]
    if claim["approximate"] and best is not None:
        return f"about {number(best)}"
    if low is None and high is None and best is not None:
        return number(best)
    told = range_words(low, high)
    return f"about {told}" if claim["approximate"] and low is not None and high is not None else told


def figure_range(figure: Record) -> str:
    """Return the range of a figure by the rule that was chosen for it."""
    return range_words(*figure_ends(figure))


def figure_ends(figure: Record) -> tuple[float | None, float | None]:
    """Return the low and the high end of a figure by the rule that was chosen for it."""
    chosen = next((one for one in figure["rules"] if one["rule"] == figure["rule"]), figure)
    return chosen["low"], chosen["high"]


def counted(record: Record, told: str | None = None) -> str:
    """Return who is counted and for what, such as "civilians killed"; `told` is the number before it."""
    return counted_words(record["of"], record["measure"], told)


def speakers(claim: Record, outlet: str | None) -> str:
    """Return who says a claim, nearest speaker first; the outlet itself where nobody is named."""
    if not claim["attribution"]:
        return f"{outlet or 'outlet not known'}, in its own voice"
    return ", citing ".join(map(_speaker, claim["attribution"]))


def _speaker(link: Record) -> str:
    via = link.get("via")
    told = f" (to {via['name'] if isinstance(via, Mapping) else via})" if via else ""
    return f"{link['name'] or link['said']}{told}"


def called(named: Record | None) -> str | None:
    """Return the name of whoever or whatever is named, as resolved or else as written."""
    found = (named.get("name") or named.get("said")) if named else None
    return str(found) if found else None


def claim_words(claim: Record) -> str:
    """Return what a claim says, without who says it."""
    match claim["kind"]:
        case "toll":
            by, told = called(claim["perpetrator"]), quantity(claim)
            return f"{told} {counted(claim, told)}" + (f", by {by}" if by else "")
        case "control":
            return _control(claim)
        case "attack":
            return _attack(claim)
    return f"{KINDS.get(claim['kind'], claim['kind'])}: {shortened(claim['quote']['text'])}"


def _control(claim: Record) -> str:
    where = ", ".join(dict.fromkeys(filter(None, map(called, claim["where"])))) or "a place not named"
    other = called(claim["counterparty"])
    party = called(claim["party"]) or "a party not named"
    return f"{party} {CHANGES.get(claim['change'], claim['change'])} {where}" + (
        f" (against {other})" if other else ""
    )


def _attack(claim: Record) -> str:
    by, on = called(claim["perpetrator"]), called(claim["target"])
    told = claim["sub_type"] or claim["type"] or "Attack"
    told += (f" by {by}" if by else "") + (f" on {on}" if on else "")
    return told + (f", with {claim['weapon']}" if claim["weapon"] else "")


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return text in quotation marks, cut where it is long."""
    words = " ".join(text.split())
    return f"“{words}”" if len(words) <= most else f"“{words[: most - 1].rstrip()}…”"


def event_words(event: Record) -> str:
    """Return what happened, by the ACLED terms."""
    return str(event["sub_type"] or event["type"] or "Event")


def spell_words(spell: Record) -> str:
    """Return how ground stood: by whom held, or that it was fought over, surrounded, not known."""
    return held_words(spell["status"], spell["holder"])


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its word, such as "1 report" or "2 reports"."""
    return f"{number(count)} {one if count == 1 else many or f'{one}s'}"


def origins(record: Record) -> str:
    """Return how many independent origins there are."""
    return plural(len(record["origins"]), "independent origin")

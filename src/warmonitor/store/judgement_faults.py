"""What is wrong with a judgement before it is kept: not whole, at odds with itself, or too large."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from warmonitor.model import (
    Actor,
    Amended,
    Cited,
    ClaimKind,
    Issue,
    Judged,
    Judgement,
    Place,
    Rule,
    Subject,
    Verdict,
)

MOST_WHY = 1 << 20  # bytes of UTF-8
MOST_NAME = 200
MOST_WORDS = 20_000
MOST_COUNT = 10**10
MOST_CITED, MOST_SEEN = 64, 8

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_PAIRS = {Judged.REPORT, Judged.PLACE, Judged.ACTOR, Judged.EVENT}
_OF = {
    Verdict.SAME: _PAIRS,
    Verdict.DIFFERENT: _PAIRS,
    Verdict.ACCEPT: {Judged.CLAIM, Judged.PLACE, Judged.ACTOR, Judged.FIGURE},
    Verdict.REJECT: {Judged.CLAIM},
    Verdict.AMEND: {Judged.CLAIM},
    Verdict.RULE: {Judged.FIGURE},
    Verdict.UNDO: set(Judged),
}
_COUNTED = ("low", "best", "high")
_TOLL = {ClaimKind.TOLL}
_SIDES = {ClaimKind.CONTROL, ClaimKind.ALLIANCE}
_DEEDS = {ClaimKind.ATTACK, ClaimKind.EVENT}
_FIELDS = {
    **dict.fromkeys((*_COUNTED, "approximate", "measure", "of", "scope"), _TOLL),
    **dict.fromkeys(("party", "counterparty"), _SIDES),
    "change": {ClaimKind.CONTROL},
    "perpetrator": _TOLL | _DEEDS,
    **dict.fromkeys(("target", "type", "sub_type"), _DEEDS),
}
ACTORS = ("speaker", "party", "counterparty", "perpetrator", "target")
_CLEARED = {*_COUNTED, "earliest", "latest", "place", *ACTORS}
_KEPT = {(ClaimKind.ALLIANCE, "party"), (ClaimKind.ALLIANCE, "counterparty")}  # an alliance has two sides

Fault = tuple[str, str]


def amendable(kind: ClaimKind) -> tuple[str, ...]:
    """Return the fields of a claim of a kind that can be given otherwise, in their order."""
    names = (one.name for one in fields(Amended) if one.name != "cleared")
    return tuple(name for name in names if kind in _FIELDS.get(name, set(ClaimKind)))


def clearable(kind: ClaimKind) -> frozenset[str]:
    """Return the fields of a claim of a kind that can be left open."""
    return frozenset(name for name in amendable(kind) if name in _CLEARED and (kind, name) not in _KEPT)


def fault_of(judgement: Judgement) -> Issue | None:
    """Return the first fault of a judgement, None where it can be kept."""
    checks: tuple[Callable[[Judgement], Iterator[Fault]], ...] = (
        _maker, _subject, _verdict, _amended, _seen,
    )  # fmt: skip
    found = next((fault for check in checks for fault in check(judgement)), None)
    return Issue(found[0], judgement.subject.key, found[1], fatal=True) if found else None


def _maker(one: Judgement) -> Iterator[Fault]:
    if not (one.by.strip() and one.by.isprintable() and len(one.by) <= MOST_NAME):
        yield (
            "reviewer-unnamed",
            f"A judgement needs the name of who makes it, of {MOST_NAME} characters at most.",
        )
    if not _utc(one.when):
        yield "time-unclear", "The time of a judgement is a time in UTC, as 2031-03-04T05:06:07+00:00."
    if len(one.why.encode("utf-8", "surrogatepass")) > MOST_WHY:
        yield "reason-too-long", f"The reason is longer than {MOST_WHY} bytes."
    if not one.why.strip() and one.verdict is not Verdict.ACCEPT:
        yield "reason-missing", "A judgement says why; only accepting needs no reason."
    if one.version < 0:
        yield "version-unclear", "The version that was seen is a number from 0 on."


def _utc(when: str) -> bool:
    try:
        return len(when) <= 32 and datetime.fromisoformat(when).utcoffset() == timedelta(0)
    except ValueError:
        return False


def now() -> str:
    """Return the time of a judgement that is made now."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _subject(one: Judgement) -> Iterator[Fault]:
    subject = one.subject
    ids = filter(None, (subject.id, subject.other, *(cited.claim for cited in _cited(subject))))
    if not subject.id or not all(map(_ID.fullmatch, ids)):
        yield "subject-unclear", "What is judged is named by ids, each of letters and digits, 64 at most."
    if subject.other == subject.id:
        yield "subject-twice", "A pair is of two records, not of one and itself."
    if len(_cited(subject)) > MOST_CITED or not all(map(_sound, _cited(subject))):
        yield "words-unclear", f"Claims are cited by report and words, {MOST_CITED} at most, each in bounds."
    yield from _found_by(subject)


def _cited(subject: Subject) -> tuple[Cited, ...]:
    return (*subject.cited, *subject.others)


def _sound(cited: Cited) -> bool:
    placed = 0 <= cited.start <= cited.end and cited.end - cited.start == len(cited.words)
    bounded = len(cited.words) <= MOST_WORDS and len(cited.tells) <= MOST_NAME
    return placed and bounded and bool(cited.claim and _ID.fullmatch(cited.report))


def _found_by(subject: Subject) -> Iterator[Fault]:
    """Yield what is missing for the subject to be found again once its reports are read anew."""
    pair = subject.other is not None
    if pair and subject.kind in {Judged.CLAIM, Judged.FIGURE}:
        yield "subject-unclear", f"A {subject.kind} is judged by itself, not as one of a pair."
    if subject.kind is Judged.CLAIM and [one.claim for one in subject.cited] != [subject.id]:
        yield "words-missing", "A claim is judged with its words, so that it is found again."
    if subject.kind is Judged.FIGURE and subject.figure is None:
        yield "words-missing", "A figure is judged with its measure, people, place and days."
    if subject.kind is Judged.EVENT and not (subject.cited and subject.others):
        yield "words-missing", "An event is judged with claims of both sides, so that it is found again."


def _verdict(one: Judgement) -> Iterator[Fault]:
    subject, verdict = one.subject, one.verdict
    if subject.kind not in _OF[verdict]:
        yield "verdict-unfit", f"“{verdict}” is no judgement of a {subject.kind}."
    if subject.other is None and (verdict is Verdict.SAME or _lone(one)):
        yield "pair-missing", f"“{verdict}” needs two records, or one and a claim that is not of it."
    if verdict is Verdict.ACCEPT and subject.kind in _PAIRS and (subject.other or subject.cited):
        yield "verdict-unfit", f"A {subject.kind} is accepted by itself, not beside another or with a claim."
    for verb, given in ((Verdict.AMEND, one.amended), (Verdict.RULE, one.ruled), (Verdict.UNDO, one.undoes)):
        if (verdict is verb) is not (given is not None):
            yield "verdict-unfit", f"“{verb}” goes with what it gives, and nothing else does."
    if one.ruled and (one.ruled.rule is Rule.CLAIM) is not (one.ruled.claim is not None):
        yield "rule-unclear", "The rule of one claim goes with that claim, and no other rule does."
    if one.ruled and one.ruled.claim and not _sound(one.ruled.claim):
        yield "words-unclear", "The claim that counts is cited by report and words."


def _lone(one: Judgement) -> bool:
    if one.verdict is not Verdict.DIFFERENT or one.subject.kind is Judged.EVENT:
        return False
    return one.subject.kind is Judged.REPORT or len(one.subject.cited) != 1


def _amended(one: Judgement) -> Iterator[Fault]:
    if one.amended is None:
        return
    kind = one.subject.cited[0].kind
    given = {
        f.name for f in fields(Amended) if f.name != "cleared" and getattr(one.amended, f.name) is not None
    }
    cleared = set(one.amended.cleared)
    if not given | cleared:
        yield "amend-nothing", "An amended claim has at least one field given otherwise."
    if given & cleared or not cleared <= _CLEARED or any((kind, name) in _KEPT for name in cleared):
        yield (
            "amend-unclear",
            f"What can be left open are {', '.join(sorted(_CLEARED))}, unless they are given.",
        )
    for name in sorted(given | cleared):
        if kind not in _FIELDS.get(name, set(ClaimKind)):
            yield "amend-unfit", f"A claim of kind {kind} has no “{name}”."
    yield from _values(one.amended)


def _values(amended: Amended) -> Iterator[Fault]:
    counts = [value for name in _COUNTED if (value := getattr(amended, name)) is not None]
    if counts != sorted(counts) or not all(0 <= value <= MOST_COUNT for value in counts):
        yield "count-unclear", f"Counts run from low over best to high, from 0 to {MOST_COUNT}."
    if amended.earliest and amended.latest and amended.earliest > amended.latest:
        yield "days-unclear", "The earliest day comes after the latest."
    for name in ("of", "type", "sub_type"):
        said = getattr(amended, name)
        if said is not None and not (said.strip() and said.isprintable() and len(said) <= MOST_NAME):
            yield "words-unclear", f"“{name}” is words of one line, {MOST_NAME} characters at most."


def _seen(one: Judgement) -> Iterator[Fault]:
    """Yield places and actors that the judgement speaks of and does not bear as they stood."""
    wanted: set[tuple[type, str]] = set()
    if one.amended:
        names = {"place": Place, **dict.fromkeys(ACTORS, Actor)}
        wanted |= {(kind, said) for name, kind in names.items() if (said := getattr(one.amended, name))}
    if one.subject.kind in {Judged.PLACE, Judged.ACTOR} and one.verdict is not Verdict.UNDO:
        kind = Place if one.subject.kind is Judged.PLACE else Actor
        wanted |= {(kind, said) for said in (one.subject.id, one.subject.other) if said}
    if len(one.seen) > MOST_SEEN or not wanted <= {(type(seen), seen.id) for seen in one.seen}:
        yield "record-missing", "Places and actors that a judgement names go with it as they stood."

"""Disputes: the sides side by side, each with its sentences, and why they cannot all be true."""

from collections.abc import Callable, Mapping, Sequence

from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.lines import EventLine, FigureLine, event_line, figure_line
from warmonitor.web.pages.entities.ways import Way, review_of, ways
from warmonitor.web.pages.frame.more import InParts, part_of
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import Sentence, told
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.records import record_of

MOST = 120  # claims that are shown
_SHOWN = 20
_NOBODY = "nobody named"


class Side(Part):
    """One side of a dispute: what it says in a few words, and its sentences."""

    said: str
    denies: bool
    sentences: list[Sentence]


class DisputePage(Page):
    """A dispute by its sides; of its `total` claims up to 120 are shown, some that deny among the first."""

    id: str
    kind: str
    because: list[Piece]
    sides: list[Side]
    total: int
    part: InParts
    events: list[EventLine]
    figures: list[FigureLine]
    review: str | None
    ways: list[Way]


def dispute_page(reader: Reader, record: str, start: int = 0) -> DisputePage:
    """Return the page of a dispute, with its claims from a place on.

    Raises:
        Trouble: 404 when it is not there.
    """
    found = record_of(reader, "disputes", record, "dispute")
    every = list(dict.fromkeys([*found["denials"][: MOST // 2], *found["claims"]]))
    ids, part = part_of(every, start, MOST)
    return DisputePage(
        title=found["about"][:1].upper() + found["about"][1:],
        id=record,
        kind=found["kind"],
        because=pieces(found["because"]),
        sides=_sides(reader, found, ids),
        total=len(every),
        part=part,
        events=list(map(event_line, reader.naming("events", "claim", ids, _SHOWN))),
        figures=list(map(figure_line, reader.naming("figures", "claim", ids, _SHOWN))),
        review=review_of("disputes", record),
        ways=ways("disputes", id=record),
    )


def _sides(reader: Reader, dispute: Record, shown: Sequence[str]) -> list[Side]:
    """Return the sides: those who deny apart from the others, who stand together where they say the same."""
    denials = set(dispute["denials"])
    claims = reader.some("claims", shown)
    by_side: dict[tuple[bool, str], list[Record]] = {}
    for one in sorted(claims, key=lambda one: (one["when"]["earliest"] or "", one["id"])):
        denies = one["id"] in denials
        key = (denies, "denied" if denies else _SAYS[dispute["kind"]](one))
        by_side.setdefault(key, []).append(one)
    ordered = sorted(by_side.items(), key=lambda one: (one[0][0], -len(one[1]), one[0][1]))
    return [_side(reader, denies, said, them) for (denies, said), them in ordered]


def _side(reader: Reader, denies: bool, said: str, claims: Sequence[Record]) -> Side:
    return Side(said=said, denies=denies, sentences=list(told(reader, claims)))


def _number(claim: Record) -> str:
    return words.claim_words(claim)


def _doer(claim: Record) -> str:
    return words.called(claim.get("perpetrator") or claim.get("party")) or _NOBODY


def _holder(claim: Record) -> str:
    found = words.called(claim.get("party"))
    return f"{found} {words.CHANGES.get(claim.get('change', ''), '')}".strip() if found else _NOBODY


def _speaker(claim: Record) -> str:
    names = [words.called(one) for one in claim["attribution"]]
    return next((one for one in names if one), "an outlet in its own voice")


_SAYS: Mapping[str, Callable[[Record], str]] = {
    "denial": lambda _: "told",
    "figure": _number,
    "responsibility": _doer,
    "purpose": _speaker,
    "control": _holder,
}

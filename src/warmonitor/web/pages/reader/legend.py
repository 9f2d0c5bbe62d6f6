"""What is marked in a report: each claim's kind, speakers and stance, and the same as filters with counts."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from warmonitor.store.reader import Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words

OWN = "*"  # the speaker of what an outlet says in its own voice
_USUAL = {"asserted", "actual"}  # not worth a sign


class Sign(Part):
    """How a record is marked: kind, letters of its speakers, its stance where it is not just said, in words.

    `href` opens it, on another page where it is `elsewhere`.
    """

    kind: str
    letters: str
    stance: str
    title: str
    href: str
    elsewhere: bool = False


class Choice(Part):
    """A value of a filter, the letter that it is marked by, how many claims have it, and whether it is on."""

    value: str
    said: str
    sign: str
    count: int
    on: bool


class Legend(Part):
    """The filters of the claims of a report."""

    kinds: list[Choice]
    speakers: list[Choice]
    stances: list[Choice]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are to be marked; None is all."""

    kind: str | None = None
    speaker: str | None = None
    stance: str | None = None

    def meets(self, claim: Record) -> bool:
        """Say whether a claim is to be marked."""
        asked = ((self.kind, kinds), (self.speaker, speakers), (self.stance, stances))
        return all(value is None or value in of(claim) for value, of in asked)


def kinds(claim: Record) -> list[str]:
    """Return the kind of a claim."""
    return [str(claim["kind"])]


def speakers(claim: Record) -> list[str]:
    """Return who says a claim, nearest first; OWN where nobody is named."""
    return [str(one["name"] or one["said"]) for one in claim["attribution"]] or [OWN]


def stances(claim: Record) -> list[str]:
    """Return how a claim is put: its stance and its modality."""
    return [str(claim["stance"]), str(claim["modality"])]


def letters(claims: Iterable[Record]) -> dict[str, str]:
    """Return a letter for each speaker in the order in which they come; none for the outlet itself."""
    named = dict.fromkeys(one for claim in claims for one in speakers(claim) if one != OWN)
    return {one: _letter(number) for number, one in enumerate(named)}


def _letter(number: int) -> str:
    more, last = divmod(number, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]


def legend(claims: Sequence[Record], wanted: Wanted) -> Legend:
    """Return the filters that the claims of a report give."""
    named = letters(claims)
    return Legend(
        kinds=list(_choices(claims, kinds, wanted.kind, lambda one: words.KINDS.get(one, one), {})),
        speakers=list(_choices(claims, speakers, wanted.speaker, _voice, named)),
        stances=list(_choices(claims, stances, wanted.stance, str, {})),
    )


def _voice(speaker: str) -> str:
    return "the outlet itself" if speaker == OWN else speaker


def _choices(
    claims: Sequence[Record],
    of: Callable[[Record], list[str]],
    on: str | None,
    said: Callable[[str], str],
    signs: Mapping[str, str],
) -> Iterator[Choice]:
    counts = Counter(one for claim in claims for one in dict.fromkeys(of(claim)))
    for value, count in counts.items():
        sign = signs.get(value, "")
        yield Choice(value=value, said=said(value), sign=sign, count=count, on=value == on)


def sign(claim: Record, named: Mapping[str, str], outlet: str | None, href: str) -> Sign:
    """Return how a claim is marked."""
    put = [one for one in stances(claim) if one not in _USUAL]
    said = [words.KINDS.get(claim["kind"], str(claim["kind"])), words.speakers(claim, outlet), *put]
    return Sign(
        kind=claim["kind"],
        letters=" ".join(named[one] for one in speakers(claim) if one in named),
        stance=", ".join(put),
        title=" · ".join(said),
        href=href,
    )

"""The sentences that anything rests on: the words, who says them, and in which report they stand."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

MOST = 200  # sentences that are shown at once
_AROUND = 240  # letters of its sentence before and after a claim's words


class Sentence(Part):
    """A claim as its report words it; `said` says it in our words, `href` leads to it in its report."""

    claim: str
    kind: str
    said: str
    before: str
    quote: str
    after: str
    speakers: str
    stance: str
    modality: str
    when: str
    report: str
    outlet: str | None
    title: str | None
    dated: str
    href: str


def sentences(reader: Reader, claims: Iterable[str], most: int = MOST) -> list[Sentence]:
    """Return the sentences of claims by id, in their order, up to `most`; what is not there is left out."""
    found = reader.some("claims", list(islice(dict.fromkeys(claims), most)))
    return list(told(reader, found))


def told(reader: Reader, claims: Sequence[Record]) -> Iterator[Sentence]:
    """Yield the sentences of claims that were read."""
    reports = {one["id"]: one for one in reader.some("reports", [claim["report"] for claim in claims])}
    for claim in claims:
        if report := reports.get(claim["report"]):
            yield sentence(claim, report)


def sentence(claim: Record, report: Record) -> Sentence:
    """Return a claim as its report words it."""
    before, after = _around(claim["quote"], report["text"])
    return Sentence(
        claim=claim["id"],
        kind=claim["kind"],
        said=words.claim_words(claim),
        before=before,
        quote=claim["quote"]["text"],
        after=after,
        speakers=words.speakers(claim, report["outlet"]),
        stance=claim["stance"],
        modality=claim["modality"],
        when=words.when(claim["when"]),
        report=report["id"],
        outlet=report["outlet"],
        title=report["title"],
        dated=words.when(report["dated"]),
        href=claim_address(claim["report"], claim["id"]),
    )


def together(them: Iterable[Sentence], around: bool = True) -> list[tuple[Sentence, list[Sentence]]]:
    """Return each sentence once, with those of other reports that say it in the same words.

    What stands before and after the words counts where it is shown `around` them.
    """
    found: dict[tuple[str, ...], tuple[Sentence, list[Sentence]]] = {}
    for one in them:
        beside = (one.before, one.after) if around else ()
        same = (one.said, one.quote, one.speakers, one.stance, one.modality, *beside)
        if same in found:
            found[same][1].append(one)
        else:
            found[same] = (one, [])
    return list(found.values())


def claim_address(report: str, claim: str) -> str:
    """Return where the words of a claim are marked in its report."""
    return f"{page_of('reports', report, claim=claim)}#{claim}"


def _around(quote: Record, text: str) -> tuple[str, str]:
    """Return what stands in the same paragraph before and after the words, cut at a word where it is long."""
    start, end = quote["start"], quote["end"]
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    if len(before) == _AROUND:
        before = f"…{before.partition(' ')[2]}"
    if len(after) == _AROUND:
        after = f"{after.rpartition(' ')[0]}…"
    return before, after

"""Lines and what they are to one article: title, standfirst, paragraphs, captions, credits."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.reference.outlets import OutletKind, OutletRegister
from warmonitor.stages.clean import captions, credit
from warmonitor.stages.clean.agency import credited
from warmonitor.stages.clean.characters import key
from warmonitor.stages.clean.counted import counts, starts_with_count
from warmonitor.stages.clean.credit import Credit
from warmonitor.stages.clean.dates import is_date_line, parse_date, stated_date
from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.label import Label, is_heading, label_lines, masthead, own_name
from warmonitor.stages.clean.lines import Line
from warmonitor.stages.clean.period import last_updated, own_date
from warmonitor.stages.clean.table import load_table
from warmonitor.stages.clean.title import choose_title

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*[-–—]?\s*)*(?:by\s+)?(.{2,60})", re.IGNORECASE
)
_STANDFIRST = 8  # words
_HEADS = {Label.SHORT, Label.OUTLET, Label.DATE}
_CODE = 5  # letters that a short form of an agency's name has at most
_LAST_LINES = 3  # of a page's article, where it may turn to the reader
_POST_LINES = 4  # lines that a post without furniture has at most


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines, what each is, where the running text starts and where the article ends."""

    lines: Sequence[Line]
    labels: list[Label]
    first: int
    end: int


def compose(lines: Sequence[Line], draft: Draft, outlets: OutletRegister, *, trusted: bool = False) -> None:
    """Fill the draft from the lines of a text.

    `trusted` means that the text was cut out of its page already, so headings and lists in it are kept.
    """
    lines = _without_headers(lines, draft)
    labels = label_lines(lines, outlets)
    _take_lone_words(lines, labels)
    first = _first_prose(lines, labels)
    layout = _Layout(lines, labels, first, _end(lines, labels, first))
    title = choose_title(lines, labels, first, layout.end, draft)
    if not trusted:
        _outlet(layout, title, draft, outlets)
        _find_bare_bylines(lines, labels, title, first, outlets)
    _credits(layout, draft, outlets)
    _captions(layout, draft, outlets)
    start = title + 1 if title is not None else (0 if trusted else first)
    kept = [i for i in range(start, layout.end) if _keeps(i, layout, trusted=trusted)]
    kept = [i for i in kept if not (draft.title and key(lines[i].text) == key(draft.title))]
    if not trusted:
        kept = _without_loose_end(kept, labels)
    draft.paragraphs = [lines[i].text for i in kept]
    _agencies_of_text(draft, outlets)


def _take_lone_words(lines: Sequence[Line], labels: list[Label]) -> None:
    """Take the longest of a few lines as prose where none is: a post without a full stop."""
    if Label.PROSE in labels:
        return
    short = [i for i, label in enumerate(labels) if label is Label.SHORT]
    longest = max(short, key=lambda i: len(lines[i].text), default=None)
    if longest is None or len(short) > _POST_LINES:
        return
    words = lines[longest].text.split()
    if len(words) >= _STANDFIRST and sum(word[:1].islower() for word in words) >= 3:
        labels[longest] = Label.PROSE


def _without_headers(lines: Sequence[Line], draft: Draft) -> Sequence[Line]:
    """Take "Title: …", "Date: …" lines off the top and read them."""
    named = {name: kind for kind, names in load_table("furniture.yml")["headers"].items() for name in names}
    taken, rest = dict[str, str](), list(lines)
    while rest and (match := re.match(r"^\W{0,3}([A-Za-z ]{3,20}?)\W{0,3}:\W{0,3}\s+(\S.*)$", rest[0].text)):
        kind = named.get(match.group(1).strip().casefold())
        if kind is None:
            break
        taken.setdefault(kind, match.group(2).strip(" *_"))
        rest = rest[1:]
    draft.title = draft.title or taken.get("title")
    draft.outlet = draft.outlet or taken.get("outlet")
    draft.stated = draft.stated or parse_date(taken.get("published", ""))
    draft.url = draft.url or _web(taken.get("url", ""))
    if "author" in taken:
        rest.insert(0, Line(f"By {taken['author']}", f"By {taken['author']}", bullet=False, block=-1))
    return rest


def _web(address: str) -> str | None:
    return address if address.lower().startswith(("http://", "https://")) else None


def _first_prose(lines: Sequence[Line], labels: Sequence[Label]) -> int:
    """Return where the running text starts: the first prose of some length, with the prose right above it.

    Two lines of figures that follow each other are long enough.
    """
    prose = [i for i, label in enumerate(labels) if label is Label.PROSE]
    listed = {i for i in prose if counts(lines[i].text) and labels[i + 1 : i + 2] == [Label.PROSE]}
    long = [i for i in prose if len(lines[i].text.split()) >= 10 or i in listed]
    first = (long or prose or [len(lines)])[0]
    while first > 0 and labels[first - 1] is Label.PROSE:
        first -= 1
    return first


def _end(lines: Sequence[Line], labels: Sequence[Label], first: int) -> int:
    """Return where the article ends: a tail heading, or a last credit, with most of the prose before it."""
    words = [
        len(line.text.split()) if label is Label.PROSE else 0
        for line, label in zip(lines, labels, strict=True)
    ]
    total, before = sum(words), 0
    for i, label in enumerate(labels):
        if label is Label.TAIL and i > first and before * 2 >= total:
            return i
        if label is Label.EXTRA and i > first and before * 5 >= total * 3:
            return i + 1
        before += words[i]
    return len(lines)


def _find_bare_bylines(
    lines: Sequence[Line], labels: list[Label], title: int | None, first: int, outlets: OutletRegister
) -> None:
    """Mark names between title and text as a byline, where a date, an agency or a place goes with them."""
    for i in range((title if title is not None else -1) + 1, min(first, len(lines))):
        if labels[i] is not Label.SHORT:
            continue
        if len(lines[i].text) > _CODE and credited(lines[i].text, outlets) == (lines[i].text,):
            labels[i] = Label.BYLINE
        if not credit.is_bare_byline(lines[i].text, outlets):
            continue
        if _heads_list(lines, i):
            continue
        beside = {labels[n] for n in range(max(0, i - 2), min(i + 3, len(lines))) if n != i}
        if beside & {Label.DATE, Label.OUTLET} or re.search(r"\s(?:in|and)\s", lines[i].text):
            labels[i] = Label.BYLINE


def _heads_list(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line in capitals stands right above a list or a line of figures."""
    below = lines[i + 1 : i + 2]
    return is_heading(lines[i].text) and any(line.bullet or starts_with_count(line.text) for line in below)


def _outlet(layout: _Layout, title: int | None, draft: Draft, outlets: OutletRegister) -> None:
    """Read the outlet off a line of its own, the copyright notice or the masthead.

    An agency there is a credit; a name that the register does not know is taken from a notice or a "From"
    line only if it stands alone in another line too.
    """
    lines, labels = layout.lines, layout.labels
    own = [own_name(line.text) for line, label in zip(lines, labels, strict=True) if label is Label.OUTLET]
    texts = {key(line.text) for line in lines}
    claimed = [_holder(line.text) or _from(line.text) for line in lines]
    claimed = [name for name in claimed if name]
    known = [found for found in map(outlets.named, (*own, *claimed)) if found]
    draft.credit(Credit((), tuple(o.name for o in known if o.kind is OutletKind.AGENCY)))
    houses = [o.name for o in known if o.kind is not OutletKind.AGENCY]
    named = [name for name in claimed if key(name) in texts and len(name.split()) <= 6]
    above = layout.first if title is None else title
    top = (lines[i].text for i in range(above) if labels[i] in _HEADS)
    heads = [name for text in top if (name := masthead(text))]
    draft.outlet = draft.outlet or next(iter((*houses, *named, *heads)), None)


def _from(text: str) -> str:
    return (
        text.removeprefix("From ").strip(" .") if text.startswith("From ") and len(text.split()) <= 7 else ""
    )


def _holder(text: str) -> str:
    """Return who a copyright notice names, "" where there is none."""
    match = _COPYRIGHT.search(text)
    name = re.split(r"\s*[|.•·,]\s*|\s[-–—]\s", match.group(1))[0].strip() if match else ""
    return re.sub(r"\s*\ball rights reserved.*", "", name, flags=re.IGNORECASE)


def _credits(layout: _Layout, draft: Draft, outlets: OutletRegister) -> None:
    """Read bylines and dates at the head and foot, and the credits of further reporters."""
    lines, labels, first, end = layout.lines, layout.labels, layout.first, layout.end
    for i, line in enumerate(lines[:end]):
        if labels[i] is Label.BYLINE and first + 4 < i < end - 4:
            labels[i] = Label.SHORT
        elif labels[i] is Label.BYLINE:
            bare = Credit(credit.people_in(line.text, outlets), credited(line.text, outlets))
            draft.credit(credit.byline(line.given, outlets) or bare)
        elif labels[i] is Label.EXTRA:
            draft.credit(credit.extra_credit(line.text, outlets))
    draft.stated = draft.stated or _head_date(layout)


def _head_date(layout: _Layout) -> date | None:
    """Return the first date that the lines round the start of the text state, a change's date last."""
    lines, labels = layout.lines[: layout.first + 3], layout.labels
    heads = [line.text for i, line in enumerate(lines) if _may_state_date(line, labels[i])]
    bare = [line.text for i, line in enumerate(lines) if labels[i] is not Label.PROSE]
    told = (*map(stated_date, heads), *map(own_date, bare), *map(last_updated, bare))
    return next((found for found in told if found), None)


def _may_state_date(line: Line, label: Label) -> bool:
    if label is Label.DATE or is_date_line(line.text):
        return True
    return (
        label is not Label.PROSE
        and len(line.text.split()) <= 14
        and bool(re.match(r"\W*(?:posted|published|date|first published|issued)\b", line.text, re.IGNORECASE))
    )


def _captions(layout: _Layout, draft: Draft, outlets: OutletRegister) -> None:
    """Gather the captions, each once and in its longest wording, and the agencies that they credit."""
    said: dict[str, str] = {}
    for line, label in zip(layout.lines[: layout.end], layout.labels, strict=False):
        if label is not Label.CAPTION:
            continue
        shot = captions.photo_credit(line.text, outlets)
        only = captions.is_credit_line(line.text, outlets)
        draft.credit(Credit((), credited(line.text if only else shot[1] if shot else "", outlets)))
        bare = captions.bare(line.text, outlets)
        if not only and bare:
            words = re.sub(r"^caption:\s*", "", line.text, flags=re.IGNORECASE)
            said[bare] = max(said.get(bare, ""), words, key=len)
    whole = (text for bare, text in said.items() if not _is_begun(bare, said))
    draft.captions.update(dict.fromkeys(whole))


def _is_begun(bare: str, said: Mapping[str, str]) -> bool:
    """Say whether a caption breaks off that another one says in full."""
    return captions.is_cut(said[bare]) and any(other != bare and other.startswith(bare) for other in said)


def _keeps(i: int, layout: _Layout, *, trusted: bool) -> bool:
    """Say whether a line belongs to the text: prose, or a standfirst above it."""
    label, line, above = layout.labels[i], layout.lines[i], i < layout.first
    if label is Label.PROSE:
        return True
    if trusted:
        body = label is Label.APPEAL and i < len(layout.lines) - _LAST_LINES
        return body or label in {Label.SHORT, Label.ITEM, Label.OUTLET}
    return label in {Label.SHORT, Label.ITEM} and above and len(line.text.split()) >= _STANDFIRST


def _without_loose_end(kept: list[int], labels: Sequence[Label]) -> list[int]:
    """Drop what follows the last prose."""
    while kept and labels[kept[-1]] is not Label.PROSE:
        kept = kept[:-1]
    return kept


def _agencies_of_text(draft: Draft, outlets: OutletRegister) -> None:
    """Read datelines and the agency that signs the last paragraph."""
    for paragraph in draft.paragraphs[:3]:
        line = credit.dateline(paragraph, outlets)
        if line:
            draft.credit(line)
        draft.agencies.update(dict.fromkeys(credit.agency_start(paragraph, outlets)))
    if draft.paragraphs:
        draft.paragraphs[-1], signed = credit.sign_off(draft.paragraphs[-1], outlets)
        draft.agencies.update(dict.fromkeys(signed))

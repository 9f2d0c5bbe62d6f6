"""Who wrote and who sent: bylines, datelines, credits of texts and of pictures."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.clean.agency import credited
from warmonitor.stages.clean.characters import folded
from warmonitor.stages.clean.dates import parse_date, stated_date
from warmonitor.stages.clean.table import load_table

_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_SPLIT = re.compile(r"\s+(?:with|and|y|et)\s+|\s*[,;|/&•·]\s*|\s+[-–—]\s+", re.IGNORECASE)
_PLACE = re.compile(r"\s+(?:in|at|from|for|of|near)\s.*$", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_DATELINE_LENGTH = 160
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.’'/ -]*(?:,\s*[A-Z][\w.’' -]*){0,2}?)"
    r"(?:,?\s+(?P<when>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+(?:19|20)\d\d)?)\.?)?"
    r",?\s*[(\[](?P<credit>[^()\[\]]{2,60})[)\]]\s*(?:[-–—:]+|\.\s)\s*(?=\S)"
)
_CREDIT_FIRST = re.compile(
    r"^(?P<place>[A-Z][\w.’'/ -]*(?:,\s*[A-Z][\w.’' -]*){0,2}?),?\s*"
    r"[(\[](?P<credit>[^()\[\]]{2,60})[)\]],?\s+(?P<when>(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)(?:,?\s+(?:19|20)\d\d)?)"
    r"\s*[-–—:]{1,2}\s*(?=\S)"
)
_PLAIN_DATELINE = re.compile(r"^[A-Z][\w.’' -]{2,30},\s+(?P<credit>[\w ]{2,25}?)\s*[-–—]{1,2}\s*(?=[A-Z\"“])")
_DATED_START = re.compile(
    r"^[A-Z][\w.’' -]{2,30}(?:, [A-Z][\w.’' -]{2,30})?,\s+(?P<when>[\w.]{1,9}\s[\w.]{1,9},?\s(?:19|20)\d\d)"
    r"\s*[-–—:]{1,2}\s*(?=\S)"
)
_SIGN_OFF = re.compile(r"\s*(?:[(\[](?P<a>[^()\[\]]{2,40})[)\]]|[-–—]{1,2}\s*(?P<b>[\w /]{2,30}))\.?$")
_CONTRIBUTED = re.compile(
    r"^[\W_]*(?P<names>[A-Z].{3,120}?) (?:also )?contributed"
    r" (?:reporting|research|to (?:this|the)|from [A-Z]).{0,80}$"
)
_NOT_AUTHORS = re.compile(r"[\W_]*(?:edit|translat|compil|graphics|production|research)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line of credit gives: names of people, agencies, the date that it states."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    stated: date | None = None


@lru_cache(maxsize=1)
def _roles() -> frozenset[str]:
    return frozenset(str(word).casefold() for word in load_table("credits.yml")["roles"])


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset(str(word) for word in load_table("credits.yml")["particles"])


@lru_cache(maxsize=4)
def _pattern(name: str, form: str) -> re.Pattern[str]:
    return re.compile(form.format(load_table("credits.yml")[name]), re.IGNORECASE)


def is_person(words: str, outlets: OutletRegister) -> bool:
    """Say whether the words have the form of a person's name: two to five, each capital or a particle."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or outlets.named(words):
        return False
    if any(part.casefold().strip(".") in _roles() for part in parts):
        return False
    plain = (part.casefold().rstrip("-") in _particles() for part in parts)
    capital = (bool(_NAME_WORD.fullmatch(part)) and _has_capital(part) for part in parts)
    return all(a or b for a, b in zip(plain, capital, strict=True)) and _has_capital(parts[-1])


def _has_capital(part: str) -> bool:
    return any(piece[:1].isupper() for piece in re.split(r"[-’']", part))


def people_in(words: str, outlets: OutletRegister) -> tuple[str, ...]:
    """Return the people of a byline, without places, roles and agencies, as they are written."""
    plain = folded(_BRACKETS.sub(" ", words))
    chunks = (_cased(_PLACE.sub("", chunk).strip(" .:-–—")) for chunk in _SPLIT.split(plain))
    return tuple(dict.fromkeys(chunk for chunk in chunks if is_person(chunk, outlets)))


def _cased(name: str) -> str:
    return name.title() if name.isupper() and len(name) > 6 else name


def byline(line: str, outlets: OutletRegister) -> Credit | None:
    """Return what a byline says, None where the line is none.

    A byline starts with "by" (or "Reporting by" and the like), is no sentence, and names a person, an
    agency or a role; its date, if any, stands at its end.
    """
    match = _pattern("by", r"^\W*{}\s+(?=\S)").match(line)
    if match is None or len(line.split()) > 30:
        return None
    rest = line[match.end() :]
    head = _before_date(rest)
    if re.search(r"\b[a-z]{3,}\b(?:\s+[a-z]{2,}\b){2,}", _without_places(head)):
        return None
    people, agencies = people_in(head, outlets), credited(head, outlets)
    roles = any(word.casefold().strip(".,") in _roles() for word in head.split())
    if not (people or agencies or (roles and len(head.split()) <= 6)):
        return None
    if re.search(r"[.!?]$", head.strip()) and len(head.split()) > 8:
        return None
    return Credit(people, agencies, stated_date(rest))


def _before_date(rest: str) -> str:
    """Return the part of a byline before its date or before a wide gap."""
    head = re.split(r"\s{3,}|\t", rest.strip())[0]
    at = re.search(
        r"\b(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+(?:19|20)\d\d"
        r"|(?:19|20)\d\d-\d\d)",
        head,
    )
    return re.sub(
        r"\b(?:published|posted|updated|on)\W*$", "", head[: at.start()] if at else head, flags=re.IGNORECASE
    )


def _without_places(head: str) -> str:
    return re.sub(r"\b(?:with|and|in|at|from|for|of|the)\b", " X ", head)


def is_bare_byline(line: str, outlets: OutletRegister) -> bool:
    """Say whether a line is nothing but one to four names, and perhaps the places that they write from."""
    words = line.split()
    if not 2 <= len(words) <= 14 or not people_in(line, outlets):
        return False
    names, _, places = line.partition(" in ")
    chunks = [chunk.strip(" .") for chunk in re.split(r",| and | with |&|\|", names) if chunk.strip(" .")]
    known = all(is_person(chunk, outlets) or outlets.named(chunk) for chunk in chunks)
    return len(chunks) <= 4 and known and (not places or places[:1].isupper())


def is_extra_credit(line: str) -> bool:
    """Say whether the line credits further reporters and editors ("Additional reporting by …")."""
    if len(line.split()) > 60:
        return False
    return bool(_pattern("extra", r"^[\W_]*{}").match(line) or _CONTRIBUTED.match(line))


def extra_credit(line: str, outlets: OutletRegister) -> Credit:
    """Return who reported besides; editors and translators are not authors."""
    contributed = _CONTRIBUTED.match(line)
    if contributed:
        names = contributed["names"]
        return Credit(people_in(names, outlets), outlets.agencies_in(names))
    wanted = [part for part in re.split(r"[;.](?=\s)", line) if not _NOT_AUTHORS.match(part)]
    words = " , ".join(_pattern("extra", r"[\W_]*{}(?:\s+to this .*)?").sub(" , ", part) for part in wanted)
    return Credit(people_in(re.sub(r"\bby\b", ",", words), outlets), outlets.agencies_in(line))


def dateline(paragraph: str, outlets: OutletRegister) -> Credit | None:
    """Return agency and full date of "CITY, March 3, 2022 (AGENCY) - …" at the head of a paragraph."""
    paragraph = paragraph[:_DATELINE_LENGTH]
    match = _DATELINE.match(paragraph) or _CREDIT_FIRST.match(paragraph)
    if match is None or len(match["place"].split()) > 8:
        return _bare_dateline(paragraph, outlets)
    agencies = credited(match["credit"], outlets)
    stated = parse_date(match["when"] or "")
    return Credit((), agencies, stated) if agencies or stated else None


def _bare_dateline(paragraph: str, outlets: OutletRegister) -> Credit | None:
    """Read "City, AGENCY - …" and "CITY, September 1, 2018 - …"."""
    plain = _PLAIN_DATELINE.match(paragraph)
    if plain and outlets.named(plain["credit"]):
        return Credit((), outlets.agencies_in(plain["credit"]))
    dated = _DATED_START.match(paragraph)
    stated = parse_date(dated["when"]) if dated else None
    return Credit((), (), stated) if stated else None


def agency_start(paragraph: str, outlets: OutletRegister) -> tuple[str, ...]:
    """Return the agencies of a credit that opens a paragraph: "(AFP) - …", "Reuters - …"."""
    match = re.match(r"^[(\[]?([\w ./-]{2,40}?)[)\]]?\s*[-–—:]{1,2}\s+(?=\S)", paragraph)
    if match is None or len(match.group(1).split()) > 3:
        return ()
    inside = match.group(1).strip()
    return outlets.agencies_in(inside) if outlets.named(inside) or paragraph.startswith("(") else ()


def sign_off(paragraph: str, outlets: OutletRegister) -> tuple[str, tuple[str, ...]]:
    """Return a last paragraph without the agency that signs it, and the agencies that do."""
    match = _SIGN_OFF.search(paragraph)
    if match is None or not re.search(r"[.!?…][\"”’')]*$", paragraph[: match.start()]):
        return paragraph, ()
    agencies = credited(match["a"] or match["b"], outlets)
    return (paragraph[: match.start()], agencies) if agencies else (paragraph, ())


def joined(credits_: Iterable[Credit]) -> Credit:
    """Return several credits as one, in their order; the first stated date stands."""
    all_ = list(credits_)
    people = dict.fromkeys(name for credit in all_ for name in credit.people)
    agencies = dict.fromkeys(name for credit in all_ for name in credit.agencies)
    return Credit(tuple(people), tuple(agencies), next((c.stated for c in all_ if c.stated), None))

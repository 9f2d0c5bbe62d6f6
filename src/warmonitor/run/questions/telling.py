"""What an answer says: one plain sentence, and the words of reports that it rests on."""

from collections.abc import Iterable, Mapping
from typing import Any

from warmonitor.model import Answer, Question, Quoted, make_id
from warmonitor.store.lookup import Lookup

Record = Mapping[str, Any]
_MOST_WORDS, _LONGEST = 5, 300  # quotes of one answer, characters of one in its sentence


def answer(
    question: Question, kind: str, record: str, said: str, words: Iterable[Quoted], key: Iterable[object]
) -> Answer:
    """Return an answer; `key` is what makes it this one, whatever its record is called."""
    told = tuple(dict.fromkeys(words))[:_MOST_WORDS]
    return Answer(question.name, make_id("answer", kind, *key), kind, record, said, told)


def told_by(claims: Iterable[str], lookup: Lookup) -> list[Quoted]:
    """Return the words of claims by id, as far as they are on the shelf."""
    return [told(claim) for one in claims if (claim := lookup.get("claims", one))]


def told(claim: Record) -> Quoted:
    """Return the words of a claim."""
    quote = claim["quote"]
    return Quoted(claim["report"], quote["start"], quote["end"], quote["text"])


def called(claim: Record, lookup: Lookup) -> str:
    """Return who makes a claim: its nearest speaker, else the outlet of its report."""
    for speaker in claim["attribution"]:
        if name := speaker["name"] or speaker["said"]:
            return str(name)
    return outlet(claim["report"], lookup)


def outlet(report: str, lookup: Lookup) -> str:
    """Return the outlet of a report, else its title or id."""
    found = lookup.get("reports", report) or {}
    return str(found.get("outlet") or found.get("title") or report)


def place_name(record: Record) -> str:
    """Return the name of the place of a record, "" where it has none."""
    return str(record["place"]["name"]) if record["place"] else ""


def short(text: str) -> str:
    """Return a text in one line, cut at a word where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def days(span: Record) -> str:
    """Return days in words."""
    first, last = span["earliest"], span["latest"]
    if first and last:
        return f"on {first}" if first == last else f"from {first} to {last}"
    if first or last:
        return f"from {first} on" if first else f"up to {last}"
    return "at a time that is not told"


def counted(low: float | None, high: float | None) -> str:
    """Return a range in words."""
    if low is None and high is None:
        return "no number"
    if low == high:
        return f"{low}"
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"

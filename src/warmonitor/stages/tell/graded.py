"""Grades in words: the Admiralty marks and Airwars' grade of an event or figure, with their reasons."""

from warmonitor.model import Event, Figure, Grade, Harm
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book


def code(grade: Grade | None) -> str:
    """Return both marks as they are written, such as "Admiralty F3"; "" where there is no grade."""
    return f"Admiralty {grade.source}{grade.information}" if grade else ""


def harm_code(harm: Harm | None) -> str:
    """Return the grade of harm and the status of the strike, such as "harm: Fair, Likely strike"."""
    if harm is None:
        return ""
    return f"harm: {harm.grade}" + (f", {harm.strike}" if harm.strike else "")


def codes(one: Event | Figure) -> str:
    """Return every grade of an event or figure without its reasons, each after a semicolon."""
    harm = one.harm if isinstance(one, Event) else None
    return "".join(f"; {said}" for said in (code(one.grade), harm_code(harm)) if said)


def reasons(one: Event | Figure, book: Book) -> str:
    """Return every grade of an event or figure with its reason, as sentences."""
    harm = one.harm if isinstance(one, Event) else None
    said = []
    if one.grade:
        said.append(f"{code(one.grade)}. {one.grade.information_because} {one.grade.source_because}")
    if harm:
        said.append(f"{words.capital(harm_code(harm))}. {harm.because}")
    return words.readable(" ".join(said), book)

"""Sentences and sections of the situation report, each with the claims behind it."""

from dataclasses import dataclass, field

from warmonitor.stages.tell import words


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line; `claims` are those that a click on the words opens."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or list entry."""

    parts: tuple[Part, ...]

    def claims(self) -> tuple[str, ...]:
        """Return every claim behind it, once, in order."""
        return tuple(dict.fromkeys(claim for part in self.parts for claim in part.claims))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; `empty` is said where there are none."""

    id: str
    title: str
    lines: tuple[Line, ...] = ()
    empty: str = "The reports say nothing of this."
    parts: tuple["Section", ...] = field(default_factory=tuple)


def line(*parts: Part | str) -> Line:
    """Return one sentence from its parts, its first letter large; empty parts are left out."""
    first, *rest = (Part(part) if isinstance(part, str) else part for part in parts if part)
    return Line((Part(words.capital(first.text), first.claims), *rest))

"""Names that a report itself says are one place: "X, known as Y", "X (Y in Russian)", "X, formerly Y"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Span
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.reference.gazetteer.spelling import norm
from warmonitor.stages.ground.places.bearers import bearers
from warmonitor.stages.ground.places.mentions import Mention
from warmonitor.stages.ground.places.phrase import context_kind, is_organisation
from warmonitor.stages.ground.places.runs import Run, runs
from warmonitor.stages.ground.places.settle import Names, Settled, kind_of

_BY = r"(?:\s+(?:to|by|in|among)\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?"
_ADVERB = r"(?:also|formerly|once|previously|locally|better|otherwise|officially|now|widely)"
_SAYS = re.compile(
    rf",?\s+(?:(?:and|or|which\s+is|is|was)\s+)*(?:{_ADVERB}\s+)*(?:known|called|spelled|spelt|named)"
    rf"{_BY}(?:\s+as)?\s+[“\"‘']?$"
    rf"|,\s+(?:formerly|or)\s+[“\"‘']?$"
    rf"|\s+\((?:or\s+|{_ADVERB}\s+)?(?:(?:known|called|spelled|spelt)\s+)?(?:as\s+)?[“\"‘']?$",
    re.I,
)
_TONGUE = re.compile(r"[”\"’']?\s+(?:in|to)\s+[^\W\d_a-z]\w+")
_TOWN = re.compile(r"\b(?:the|this)\s+(?:[\w-]+\s+){0,2}(?:town|city|village)$", re.I)
_REACH = 90


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name: its run, and the span of the name or words before it that it goes with."""

    run: Run
    of: Span
    described: bool


@remembered(REPORTS)
def aliases(text: str) -> tuple[Alias, ...]:
    """Return the names that a text gives as other names of a place, in order."""
    found = []
    known = list(runs(text))
    for run in known:
        if is_organisation(run):
            continue
        first = max(0, run.span.start - _REACH)
        says = _SAYS.search(text[first : run.span.start])
        if says is None or not _closes(says.group(), text, run):
            continue
        end = first + says.start()
        town = _TOWN.search(text[max(0, end - 40) : end])
        if town:
            found.append(Alias(run, Span(max(0, end - 40) + town.start(), end), described=True))
        found += [Alias(run, one.span, described=False) for one in known if one.span.end == end]
    return tuple(found)


def _closes(says: str, text: str, run: Run) -> bool:
    """Say whether bare brackets or "or" name a tongue: "(Y in Russian)", else they may hold anything."""
    plain = re.fullmatch(r"\s+\([“\"‘']?|,\s+or\s+[“\"‘']?", says, re.I)
    return plain is None or _TONGUE.match(text[run.span.end : run.span.end + 30]) is not None


def alias_mention(text: str, run: Run, gazetteer: Gazetteer) -> Mention:
    """Return the mention that another name is."""
    kind, head = context_kind(text, run, gazetteer)
    known = bearers(run.name, gazetteer)
    return Mention(run.name, run.span, kind, head, known, locative=True)


def join_aliases(
    names: Names,
    mentions: Mapping[str, Sequence[Mention]],
    wide: frozenset[str],
    pairs: Sequence[tuple[str, Alias, Settled]],
) -> None:
    """Make one place of each pair: the one that a gazetteer knows leads, else the first named."""
    for report, alias, first in pairs:
        of_run = [one for one in mentions[report] if one.span == alias.run.span]
        if not of_run:
            continue
        second = names.of(report, of_run[0], kind_of(of_run[0], wide))
        if second.key == first.key:
            continue
        leads = second if first.entry is None and second.entry is not None else first
        gives = first if leads is second else second
        because = f"“{alias.run.name}” is said to be another name of it"
        _move(names, gives.key, replace(leads, because=because), norm(alias.run.name))


def _move(names: Names, key: str, leads: Settled, name: str) -> None:
    for table in names.by_report.values():
        for place, settled in table.items():
            if settled.key == key and (settled.entry is None or place[0] == name):
                table[place] = leads

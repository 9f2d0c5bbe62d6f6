"""Whether a record is one that a question is about: by what it is filtered by, its days and its words."""

from collections.abc import Mapping
from typing import Any

from warmonitor.model import Question
from warmonitor.store.fields import DAYS, LINKS, at, texts
from warmonitor.store.lookup import Lookup
from warmonitor.store.terms import Term, terms_of
from warmonitor.store.words import words

Record = Mapping[str, Any]


class Fitting:
    """What a question asks of a record, places left out."""

    def __init__(self, question: Question, lookup: Lookup) -> None:
        self._question, self._lookup = question, lookup
        found = lookup.named("actors", question.actor) if question.actor else ()
        self._actors = {str(one["id"]) for one in found}
        self._terms = terms_of(question.words or "")

    def fits(self, kind: str, record: Record) -> bool:
        """Say whether a record of a kind has all that is asked."""
        asked = self._question
        return (
            all(wanted in _linked(kind, record, role) for role, wanted in self._wanted())
            and (not asked.actor or bool(self._actors & _linked(kind, record, "actor")))
            and (not asked.of or record.get("of") == asked.of)
            and (not asked.outlet or asked.outlet in self._outlets(kind, record))
            and self._in_days(kind, record)
            and self._says(kind, record)
        )

    def places(self, kind: str, record: Record) -> list[str]:
        """Return the ids of the places of a record."""
        return sorted(_linked(kind, record, "place"))

    def _wanted(self) -> list[tuple[str, str]]:
        asked = self._question
        roles = {"measure": asked.measure, "type": asked.type, "status": asked.status}
        return [(role, wanted) for role, wanted in roles.items() if wanted]

    def _outlets(self, kind: str, record: Record) -> set[str]:
        if kind == "reports":
            return {record["outlet"]}
        reports = _linked(kind, record, "report")
        if not reports:
            claims = (self._lookup.get("claims", one) for one in _linked(kind, record, "claim"))
            reports = {str(claim["report"]) for claim in claims if claim}
        known = (self._lookup.get("reports", one) for one in reports)
        return {str(one["outlet"]) for one in known if one and one["outlet"]}

    def _in_days(self, kind: str, record: Record) -> bool:
        asked = self._question
        if not (asked.since or asked.until):
            return True
        first, last = ([one for one in at(record, path) if one] for path in DAYS.get(kind, ("id.", "id.")))
        if not first and not last:
            return False
        return (not asked.since or not last or max(last) >= asked.since) and (
            not asked.until or not first or min(first) <= asked.until
        )

    def _says(self, kind: str, record: Record) -> bool:
        """Say whether the words stand in a record, as a search would."""
        if not self._terms:
            return True
        told = [list(words(text)) for _, text in texts(kind, record)]

        def stands(term: Term) -> bool:
            return any(term.met(text, place) for text in told for place in range(len(text)))

        return all(stands(term) is not term.without for term in self._terms)


def _linked(kind: str, record: Record, role: str) -> set[str]:
    return {str(one) for path in LINKS.get(kind, {}).get(role, ()) for one in at(record, path) if one}

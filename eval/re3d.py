"""Score who and what a text names, what it counts, who fights whom and who is in charge, on re3d.

How it is counted. Actors are the Organisations, Persons and Nationalities of the set, places its
Locations. A found and a marked mention of one class meet where they share a word; each is used once, in
as many pairs as there can be; F1 is over the pairs of both classes. Where one mention of a class lies in
another, the outer one counts on both sides. A relation is met where its kind is the same and each of its
ends shares a word with the marked one. Each mark has a confidence: marks of confidence 0, which no
annotator confirmed, are not asked for, and what meets one of them alone is not counted as wrong.
`_strict` counts it as wrong; `_every` asks for every mark, nested ones and those of confidence 0 too.

Nothing is learned from this set. Rules were tuned on BBC Online and Wikipedia, those of relations also
on half of the documents of UK Government (by hash); `_held` is what the rest gives.
"""

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.overlap import Counts, count, outermost, share_word
from warmonitor.language.en.amounts import find_amounts
from warmonitor.language.en.parser import load_parser
from warmonitor.model import Report, Span
from warmonitor.reference.known import known_kind
from warmonitor.stages.extract.relations import Relations, read_relations

DATA = ("re3d",)
FLOORED = ("mentions", "actors", "places", "quantities", "relations", "fights", "in_charge")
TUNED = {"BBC Online", "Wikipedia"}
HALF = "UK Government"
CLASSES = {"actors": {"Organisation", "Person", "Nationality"}, "places": {"Location"}}
KINDS = {"fights": "FightingAgainst", "in_charge": "InChargeOf"}
Pair = tuple[Span, Span]
Tally = dict[str, Counts]


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its marks; `sure` and `doubtful` map what is marked to spans, relations to pairs."""

    source: str
    key: str
    text: str
    sure: Mapping[str, list[Span]]
    doubtful: Mapping[str, list[Span]]
    relations: Mapping[str, list[Pair]]
    unsure: Mapping[str, list[Pair]]


def score(data: Path) -> dict[str, float]:
    """Return the F1 of mentions, quantities and relations of `re3d` in `data`; `_held`: not tuned on."""
    tally: Tally = defaultdict(Counts)
    for document in documents(data):
        for name, counts in _counted(document):
            tally[name] += counts
            if not _tuned(document, relation=name in {"relations", *KINDS}):
                tally[f"{name}_held"] += counts
    return {name: counts.f1 for name, counts in sorted(tally.items())}


def _tuned(document: Marked, *, relation: bool) -> bool:
    even = int(hashlib.sha256(document.key.encode()).hexdigest(), 16) % 2 == 0
    return document.source in TUNED or (relation and document.source == HALF and even)


def _counted(document: Marked) -> Iterator[tuple[str, Counts]]:
    report = Report(document.key, document.source, "", document.text)
    said = read_relations(report, load_parser(), known_kind)
    yield from _mentions(document, said)
    yield "quantities", _quantities(document, said)
    for kind, counts in _relations(document, said):
        yield kind, counts
        yield "relations", counts


def _mentions(document: Marked, said: Relations) -> Iterator[tuple[str, Counts]]:
    def fits(one: Span, other: Span) -> bool:
        return share_word(one, other, document.text)

    for name in CLASSES:
        own = [m.span for m in said.mentions if m.acts == (name == "actors")]
        sure, doubtful = document.sure[name], document.doubtful[name]
        counts = count(outermost(own), outermost(sure), fits, doubtful)
        yield name, counts
        yield "mentions", counts
        yield "mentions_strict", count(outermost(own), outermost(sure), fits)
        yield "mentions_every", count(sorted(set(own)), sorted({*sure, *doubtful}), fits)


def _quantities(document: Marked, said: Relations) -> Counts:
    """Return the counts of quantities; a number in words within a mention is part of it in this set."""
    text = document.text
    mentions = [m.span for m in said.mentions]
    found = [
        a.span
        for a in find_amounts(text)
        if any(c.isdigit() for c in a.span.of(text)) or not any(a.span.meets(m) for m in mentions)
    ]

    def fits(one: Span, other: Span) -> bool:
        return share_word(one, other, text)

    return count(found, outermost(document.sure["quantities"]), fits, document.doubtful["quantities"])


def _relations(document: Marked, said: Relations) -> Iterator[tuple[str, Counts]]:
    def fits(one: Pair, other: Pair) -> bool:
        return all(share_word(a, b, document.text) for a, b in zip(one, other, strict=True))

    for kind in KINDS:
        wanted = kind.replace("_", " ")
        own = {(r.source.span, r.target.span) for r in said.relations if r.kind.value.startswith(wanted)}
        yield kind, count(sorted(own), document.relations[kind], fits, document.unsure[kind])


def documents(data: Path) -> Iterator[Marked]:
    """Yield the documents of every source in `data`, in order of source and file."""
    for folder in sorted((data / "re3d").iterdir()):
        marks = _by_document(folder / "entities.json")
        ties = _by_document(folder / "relations.json")
        for row in _rows(folder / "documents.json"):
            key = row["_id"]
            sure, doubtful = _spans(marks[key])
            relations, unsure = _pairs(ties[key])
            yield Marked(folder.name, key, row["text"], sure, doubtful, relations, unsure)


def _spans(rows: list[dict[str, Any]]) -> tuple[Mapping[str, list[Span]], Mapping[str, list[Span]]]:
    sure, doubtful = defaultdict[str, list[Span]](list), defaultdict[str, list[Span]](list)
    for row in rows:
        for name, types in {**CLASSES, "quantities": {"Quantity"}}.items():
            if row["type"] in types:
                (sure if row["confidence"] else doubtful)[name].append(Span(row["begin"], row["end"]))
    return sure, doubtful


def _pairs(rows: list[dict[str, Any]]) -> tuple[Mapping[str, list[Pair]], Mapping[str, list[Pair]]]:
    sure, doubtful = defaultdict[str, list[Pair]](list), defaultdict[str, list[Pair]](list)
    for row in rows:
        for name, kind in KINDS.items():
            if row["type"] == kind:
                ends = Span(row["sourceBegin"], row["sourceEnd"]), Span(row["targetBegin"], row["targetEnd"])
                (sure if row["confidence"] else doubtful)[name].append(ends)
    return {k: sorted(set(v)) for k, v in sure.items()} | _none(sure), doubtful


def _none(known: Mapping[str, object]) -> dict[str, list[Pair]]:
    return {kind: [] for kind in KINDS if kind not in known}


def _by_document(path: Path) -> Mapping[str, list[dict[str, Any]]]:
    found = defaultdict[str, list[dict[str, Any]]](list)
    for row in _rows(path):
        found[row["documentId"]].append(row)
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    print(json.dumps({k: round(v, 3) for k, v in score(Path(sys.argv[1])).items()}, indent=1))

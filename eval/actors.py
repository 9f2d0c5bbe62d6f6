"""Score actors: whether names in the news of re3d lead to the register's actor where it has one.

The sample and its labels stand in `re3d_actors.tsv`, which says how it was drawn. Every occurrence of a
sampled name is asked in its document, as the speaker of a claim. It is right where the labelled actor is the
one found or one that this is part of; open where nothing was found or a new actor was made; else wrong.
`forced` is the share of names without a registered actor that were given one all the same. Whoever wrote
the register had seen the names of re3d, so that this measures reading more than coverage.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warmonitor.model import Actor, Attribution, Claim, ClaimKind, Named, Report, Span
from warmonitor.reference.actors import ActorRegister, load_actors
from warmonitor.stages.ground.actors import actor_id, entry_key, ground_actors

DATA = ("re3d",)
FLOORED = ("right",)
LABELS = Path(__file__).parent / "re3d_actors.tsv"
KINDS = {"Organisation", "Nationality", "Person"}


def score(data: Path) -> dict[str, float]:
    """Return the shares right, wrong and open of the sampled names of `re3d` in `data`, and forced."""
    marks = [mark for mark, _ in marked(data)]
    known = [m for m in marks if m in {"right", "wrong", "open"}]
    unknown = [m for m in marks if m not in {"right", "wrong", "open"}]
    shares = {mark: known.count(mark) / len(known) for mark in ("right", "wrong", "open")}
    return {**shares, "forced": unknown.count("forced") / len(unknown), "names": float(len(known))}


def marked(data: Path) -> Iterator[tuple[str, Named]]:
    """Yield (mark, the name as grounded) for every occurrence of a sampled name."""
    register, labels = load_actors(), dict(_labels())
    registered = {
        actor_id(entry_key(k)) for k in (*register.entries, *register.holders, *_state_keys(register))
    }
    asked = [(report, named) for report, named in _names(data) if _key(named.said) in labels]
    claims = [
        Claim(f"claim-{i}", r.id, ClaimKind.STATEMENT, n.span, (Attribution(n),))
        for i, (r, n) in enumerate(asked)
    ]
    reports = list({r.id: r for r, _ in asked}.values())
    grounded, actors = ground_actors(reports, claims, register)
    by_id = {a.id: a for a in actors}
    for claim in grounded:
        speaker = claim.attribution[0].speaker
        yield _mark(speaker, labels[_key(speaker.said)], by_id, registered), speaker


def _mark(found: Named, label: str, by_id: dict[str, Actor], registered: set[str]) -> str:
    if label == "-":
        return "forced" if found.id in registered else "left"
    chain = list(_chain(found.id, by_id))
    if actor_id(entry_key(label)) in chain:
        return "right"
    return "wrong" if any(i in registered for i in chain) else "open"


def _chain(start: str | None, by_id: dict[str, Actor]) -> Iterator[str]:
    while start is not None:
        yield start
        start = by_id[start].part_of


def _state_keys(register: ActorRegister) -> Iterator[str]:
    for code in register.countries:
        yield f"state:{code}"
        yield from (f"state:{code}/{part}" for part in register.institutions)


def _key(name: str) -> str:
    """Return what stands for a name in the labels, so that they hold no text of the set."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _labels() -> Iterator[tuple[str, str]]:
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, key = line.partition("\t")
            yield name, key


def _names(data: Path) -> Iterator[tuple[Report, Named]]:
    """Yield each entity of re3d with its document; the words are taken from the text at its offsets."""
    for folder in sorted((data / "re3d").iterdir()):
        texts = {d["_id"]: d["text"] for d in _rows(folder / "documents.json")}
        reports = {key: Report(key, folder.name, "", text) for key, text in texts.items()}
        for row in _rows(folder / "entities.json"):
            report = reports.get(row["documentId"])
            span = Span(row["begin"], row["end"])
            if report is not None and row["type"] in KINDS and span.of(report.text) == row["value"]:
                yield report, Named(" ".join(row["value"].split()), span)


def _rows(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line) for line in lines if line.strip()]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if "--misses" in sys.argv:
        for mark, name in marked(folder):
            if mark in {"wrong", "open", "forced"}:
                print(mark, repr(name.said), name.name, name.because, sep=" | ")
    print(json.dumps({k: round(v, 3) for k, v in score(folder).items()}))

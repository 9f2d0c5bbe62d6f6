"""Treebank sentences as the parser is to see them: hyphenated words in one piece."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.hyphens import merge
from training.words import Sentence, Word

FEATS = (
    "Case", "Definite", "Degree", "Gender", "Mood", "NumType", "Number", "Person", "Polarity", "Poss",
    "PronType", "Reflex", "Tense", "VerbForm", "Voice",
)  # fmt: skip


def read(path: Path, *, hyphens: bool = True) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file; with `hyphens`, "rebel", "-", "held" become one word."""
    sentences = _sentences(path)
    if not hyphens:
        return list(sentences)
    return [replace(s, words=merge(s.words)) for s in sentences]


def _sentences(path: Path) -> Iterator[Sentence]:
    document, text, lines = "", "", []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# newdoc id"):
            document = line.split("=", 1)[1].strip()
        elif line.startswith("# text ="):
            text = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            lines.append(line.split("\t"))
        elif not line and lines:
            yield Sentence(_words(lines), document, text)
            lines = []


def _words(lines: list[list[str]]) -> tuple[Word, ...]:
    glued: set[int] = set()
    for cells in lines:
        if "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            glued.update(range(first, last))
            if "SpaceAfter=No" in cells[9]:
                glued.add(last)
    return tuple(
        Word(c[1], c[2], c[3], _feats(c[5]), int(c[6]) - 1, c[7],
             int(c[0]) not in glued and "SpaceAfter=No" not in c[9])
        for c in lines if c[0].isdigit()
    )  # fmt: skip


def _feats(cell: str) -> str:
    kept = [pair for pair in cell.split("|") if pair.split("=")[0] in FEATS]
    return "|".join(kept) or "_"

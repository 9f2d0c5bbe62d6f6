"""Texts with marked mentions: GUM's entities in CoNLL-U, and sets that mark names by BIO tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KIND = {
    "person": 1, "organization": 2, "place": 3,
    "PER": 1, "ORG": 2, "LOC": 3,
    "politician": 1, "organisation": 2, "politicalparty": 2, "country": 3, "location": 3,
}  # fmt: skip
OTHER = 0
_ENTITY = re.compile(r"Entity=([^|]*)")
_STEP = re.compile(r"\(([^()]+)|([^()]*)\)")
_TIGHT = re.compile(r"[.,;:!?)\]'’%]|'s|n't")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its mentions as (start, end, class of KIND); `names` where only names are marked."""

    text: str
    mentions: tuple[tuple[int, int, int], ...]
    names: bool


def gum(path: Path) -> Iterator[Marked]:
    """Yield the sentences of a CoNLL-U file of GUM with all their mentions, nouns and pronouns too."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        if text:
            yield Marked(text, tuple(_entities(text, rows)), names=False)


def _entities(text: str, rows: list[list[str]]) -> Iterator[tuple[int, int, int]]:
    at, whole, last = 0, (0, 0), 0
    opened: list[tuple[str, int, int]] = []
    for cells in rows:
        if "-" in cells[0]:  # "don't": two words in one piece
            start = max(text.find(cells[1], at), at)
            whole, last = (start, start + len(cells[1])), int(cells[0].split("-")[1])
            continue
        if not cells[0].isdigit():
            continue
        start, end = _place(text, cells[1], at, whole if int(cells[0]) <= last else None)
        end = whole[1] if int(cells[0]) == last else end
        at = end
        yield from _steps(cells[9], start, end, opened)


def _place(text: str, form: str, at: int, within: tuple[int, int] | None) -> tuple[int, int]:
    start = text.find(form, at, within[1] if within else len(text))
    start = at if start < 0 else start
    end = start + len(form)
    return start, min(end, within[1]) if within else end


def _steps(
    cell: str, start: int, end: int, opened: list[tuple[str, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Follow the brackets of one word: "(7-person-new…" opens, "7)" closes, "(7-person-new…)" does both."""
    found = _ENTITY.search(cell)
    for begin, close in _brackets(found[1] if found else ""):
        if begin:
            name, label = begin.split("-")[:2]
            opened.append((name, start, KIND.get(label, OTHER)))
        elif (mine := [k for k, one in enumerate(opened) if one[0] == close]) or not close:
            _, first, kind = opened.pop(mine[-1] if mine else -1)
            yield first, end, kind


def _brackets(steps: str) -> Iterator[tuple[str, str]]:
    """Yield ("7-person-new", "") for what opens and ("", "7") for what closes, "" for the one just opened."""
    for match in _STEP.finditer(steps):
        if match[1] and "-" in match[1]:
            yield match[1], ""
        elif match[2] is not None:
            yield "", match[2]


def tagged(path: Path, word: int, tag: int) -> Iterator[Marked]:
    """Yield the sentences of a file with a word and its BIO tag a line; names alone are marked."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if line.startswith("# "):
            continue
        if len(cells) > tag:
            rows.append((cells[word], cells[tag]))
        elif rows:
            yield _joined(rows)
            rows = []


def _joined(rows: list[tuple[str, str]]) -> Marked:
    text = ""
    mentions: list[tuple[int, int, int]] = []
    before = "O"
    for word, tag in rows:
        text += "" if not text or _TIGHT.fullmatch(word) or text.endswith(("(", "[")) else " "
        start, end = len(text), len(text) + len(word)
        text += word
        if tag != "O" and (tag[0] == "B" or tag[2:] != before):
            mentions.append((start, end, KIND.get(tag[2:], OTHER)))
        elif tag != "O":
            mentions[-1] = (mentions[-1][0], end, mentions[-1][2])
        before = tag[2:]
    return Marked(text, tuple(mentions), names=True)

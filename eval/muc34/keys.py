"""Answer keys of MUC-4: templates with their slots, each a list of fills with the spellings that count.

Source of the format: the task documentation, parts 1 (4.2, 6, 7) and 2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SLOTS = {
    "2": "date",
    "3": "place",
    "4": "type",
    "5": "stage",
    "6": "weapon",
    "7": "weapon type",
    "8": "category",
    "9": "who",
    "10": "organisation",
    "11": "how sure",
    "12": "things",
    "13": "things: type",
    "14": "things: number",
    "16": "things: effect",
    "18": "victims: name",
    "19": "victims: description",
    "20": "victims: type",
    "21": "victims: number",
    "23": "victims: effect",
}
_TEMPLATE = re.compile(r"(?=^0\.\s+MESSAGE: ID)", re.MULTILINE)
_LINE = re.compile(r"^(\d+)\.\s+[A-Z :-]*?\s{2,}(\S.*)?$")
_ID_LINE = re.compile(r"^0\.\s+MESSAGE: ID\s+(\S+)", re.MULTILINE)
_STRING = re.compile(r'"((?:\\.|[^"\\])*)"')


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill: the values that count as right, and the strings of the fill that it is about.

    `optional` says that leaving it out is right too.
    """

    values: tuple[str, ...]
    about: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its message, whether it may be left out, and its fills by slot."""

    message: str
    slots: dict[str, tuple[Fill, ...]] = field(default_factory=dict)
    optional: bool = False

    def values(self, slot: str) -> list[str]:
        """Return every value of a slot, those of alternatives too."""
        return [value for fill in self.slots.get(slot, ()) for value in fill.values]


def read_keys(paths: list[Path]) -> dict[str, list[Template]]:
    """Return the templates of every message of the key files, [] for one that holds none."""
    found: dict[str, list[Template]] = {}
    for path in paths:
        for block in _TEMPLATE.split(path.read_text(encoding="latin-1")):
            if (match := _ID_LINE.search(block)) is None:
                continue
            row = found.setdefault(match.group(1), [])
            row.extend(one for one in [_template(match.group(1), block)] if one is not None)
    return found


def _template(message: str, block: str) -> Template | None:
    lines = dict(_slots(block))
    number = " ".join(lines.get("1", ["*"]))
    if number.strip() == "*":
        return None
    slots = {
        name: tuple(fill for line in lines.get(key, ()) if (fill := _fill(line)) is not None)
        for key, name in SLOTS.items()
    }
    return Template(message, slots, "OPTIONAL" in number)


def _slots(block: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each slot's number with its lines, one a fill."""
    number, lines = "", list[str]()
    for line in block.splitlines():
        if line.startswith(";"):
            continue
        if match := _LINE.match(line):
            if number:
                yield number, lines
            number, lines = match.group(1), [match.group(2) or "-"]
        elif line.strip() and number:
            lines.append(line.strip())
    if number:
        yield number, lines


def _fill(line: str) -> Fill | None:
    """Return one fill, None where the line says that there is none."""
    text = line.strip()
    optional = text.startswith("?")
    head, about = _cut(text.lstrip("? "))
    values = tuple(_strings(head)) or _choices(head)
    return Fill(values, tuple(_strings(about)), optional) if values else None


def _cut(text: str) -> tuple[str, str]:
    """Cut a fill at the colon before the strings that it is about; the colons of a place are its own."""
    hidden = _STRING.sub(lambda m: "q" * len(m.group()), text)
    at = hidden.find(":")
    return (text[:at], text[at:]) if at >= 0 and '"' in text[at:] else (text, "")


def _strings(text: str) -> list[str]:
    return [quoted.replace('\\"', '"') for quoted in _STRING.findall(text) if quoted != "-"]


def _choices(text: str) -> tuple[str, ...]:
    """Return the alternatives of a fill that is no string: parts between slashes, brackets round them off."""
    parts = (_bare(part) for part in re.split(r"\s*/\s*", text))
    return tuple(part for part in parts if part not in {"", "-", "*"})


def _bare(part: str) -> str:
    text = re.sub(r"\s+", " ", part.lstrip("? ")).strip()
    if text.startswith("(") and text.endswith(")") and _closes(text) == len(text) - 1:
        return text[1:-1].strip()
    return text


def _closes(text: str) -> int:
    """Return where the bracket that opens a text is closed, -1 where it is not."""
    depth = 0
    for i, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return i
    return -1

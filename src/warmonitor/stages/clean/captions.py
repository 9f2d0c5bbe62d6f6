"""Captions of pictures that stand among the lines of a text."""

import re
from functools import lru_cache

from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.clean.agency import credited
from warmonitor.stages.clean.characters import folded, key
from warmonitor.stages.clean.lines import ends_sentence
from warmonitor.stages.clean.table import load_table

_MOST_WORDS = 70
_CREDIT_LENGTH = 180  # characters at the end of a line in which its credit stands
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,90})[)\]]\s*\.?\s*$")
_CREDIT_WORD = re.compile(r"\s*(?:[-–—|/.,(]\s*)?\bcredits?\s*:\s*(?P<inside>.{0,60})$", re.IGNORECASE)
_DASHED = re.compile(r"\s*(?:\s[-–—|/]|\s?[-–—],|©)\s*(?P<inside>[^-–—|.!?]{2,60})$")
_SLASHED = re.compile(
    r"(?:^|(?<=[.!?,;:|)”\"])|(?<=\s[-–—]))\s*(?P<inside>[^.!?,;:|()]{2,40}/[^!?,;:|()]{2,40})$"
)
_SHOP = re.compile(
    r"\s*(?:purchase licensing rights|buy (?:this )?photo|opens? (?:in )?(?:a )?new tab).*$", re.IGNORECASE
)
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_FILE_PHOTO = re.compile(
    r"^(?:FILE\b\s*[-–—:.]|in this (?:\w+ ){0,4}?.{0,30}\b(?:photo|image|picture|frame)\b)", re.IGNORECASE
)


@lru_cache(maxsize=1)
def _photo() -> re.Pattern[str]:
    return re.compile(rf"\b{load_table('credits.yml')['photo']}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _photo_start() -> re.Pattern[str]:
    word = load_table("credits.yml")["photo"]
    told = rf"{word}\s*(?:credits?|courtesy|by|from)?\s*[:/©]|caption\s*:|{word}\s+(?:by|courtesy)\b"
    return re.compile(rf"^(?:item \d+ of \d+\b|\[\d+/\d+\]|{told})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _photo_end() -> re.Pattern[str]:
    word = load_table("credits.yml")["photo"]
    return re.compile(
        rf"(?:^|[\s(|.-]){word}(?: credit| courtesy)?\s*[:©]\s*(?P<inside>[^:]{{2,60}})$", re.IGNORECASE
    )


def is_sign_off(line: str, outlets: OutletRegister) -> bool:
    """Say whether a sentence is signed by an agency alone, as last paragraphs are."""
    found = photo_credit(line, outlets)
    if found is None or len(line[: found[0]].split()) < 8 or re.search(r"[:/©]", found[1]):
        return False
    return bool(outlets.named(found[1].strip())) and ends_sentence(line[: found[0]].rstrip(" ([-–—"))


def photo_credit(line: str, outlets: OutletRegister) -> tuple[int, str] | None:
    """Return where the credit of a picture at the end of a line starts, and its words; None if none."""
    skipped = max(0, len(line) - _CREDIT_LENGTH)
    found = _end_credit(_SHOP.sub("", line[skipped:]), outlets)
    return (found[0] + skipped, found[1]) if found else None


def _end_credit(line: str, outlets: OutletRegister) -> tuple[int, str] | None:
    bracket = _BRACKET.search(line)
    if bracket and _names_a_source(bracket["inside"], outlets):
        return bracket.start(), bracket["inside"]
    credit = _CREDIT_WORD.search(line) or _photo_end().search(line)
    if credit:
        return credit.start(), credit["inside"]
    slashed = _SLASHED.search(line)
    if slashed and credited(slashed["inside"], outlets) and _is_credit_only(slashed["inside"], outlets):
        return slashed.start(), slashed["inside"]
    dashed = _DASHED.search(line)
    if dashed and credited(dashed["inside"], outlets) and _is_credit_only(dashed["inside"], outlets):
        return dashed.start(), dashed["inside"]
    return None


def _names_a_source(inside: str, outlets: OutletRegister) -> bool:
    if _photo().search(inside) or re.search(r"\b(?:via|courtesy|handout)\b|©", inside, re.IGNORECASE):
        return True
    if "/" in inside and credited(inside, outlets):
        return True
    return bool(credited(inside, outlets)) and _is_credit_only(inside, outlets)


def _is_credit_only(inside: str, outlets: OutletRegister) -> bool:
    """Say whether the words are agency names and names of people only, no clause that cites an agency."""
    rest = inside
    for agency in credited(inside, outlets):
        found = outlets.named(agency)
        for name in found.names if found else (agency,):
            rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
    return not re.search(r"\b[a-z]{2,}\b", re.sub(r"\b(?:via|by|for|and|photo|file|pool)\b", " ", rest))


def is_caption(line: str, outlets: OutletRegister) -> bool:
    """Say whether a line alone shows that it is a caption: it ends in a picture's credit or says photo."""
    if len(line.split()) > _MOST_WORDS:
        return False
    if _photo_start().match(line) or _FILE_PHOTO.match(line):
        return True
    return photo_credit(line, outlets) is not None


def bare(line: str, outlets: OutletRegister) -> str:
    """Return the line without its credit and its cut mark, letters only, for comparing."""
    credit = photo_credit(line, outlets)
    return key(_CUT.sub("", line[: credit[0]] if credit else line))


def bare_cut(line: str) -> str:
    """Return the letters of a line up to the points with which it breaks off."""
    return key(_CUT.sub("", line))


def is_cut(line: str) -> bool:
    """Say whether the line breaks off with points."""
    return bool(_CUT.search(line))


def same_caption(first: str, second: str, outlets: OutletRegister) -> bool:
    """Say whether two lines that follow each other are one caption said twice, whole or cut."""
    if key(first[:40])[:10] != key(second[:40])[:10]:
        return False
    one, two = bare(first, outlets), bare(second, outlets)
    if not one or not two:
        return False
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    cut = is_cut(first) or is_cut(second)
    return cut and len(short) >= 12 and long.startswith(short)


def is_credit_line(line: str, outlets: OutletRegister) -> bool:
    """Say whether a line is only the credit of the caption above it ("-, AFP", "Credit: Name/AP")."""
    plain = folded(line)
    if len(plain.split()) > 8:
        return False
    if re.match(r"^[-–—,.|/(\s]*credits?\s*:", plain, re.IGNORECASE):
        return True
    return (
        bool(credited(plain, outlets))
        and bool(re.match(r"^[-–—|/(©]", plain))
        and _is_credit_only(plain, outlets)
    )

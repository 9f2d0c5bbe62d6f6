"""What each line of a saved text is: prose, furniture of the page, caption, credit, heading."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import StrEnum

from warmonitor.reference.outlets import OutletRegister
from warmonitor.stages.clean import captions, credit
from warmonitor.stages.clean.characters import key
from warmonitor.stages.clean.counted import cites, counts, starts_with_count
from warmonitor.stages.clean.dates import is_date_line, is_headed_date
from warmonitor.stages.clean.lines import Line, ends_sentence
from warmonitor.stages.clean.period import is_own_date, last_updated
from warmonitor.stages.clean.table import load_table, phrases

_MOST_FURNITURE = 40
_SENTENCE = 6  # an item of so many words with a stop is told, not listed
_HEADED = 8  # words that a heading in capitals has at most
_LONGEST = 4000  # characters: longer lines are prose, whatever is in them
_CROSSHEAD = re.compile(r"^[-–—*_=~•·.\s]{1,6}\S.*?\s?[-–—*_=~•·\s]{1,6}$")
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = re.compile(rf"^(?:{_MONTHS})[a-z]*\.?,? (?:19|20)\d\d(?: \(\d+\))?$", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://|www\.|[@#])\S+(?:\s+(?:https?://|www\.|[@#])\S+)*$", re.IGNORECASE)
_LOOSE_END = ("#", "@", "http://", "https://", "pic.twitter.com/")
_HOST = re.compile(r"[A-Za-z0-9-]{3,40}(?:\.[A-Za-z]{2,10}){1,2}")
_RULE = re.compile(r"^[\W_]+$")


class Label(StrEnum):
    """What a line can be."""

    PROSE = "prose"
    SHORT = "short"
    ITEM = "item"
    CAPTION = "caption"
    BYLINE = "byline"
    EXTRA = "extra"
    DATE = "date"
    OUTLET = "outlet"
    CROSSHEAD = "crosshead"
    APPEAL = "appeal"
    TAIL = "tail"
    FURNITURE = "furniture"


def label_lines(lines: Sequence[Line], outlets: OutletRegister) -> list[Label]:
    """Return what each line is, by its own form and by the lines beside it."""
    labels = [label(line, outlets) for line in lines]
    _pair_captions(lines, labels, outlets)
    _keep_signed_end(lines, labels, outlets)
    _keep_lists(lines, labels)
    _drop_repeats(lines, labels)
    return labels


def label(line: Line, outlets: OutletRegister) -> Label:
    """Return what a line is by its own form: the first of the tests that it passes."""
    if len(line.text) > _LONGEST:
        return Label.PROSE
    for found, test in _TESTS:
        if test(line, outlets):
            return found
    return Label.PROSE if is_prose(line.text) else Label.SHORT


def _is_tail(line: Line, _: OutletRegister) -> bool:
    short = len(line.text.split()) <= 14
    return short and bool(phrases("furniture.yml", "tail").fullmatch(line.text.rstrip(" :.…")))


def _is_crosshead(line: Line, _: OutletRegister) -> bool:
    return len(line.text.split()) <= 8 and not line.bullet and bool(_CROSSHEAD.match(line.given))


def _is_outlet(line: Line, outlets: OutletRegister) -> bool:
    return len(line.text.split()) <= 6 and outlets.named(own_name(line.text)) is not None


def own_name(text: str) -> str:
    """Return the name in a line that gives an outlet's name and nothing else, "From" before it aside."""
    return text.removeprefix("From ").strip(" :.|")


def masthead(text: str) -> str | None:
    """Return the name in a line that has the form of an outlet's name, what follows a comma or dash aside."""
    if _HOST.fullmatch(text):
        return text
    name = re.split(r"\s*[,|:]\s*|\s[-–—]\s", text)[0].strip()
    words = name.split()
    if not 1 < len(words) <= 6 or not all(
        w[:1].isupper() or w in {"of", "the", "and", "for", "&"} for w in words
    ):
        return None
    known = frozenset(str(word) for word in load_table("credits.yml")["mastheads"])
    told = any(word.casefold() in known for word in (*words[:2], words[-1]))
    return " ".join(map(_lowered, words)) if told else None


def _lowered(word: str) -> str:
    return word.capitalize() if word.isupper() and (len(word) > 3 or word in {"THE", "OF", "AND"}) else word


def _is_furniture(line: Line, _: OutletRegister) -> bool:
    text, words = line.text, len(line.text.split())
    if _RULE.match(text) or _ADDRESS.match(text) or _MONTH.match(text):
        return True
    if words > _MOST_FURNITURE:
        return False
    if phrases("furniture.yml", "starts").match(text):
        return True
    return bool(phrases("furniture.yml", "lines").fullmatch(text.strip(" :|•·-–—>»")))


def _is_appeal(line: Line, _: OutletRegister) -> bool:
    """Say whether a paragraph asks the reader to pay, sign up or agree; one that quotes is none."""
    text = line.text
    if re.search('[“"]', text) or not re.search(_appeals()["reader"], text, re.IGNORECASE):
        return False
    return bool(phrases("furniture.yml", "appeals", "asks").search(text))


def _appeals() -> dict[str, str]:
    found: dict[str, str] = load_table("furniture.yml")["appeals"]
    return found


def is_prose(text: str) -> bool:
    """Say whether a line reads as running text: a sentence that ends, or a long one that does not."""
    words = text.split()
    while len(words) > 1 and words[-1].startswith(_LOOSE_END):
        words.pop()
    text = " ".join(words)
    lower = sum(word[:1].islower() for word in words)
    if text == text.upper() and (len(words) > _HEADED or text.endswith(".")):
        lower = len(words)  # a telex: capitals throughout tell nothing
    if ends_sentence(text):
        if text.rstrip("\"”’'»)]").endswith("?") and len(words) <= 9 and not re.search(r"[\"“‘]", text):
            return False
        return (len(words) >= 4 and lower >= 1) or (len(words) >= 2 and text[0] in "\"“‘'")
    if text.endswith((":", ";")):
        return len(words) >= 6 and lower >= 2
    return len(words) >= 30 and lower * 2 > len(words)


def _pair_captions(lines: Sequence[Line], labels: list[Label], outlets: OutletRegister) -> None:
    """Mark lines said twice in a row as captions, and the credit under a caption as part of it."""
    for i in range(len(lines) - 1):
        one, two = lines[i], lines[i + 1]
        if two.block - one.block > 1 or {labels[i], labels[i + 1]} & {
            Label.FURNITURE,
            Label.TAIL,
            Label.DATE,
        }:
            continue
        if captions.same_caption(one.text, two.text, outlets) and len(one.text.split()) <= 70:
            labels[i] = labels[i + 1] = Label.CAPTION
        elif two.block == one.block and captions.is_credit_line(two.text, outlets):
            labels[i] = Label.CAPTION if labels[i] in {Label.SHORT, Label.CAPTION} else labels[i]
            labels[i + 1] = Label.CAPTION


def _keep_signed_end(lines: Sequence[Line], labels: list[Label], outlets: OutletRegister) -> None:
    """Take a sentence that an agency signs as prose where no prose follows it."""
    for i in range(len(lines) - 1, -1, -1):
        if labels[i] is Label.PROSE:
            return
        if labels[i] is Label.CAPTION and captions.is_sign_off(lines[i].text, outlets):
            labels[i] = Label.PROSE
            return


def _keep_lists(lines: Sequence[Line], labels: list[Label]) -> None:
    """Take the items of a list as prose: whole sentences, counts, and whatever a colon leads up to."""
    led = False
    _keep_counts(lines, labels)
    for i, line in enumerate(lines):
        leads = line.text.endswith(":") and len(line.text.split()) >= 3 and line.text != line.text.upper()
        listed = any(below.bullet for below in lines[i + 1 : i + 2])
        if labels[i] is Label.SHORT and leads and listed:
            labels[i] = Label.PROSE
        if labels[i] is not Label.ITEM:
            led = labels[i] is Label.PROSE and leads
        elif led or (is_prose(line.text) and (labels[i - 1 : i] == [Label.PROSE] or _tells(line.text))):
            labels[i] = Label.PROSE


def _keep_counts(lines: Sequence[Line], labels: list[Label]) -> None:
    """Take items that count people or losses as prose, with their list where half of it does; so short lines.

    A short line without a bullet counts only under prose, or with another one under a heading in capitals.
    """
    for run in _runs(lines, labels):
        told = [counts(lines[i].text) for i in run]
        for i, tells in zip(run, told, strict=True):
            if tells or sum(told) * 2 >= len(run):
                labels[i] = Label.PROSE
    told_short = [
        label is Label.SHORT and starts_with_count(line.text)
        for line, label in zip(lines, labels, strict=True)
    ]
    for i, tells in enumerate(told_short):
        headed = i > 0 and is_heading(lines[i - 1].text) and told_short[i + 1 : i + 2] == [True]
        if tells and i > 0 and (labels[i - 1] is Label.PROSE or headed):
            labels[i] = Label.PROSE


def _runs(lines: Sequence[Line], labels: Sequence[Label]) -> list[list[int]]:
    """Return the places of list items, those of one list together."""
    runs: list[list[int]] = []
    for i, label in enumerate(labels):
        if label is not Label.ITEM:
            continue
        if runs and runs[-1][-1] == i - 1 and lines[i].block - lines[i - 1].block <= 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def is_heading(text: str) -> bool:
    """Say whether a short line stands in capitals throughout."""
    return text == text.upper() and any(letter.isalpha() for letter in text) and len(text.split()) <= _HEADED


def _tells(text: str) -> bool:
    """Say whether an item is a full sentence with a stop: menus, links and titles end without one."""
    return len(text.split()) >= _SENTENCE and text.rstrip("\"”’'»)]").endswith(".")


def _drop_repeats(lines: Sequence[Line], labels: list[Label]) -> None:
    """Mark a line of prose that stands twice as furniture where it stands again."""
    seen: set[str] = set()
    whole = sorted(key(line.text) for line in lines if not captions.is_cut(line.text))
    for i, line in enumerate(lines):
        stem = captions.bare_cut(line.text) if captions.is_cut(line.text) else ""
        at = bisect_left(whole, stem)
        if len(stem) >= 20 and at < len(whole) and whole[at].startswith(stem):
            labels[i] = Label.FURNITURE
    for i, line in enumerate(lines):
        if labels[i] is not Label.PROSE or len(line.text.split()) < 6:
            continue
        said = key(line.text)
        if said in seen:
            labels[i] = Label.FURNITURE
        seen.add(said)


_TESTS: tuple[tuple[Label, Callable[[Line, OutletRegister], object]], ...] = (
    (Label.TAIL, _is_tail),
    (Label.FURNITURE, _is_furniture),
    (Label.CROSSHEAD, _is_crosshead),
    (Label.DATE, lambda line, _: is_date_line(line.text) or is_headed_date(line.text)),
    (Label.DATE, lambda line, _: is_own_date(line.text) or last_updated(line.text)),
    (Label.ITEM, lambda line, _: line.bullet and counts(line.text)),
    (Label.BYLINE, lambda line, outlets: credit.byline(line.given, outlets)),
    (Label.EXTRA, lambda line, _: credit.is_extra_credit(line.text)),
    (
        Label.CAPTION,
        lambda line, outlets: not cites(line.text) and captions.is_caption(line.text, outlets),
    ),
    (Label.OUTLET, _is_outlet),
    (Label.APPEAL, _is_appeal),
    (Label.ITEM, lambda line, _: line.bullet),
)

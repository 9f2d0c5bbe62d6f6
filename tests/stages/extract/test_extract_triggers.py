"""Which sentences are parsed, and that reading the others too would find no further claim."""

from pathlib import Path

import pytest
from extract_texts import report

from warmonitor.language.en.parser import load_parser
from warmonitor.language.en.quotations import find_quotations
from warmonitor.language.en.sentences import sentences
from warmonitor.model import Claim, ClaimKind, RawReport
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.extract import extract
from warmonitor.stages.extract.triggers import worth

ROOT = Path(__file__).parents[3]
TEXTS = sorted(p for folder in ("examples", "eval/cases") for p in (ROOT / folder).rglob("*.txt"))


def worths(text: str) -> list[tuple[bool, set[str]]]:
    spans = sentences(text)
    quoted = [[q for q in find_quotations(text) if q.outer.meets(span)] for span in spans]
    return [(one.parsed, set(one.claims)) for one in worth(text, spans, quoted)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine people died.", "toll"),
        ("NINE PEOPLE WERE KILLED.", "toll"),
        ("The victims' bodies lay there.", "toll"),
        ("The rebels retook it.", "control"),
        ("The city is in the hands of militias.", "control"),
        ("Troops are besieging the port.", "control"),
        ("The army-held airport reopened.", "control"),
        ("Shelling went on.", "attack"),
        ("Two barrel bombs fell.", "attack"),
        ("They signed an agreement.", "deals"),
        ("The border crossing was closed.", "other"),
        ("Rifles and ammunition were seized.", "happening"),
    ],
)
def test_a_trigger_is_known_in_any_inflection(text: str, kind: str) -> None:
    ((parsed, claims),) = worths(text)
    assert parsed
    assert kind in claims


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke in parliament.",
        "He cares about the weather.",
        "The shop closed early.",
        "She put the book down.",
    ],
)
def test_what_begins_no_claim_is_not_parsed(text: str) -> None:
    assert worths(text) == [(False, set())]


def test_a_sentence_that_lends_a_speaker_or_a_day_is_parsed() -> None:
    text = "It rained all week. On Monday the mayor toured the market. Shells fell later. Cooks fried fish."
    assert [parsed for parsed, _ in worths(text)] == [False, True, True, False]
    assert not any(parsed for parsed, _ in worths("On Monday the mayor toured the market. It rained."))


def test_the_inside_of_a_speech_is_parsed_only_for_its_claims() -> None:
    text = "The mayor said: “We are all well. The fish was good. Shells fell at noon. We will rest.”"
    assert [parsed for parsed, _ in worths(text)] == [True, False, True, False]


IDLE = "The bakers took the lead and held it. "


def test_a_long_stretch_about_something_else_is_passed_over() -> None:
    text = IDLE * 12 + "Shelling killed a shepherd. " + IDLE * 12
    parsed = [one for one, _ in worths(text)]
    assert parsed == [False] * 7 + [True] * 11 + [False] * 7


def test_common_words_count_where_a_text_is_short_or_tells_of_force_near_them() -> None:
    assert worths(IDLE)[0][0]
    parsed = [one for one, _ in worths((IDLE * 9 + "Rebels watched. ") * 3)]
    assert parsed == ([True] * 9 + [False]) * 3


def facts(claims: list[Claim]) -> set[tuple[ClaimKind, int, int]]:
    return {(c.kind, c.quote.start, c.quote.end) for c in claims if c.kind is not ClaimKind.STATEMENT}


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: f"{p.parents[1].name}/{p.name}")
def test_reading_every_sentence_finds_no_further_claim(path: Path) -> None:
    raw = RawReport(path.name, "text/plain", path.read_bytes(), "0" * 64)
    cleaned, _ = clean(raw, load_outlets())
    assert cleaned is not None
    one = report(cleaned.text)
    missed = facts(extract(one, load_parser(), whole=True)) - facts(extract(one, load_parser()))
    assert not missed, "name the words that these begin with in language/en/data/trigger.yml"

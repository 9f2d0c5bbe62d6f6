"""Who and what places a text speaks of, with kinds and offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.mentions import Form, Kind, read_mentions
from warmonitor.language.en.parser import load_parser

PARSER = load_parser()


def read(text: str) -> dict[str, tuple[Kind, Form]]:
    found = read_mentions(text, PARSER)
    return {m.span.of(text): (m.kind, m.form) for m in found}


@pytest.mark.parametrize(
    ("text", "words", "kind", "form"),
    [
        ("Soldiers entered the village at dawn.", "Soldiers", Kind.PERSON, Form.NOUN),
        ("Soldiers entered the village at dawn.", "the village", Kind.PLACE, Form.NOUN),
        ("The army said it would leave the town.", "The army", Kind.ORGANISATION, Form.NOUN),
        ("The army said it would leave the town.", "the town", Kind.PLACE, Form.NOUN),
        ("The coalition bombed two checkpoints near Bria.", "two checkpoints", Kind.PLACE, Form.NOUN),
        ("They fled to the town of Bambari on foot.", "the town of Bambari", Kind.PLACE, Form.NOUN),
        ("They fled to the town of Bambari on foot.", "They", Kind.PERSON, Form.PRONOUN),
        ("President Amara Keita met farmers in Segou.", "farmers", Kind.PERSON, Form.NOUN),
        ("Mr Rumbek told the mayor of Lira that people had left.", "Rumbek", Kind.PERSON, Form.NAME),
        ("They crossed the Nyabarongo Bridge on foot.", "the Nyabarongo Bridge", Kind.PLACE, Form.NAME),
        ("A clerk told XYZ that it was over.", "XYZ", Kind.ORGANISATION, Form.NAME),
        ("Many of the farmers were Kenyans who had fled.", "Kenyans", Kind.PERSON, Form.NAME),
        ("Kenyan troops took the port.", "Kenyan troops", Kind.ORGANISATION, Form.NOUN),
    ],
)
def test_mentions_of_every_form(text: str, words: str, kind: Kind, form: Form) -> None:
    assert read(text)[words] == (kind, form)


def test_a_country_that_acts_is_no_place() -> None:
    text = "Georgia accused its neighbour of shelling, and people left Georgia by road."
    kinds = [m.kind for m in read_mentions(text, PARSER) if m.span.of(text) == "Georgia"]
    assert kinds == [Kind.ORGANISATION, Kind.PLACE]


def test_initials_spelt_like_a_small_word_are_a_name() -> None:
    found = read("A doctor said that WHO had sent staff to the clinic.")
    assert found["WHO"] == (Kind.ORGANISATION, Form.NAME)


@pytest.mark.parametrize("word", ["their", "itself", "who", "nobody"])
def test_what_stands_for_nobody_of_its_own_is_no_mention(word: str) -> None:
    text = "Fighters who lost their post shot; nobody saw the post itself."
    assert word not in read(text)


def test_a_people_inside_a_force_is_marked_so() -> None:
    text = "The mayor said Kenyan troops took the port."
    found = {m.span.of(text): m for m in read_mentions(text, PARSER)}
    assert found["Kenyan"].inside
    assert found["Kenyan"].kind is Kind.NATIONALITY
    assert not found["Kenyan troops"].inside


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.PLACE])
def test_what_is_known_of_a_name_counts(kind: Kind) -> None:
    text = "Rumbek was quiet. Many left Rumbek. They feared Rumbek."

    def known(name: str) -> Kind | None:
        return kind if name == "rumbek" else None

    assert {m.kind for m in read_mentions(text, PARSER, known) if m.span.of(text) == "Rumbek"} == {kind}


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for mention in read_mentions(text, PARSER):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


def test_nothing_in_nothing() -> None:
    assert read_mentions("", PARSER) == []

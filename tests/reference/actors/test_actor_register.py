import json
from pathlib import Path

import pytest

import warmonitor.reference
from warmonitor.model import ActorKind
from warmonitor.reference.actors import load_actors, read_words
from warmonitor.reference.actors.compile import compile_register

DATA = Path(warmonitor.reference.__file__).parent / "data" / "actors"
REGISTER = load_actors()


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    words = read_words(text)
    return [(text[words[h.first].start : words[h.last].end], h.keys) for h in REGISTER.scan(words)]


def test_the_compiled_register_says_what_the_yaml_says() -> None:
    shipped = json.loads((DATA / "register.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(compile_register()))


def test_every_parent_backer_and_office_is_known() -> None:
    entries = REGISTER.entries.values()
    asked = {e.parent for e in entries if e.parent} | {b for e in entries for b in e.backers}
    asked |= {h.of for h in REGISTER.holders.values()}
    assert [key for key in sorted(asked) if REGISTER.entry(key) is None] == []


def test_every_theatre_is_a_country_of_the_table() -> None:
    theatres = {code for e in REGISTER.entries.values() for code in e.countries}
    assert theatres <= REGISTER.countries.keys()


def test_no_key_stands_twice() -> None:
    raw = compile_register()
    keys = [row["key"] for row in (*raw["entries"], *raw["holders"])]
    assert [k for k in keys if keys.count(k) > 1] == []


def test_the_register_covers_the_wars_of_every_region() -> None:
    armed = {ActorKind.REBEL_GROUP, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}
    groups = [e for e in REGISTER.entries.values() if e.kind in armed]
    homes = {e.countries[0] for e in groups}
    assert len(groups) >= 250
    wars = "SY YE LY PS UA SD SS ET SO CD CF ML NG CM MZ MM AF PK IN PH CO HT MX AZ".split()
    assert homes >= set(wars)


@pytest.mark.parametrize(
    ("alias", "key"),
    [
        ("the Rapid Support Forces", "rsf"),
        ("Ansar Allah", "houthis"),
        ("ANSAR ALLAH", "houthis"),
        ("Front for the Conquest of the Levant", "nusra"),
        ("Mouvement du 23 Mars", "m23"),
        ("Taʼang National Liberation Army", "tnla"),
        ("Kata'ib Hezbollah", "kataib-hezbollah"),
        ("Jamaat Nusrat al Islam wal Muslimin", "jnim"),
        ("Médecins Sans Frontières", "msf"),
        ("the Kremlin", "state:RU/presidency"),
        ("Sudanese Armed Forces", "state:SD"),
    ],
)
def test_aliases_lead_to_their_actor(alias: str, key: str) -> None:
    assert [keys for _, keys in found(alias)] == [(key,)]


@pytest.mark.parametrize(
    ("spelling", "key"),
    [("Jaish Khalid al-Sham", None), ("Asaib Ahl el-Haqq", "asaib"), ("Harakat al-Noojaba", "nujaba")],
)
def test_other_spellings_are_found_by_sound_or_not_at_all(spelling: str, key: str | None) -> None:
    assert REGISTER.sounds_like(spelling) == ((key,) if key else ())


def test_short_names_need_their_capitals() -> None:
    assert found("it is a state") == []
    assert found("IS fighters")[0][1] == ("islamic-state",)


def test_names_do_not_run_across_a_full_stop() -> None:
    assert all(keys != ("rsf",) for _, keys in found("It was Rapid. Support Forces came."))


def test_the_longest_name_wins() -> None:
    assert [words for words, _ in found("South Sudan and Sudan")] == ["South Sudan", "Sudan"]
    assert found("Syrian Observatory for Human Rights")[0][1] == ("sohr",)


def test_states_and_their_institutions_are_made_from_the_table() -> None:
    ministry = REGISTER.entry("state:KE/defence-ministry")
    assert ministry is not None
    assert (ministry.name, ministry.parent) == ("Kenyan defence ministry", "state:KE")
    assert REGISTER.entry("state:ZZ") is None
    assert REGISTER.entry("nobody") is None


def test_words_keep_their_offsets() -> None:
    text = "Türkiye’s troops, U.S. jets"
    assert [(w.text, w.possessive) for w in read_words(text)] == [
        ("Türkiye", True), ("troops", False), ("U.S.", False), ("jets", False),
    ]  # fmt: skip
    assert all(text[w.start : w.end] == w.text for w in read_words(text))

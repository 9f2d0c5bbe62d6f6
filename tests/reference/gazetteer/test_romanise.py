"""Names of other scripts in the ways that English texts write them, and met by English spellings."""

from pathlib import Path

import pytest
from gazetteer_files import dump_line, with_added, written

from warmonitor.reference.gazetteer import MatchKind
from warmonitor.reference.gazetteer.romanise import romanised


@pytest.mark.parametrize(
    ("name", "keys", "short"),
    [
        ("Вострик", ["vostrik", "vostryk"], False),
        ("Горська", ["gorska", "horska"], False),
        ("الحمام", ["hmam"], True),
        ("תל ווסט", ["tlvvst", "tlovst", "tlvost", "tloost"], True),
        ("Şarlıköy", ["sharlikoy"], False),
        ("گرمسار", ["grmsar"], True),
        ("Vostrik", [], False),
    ],
)
def test_ways_of_writing(name: str, keys: list[str], short: bool) -> None:
    assert [one.key for one in romanised(name)] == keys
    assert all(one.short is short for one in romanised(name))


CASES = [
    ("Horska", "UA", (49.0, 34.0), "Горська", MatchKind.VARIANT),
    ("Gorskaya", "UA", (49.0, 34.0), "Горская", MatchKind.VARIANT),
    ("Tall Vostara", "SY", (35.2, 36.7), "تل فوستارا", MatchKind.SCRIPT),
    ("Rasm al-Vostan", "SY", (35.2, 36.7), "رسم الفستان", MatchKind.SCRIPT),
    ("Sharlikoy", "TR", (38.5, 35.0), "Şarlıköy", MatchKind.EXACT),
]


@pytest.mark.parametrize(("asked", "country", "spot", "stored", "match"), CASES[:2] + CASES[4:])
def test_an_english_spelling_meets_a_name_in_its_own_script(
    tmp_path: Path, asked: str, country: str, spot: tuple[float, float], stored: str, match: MatchKind
) -> None:
    lines = [dump_line(91, stored, *spot, country=country)]
    first = with_added(written(tmp_path / "dump.txt", lines)).find(asked, countries=[country])[0]
    assert (first.entry.name, first.match) == (stored, match)


@pytest.mark.parametrize(
    ("latin", "native"),
    [("Kafr Sardan", "كفر ساردان"), ("Al-Hulmiya", "الحلمية"), ("Tell Rasban", "تل رسبان")],
)
def test_consonants_meet_across_scripts_with_a_lower_score(tmp_path: Path, latin: str, native: str) -> None:
    for stored, asked in ((latin, native), (native, latin)):
        lines = [dump_line(91, stored, 35.2, 36.7), dump_line(92, "Qalat Dorim", 35.4, 36.9)]
        found = with_added(written(tmp_path / "dump.txt", lines)).find(asked, countries=["SY"])
        assert [(one.entry.ref, one.match) for one in found] == [("geonames:91", MatchKind.SCRIPT)]
        assert 0.4 < found[0].score <= 0.65

"""A dump in GeoNames' form, made for measuring from places whose names are known in English and in Arabic.

What is honest about it, and what is not. Only plain names become rows, of "X, Y" the name X: what an
analyst describes ("vicinity of X", "X and Y", a street, a hospital) is asked all the same, and no row holds
it. In the variants `english` and `arabic` no row holds a name in the script that is asked. To English names
the table has the Arabic ones and a transliteration of them letter by letter after BGN/PCGN, made here by a
table of its own; written Arabic leaves short vowels out, so that this has fewer letters than a
cartographer's would have. To Arabic names it has the English ones alone. In the variant `both` rows hold
all names as given, so that most are found as written: what it measures is that thousands of like names do
no harm. A row lies where most rows of its name in the neighbourhood lie, and in the province of the nearest
town that comes with the program; the province that the analysts say is not in it. Further rows stand in the
way: names with a letter or two changed, first words of some names before the last words of others, and
every fifth name once more far away. Where they lie is drawn with a seed.
"""

import csv
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from warmonitor.model import haversine_km
from warmonitor.reference.gazetteer.store import GazetteerStore, embedded

SEED = 7
SAME_KM = 20.0
APART_KM = 40.0
_DESCRIBED = re.compile(
    r"[,،;/()\d]|\b(?:and|or|of|near|between|vicinity|road|street|hospital|mosque|school|camp|dam|station|roundabout|"
    r"bridge|crossing|farms?|countryside|square|market|base|airport|villages|outskirts|north|south|east|west|"
    r"northern|southern|eastern|western|front|line|tower|building|clinic|factory|university|prison|police)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(
    "[\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)  # of direction; reading a report takes them out
_CUT = re.compile(r"[,،(\[]")
_TYPE = re.compile(r"\b(?:village|town|city|neighbou?rhoods?|district|subdistrict|area|the)\b", re.IGNORECASE)
_TYPE_AR = re.compile(r"^(?:حي|قرية|بلدة|مدينة|منطقة|ناحية)\s+")
_SITES_AR = "شارع مشفى مستشفى جامع مسجد مدرسة مخيم سد جسر طريق دوار مزرعة ريف بين بالقرب محطة"
_DESCRIBED_AR = re.compile(rf"^(?:{_SITES_AR.replace(chr(32), chr(124))})\b")
_SECTIONS = {"neighbourhood_area"}
_DIVISIONS = {"subdistrict": "ADM3", "district": "ADM2", "province_governorate": "ADM1"}
# After the table of the United States Board on Geographic Names and the Permanent Committee, 1956 system.
_BGN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ",
        "ā b t th j ḩ kh d dh r z s sh ş ḑ ţ z̧ ‘ gh f q k l m n h w y á ah ’ a i ā ’ ’".split(),
        strict=True,
    )
)
_LETTERS_AR = "ابتجحخدرزسشصطعفقكلمنهوي"
_LETTERS_EN = "abdefghijklmnoqrstuwyz"


@dataclass(frozen=True, slots=True)
class Made:
    """A place of the table: names in both scripts ("" where not known), where it lies, GeoNames' feature.

    `others` are further spellings that were given to it, English and Arabic.
    """

    english: str
    arabic: str
    latitude: float
    longitude: float
    feature: str = "PPL"
    others: tuple[tuple[str, str], ...] = ()


def rows_of(data: Path) -> list[dict[str, str]]:
    """Return the rows of `airwars_syria_places.tsv` that have coordinates."""
    with (data / "airwars_syria_places.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["lat"] and row["lon"]]
    return [{key: _MARKS.sub("", value).strip() for key, value in row.items()} for row in rows]


def places_of(rows: Iterable[dict[str, str]]) -> list[Made]:
    """Return the places with plain names, each once."""
    groups: list[list[Made]] = []
    for row in rows:
        one = place_of(row)
        if one is not None:
            mine = next((group for group in groups if any(_same(one, other) for other in group)), None)
            if mine is None:
                groups.append([one])
            else:
                mine.append(one)
    return [_middle(group) for group in groups]


def _middle(group: Sequence[Made]) -> Made:
    """Return the place of a group that lies nearest to all of them."""
    one = min(group, key=lambda one: (sum(_km(one, other) for other in group), one.english, one.arabic))
    return replace(one, others=tuple(dict.fromkeys((other.english, other.arabic) for other in group)))


def place_of(row: dict[str, str]) -> Made | None:
    """Return the place that a row tells of by a plain name, None where it describes one."""
    english = _CUT.split(row["location_en"].strip())[0].strip()
    arabic = _CUT.split(row["location_ar"].strip())[0].strip()
    if _DESCRIBED.search(english) or not _TYPE.sub("", english).strip(" -"):
        return None
    feature = "PPLX" if row["accuracy"] in _SECTIONS else _DIVISIONS.get(row["accuracy"], "PPL")
    if feature == "ADM1":
        return None
    arabic = "" if _DESCRIBED.search(arabic) or _DESCRIBED_AR.search(arabic) else _TYPE_AR.sub("", arabic)
    name = " ".join(_TYPE.sub(" ", english).split())
    return Made(name, arabic, float(row["lat"]), float(row["lon"]), feature)


def _same(one: Made, other: Made) -> bool:
    named = _letters(one.english) == _letters(other.english) or (one.arabic and one.arabic == other.arabic)
    return bool(named) and _km(one, other) <= SAME_KM


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]|^al[ -]", "", name.casefold())


def _km(one: Made, other: Made) -> float:
    return haversine_km((one.latitude, one.longitude), (other.latitude, other.longitude))


def distractors(places: Sequence[Made]) -> Iterator[Made]:
    """Yield places that were never asked for: near names, mixed names, every fifth name far from its own."""
    draw = random.Random(SEED)  # noqa: S311
    for number, one in enumerate(places):
        for changes in (1, 1, 2):
            spot = _spot(draw, places, one)
            yield Made(_changed(draw, one.english, _LETTERS_EN, changes),
                       _changed(draw, one.arabic, _LETTERS_AR, changes), *spot)  # fmt: skip
        if number % 5 == 0:
            spot = _spot(draw, places, one)
            yield replace(one, latitude=spot[0], longitude=spot[1], others=())
    compound = [one for one in places if " " in one.english and " " in one.arabic]
    for _ in range(2 * len(places)):
        first, last = draw.choice(compound), draw.choice(compound)
        english = f"{first.english.split()[0]} {last.english.split()[-1]}"
        arabic = f"{first.arabic.split()[0]} {last.arabic.split()[-1]}"
        yield Made(english, arabic, *_spot(draw, places, last))


def _spot(draw: random.Random, places: Sequence[Made], apart: Made) -> tuple[float, float]:
    """Draw a spot some kilometres off some place, far from the one whose name it takes."""
    while True:
        near = draw.choice(places)
        lat, lon = near.latitude + draw.uniform(-0.2, 0.2), near.longitude + draw.uniform(-0.2, 0.2)
        if haversine_km((lat, lon), (apart.latitude, apart.longitude)) >= APART_KM:
            return round(lat, 5), round(lon, 5)


def _changed(draw: random.Random, name: str, letters: str, changes: int) -> str:
    words = name.split()
    long = max(range(len(words)), key=lambda word: len(words[word]), default=0)
    for _ in range(changes if words and len(words[long]) > 3 else 0):
        made = list(words[long])
        at = draw.randrange(2, len(made))
        made[at] = draw.choice(letters.replace(made[at], ""))
        words[long] = "".join(made)
    return " ".join(words)


def transliterated(arabic: str) -> str:
    """Return an Arabic name letter by letter after BGN/PCGN, the article as a word of its own."""
    words = ("al " + word[2:] if word.startswith("ال") and len(word) > 3 else word for word in arabic.split())
    return " ".join("".join(_BGN.get(letter, letter) for letter in word) for word in words)


def write_dump(path: Path, places: Iterable[Made], variant: str) -> None:
    """Write the lines of a dump; `variant` is "both", or the script that is asked and left out of it."""
    seats = _seats()
    codes = {province: f"{code:02}" for code, province in enumerate(sorted({one for one, _ in seats}), 1)}
    with path.open("w", encoding="utf-8") as out:
        for number, one in enumerate(places, 90_000_000):
            names = _names(one, variant)
            if names:
                province = min(seats, key=lambda seat: haversine_km((one.latitude, one.longitude), seat[1]))[
                    0
                ]
                out.write(_line(number, names, one, codes[province]))
        for province, code in codes.items():
            spot = next(spot for one, spot in seats if one == province)
            out.write(_line(80_000_000 + int(code), [province], Made(province, "", *spot, "ADM1"), code))


def _names(one: Made, variant: str) -> list[str]:
    english = [name for name, _ in ((one.english, ""), *one.others)]
    arabic = [name for _, name in (("", one.arabic), *one.others) if name]
    made = {
        "arabic": english,
        "english": [*arabic, *map(transliterated, arabic)],
        "both": [*english, *arabic],
    }
    return list(dict.fromkeys(made[variant]))


def _seats() -> list[tuple[str, tuple[float, float]]]:
    """Return towns of the country with their province: a row lies in that of the nearest."""
    towns = GazetteerStore(embedded()).towns("SY")
    return [(one.province, (one.latitude, one.longitude)) for one in towns if one.province]


def _line(number: int, names: Sequence[str], one: Made, province: str) -> str:
    feature = "A" if one.feature.startswith("ADM") else "P"
    spot = (f"{one.latitude}", f"{one.longitude}")
    rest = ("SY", "", province, "", "", "", "0", "", "", "Asia/Damascus", "2020-01-01")
    return (
        "\t".join((str(number), names[0], "", ",".join(names[1:]), *spot, feature, one.feature, *rest)) + "\n"
    )

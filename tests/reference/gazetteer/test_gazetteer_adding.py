"""Files of places are read row by row: what cannot be taken is counted by code, and costs no other row."""

import json
import zipfile
from pathlib import Path

import pytest
from gazetteer_files import collection, compiled, dump_line, feature, with_added, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warmonitor.model import SourceError
from warmonitor.reference.gazetteer import PlaceKind
from warmonitor.reference.gazetteer.adding.add import Form
from warmonitor.reference.gazetteer.store import GazetteerStore

GOOD = dump_line(1, "Tell Vostra", 35.2, 36.7, others="تل فوسترا,Tal Vostra")
REFUSED = "Not taken: {} without the columns that the rest of the file has ({})."
BROKEN: list[tuple[str, str | bytes]] = [
    ("row-columns", "2\tonly three\tcolumns"),
    ("row-encoding", b"2\t\xff\xfe" + b"\t" * 17),
    ("row-no-id", dump_line(2, "Sarvik", 35.0, 36.5).replace("2", "two", 1)),
    ("row-no-name", dump_line(2, "", 35.0, 36.5)),
    ("row-country", dump_line(2, "Sarvik", 35.0, 36.5, country="QQ")),
    ("row-duplicate", dump_line(1, "Sarvik", 35.0, 36.5)),
    ("coordinates-missing", dump_line(2, "Sarvik", "", 36.5)),
    ("coordinates-missing", dump_line(2, "Sarvik", "north", 36.5)),
    ("coordinates-missing", dump_line(2, "Sarvik", "nan", 36.5)),
    ("coordinates-zero", dump_line(2, "Sarvik", 0.0, 0)),
    ("coordinates-range", dump_line(2, "Sarvik", 95.0, 36.5)),
    ("coordinates-range", dump_line(2, "Sarvik", 35.0, 361.5)),
    ("coordinates-swapped", dump_line(2, "Sarvik", 40.9, 34.5)),
    ("coordinates-abroad", dump_line(2, "Sarvik", -12.0, 120.0)),
]


@pytest.mark.parametrize(("code", "line"), BROKEN)
def test_a_broken_line_is_told_and_costs_no_other(tmp_path: Path, code: str, line: str | bytes) -> None:
    after = dump_line(3, "Marvik", 35.4, 36.9)
    _, added = compiled(written(tmp_path / "SY.txt", [GOOD, line, after]))
    assert added.rows == 2
    assert [one for one, _ in added.refused] == [code]
    assert "1 row" in added.refused[0][1]
    assert added.refused[0][1].endswith("(line 2).")


def test_many_refusals_are_told_with_their_first_lines(tmp_path: Path) -> None:
    _, added = compiled(written(tmp_path / "SY.txt", [GOOD, *(["broken"] * 1200)]))
    assert added.refused == (
        (
            "row-columns",
            REFUSED.format("1,200 rows", "lines 2, 3, 4, 5, 6 and more"),
        ),
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=40).filter(lambda line: b"\n" not in line), max_size=6), st.randoms())
def test_whatever_stands_between_good_lines_they_are_taken(
    tmp_path: Path, junk: list[bytes], order: object
) -> None:
    good: list[str | bytes] = [dump_line(n, f"Vostra {n}", 35.0 + n / 50, 36.9) for n in range(1, 6)]
    lines = [*good, *(one.replace(b"\t", b" ") for one in junk)]
    order.shuffle(lines)  # type: ignore[attr-defined]
    target, added = compiled(written(tmp_path / "SY.txt", lines))
    assert added.rows == 5
    assert all(GazetteerStore(target).by_ref(f"geonames:{n}") for n in range(1, 6))
    target.unlink()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"Dear reader, this is a letter.\nIt has no places.\n", "is no gazetteer"),
        (b"\x89PNG" + bytes(100), "is no gazetteer in UTF-8"),
        ("name,lat,lon\nVostra,35,36\n".encode("utf-16"), "in UTF-8"),
        (b"ADM1_EN,ADM1_PCODE\nVostra,SY01\n", "no coordinates"),
        (b'{"type": "FeatureCollection", "features": [', "is not GeoJSON"),
        (b"{" * 100_000, "JSON"),
        (b"1\tone line of text\n" * 5, "is no gazetteer"),
        (GOOD.replace("35.2", "0").replace("36.7", "0").encode(), "no row could be taken"),
    ],
)
def test_a_file_that_is_no_gazetteer_is_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "file.txt").write_bytes(content)
    with pytest.raises(SourceError, match=said):
        compiled(tmp_path / "file.txt")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        compiled(tmp_path / "none.txt")


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_dump_is_taken_out_of_its_archive(tmp_path: Path) -> None:
    source = zipped(tmp_path / "SY.zip", {"readme.txt": b"What this is", "SY.txt": GOOD.encode()})
    assert compiled(source)[1].rows == 1


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"one.txt": b"a", "two.txt": b"b"}, "2 tables"),
        ({"picture.png": b"a"}, "no table"),
        ({"SY.txt": bytes(80 * 2**20)}, "more than 100 times"),
        ({"[Content_Types].xml": b"<x/>", "xl/sheet1.xml": b"<x/>"}, "as CSV"),
    ],
)
def test_an_archive_with_no_one_table_is_refused(
    tmp_path: Path, members: dict[str, bytes], said: str
) -> None:
    with pytest.raises(SourceError, match=said):
        compiled(zipped(tmp_path / "places.zip", members))


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    source = zipped(tmp_path / "SY.zip", {"SY.txt": "\n".join([GOOD] * 500).encode()})
    content = bytearray(source.read_bytes())
    content[40:60] = b"x" * 20
    source.write_bytes(content)
    with pytest.raises(SourceError, match="cannot be read"):
        compiled(source)


def test_features_tell_kinds_and_divisions_tell_provinces(tmp_path: Path) -> None:
    lines = [
        dump_line(10, "Vostrania Governorate", 35.3, 36.8, feature="A.ADM1", admin1="91"),
        dump_line(11, "Old Quarter of Vostra", 35.21, 36.71, feature="P.PPLX", admin1="91"),
        dump_line(12, "Vostra Castle Hill", 35.22, 36.72, feature="T.HLL", admin1="91"),
        dump_line(13, "Vostra Subdistrict", 35.2, 36.7, feature="A.ADM3", admin1="91"),
        dump_line(14, "Road of Vostra", 35.2, 36.7, feature="R.RD", admin1="91"),
        dump_line(15, "Vostrabad", 35.2, 36.7, admin1="91"),
    ]
    found = with_added(written(tmp_path / "SY.txt", lines))
    kinds = {"Old Quarter of Vostra": PlaceKind.SECTION, "Vostra Castle Hill": PlaceKind.SITE}
    kinds |= {"Vostra": PlaceKind.DISTRICT, "Vostrania": PlaceKind.PROVINCE, "Vostrabad": PlaceKind.TOWN}
    for name, kind in kinds.items():
        assert [one.entry.kind for one in found.find(name, countries=["SY"])] == [kind]
    assert found.find("Road of Vostra", countries=["SY"]) == []
    town = found.firm("Vostrabad")[0].entry
    assert (town.province, town.ref) == ("Vostrania", "geonames:15")
    assert found.firm("Vostrania")[0].entry.radius_km is not None


PCODES = """\
ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,Latitude,Longitude,validOn
#country+name,#country+code,#adm1+name,#adm1+code,#adm2+name+i_en,#adm2+name+i_ar,#adm2+code,#geo+lat,#geo+lon,
Syria,SY,Vostrania,SY77,Tell Vostra,تل فوسترا,SY7704,35.2,36.7,2020-01-01
Syria,SY,Vostrania,SY77,"Sarvik, Upper",سارفيك,SY7705,35.4,36.9,2020-01-01
Syria,SY,Vostrania,SY77,"Broken,x,SY7706,35.4,36.9,2020-01-01
Syria,SY,Vostrania,SY77,Nowhere,,SY7707,,,2020-01-01
"""


def test_a_pcode_table_keeps_its_codes(tmp_path: Path) -> None:
    source = tmp_path / "adm2.csv"
    source.write_text(PCODES, encoding="utf-8-sig")
    _, added = compiled(source)
    assert (added.form, added.rows) == (Form.PCODES, 2)
    assert [code for code, _ in added.refused] == ["coordinates-missing", "row-quotes"]
    one = with_added(source).firm("تل فوسترا")[0].entry
    assert (one.ref, one.kind, one.name) == ("pcode:SY7704", PlaceKind.DISTRICT, "Tell Vostra")
    assert (one.countries, one.province, one.radius_km) == (("SY",), "Vostrania", 15.0)


@pytest.mark.parametrize(
    "header",
    [
        "admin3Name_en,admin3Name_ar,admin3Pcode,lat,lon",
        "adm3_name,adm3_name1,adm3_pcode,center_lat,center_lon",
        "featureName_en,featureName_ar,featurePcode,Y,X",
        "Community_EN,Community_AR,Community_PCODE,POINT_Y,POINT_X",
        "NAME_EN,NAME_AR,P-Code,latitude_dd,longitude_dd",
        "LocName_EN;LocName_AR;LocPcode;Y_Coord;X_Coord",
    ],
)
def test_headers_are_read_in_their_many_forms(tmp_path: Path, header: str) -> None:
    row = "Tell Vostra,تل فوسترا,SY770401,35.2,36.7"
    parted = ";" if ";" in header else ","
    source = written(tmp_path / "places.csv", [header, row.replace(",", parted)])
    one = with_added(source).firm("تل فوسترا")[0].entry
    assert (one.ref, one.name, one.latitude, one.longitude) == (
        "pcode:SY770401",
        "Tell Vostra",
        35.2,
        36.7,
    )


def test_an_area_of_ones_own_is_its_middle_with_a_radius(tmp_path: Path) -> None:
    square = [[36.6, 35.1], [36.8, 35.1], [36.8, 35.3], [36.6, 35.3], [36.6, 35.1]]
    source = collection(
        tmp_path / "own.geojson",
        [
            feature("Vostra Valley", {"type": "Polygon", "coordinates": [square]}, place="region"),
            feature("Sarvik", {"type": "Point", "coordinates": [36.9, 35.4]}, **{"name:ar": "سارفيك"}),
            feature("A line", {"type": "LineString", "coordinates": [[36.9, 35.4], [37.0, 35.5]]}),
            feature("Nowhere", None),
            {"type": "Feature", "geometry": None},
        ],
    )
    _, added = compiled(source)
    assert (added.form, added.rows) == (Form.OWN, 2)
    assert dict(added.refused) == {
        "coordinates-missing": "Not taken: 1 row without coordinates, or with words in their place"
        " (feature 4).",
        "row-feature": "Not taken: 2 rows with what is no feature of GeoJSON, or of a form that is no place"
        " (a line) (features 3, 5).",
    }
    valley = with_added(source).firm("Vostra Valley")[0].entry
    assert (valley.latitude, valley.longitude) == pytest.approx((35.2, 36.7), abs=0.001)
    assert valley.radius_km == pytest.approx(14.4, abs=0.2)
    assert with_added(source).firm("سارفيك")[0].entry.name == "Sarvik"


def test_features_may_stand_one_on_a_line(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [36.9, 35.4]}
    lines = [json.dumps(feature(name, point)) for name in ("Sarvik", "Marvik")]
    assert compiled(written(tmp_path / "own.geojson", lines))[1].rows == 2


def test_one_exchanged_place_among_others_is_told_though_no_country_is_named(tmp_path: Path) -> None:
    features = [
        feature(f"Vostra {n}", {"type": "Point", "coordinates": [36.5 + n / 40, 35.0 + n / 50]})
        for n in range(15)
    ]
    features.append(feature("Sarvik", {"type": "Point", "coordinates": [35.2, 36.7]}))
    features.append(feature("Marvik", {"type": "Point", "coordinates": [35.1, 36.9]}))
    _, added = compiled(collection(tmp_path / "own.geojson", features))
    assert added.rows in {15, 17}  # 35 and 36 lie too near each other to tell
    far = [
        feature(f"Vostra {n}", {"type": "Point", "coordinates": [80.5 + n / 40, 15.0 + n / 50]})
        for n in range(15)
    ]
    far.append(feature("Sarvik", {"type": "Point", "coordinates": [15.2, 80.7]}))
    _, added = compiled(collection(tmp_path / "far.geojson", far))
    assert (added.rows, [code for code, _ in added.refused]) == (15, ["coordinates-swapped"])

"""Maps and plots of a situation report: what they show, in words too, and that no text acts in them."""

from datetime import date, timedelta

from lxml import etree

from warmonitor.exports.sitrep.atlas import Stand, area_map
from warmonitor.exports.sitrep.chart import Range, Told, ranges
from warmonitor.exports.sitrep.pictures import png
from warmonitor.exports.sitrep.record import Picture
from warmonitor.exports.sitrep.view import Spot, outline_of
from warmonitor.exports.sitrep.weeks import weeks
from warmonitor.model.sides import others, signs_of

SVG = "{http://www.w3.org/2000/svg}"
ORLEN = Spot("Orlen", 30.0, 40.0, 3.0)
TANNA = Spot("Tanna", 30.3, 40.1, 3.0)
NEAR = Spot("the area near Tanna", 30.4, 40.1, 12.0)
BORDER = outline_of([(29.0, 40.2), (31.0, 40.2), (31.0, 60.0), (29.0, 40.2)])
SIGNS = signs_of({"Lamp Guard": 2, "River Men": 1})
FAR = outline_of([(100.0, 0.0), (101.0, 1.0), (100.0, 0.0)])


def drawn() -> Picture:
    stands = [Stand(ORLEN, "held", "Lamp Guard"), Stand(TANNA, "contested", "River Men")]
    made = area_map(stands, [NEAR, NEAR], [BORDER, FAR], "2 March 2031", SIGNS)
    assert made is not None
    return made


def parts(picture: Picture, name: str) -> list[etree._Element]:
    return list(etree.fromstring(picture.svg.encode()).iter(f"{SVG}{name}"))


def test_a_map_shows_holders_states_areas_outlines_and_a_scale() -> None:
    picture = drawn()
    said = [one.text for one in parts(picture, "text")]
    assert {"Orlen", "Tanna", "Lamp Guard", "River Men", "contested", "only claimed"} <= set(said)
    assert any(one and one.endswith(" km") for one in said)
    assert any(one.get("fill", "").startswith("url(#hatch-") for one in parts(picture, "circle"))
    areas = [one for one in parts(picture, "circle") if one.get("stroke-dasharray") == "3 2"]
    assert len(areas) == 2  # one of the place, one in the legend
    assert picture.said.startswith(
        "Map. How places stood on 2 March 2031: Orlen: held Lamp Guard; Tanna: contested"
    )
    assert png(picture).startswith(b"\x89PNG")
    assert area_map([], [], [BORDER], "2 March 2031", SIGNS) is None


def test_a_side_has_its_sign_and_one_without_any_is_told_as_another() -> None:
    stands = [Stand(ORLEN, "held", "River Men"), Stand(TANNA, "held", "Hill Band")]
    picture = area_map(stands, [], [BORDER], "2 March 2031", SIGNS)
    assert picture is not None
    colours = [one.get("fill") for one in parts(picture, "circle")]
    assert colours.count(SIGNS["River Men"].colour) == colours.count(others().colour) - 1 == 2
    said = [one.text for one in parts(picture, "text")]
    assert {"River Men", "other sides"} <= set(said)
    assert not {"Lamp Guard", "Hill Band"} & set(said)


def test_names_lie_over_no_sign_and_no_other_name() -> None:
    row = [Spot(f"Old Orlen Bridge {number}", 30.0 + number / 50, 40.0, 3.0) for number in range(9)]
    picture = area_map([Stand(one, "held", "Lamp Guard") for one in row], [], [], "2 March 2031", SIGNS)
    assert picture is not None
    named = [one for one in parts(picture, "text") if (one.text or "").startswith("Old")]
    assert [one.get("text-anchor") for one in named] == ["end", "start"]


def test_pictures_have_attributes_alone_and_no_way_out() -> None:
    bad = '"><script>alert(1)</script><image href="file:///etc/passwd"/>\x00\ud800'
    stands = [Stand(Spot(bad, 30.0, 40.0, 2.0), "held", bad)]
    pictures = (
        area_map(stands, [Spot(bad, 30.0, 40.0, 2.0)], [], "2 March 2031", signs_of({bad: 1})),
        ranges([Told(bad, (Range(bad, 1, 2),))], "Killed"),
    )
    for picture in pictures:
        assert picture is not None
        tree = etree.fromstring(picture.svg.encode())
        assert {etree.QName(one).localname for one in tree.iter()} <= {
            "svg", "g", "rect", "circle", "polygon", "path", "text", "pattern", "clipPath",
        }  # fmt: skip
        names = {name for one in tree.iter() for name in one.attrib}
        assert not any(name == "style" or "href" in name or name.startswith("on") for name in names)
        assert png(picture).startswith(b"\x89PNG")


def test_a_figure_is_a_range_of_each_origin_and_an_open_end_an_arrow() -> None:
    rows = (Range("mayor", 3, 3), Range("clinic", 5, None), Range("guard", None, None))
    picture = ranges([Told("people killed, Orlen", rows)], "Killed")
    assert picture is not None
    assert picture.said == "Killed. people killed, Orlen: mayor 3; clinic at least 5; guard number not known."
    assert {"3", "at least 5", "number not known"} <= {one.text for one in parts(picture, "text")}
    assert ranges([Told("x", (Range("guard", None, None),))], "Killed") is None


def test_events_are_counted_by_week_and_those_of_no_known_week_are_told() -> None:
    since = date(2031, 3, 1)
    days = [(since, since), (since, since + timedelta(6)), (since, since + timedelta(7)), (None, since)]
    picture = weeks(days, since, date(2031, 3, 31))
    assert picture is not None
    assert "1 to 7 March 2031 2; 8 to 14 March 2031 0" in picture.said
    assert picture.title.endswith("Of 2 more the week is not known.")
    assert weeks([], since, since) is None


def test_a_long_range_at_the_right_edge_stands_within_the_plot() -> None:
    picture = ranges([Told("displaced", (Range("the mayor", 1_200_000.0, 12_576_000.0),))], "People")
    assert picture is not None
    told = next(one for one in parts(picture, "text") if one.text == "1,200,000 to 12,576,000")
    letter = 0.55 * float(told.get("font-size", ""))  # the width of a digit, of most fonts
    assert float(told.get("x", "")) + letter * len(told.text or "") <= picture.width

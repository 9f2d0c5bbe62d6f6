"""A flood of junk beside a few reports of worth: these are in the store soon, and the flood is told."""

from kept_documents import Place, times
from watched import HOST, Site, Steady, once, page


def test_reports_beside_a_flood_are_read_first_and_the_flood_is_told(place: Place) -> None:
    junk, real = times(120, 50_000), times(8, 100)
    site = Site({number: page(number) for number in range(junk + real)})
    site.sources = dict.fromkeys(range(junk), "Junk") | dict.fromkeys(range(junk, junk + real), "Lamp")
    reading = Steady()
    with place.open() as store:
        told = once(store, site, reading=reading, names=("Junk", "Lamp"), most=junk - 20)
    places = [at for at, source in enumerate(reading.read_) if int(source.rsplit("/", 1)[1]) >= junk]
    # Turn by turn: of so many reports no more than as many of the flood are read before the last.
    assert len(places) == real
    assert max(places) <= 3 * real
    assert len(reading.read_) == junk - 20 + real
    assert told.said == [("too-many-links", f"{HOST}/Junk")]

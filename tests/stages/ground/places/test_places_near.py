"""Looking names up by keys finds every pair that the rules of spelling join."""

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.stages.ground.places.join import likeness, misspelt, same_sound
from warmonitor.stages.ground.places.near import NearNames

SYLLABLES = (
    "al-",
    "Kaf",
    "r ",
    "za",
    "zei",
    "ta",
    "sh",
    "oun",
    "ch",
    "u",
    "ng",
    "q",
    "k",
    "an",
    "Deir ",
    "é",
)
names = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map("".join).filter(str.strip)


@given(st.lists(names, min_size=1, max_size=12), names)
def test_no_spelling_is_overlooked(known: list[str], name: str) -> None:
    shelves = NearNames()
    for one in known:
        shelves.add(one)
    near = shelves.near(name)
    assert near == sorted(set(near))
    for number, one in enumerate(known):
        if likeness(name, one) or misspelt(name, one) or same_sound(name, one):
            assert number in near


def test_names_of_nothing_in_common_are_not_looked_at() -> None:
    shelves = NearNames()
    for one in ("Tashkul", "Orven", "Kuyu"):
        shelves.add(one)
    assert shelves.near("Tashkull") == [0]

"""Names of a pool that are near: the quick sieves lose none that the slow rule finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from warmonitor.reference.gazetteer.pool import Groups, Letters, Names, Pool, Shelves, edits_allowed
from warmonitor.reference.gazetteer.spelling import skeleton, sound

keys = st.text("abkrz", min_size=1, max_size=13)
known = st.lists(keys, max_size=8, unique=True)


@given(known, keys)
def test_every_key_so_few_letters_away_is_found(stored: list[str], asked: str) -> None:
    names = Names.plain([(key, number) for number, key in enumerate(stored)])
    apart = [(OSA.distance(asked, key), number) for number, key in enumerate(stored)]
    wanted = sorted(one for one in apart if one[0] <= edits_allowed(asked) > 0)
    assert Letters(names).near(asked) == wanted


@given(known, keys)
def test_keys_of_one_sound_or_skeleton_are_found_on_their_shelf(stored: list[str], asked: str) -> None:
    shelf = Pool(Shelves([(key, number) for number, key in enumerate(stored)])).shelf(asked)
    alike = [row for row, key in enumerate(shelf.names.keys) if sound(key) == sound(asked)]
    assert shelf.sounds.of(sound(asked)) == alike
    bare = [row for row, key in enumerate(shelf.names.keys) if skeleton(key) == skeleton(asked)]
    assert shelf.bones.of(skeleton(asked)) == bare


def test_rows_of_one_word_keep_their_order() -> None:
    groups = Groups(["b", "a", "b", "c", "b"], range(5))
    assert (groups.of("b"), groups.of("a"), groups.of("d")) == ([0, 2, 4], [1], [])


def test_a_name_without_vowels_is_met_by_consonants_alone() -> None:
    names = Names(["marvik", "mrvk"], [1, 2], ["", ""], ["", ""], [False, True])
    assert Letters(names).near("marvak") == [(1, 1)]

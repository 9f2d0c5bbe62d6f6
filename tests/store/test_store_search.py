"""What words find: the same in both databases, whatever somebody writes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kept_documents import Place
from postgres_server import fresh_database
from shelved import claim, shelve

from warmonitor.model import QueryError
from warmonitor.store.filters import Filters
from warmonitor.store.rank import rank
from warmonitor.store.reader import Reader
from warmonitor.store.shelf import Row
from warmonitor.store.snippets import snippet
from warmonitor.store.store import Store
from warmonitor.store.terms import Term, terms_of
from warmonitor.store.words import fold_word, folded, words


def report(number: int, text: str, **more: str) -> Row:
    content = {"id": f"report-{number}", "title": f"No {number}", "text": text}
    return Row("reports", f"report-{number}", content, rank((str(content["id"]),)), links=tuple(more.items()))


TEXTS = [
    "The Qa'ida-linked band left Al-Zahrā’ for the port of Orlen.",
    "مدينة حَلَب تحت القصف، وإدلب كذلك",
    "Zero zeal: the port, of all places, of Orlen.",
    "Straße and façade in İstanbul fell; 1,200 left.",
    "port " * 400 + "of Orlen " + "the port of call " * 300,
]


@pytest.fixture
def reader(place: Place) -> object:
    with place.open() as store:
        shelve(
            store, "a", [report(n, text, outlet="Lamp" if n % 2 else "Bell") for n, text in enumerate(TEXTS)]
        )
        shelve(store, "b", [claim(number, place=f"place-{number % 2}") for number in range(6)])
        yield Reader(store.database)


def found(reader: Reader, asked: str, **more: object) -> list[str]:
    return sorted(hit.id for hit in reader.search(asked, limit=100, **more).hits)  # type: ignore[arg-type]


FINDS = [
    ("orlen port", [0, 2, 4]),
    ('"port of Orlen"', [0, 4]),
    ("“PORT OF ORLEN”", [0, 4]),
    ('port -"port of Orlen"', [2]),
    ("orlen -zeal", [0, 4]),
    ("zah*", [0]),
    ("zer*", [2]),
    ("al-zahra", [0]),
    ("qaida", []),
    ("qa'ida", [0]),
    ("qa'ida*", [0]),
    ("حلب", [1]),
    ("ادلب", []),
    ("وادلب", [1]),
    ("مدينه", [1]),
    ("STRASSE Facade istanbul", [3]),
    ("1,200", [3]),
    ("-port", []),
    ("", []),
    ('!?* - ""', []),
]


def test_words_find_what_has_them_all(reader: Reader) -> None:
    for asked, numbers in FINDS:
        assert found(reader, asked, kind="reports") == [f"report-{number}" for number in numbers], asked


def test_what_is_found_is_the_newest_first_and_paged(reader: Reader) -> None:
    first = reader.search("harbour master", limit=4)
    assert [hit.id for hit in first.hits] == [f"claim-0000{number}" for number in (5, 4, 3, 2)]
    rest = reader.search("harbour master", after=first.after, limit=4)
    assert [hit.id for hit in rest.hits] == ["claim-00001", "claim-00000"]
    assert rest.after is None


def test_filters_hold_for_what_is_found(reader: Reader) -> None:
    assert found(reader, "orlen", filters=Filters(place="place-1")) == [f"claim-0000{n}" for n in (1, 3, 5)]
    assert found(reader, "orlen", filters=Filters(outlet="Bell")) == ["report-0", "report-2", "report-4"]
    assert found(reader, "orlen", filters=Filters(report="report-0000"), kind="claims") == [
        f"claim-0000{n}" for n in range(6)
    ]
    assert found(reader, "orlen", filters=Filters(report="report-0001")) == []


def test_what_is_changed_is_found_by_its_new_words_alone(place: Place) -> None:
    with place.open() as store:
        reader = Reader(store.database)
        shelve(store, "a", [report(1, "Barley for Orlen")])
        shelve(store, "a", [report(1, "Wheat for Orlen")])
        assert found(reader, "barley") == []
        assert found(reader, "wheat") == ["report-1"]
        shelve(store, "a", [])
        assert found(reader, "orlen") == []


def test_a_snippet_tells_where_the_words_stand() -> None:
    text = "It rained. " * 30 + "The café at the Pórt  of Orlen closed. " + "It rained. " * 30
    from_ = text.index("Pórt")
    got = snippet("reports", {"title": "Rain", "text": text}, terms_of('"port of" cafe'))
    assert got.field == "text"
    assert text[got.start : got.start + len(got.text)] == got.text
    assert [got.text[low:high] for low, high in got.marks] == ["café", "Pórt  of"]
    assert got.start + got.marks[1][0] == from_
    assert len(got.text) <= 250
    none = snippet("reports", {"title": "Rain", "text": text}, terms_of("snow"))
    assert (none.field, none.text, none.marks) == ("title", "Rain", ())


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, postgres: str) -> object:
    folder: Path = tmp_path_factory.mktemp("both")
    places = [Place(str(folder / "s"), None), Place(fresh_database(postgres, "search_both"), folder / "raw")]
    stores: list[Store] = [place.open() for place in places]
    for store in stores:
        shelve(store, "a", [report(n, text) for n, text in enumerate(TEXTS)])
        shelve(store, "b", [claim(number) for number in range(6)])
    yield [Reader(store.database) for store in stores]
    for store in stores:
        store.database.close()


WRITTEN = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from([
            "port", "of", '"port of', 'orlen"', "-", "*", '"', "the", "zer*", "o*", "NEAR(", ")", "OR",
            "NOT", "words:", "^port", "{", "port + of", "'", ";--", "حلب", "\0", "\ud800", "%", "_", ":*",
            "&", "|", "!",
        ]),
        max_size=8,
    ).map(" ".join),
)  # fmt: skip


@settings(max_examples=500, suppress_health_check=list(HealthCheck))
@given(asked=WRITTEN)
def test_whatever_is_written_both_databases_find_the_same(both: list[Reader], asked: str) -> None:
    try:
        terms_of(asked)
    except QueryError:
        return
    one, other = (
        [(hit.kind, hit.id, hit.snippet) for hit in reader.search(asked, limit=100).hits] for reader in both
    )
    assert one == other


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"words": "x" * 1001}, "words-too-long"),
        ({"words": "port qa-i*"}, "words-too-wide"),
        ({"words": "x", "after": "1 OR 1"}, "cursor-invalid"),
        ({"words": "x", "after": "9" * 30}, "cursor-invalid"),
        ({"words": "x", "kind": "horses"}, "kind-unknown"),
        ({"words": "x", "limit": 1001}, "limit-invalid"),
    ],
)
def test_what_is_no_search_is_told(reader: Reader, more: dict[str, str], code: str) -> None:
    with pytest.raises(QueryError) as told:
        reader.search(**more)  # type: ignore[arg-type]
    assert told.value.code == code


@given(text=st.text())
def test_words_stand_where_they_say_and_are_ascii(text: str) -> None:
    for word in words(text):
        assert fold_word(text[word.start : word.end]) == word.folded
        assert word.folded.isascii()
        assert word.folded.isalnum()
    assert list(folded(text)) == [word.folded for word in words(text)]


def test_terms_are_read_as_written() -> None:
    assert terms_of('a -b car* "d e" -"f g" h-i') == (
        Term(("a",)), Term(("b",), without=True), Term(("car",), prefix=True), Term(("d", "e")),
        Term(("f", "g"), without=True), Term(("h", "i")),
    )  # fmt: skip

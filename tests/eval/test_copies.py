import csv
from itertools import pairwise
from pathlib import Path

import pytest

from eval import copies_draw
from eval.copies import HALVES, Label, misses, read_labels, rows_of, shares
from eval.copies_draw import TABLE, Article, draw, overlaps, read_articles, single, take_turns
from eval.copies_found import DEPENDENT, Found, look_up, read_reports

NO_DEPENDENCE = {"quotation", "stock", "independent"}
STORY = (
    "Shells fell on the fish market of Port Arden early on Monday and set eleven stalls on fire, the "
    "harbour council said. Fishermen carried the wounded to a school where two nurses worked without "
    "light. The road to the north stayed closed because a bridge had been hit in the night, and lorries "
    "with flour turned back at the quarry. By noon the fires were out and boats were leaving again."
)
ADDED = (
    " A teacher who lives above the quay told this paper that she had counted nine blasts. Her brother "
    "had left for the islands the day before, and half of her class had gone with their parents since "
    "the spring rains. The ferry company means to sail twice a week for as long as its last ship can be "
    "kept afloat and fuelled."
)
OTHER = (
    "Two convoys of grain reached the upper valley on Tuesday after the militia of Lorne let them pass "
    "its posts. Drivers waited nine hours at a ford while envoys bargained over a list of names. Elders "
    "said that the mills would now run until the first snow, and asked for salt, seed and a doctor."
)


def label(a: str, b: str, kind: str, first: str = "-", *, half: str = "tune") -> Label:
    return Label(a, b, 2, half, kind, first, doubt=False)


def article(key: str, text: str, outlet: str = "herald") -> Article:
    return Article(key, outlet, None, f"Title {key}", text)


def table(folder: Path, rows: list[Article]) -> Path:
    path = folder / TABLE
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            ["unit_id", "article_title", "article_content", "source", "date", "location", "labels"]
        )
        for row in rows:
            day = f"{row.day:%m/%d/%Y}" if row.day else "soon"
            writer.writerow([row.key, row.title, row.text, row.outlet, day, "port arden", "1"])
    return folder


def test_the_labels_are_whole_and_hold_no_text() -> None:
    labels = read_labels()
    assert len({(x.a, x.b) for x in labels}) == len(labels) == 300
    assert [sum(x.band == band for x in labels) for band in range(4)] == [75, 75, 75, 75]
    assert [sum(x.half == half for x in labels) for half in HALVES] == [150, 150]
    for x in labels:
        assert x.a < x.b
        assert (x.a + x.b).isdecimal()
        assert x.kind in DEPENDENT | NO_DEPENDENCE
        assert x.first in ({x.a, x.b, "both", "?"} if x.dependent else {"-"})


def test_no_pair_of_copies_is_parted_by_the_halves() -> None:
    halves: dict[str, set[str]] = {}
    for x in read_labels():
        if x.dependent:
            for key in (x.a, x.b):
                halves.setdefault(key, set()).add(x.half)
    assert all(len(found) == 1 for found in halves.values())


def test_shares_count_links_kinds_and_first_texts() -> None:
    rows = [
        (label("1", "2", "reprint", "1"), Found(True, "reprint", "1", 0.9)),
        (label("3", "4", "shortened", "4"), Found(True, "rewrite", "3", 0.4)),
        (label("5", "6", "rewrite", "?"), Found()),
        (label("7", "8", "stock"), Found(False, "rewrite", "7", 0.3)),
        (label("7", "9", "independent"), Found(True)),
    ]
    assert shares(rows) == pytest.approx(
        {
            "link_precision": 2 / 3,
            "link_recall": 2 / 3,
            "link_f1": 2 / 3,
            "kind_f1": 1 / 3,
            "kind": 1 / 2,
            "accuracy": 2 / 5,
            "dependence": 3 / 5,
            "first": 1 / 2,
            "pairs": 5,
            "dependent": 3,
            "first_known": 2,
        }
    )
    told = [line.split()[0] for line in misses(rows)]
    assert told == ["false:", "first:", "kind:", "kind:", "kind:", "missed:"]


def test_what_nothing_was_asked_of_has_no_share() -> None:
    assert shares([(label("1", "2", "independent"), Found())]) == {
        "accuracy": 1,
        "dependence": 1,
        "pairs": 1,
        "dependent": 0,
        "first_known": 0,
    }


def test_a_strand_without_shared_words_is_a_link_without_a_kind() -> None:
    row = (label("1", "2", "rewrite", "1"), Found(True))
    assert shares([row])["link_recall"] == 1
    assert shares([row])["accuracy"] == 0


def test_pairs_are_looked_up_in_strands_and_by_their_own_texts() -> None:
    articles = [
        article("1", STORY),
        article("2", STORY + ADDED, "gazette"),
        article("3", OTHER, "gazette"),
        article("4", STORY, "herald"),
    ]
    found = look_up([("1", "2"), ("4", "2"), ("1", "3"), ("1", "unknown")], read_reports(articles))
    assert [x.linked for x in found] == [True, True, False, False]
    assert [x.dependent for x in found] == [True, True, False, False]
    assert found[0].kind == found[1].kind
    assert found[0].first in {"1", "2"}


def test_rows_are_read_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = tmp_path / "labels.tsv"
    labels.write_text("# told\na\tb\tband\thalf\tkind\tfirst\tdoubt\n1\t2\t3\ttune\treprint\tboth\t1\n")
    monkeypatch.setattr("eval.copies.read_labels", lambda: read_labels(labels))
    folder = table(tmp_path / "data", [article("1", STORY), article("2", STORY + " (end)", "gazette")])
    [(told, found)] = rows_of(folder)
    assert told == Label("1", "2", 3, "tune", "reprint", "both", doubt=True)
    assert found.kind == "reprint"


def test_an_id_of_two_texts_is_not_drawn(tmp_path: Path) -> None:
    rows = [
        article("1", STORY),
        article("2", OTHER),
        article("2", OTHER),
        article("3", STORY),
        article("3", OTHER),
    ]
    assert [x.key for x in single(read_articles(table(tmp_path, rows)))] == ["1", "2"]
    assert read_articles(tmp_path)[0].day is None


def test_overlap_is_a_share_of_the_shorter_text() -> None:
    [(_, _, share)] = overlaps(
        [article("1", "one two three four five"), article("2", "one two three four six")]
    )
    assert share == pytest.approx(2 / 3)
    assert list(overlaps([article("1", "one two three"), article("2", "four five six")])) == []


def test_outlets_take_turns_in_any_order_of_the_pairs() -> None:
    many = [article(str(n), "", "herald") for n in range(5)]
    few = [article("8", "", "gazette"), article("9", "", "gazette")]
    pairs = [*pairwise(many), *pairwise(few)]
    taken = take_turns(pairs, 2)
    assert {pair[0].outlet for pair in taken} == {"herald", "gazette"}
    assert take_turns(pairs[::-1], 2) == taken
    assert len(take_turns(pairs, 99)) == 5


def test_a_draw_takes_from_each_band_and_gives_the_lesser_id_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies_draw, "EACH", 1)
    words = [f"word{n}" for n in range(60)]
    spans = {"4": (0, 20), "3": (0, 20), "2": (10, 30), "1": (40, 60)}
    drawn = draw([article(key, " ".join(words[a:b])) for key, (a, b) in spans.items()])
    assert [band for band, _ in drawn] == [2, 3]
    assert [pair[1].key for _, pair in drawn][1] == "4"
    assert all(one.key < other.key for _, (one, other) in drawn)

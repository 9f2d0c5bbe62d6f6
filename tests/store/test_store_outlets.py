"""How outlets stand and who quotes whom, counted from links, the same on both databases."""

from collections import Counter
from dataclasses import replace

from kept_documents import Place
from shelved import claim, ids, shelve

from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.outlets import After, standing, standings
from warmonitor.store.quoting import Chain, of_all, of_days, of_outlet, of_speaker
from warmonitor.store.rank import rank
from warmonitor.store.shelf import Row

LAMP, HERALD, GAZETTE = "The Lamp", "Orlen Herald", "Étoile > du \x1f soir"


def row(kind: str, number: int, *links: tuple[str, str]) -> Row:
    name = f"{kind}-{number}"
    return Row(kind, name, {"id": name}, rank((name,)), links=links)


def test_counts_of_outlets_are_those_of_their_lists(place: Place) -> None:
    rows = [
        row("reports", at, ("outlet", LAMP if at < 3 else HERALD if at < 5 else GAZETTE)) for at in range(7)
    ]
    rows += [row("events", at, ("outlet", LAMP), ("alone" if at else "first", LAMP)) for at in range(4)]
    rows += [row("strands", 0, ("copied", LAMP), ("copies", HERALD), ("corrected", LAMP))]
    rows += [row("figures", 0, ("corrected", LAMP))]
    with place.open() as store:
        shelve(store, "block", rows)
        found = standings(store.database, 10)
        assert [(one.outlet, one.reports) for one in found] == [(LAMP, 3), (HERALD, 2), (GAZETTE, 2)]
        assert found[0].counts == {
            "events": 4, "alone": 3, "first": 1, "copied": 1, "copies": 0, "changed": 1, "corrected": 1,
        }  # fmt: skip
        assert found[0].counts["alone"] == len(ids(store, "events", filters=Filters(alone=LAMP)))
        assert standings(store.database, 10, After(3, LAMP)) == found[1:]
        assert standings(store.database, 10, After(2, HERALD)) == found[2:]
        assert standing(store.database, HERALD) == found[1]
        assert standing(store.database, "Nobody") is None


def test_chains_are_counted_by_outlet_by_speaker_and_by_days(place: Place) -> None:
    chains = [
        Chain(LAMP, "Wirehouse", "harbour master"),
        Chain(LAMP, "Wirehouse", "harbour master"),
        Chain(LAMP, "", LAMP),
        Chain(f"{LAMP} Weekly", "", "harbour master"),
        Chain("", "", "harbour master"),
    ]
    rows = [
        replace(one, links=(*one.links, ("quotes", chain.quotes), ("quoted", chain.quoted)))
        for one, chain in ((claim(at), chain) for at, chain in enumerate(chains))
    ]
    with place.open() as store:
        shelve(store, "block", rows)
        told = Counter(chains)
        assert of_all(store.database) == told
        assert of_outlet(store.database, LAMP) == Counter({one: told[one] for one in chains[1:3]})
        assert of_outlet(store.database, "") == Counter(chains[4:])
        assert of_speaker(store.database, "harbour master") == Counter([*chains[:2], *chains[3:]])
        days = filters_of({"since": "2031-05-02", "until": "2031-05-03"})
        assert of_days(store.database, days) == (Counter(chains[1:3]), True)
        assert ids(store, filters=Filters(quotes=chains[0].quotes)) == ["claim-00000", "claim-00001"]


def test_long_names_are_found_as_they_are_kept() -> None:
    long = Chain("The " + "very " * 60 + "long paper", "", "x" * 500)
    assert len(long.quotes) < 300
    assert long.quotes.split("\x1f")[0] == long.quoted.split("\x1f")[1]

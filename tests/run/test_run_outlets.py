"""What records say of outlets: alone, first, copied, copying, corrected; and who quotes whom."""

from typing import Any

from warmonitor.run.outlets import told_links
from warmonitor.store.quoting import Chain


def report(name: str, outlet: str | None, day: int | None = 1, copy_of: str | None = None) -> dict[str, Any]:
    written = f"2031-05-{day:02}" if day else None
    dated = {"earliest": written, "latest": written}
    return {"id": name, "outlet": outlet, "dated": dated, "copy_of": copy_of}


def of_event(*reports: dict[str, Any]) -> list[tuple[str, str]]:
    known = {one["id"]: one for one in reports}
    return list(told_links("events", {"reports": [*known]}, known, {}))


LAMP, HERALD = report("a", "The Lamp"), report("b", "Orlen Herald", 2)


def test_alone_is_who_tells_in_words_of_its_own_and_nobody_else_does() -> None:
    assert of_event(LAMP) == [("alone", "The Lamp")]
    assert of_event(LAMP, report("b", "Orlen Herald", copy_of="a")) == [("alone", "The Lamp")]
    assert of_event(LAMP, report("b", None)) == []
    assert of_event(report("b", "Orlen Herald", copy_of="a")) == []


def test_first_is_who_wrote_on_a_day_before_all_others() -> None:
    assert of_event(HERALD, LAMP) == [("first", "The Lamp")]
    assert of_event(LAMP, report("b", "Orlen Herald")) == []
    assert of_event(LAMP, report("b", "Orlen Herald", None)) == []
    assert of_event(HERALD, LAMP, report("c", "Orlen Herald")) == []


def strand(*links: tuple[str, str], changes: tuple[object, ...] = ()) -> dict[str, Any]:
    told = [{"copy": copy, "of": of, "changes": changes} for copy, of in links]
    return {"reports": sorted({one for link in links for one in link}), "links": told}


def test_a_strand_says_who_copies_whom() -> None:
    known = {
        "a": LAMP,
        "b": report("b", "Orlen Herald", copy_of="a"),
        "c": report("c", "Gazette", copy_of="a"),
    }
    found = set(told_links("strands", strand(("b", "a"), ("c", "b")), known, {}))
    assert found == {
        ("status", "several"),
        ("copied", "The Lamp"),
        ("copies", "Orlen Herald"),
        ("copies", "Gazette"),
    }
    assert list(told_links("strands", {"reports": ["a"], "links": []}, known, {})) == [("status", "one")]


def test_a_later_version_with_another_figure_is_a_correction() -> None:
    known = {"a": LAMP, "b": report("b", "The Lamp", 2, "a")}
    assert list(told_links("strands", strand(("b", "a")), known, {}))[1:] == []
    changed = told_links("strands", strand(("b", "a"), changes=("four", "five")), known, {})
    assert list(changed)[1:] == [("corrected", "The Lamp")]


def test_a_lower_count_of_the_same_outlet_is_a_correction_and_a_rising_toll_is_none() -> None:
    known = {"a": LAMP, "b": HERALD}
    claims = {name: {"report": of} for name, of in (("x", "a"), ("y", "a"), ("z", "b"))}

    def corrected(*counts: tuple[str, str]) -> list[tuple[str, str]]:
        history = [{"counts": [{"claim": claim, "mark": mark} for claim, mark in counts]}]
        return list(told_links("figures", {"history": history}, known, claims))

    assert corrected(("x", "first"), ("y", "lowered")) == [("corrected", "The Lamp")]
    assert corrected(("x", "first"), ("y", "raised")) == []
    assert corrected(("x", "first"), ("z", "corrected")) == []


def test_a_claim_is_found_by_the_way_it_came() -> None:
    steps = [{"name": "The Lamp", "kind": "outlet"}, {"name": "Wirehouse", "kind": "agency"}]
    claim = {"report": "a", "paths": [{"origin": "harbour master", "steps": steps}]}
    chain = Chain("The Lamp", "Wirehouse", "harbour master")
    assert list(told_links("claims", claim, {"a": LAMP}, {})) == [
        ("quotes", chain.quotes),
        ("quoted", chain.quoted),
    ]

"""One text put on fifty sites under ten kinds of edit, each in five strengths, is one origin."""

from collections.abc import Callable
from datetime import date

import pytest
from compare_texts import BRIDGE, FERRY, MINE, report

from warmonitor.model import Report
from warmonitor.stages.compare import Compared, compare

HEADLINE = "Fighters leave river port of Kosta as army crosses Atbara"
PARAGRAPHS = FERRY.split("\n\n")
SITES = 5  # for each kind of edit
SYNONYMS = (
    "withdrew:pulled out|said:told reporters|moved:brought|dawn:daybreak|main:chief|promised:pledged|"
    "remained:stayed|traders:merchants|dead:bodies|near:close to|families:households|shut:closed|hit:struck|"
    "bakery:baker|counted:found|vehicles:cars|eastern:east|left:quit|second:further|arrive:come|"
    "crossed:forded|residents:people there|laid:built|served:used|clinic:surgery"
).split("|")
FURNITURE = (
    "Home | World | Economy | Sport",
    "Share this on your favourite network and follow us for more",
    "Sign up for our newsletter: the day's ten stories, in your box at seven each morning",
    "Related: Fuel prices rise again. Photo: the river in flood last spring. Most read today: five recipes",
    "We use cookies to make the site better. By reading on you agree to our terms, to be found below",
)
ADDED = (
    "The harvest in the plain had ended a week before.",
    MINE.split("\n\n")[2],
    "An aid group in the capital asked both sides to open the road for lorries with flour and seed.",
    MINE.split("\n\n")[1],
    (
        "Our own reporter in Rufaa saw three ferries at anchor and spoke with a captain who had not been "
        "paid since spring. He would sail, he said, once somebody told him where to; his crew slept aboard."
    ),
)
QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ("''", "''"), ("‘", "’"))
ALPHABETS = (("aeo", "аео"), ("cpx", "срх"), ("i", "і"), ("o", "ο"), ("aeopcxyi", "аеорсхуі"))
HIDDEN = "\u200b\u200c\u200d\u2060\u00ad"
HEADS = ("Port falls", "Army in Kosta: what we know", "'Nothing left to eat'", "War diary, day 210", "LIVE")


def furniture(n: int) -> str:
    return "\n\n".join(
        [FURNITURE[n], *PARAGRAPHS[:2], FURNITURE[(n + 1) % SITES], *PARAGRAPHS[2:], FURNITURE[n]]
    )


def cut(n: int) -> str:
    kept = ([0, 1, 2, 3], [0, 1, 3], [1, 2, 3, 4], [0, 3], [0, 1])[n]
    return "\n\n".join(PARAGRAPHS[at] for at in kept)


def reordered(n: int) -> str:
    if n == SITES - 1:
        return "\n\n".join(". ".join(reversed(p.rstrip(".").split(". "))) + "." for p in PARAGRAPHS)
    return "\n\n".join(PARAGRAPHS[n + 1 :] + PARAGRAPHS[: n + 1])


def synonyms(n: int) -> str:
    text = FERRY
    for pair in SYNONYMS[: (n + 1) * len(SYNONYMS) // SITES]:
        old, new = pair.split(":")
        text = text.replace(old, new)
    return text


def quotes(n: int) -> str:
    opening, closing = QUOTES[n]
    return FERRY.replace('"We', f"{opening}We").replace('there,"', f"there,{closing}").replace("'", "’")


def look_alikes(n: int) -> str:
    return FERRY.translate(str.maketrans(*ALPHABETS[n]))


def zero_width(n: int) -> str:
    return "".join(letter + HIDDEN[n] * (at % (n + 2) == 0) for at, letter in enumerate(FERRY))


def headline(n: int) -> str:
    return f"{HEADS[n]}\n\n{FERRY}"


def figure(n: int) -> str:
    old, new = (
        ("nine", "ninety"), ("forty", "14"), ("three thousand", "30,000"), ("two fuel", "twenty fuel"),
        ("nine dead", "no dead"),
    )[n]  # fmt: skip
    return FERRY.replace(old, new)


def added(n: int) -> str:
    return "\n\n".join([*PARAGRAPHS[:n], ADDED[n], *PARAGRAPHS[n:]])


EDITS: tuple[Callable[[int], str], ...] = (
    furniture, cut, reordered, synonyms, quotes, look_alikes, zero_width, headline, figure, added,
)  # fmt: skip


def site(edit: Callable[[int], str], n: int, posted: date | None) -> Report:
    host = f"https://{edit.__name__.replace('_', '-')}-{n}.example/story"
    heading = HEADS[n] if edit is headline else HEADLINE
    return report(edit(n), host, posted, url=host, outlet=f"{edit.__name__} {n}", title=heading)


def origin_and_copies(posted: date | None) -> tuple[Report, Compared]:
    first = report(FERRY, "https://wire.example/1", date(2023, 11, 7), title=HEADLINE, byline=("Ada Okoth",))
    copies = [site(edit, n, posted) for edit in EDITS for n in range(SITES)]
    return first, compare([first, *copies, report(BRIDGE, "bridge"), report(MINE, "mine")])


@pytest.mark.parametrize("posted", [date(2023, 11, 8), date(2023, 11, 7), None])
def test_fifty_edited_copies_are_one_origin(posted: date | None) -> None:
    first, found = origin_and_copies(posted)
    strand = {one.source: one.strand for one in found.reports}
    copies = [strand[one.source] for one in found.reports if "-" in one.source]
    assert len(copies) == len(EDITS) * SITES
    assert copies.count(strand[first.source]) >= 48
    assert len(set(copies)) <= 2
    assert strand[first.source] not in {strand["bridge"], strand["mine"]}
    assert strand["bridge"] != strand["mine"]


def test_they_go_back_to_the_first() -> None:
    first, found = origin_and_copies(date(2023, 11, 8))
    assert {one.copy_of for one in found.reports if one.copy_of} == {first.id}


def test_the_changed_figures_are_shown() -> None:
    _, found = origin_and_copies(date(2023, 11, 8))
    text = {one.id: one.text for one in found.reports}
    source = {one.id: one.source for one in found.reports}
    shown = {
        (change.copy.of(text[link.copy]), change.of.of(text[link.of]))
        for strand in found.strands
        for link in strand.links
        for change in link.changes
        if "figure" in source[link.copy] and "figure" not in source[link.of]
    }
    assert shown >= {("ninety", "nine"), ("14", "forty"), ("twenty", "two")}

"""One text under several random edits at once, on fifty sites, is one origin whatever the seed."""

from random import Random

import pytest
from compare_texts import BRIDGE, MINE, report

from warmonitor.stages.compare import compare

TEXT = """\
Rangers of the salt coast gave up the pump house at Ellmere on Thursday night after two days under \
rockets, the harbour union and three villagers said by telephone.

The garrison carried its radio down the goat path and set fire to what it could not lift, among it a \
store of lamp oil that burned until Friday noon. Nobody fired on the column, which was seen at first \
light on the road to Quern with some sixty mules.

"They walked past my door and asked for bread," a widow in the upper village said.

Water has not reached the town since the third of the month because the main under the causeway was cut \
in a raid. The union sent two plumbers with a white flag, and one of them came back with a wound in the \
thigh. A midwife said that fourteen people had died in the fever ward within a week, nine of them under \
five.

Traders put the price of a cask at forty shillings, eight times what it cost in spring. The coast \
command denied that it had lost anything, and promised a tanker for Sunday. Ships of the northern \
company wait beyond the bar until the channel has been swept for mines, which its agent expects to take \
ten days."""
PARAGRAPHS = TEXT.split("\n\n")
WORDS = (
    "gave up:left|rockets:missiles|carried:took|set fire to:burned|some sixty:about 60|reached:come to|"
    "cut:broken|sent:dispatched|wound:cut|died:perished|price:cost|promised:pledged|expects:hopes|"
    "Nobody:No one|said:reported"
).split("|")
OWN = (
    "Our reporter could not get through to the garrison on Friday.",
    (
        "Share prices of the northern company fell by a tenth. Analysts said that a closed harbour was "
        "priced in long ago, while insurers raised their rates for the whole coast and asked for escorts."
    ),
    "A reader sent us a picture of the smoke. It shows the chimney and the boats behind it.",
)
FURNITURE = (
    "Home | Coast | Weather | Tides",
    "Follow us for more, and tell a friend about this page",
    "Most read: how to salt cod. Related: a bridge reopens in Quern. Photo: a mule",
)
MARKS = ("“|”", "«|»", "„|“", '"|"', "|")


def cut(random: Random, parts: list[str]) -> list[str]:
    return [part for at, part in enumerate(parts) if at != random.randrange(1, len(PARAGRAPHS))]


def shuffled(random: Random, parts: list[str]) -> list[str]:
    at = random.randrange(len(parts))
    return parts[at:] + parts[:at]


def reworded(random: Random, parts: list[str]) -> list[str]:
    for pair in random.sample(WORDS, 6):
        old, new = pair.split(":")
        parts = [part.replace(old, new) for part in parts]
    return parts


def framed(random: Random, parts: list[str]) -> list[str]:
    at = random.randrange(len(parts) + 1)
    return [random.choice(FURNITURE), *parts[:at], random.choice(FURNITURE), *parts[at:]]


def added(random: Random, parts: list[str]) -> list[str]:
    at = random.randrange(len(parts) + 1)
    return [*parts[:at], random.choice(OWN), *parts[at:]]


def requoted(random: Random, parts: list[str]) -> list[str]:
    opening, closing = random.choice(MARKS).split("|")
    return [part.replace('"They', f"{opening}They").replace('bread,"', f"bread,{closing}") for part in parts]


def disguised(random: Random, parts: list[str]) -> list[str]:
    return [
        part.replace("e", "е") if random.random() < 0.5 else part.replace("a", "a\u200b") for part in parts
    ]


def recounted(random: Random, parts: list[str]) -> list[str]:
    return [part.replace("fourteen", str(random.randrange(15, 90))) for part in parts]


def merged(random: Random, parts: list[str]) -> list[str]:
    return [" ".join(parts)] if random.random() < 0.5 else parts


EDITS = (cut, shuffled, reworded, framed, added, requoted, disguised, recounted, merged)


@pytest.mark.parametrize("seed", range(12))
def test_fifty_copies_under_three_edits_each_are_one_origin(seed: int) -> None:
    random = Random(seed)
    copies = []
    for number in range(50):
        parts = PARAGRAPHS
        for edit in random.sample(EDITS, 3):
            parts = edit(random, list(parts))
        copies.append(report("\n\n".join(parts), f"copy-{number}", url=f"https://site-{number}.example/1"))
    found = compare([report(TEXT, "first"), *copies, report(BRIDGE, "bridge"), report(MINE, "mine")])
    strand = {one.source: one.strand for one in found.reports}
    where = [strand[one.source] for one in copies]
    assert where.count(strand["first"]) >= 48
    assert len(set(where)) <= 2
    assert strand["first"] not in {strand["bridge"], strand["mine"]}

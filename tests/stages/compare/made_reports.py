"""Made reports on one day's events, each in its own words, with what reporters share though none copies."""

from datetime import date
from random import Random

from compare_texts import report

from warmonitor.model import Report

DAY = date(2023, 11, 7)
TOWNS = ("Kosta", "Rufaa", "Sennar", "Gedaref", "Luvenza", "Mikuyu", "Port Arden", "Dorn", "Halwa", "Tessel")
PARTS = "quarter|market|bridge|ferry stage|school|clinic|mill|barracks|station|cattle yard|depot|quay".split(
    "|"
)
SPEAKERS = (
    "the lawyers' monitoring group said", "residents and a local relief committee said",
    "a source at the police command of the province said", "an army spokesman told reporters",
    "the governor's office said in a statement", "the church network that follows the highlands reported",
)  # fmt: skip
STRIKES = (
    "Shells fell on|Mortar fire hit|A drone struck|Rockets landed near|Gunmen raided|Fighters attacked|"
    "An air strike destroyed|Fire from the hills reached|A mine went off beside|Jets bombed"
).split("|")
LOSSES = (
    "killing {n} people|{n} traders were killed|at least {n} were dead|leaving {n} dead and {m} wounded|"
    "{n} bodies were counted by noon|which cost {n} lives|{m} people were hurt, {n} of them children"
).split("|")
SYLLABLES = (
    "ba|den|kor|li|mas|no|per|sun|ta|vel|gri|ho|fen|rud|sil|wor|tam|ke|jo|lat|mi|pon|ras|che|dul".split("|")
)
FORMS = (
    "the {0} {1}ed {2} near {3}|{2} of the {0} {1}s were seen by {3}|a {0} from {3} {1}ed without {2}|"
    "no {0} had {1}ed the {2} of {3}|{3} and its {0} {1}ed for {2}|"
    "where the {0} {1}s, {2} and {3} were short|"
    "some {0} {1}ed over {2}, others over {3}|with {2} gone, {0} and {3} {1}ed"
).split("|")
TURNS = ("Later|Elsewhere|In the evening|By then|Meanwhile|Further south|At the same hour|In {town}").split(
    "|"
)
NEXT = (
    "The road to {town} stays closed, and|Nobody has claimed the attack;|"
    "Envoys are to meet again in {town} where|"
    "A convoy turned round at the last post before {town} as|An inquiry was promised after|"
    "Both commands kept silent on Tuesday while|The death toll could rise because|"
    "It was unclear who had fired, though"
).split("|")
BACKGROUND = """\
The war began in 2019 when two generals fell out over who should lead the guard, and it has driven more than \
four million people from their homes, according to the refugee agency.
The port had been in paramilitary hands since June 2021 and was the main crossing for grain from the plain \
until the bridges were blown up that winter.
A truce signed in 2022 under the eyes of the regional bloc broke down within weeks, and three rounds of \
talks in a neutral capital have brought nothing but a list of prisoners.
Rights groups accuse both sides of shelling places where people live, which both have always denied.\
""".split("\n")
FOOTERS = (
    "Sign up for our morning letter: the ten stories that matter, in your box at seven each day.",
    "This newspaper is paid for by its readers; write to the desk if you have seen something we should know.",
    "All rights reserved. No part of this page may be used without leave of the publisher.",
)
SPEECH = '"We will not leave the port again, whatever the price may be for our units there,"'
OUTLETS = 25


def made(random: Random, number: int) -> Report:
    """Return one report: a strike, its toll, who saw it, what comes next, and shared odds and ends."""
    town, other = random.sample(TOWNS, 2)
    body = [_lead(random, town), *(_seen(random, town) for _ in range(random.randint(6, 11)))]
    if random.random() < 0.15:
        body.append(f"{SPEECH} the army spokesman said.")
    body += [f"{random.choice(NEXT).format(town=place)} {_clause(random)}." for place in (other, town)]
    body += random.sample(BACKGROUND, random.choice((0, 1, 1, 2)))
    outlet = random.randrange(OUTLETS)
    if random.random() < 0.7:
        body.append(FOOTERS[outlet % len(FOOTERS)])
    return report(
        "\n\n".join(body), f"made-{number}", DAY, title=f"{town} {random.choice(PARTS)} hit again",
        outlet=f"Paper {outlet}", url=f"https://paper-{outlet}.example/{number}",
    )  # fmt: skip


def _lead(random: Random, town: str) -> str:
    loss = random.choice(LOSSES).format(n=random.randint(2, 60), m=random.randint(3, 90))
    where = f"the {random.choice(PARTS)} of {town}"
    return f"{random.choice(STRIKES)} {where} on Tuesday, {loss}, {random.choice(SPEAKERS)}."


def _seen(random: Random, town: str) -> str:
    told = f"{random.choice(TURNS).format(town=town)} {_clause(random)}, and {_clause(random)}"
    return f"{told}, {random.choice(SPEAKERS)}." if random.random() < 0.3 else f"{told}."


def _clause(random: Random) -> str:
    return random.choice(FORMS).format(*(_word(random) for _ in range(4)))


def _word(random: Random) -> str:
    """Return a word that no language has."""
    return "".join(random.choices(SYLLABLES, k=random.randint(2, 3)))

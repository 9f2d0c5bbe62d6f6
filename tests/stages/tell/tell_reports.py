"""Reports, places and actors of a made-up war, written for the tests."""

# ruff: noqa: E501
import hashlib
from datetime import date

from warmonitor.model import (
    Actor,
    ActorKind,
    Claim,
    ClaimKind,
    Dated,
    DatedHow,
    Named,
    Place,
    PlacePrecision,
    Report,
    Span,
    When,
    WhenPrecision,
)

WIRE = """KORVA, 12 March 2031 — Army troops entered Tashkul on Tuesday after ten days of shelling, residents said.

At least 34 civilians, including nine children, were killed in the town since 2 March, the Lake Monitoring Centre said. "The people of Tashkul have nowhere left to go," its director, Amsa Ferro, told Meridian Wire.

The army denied firing on homes. A spokesman for the Highland Front said its fighters still held the northern quarter and that the army had lost 12 soldiers.

Hundreds of families fled towards Orven, which government forces have surrounded since January. Between 8,000 and 11,000 people were displaced, the provincial relief office said.

Under the Orven Accord of 4 November 2030, both sides promised to keep heavy guns 20 kilometres from the lake road. The Highland Front accused the army of breaking it on 5 March."""

REPRINT = """Army troops entered Tashkul on Tuesday after ten days of shelling, residents said.

At least 34 civilians, including nine children, were killed in the town since 2 March, the Lake Monitoring Centre said. "The people of Tashkul have nowhere left to go," its director, Amsa Ferro, told Meridian Wire.

The Daily Kite could not reach the army for comment."""

OTHER = """The army said on Thursday it was in full control of Tashkul. Its statement put the number of civilians killed at 7 and blamed landmines laid by the Highland Front.

Some 40 civilians died in the bombardment of Tashkul, according to the town's hospital. More than 2,000 people were reported missing across Sarhad province since the start of the war in 2029.

"Tashkul's people have no place left to flee to," Ms Ferro of the Lake Monitoring Centre said in an interview. Aid lorries were turned back at the Kuyu bridge on Wednesday. A truce could be signed next week, an official said."""

RIGHT_TO_LEFT = """قال الجيش يوم الخميس إنه سيطر على تاشكول بالكامل. وقتل 45 مدنيا بحسب مستشفى البلدة."""


class Builder:
    """Makes claims from words, so that every offset is found and none is typed."""

    def __init__(self, reports: tuple[Report, ...]) -> None:
        self.texts = {report.id: report.text for report in reports}
        self.claims: list[Claim] = []

    def span(self, report: str, words: str) -> Span:
        start = self.texts[report].index(words)
        return Span(start, start + len(words))

    def named(
        self,
        report: str,
        said: str,
        name: str | None = None,
        id_: str | None = None,
        precision: str | None = None,
    ) -> Named:
        return Named(said, self.span(report, said), name, id_, precision)

    def say(self, id_: str, report: str, kind: ClaimKind, words: str, **rest: object) -> Claim:
        claim = Claim(id_, report, kind, self.span(report, words), **rest)  # type: ignore[arg-type]
        self.claims.append(claim)
        return claim


def report(id_: str, outlet: str | None, title: str | None, text: str, day: date, **rest: object) -> Report:
    made: dict[str, object] = {
        "source": f"reports/{id_}.txt",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "language": "en",
        "stated_date": day,
        "dated": Dated(day, day, DatedHow.STATED, "the page gives this date"),
        "strand": f"strand-{id_}",
    }
    return Report(id=id_, text=text, title=title, outlet=outlet, **(made | rest))  # type: ignore[arg-type]


def day(text: str, said: str = "", until: str | None = None, how: WhenPrecision = WhenPrecision.DAY) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(until or text), said, how)


REPORTS = (
    report(
        "report-a", "Meridian Wire", "Army enters Tashkul", WIRE, date(2031, 3, 12),
        byline=("Dona Hale",), agencies=("Meridian Wire",), url="https://wire.example/tashkul",
        captions=("Smoke over Tashkul, 11 March.",),
    ),
    report(
        "report-b", "The Daily Kite", "Troops move into lake town", REPRINT, date(2032, 1, 5),
        dated=Dated(date(2031, 3, 12), date(2031, 3, 13), DatedHow.INFERRED, "it reprints a report of 12 March 2031"),
        agencies=("Meridian Wire",), copy_of="report-a", strand="strand-report-a",
    ),
    report("report-c", "Harbour Gazette", "Army says Tashkul has fallen", OTHER, date(2031, 3, 14)),
    report(
        "report-d", "صوت البحيرة", "الجيش يسيطر على تاشكول", RIGHT_TO_LEFT, date(2031, 3, 14),
        language="ar", stated_date=None, dated=Dated(None, None, DatedHow.UNKNOWN, "no date on the page"),
    ),
)  # fmt: skip

PLACES = (
    Place("place-korva", "Korva", ("KORVA",), 37.1, 70.5, "geonames:9000001", PlacePrecision.EXACT, "Sarhad", "TJ", 5.0),
    Place("place-kuyu", "Kuyu bridge", ("Kuyu bridge",), None, None, None, PlacePrecision.UNKNOWN, None, None, None),
    Place("place-orven", "Orven", ("Orven",), 37.9, 69.1, "geonames:9000002", PlacePrecision.NEAR, "Sarhad", "TJ", 25.0),
    Place("place-sarhad", "Sarhad", ("Sarhad province",), 38.2, 70.2, "iso:TJ-XX", PlacePrecision.PROVINCE, None, "TJ", 120.0),
    Place(
        "place-tashkul", "Tashkul", ("Tashkul", "تاشكول"), 37.5, 69.9, "geonames:9000003",
        PlacePrecision.EXACT, "Sarhad", "TJ", 3.0, "same name in two scripts",
    ),
)  # fmt: skip

ACTORS = (
    Actor(
        "actor-army",
        "Army",
        ("Army troops", "The army", "the army"),
        ActorKind.STATE_FORCES,
        "government",
        "Q1",
    ),
    Actor("actor-ferro", "Amsa Ferro", ("Amsa Ferro", "Ms Ferro"), ActorKind.PERSON, part_of="actor-lake"),
    Actor("actor-front", "Highland Front", ("Highland Front",), ActorKind.REBEL_GROUP, "opposition"),
    Actor("actor-hospital", "Tashkul hospital", ("the town's hospital", "مستشفى البلدة")),
    Actor("actor-lake", "Lake Monitoring Centre", ("the Lake Monitoring Centre",), ActorKind.OBSERVATORY),
    Actor("actor-relief", "provincial relief office", ("the provincial relief office",), ActorKind.AID),
)

"""A small account of a made-up war, by hand, in which every kind of record stands."""

# ruff: noqa: E501
from datetime import date

from tell_reports import ACTORS, OTHER, PLACES, REPORTS, REPRINT, WIRE, Builder, day
from tell_territory import ACCESS, ROADS, SPELLS

from warmonitor.model import (
    Account,
    Agreed,
    Agreement,
    Apart,
    Attack,
    Attribution,
    Change,
    Claim,
    ClaimKind,
    Control,
    CopyKind,
    CopyLink,
    Coverage,
    Dispute,
    DisputeKind,
    Event,
    Figure,
    Grade,
    Harm,
    HarmGrade,
    InfoMark,
    Issue,
    Maker,
    Measure,
    Modality,
    Named,
    OriginPath,
    Passage,
    Quantity,
    Quote,
    Source,
    SourceMark,
    Span,
    Stance,
    Statement,
    Step,
    Strand,
    StrikeStatus,
    Telling,
    Tie,
    Toll,
    VoiceKind,
    When,
    WhenPrecision,
)


def claims() -> tuple[Claim, ...]:
    b = Builder(REPORTS)
    a, r, c, d = (one.id for one in REPORTS)

    def town(where: str) -> tuple[Named, ...]:
        return (b.named(where, "تاشكول" if where == d else "Tashkul", "Tashkul", "place-tashkul", "exact"),)

    def says(
        where: str, said: str, name: str | None, id_: str | None = None, via: str | None = None
    ) -> tuple[Attribution, ...]:
        return (
            Attribution(b.named(where, said, name, id_), b.named(where, via, via) if via else None, "said"),
        )

    def army(where: str, said: str) -> Named:
        return b.named(where, said, "Army", "actor-army")

    siege = day("2031-03-02", "since 2 March", "2031-03-12", WhenPrecision.SPAN)
    dead = Quantity(34, None, None, said="At least 34")
    b.say(
        "claim-01",
        a,
        ClaimKind.CONTROL,
        "Army troops entered Tashkul on Tuesday",
        attribution=says(a, "residents", "residents"),
        when=day("2031-03-11", "on Tuesday"),
        where=town(a),
        detail=Control(Change.ENTERED, army(a, "Army troops")),
    )
    b.say(
        "claim-02",
        a,
        ClaimKind.ATTACK,
        "ten days of shelling",
        attribution=says(a, "residents", "residents"),
        where=town(a),
        when=day("2031-03-02", "ten days", "2031-03-11", WhenPrecision.SPAN),
        detail=Attack(
            "Explosions/Remote violence",
            "Shelling/artillery/missile attack",
            army(a, "Army troops"),
            None,
            "artillery",
        ),
    )
    b.say(
        "claim-03",
        a,
        ClaimKind.TOLL,
        "At least 34 civilians, including nine children, were killed",
        attribution=says(a, "the Lake Monitoring Centre", "Lake Monitoring Centre", "actor-lake"),
        when=siege,
        where=town(a),
        detail=Toll(Measure.KILLED, "civilians", dead),
    )
    b.say(
        "claim-04",
        a,
        ClaimKind.TOLL,
        "nine children",
        when=siege,
        where=town(a),
        attribution=says(a, "the Lake Monitoring Centre", "Lake Monitoring Centre", "actor-lake"),
        detail=Toll(Measure.KILLED, "children", Quantity(9, 9, 9, said="nine"), part_of="claim-03"),
    )
    b.say(
        "claim-05",
        a,
        ClaimKind.STATEMENT,
        "The people of Tashkul have nowhere left to go",
        attribution=says(a, "Amsa Ferro", "Amsa Ferro", "actor-ferro", "Meridian Wire"),
        where=town(a),
    )
    b.say(
        "claim-06",
        a,
        ClaimKind.ATTACK,
        "firing on homes",
        attribution=says(a, "The army", "Army", "actor-army"),
        stance=Stance.DENIED,
        where=town(a),
        detail=Attack("Violence against civilians", "Attack", army(a, "The army"), b.named(a, "homes")),
    )
    b.say(
        "claim-07",
        a,
        ClaimKind.CONTROL,
        "its fighters still held the northern quarter",
        where=town(a),
        when=day("2031-03-12"),
        attribution=says(a, "A spokesman for the Highland Front", "Highland Front", "actor-front"),
        detail=Control(Change.HOLDS, b.named(a, "its fighters", "Highland Front", "actor-front")),
    )
    b.say(
        "claim-08",
        a,
        ClaimKind.TOLL,
        "the army had lost 12 soldiers",
        when=day("2031-03-12"),
        where=town(a),
        attribution=says(a, "A spokesman for the Highland Front", "Highland Front", "actor-front"),
        stance=Stance.ALLEGED,
        detail=Toll(
            Measure.KILLED,
            "soldiers",
            Quantity(12, 12, 12, said="12"),
            b.named(a, "its fighters", "Highland Front", "actor-front"),
        ),
    )
    b.say(
        "claim-09",
        a,
        ClaimKind.CONTROL,
        "Orven, which government forces have surrounded since January",
        where=(b.named(a, "Orven", "Orven", "place-orven", "near"),),
        when=When(date(2031, 1, 1), None, "since January", WhenPrecision.MONTH),
        detail=Control(
            Change.SURROUNDED,
            army(a, "government forces"),
            b.named(a, "the Highland Front", "Highland Front", "actor-front"),
        ),
    )
    b.say(
        "claim-10",
        a,
        ClaimKind.TOLL,
        "Between 8,000 and 11,000 people were displaced",
        when=siege,
        where=town(a),
        attribution=says(a, "the provincial relief office", "provincial relief office", "actor-relief"),
        detail=Toll(
            Measure.DISPLACED, "people", Quantity(8000, None, 11000, said="Between 8,000 and 11,000")
        ),
    )
    b.say(
        "claim-11",
        a,
        ClaimKind.AGREEMENT,
        "both sides promised to keep heavy guns 20 kilometres from the lake road",
        when=day("2030-11-04", "4 November 2030"),
        detail=Agreed((b.named(a, "both sides"),), "heavy guns 20 kilometres from the lake road"),
    )
    b.say(
        "claim-12",
        a,
        ClaimKind.AGREEMENT,
        "breaking it on 5 March",
        when=day("2031-03-05", "on 5 March"),
        stance=Stance.ALLEGED,
        attribution=says(a, "The Highland Front", "Highland Front", "actor-front"),
        detail=Agreed((army(a, "the army"),), "breach"),
    )
    b.say(
        "claim-13",
        a,
        ClaimKind.MOVEMENT,
        "Hundreds of families fled towards Orven",
        when=siege,
        where=(b.named(a, "Orven", "Orven", "place-orven", "near"),),
    )
    b.say(
        "claim-14",
        r,
        ClaimKind.CONTROL,
        "Army troops entered Tashkul on Tuesday",
        attribution=says(r, "residents", "residents"),
        when=day("2031-03-11", "on Tuesday"),
        where=town(r),
        detail=Control(Change.ENTERED, army(r, "Army troops")),
    )
    b.say(
        "claim-15",
        r,
        ClaimKind.TOLL,
        "At least 34 civilians, including nine children, were killed",
        when=siege,
        where=town(r),
        attribution=says(r, "the Lake Monitoring Centre", "Lake Monitoring Centre", "actor-lake"),
        detail=Toll(Measure.KILLED, "civilians", dead),
    )
    b.say(
        "claim-16",
        c,
        ClaimKind.CONTROL,
        "it was in full control of Tashkul",
        attribution=says(c, "The army", "Army", "actor-army"),
        when=day("2031-03-13", "on Thursday"),
        where=town(c),
        detail=Control(Change.HOLDS, army(c, "The army")),
    )
    b.say(
        "claim-17",
        c,
        ClaimKind.TOLL,
        "the number of civilians killed at 7",
        attribution=says(c, "The army", "Army", "actor-army"),
        when=day("2031-03-02", "", "2031-03-14", WhenPrecision.SPAN),
        where=town(c),
        detail=Toll(
            Measure.KILLED,
            "civilians",
            Quantity(7, 7, 7, said="7"),
            b.named(c, "the Highland Front", "Highland Front", "actor-front"),
        ),
    )
    b.say(
        "claim-18",
        c,
        ClaimKind.TOLL,
        "Some 40 civilians died",
        attribution=says(c, "the town's hospital", "Tashkul hospital", "actor-hospital"),
        when=day("2031-03-02", "", "2031-03-14", WhenPrecision.SPAN),
        where=town(c),
        detail=Toll(
            Measure.KILLED, "civilians", Quantity(None, 40, None, True, "Some 40"), army(c, "The army")
        ),
    )
    b.say(
        "claim-19",
        c,
        ClaimKind.TOLL,
        "More than 2,000 people were reported missing across Sarhad province",
        when=When(
            date(2029, 1, 1), date(2031, 3, 14), "since the start of the war in 2029", WhenPrecision.SPAN
        ),
        stance=Stance.ALLEGED,
        where=(b.named(c, "Sarhad province", "Sarhad", "place-sarhad", "province"),),
        detail=Toll(Measure.MISSING, "people", Quantity(2000, None, None, False, "More than 2,000")),
    )
    b.say(
        "claim-20",
        c,
        ClaimKind.STATEMENT,
        "Tashkul's people have no place left to flee to",
        attribution=says(c, "Ms Ferro", "Amsa Ferro", "actor-ferro"),
        where=town(c),
    )
    b.say(
        "claim-21",
        c,
        ClaimKind.ACCESS,
        "Aid lorries were turned back at the Kuyu bridge on Wednesday",
        when=day("2031-03-12", "on Wednesday"),
        where=(b.named(c, "Kuyu bridge", None, "place-kuyu", "unknown"),),
    )
    b.say(
        "claim-22",
        c,
        ClaimKind.AGREEMENT,
        "A truce could be signed next week",
        modality=Modality.POSSIBLE,
        attribution=says(c, "an official", None),
        when=day("2031-03-17", "next week", "2031-03-23", WhenPrecision.WEEK),
        detail=Agreed((), "truce"),
    )
    b.say(
        "claim-23",
        d,
        ClaimKind.CONTROL,
        "سيطر على تاشكول بالكامل",
        attribution=says(d, "الجيش", "Army", "actor-army"),
        where=town(d),
        detail=Control(Change.HOLDS, army(d, "الجيش")),
        restated=(b.span(d, "يوم الخميس"),),
    )
    b.say(
        "claim-24",
        d,
        ClaimKind.TOLL,
        "وقتل 45 مدنيا",
        attribution=says(d, "مستشفى البلدة", "Tashkul hospital", "actor-hospital"),
        where=town(d),
        detail=Toll(Measure.KILLED, "civilians", Quantity(45, 45, 45, said="45")),
    )
    b.say(
        "claim-25",
        c,
        ClaimKind.POST,
        "at the Kuyu bridge",
        where=(b.named(c, "Kuyu bridge", None, "place-kuyu", "unknown"),),
        detail=Agreed((army(c, "The army"),), None),
    )
    return tuple(b.claims)


def strands() -> tuple[Strand, ...]:
    shared = (
        (
            WIRE.index("Army troops"),
            REPRINT.index("Army troops"),
            len("Army troops entered Tashkul on Tuesday after ten days of shelling, residents said."),
        ),
        (
            WIRE.index("At least 34"),
            REPRINT.index("At least 34"),
            REPRINT.index("Meridian Wire.") + 14 - REPRINT.index("At least 34"),
        ),
    )
    passages = tuple(Passage(Span(at, at + n), Span(of, of + n)) for of, at, n in shared)
    link = CopyLink(
        "report-b",
        "report-a",
        CopyKind.REPRINT,
        0.87,
        passages,
        "it credits the wire and was put up ten months later",
    )
    said = len("have n")
    speech = Passage(
        Span(OTHER.index("have no place"), OTHER.index("have no place") + said),
        Span(WIRE.index("have nowhere"), WIRE.index("have nowhere") + said),
    )
    beside = CopyLink(
        "report-c", "report-a", CopyKind.QUOTATION, 0.02, (speech,), "", "the words shared are quoted speech"
    )
    return (
        Strand("strand-report-a", ("report-a", "report-b"), (link,)),
        Strand("strand-report-c", ("report-c",), (), (beside,)),
        Strand("strand-report-d", ("report-d",)),
    )


GRADE = Grade(
    SourceMark.F,
    "No origin of it has a record.",
    InfoMark.DOUBTFUL,
    "It is said by residents, and contradicted by Army.",
)


def paths() -> tuple[OriginPath, ...]:
    """The way back of a claim of the wire, and of one that its reprint has from it."""
    b = Builder(REPORTS)
    wire = Step("Meridian Wire", VoiceKind.AGENCY, None, None, "report-a")
    kite = Step("The Daily Kite", VoiceKind.OUTLET, None, None, "report-b")
    copied = Step(
        "Meridian Wire",
        VoiceKind.AGENCY,
        Tie.COPIES,
        None,
        "report-a",
        None,
        "its text goes back to that report",
    )
    ferro = Step(
        "Amsa Ferro",
        VoiceKind.PERSON,
        Tie.TOLD_BY,
        "actor-ferro",
        "report-a",
        b.span("report-a", "Amsa Ferro"),
    )
    centre = Step(
        "Lake Monitoring Centre",
        VoiceKind.ORGANISATION,
        Tie.SPEAKS_FOR,
        "actor-lake",
        None,
        None,
        "its director",
    )
    said = "residents"
    there = Step(said, VoiceKind.UNNAMED, Tie.QUOTES, None, "report-b", b.span("report-b", said))
    return (
        OriginPath("claim-05", "Lake Monitoring Centre", VoiceKind.ORGANISATION, (wire, ferro, centre)),
        OriginPath("claim-14", said, VoiceKind.UNNAMED, (kite, copied, there)),
    )


def sample() -> Account:
    """Return the account; every list holds something."""
    c = REPORTS[2].id
    siege = day("2031-03-02", "", "2031-03-14", WhenPrecision.SPAN)
    quote_a = next(one.quote for one in claims() if one.id == "claim-05")
    quote_c = next(one.quote for one in claims() if one.id == "claim-20")
    return Account(
        made=Maker("0.0.0", "0123456789abcdef"),
        reports=REPORTS,
        strands=strands(),
        claims=claims(),
        events=(
            Event("event-1", "Strategic developments", "Non-violent transfer of territory", "place-tashkul", day("2031-03-11"),
                  ("actor-army",), ("claim-01", "claim-14"), ("residents",)),
            Event("event-2", "Explosions/Remote violence", "Shelling/artillery/missile attack", "place-tashkul",
                  day("2031-03-02", "", "2031-03-11", WhenPrecision.SPAN), ("actor-army",), ("claim-02", "claim-06"), ("residents", "Army"), grade=GRADE,
                  harm=Harm(HarmGrade.CONTESTED, StrikeStatus.CONTESTED, "It is denied by Army.")),
            Event("event-3", "Strategic developments", "Other", "place-kuyu", day("2031-03-12"), (), ("claim-21",), ("Harbour Gazette",)),
            Event("event-4", "Battles", None, None, When(), ("actor-front", "actor-army"), ("claim-07",), ("Highland Front",)),
        ),
        figures=(
            Figure("figure-1", "killed", "civilians", "place-tashkul", siege, ("claim-03", "claim-15", "claim-17", "claim-18"), 7, None, 34.0,
                   ("Army", "Lake Monitoring Centre", "Tashkul hospital"),
                   (Apart("claim-04", "it counts children only"), Apart("claim-24", "the report gives no period"))),
            Figure("figure-2", "displaced", "people", "place-tashkul", siege, ("claim-10",), 8000, 11000, None, ("provincial relief office",)),
            Figure("figure-3", "killed", "soldiers", "place-tashkul", day("2031-03-12"), ("claim-08",), 12, 12, 12.0, ("Highland Front",)),
            Figure("figure-4", "missing", "people", "place-sarhad", day("2029-01-01", "", "2031-03-14", WhenPrecision.SPAN), ("claim-19",),
                   2000, None, None, ("Harbour Gazette",)),
        ),
        control=SPELLS,
        access=ACCESS,
        roads=ROADS,
        disputes=(
            Dispute("dispute-1", "civilians killed in Tashkul, 2 to 14 March 2031", DisputeKind.FIGURE, ("claim-03", "claim-17", "claim-18")),
            Dispute("dispute-2", "who holds Tashkul", DisputeKind.CONTROL, ("claim-07", "claim-16")),
            Dispute("dispute-3", "whether the army fired on homes in Tashkul", DisputeKind.DENIAL, ("claim-02", "claim-06")),
        ),
        statements=(Statement("statement-1", "actor-ferro", (Quote("report-a", quote_a), Quote(c, quote_c))),),
        places=PLACES,
        actors=ACTORS,
        agreements=(
            Agreement("agreement-1", ("Army", "actor-front"), day("2030-11-04"), ("Lake Council",), "20 kilometres from the lake road",
                      ("heavy guns 20 kilometres from the lake road",), ("claim-25",), ("claim-12",), ("claim-11",)),
        ),
        issues=(
            Issue("empty", "reports/blank.html", "The page holds no article text.", True),
            Issue("place-unknown", "Kuyu bridge", "No gazetteer in use knows this place."),
        ),
        paths=paths(),
        coverage=(
            Coverage("coverage-1", (Telling("report-a", 0.82, "report-b", "words shared: Tashkul, granary; the same day"),
                                    Telling("report-b", 0.82, "report-a", "a copy of it"),
                                    Telling("report-d", 1.0, None, "a passage tells of event-1", passage=True)), ("event-1",)),
            Coverage("coverage-2", (Telling("report-d", 1.0, None, "no other report is found to tell of it"),)),
        ),
        sources=(
            Source("Lake Monitoring Centre", VoiceKind.ORGANISATION, SourceMark.F, "Others speak on 1 of the 1 happenings that it tells of: too few to judge it.", ("claim-03", "claim-04", "claim-05")),
            Source("residents", VoiceKind.UNNAMED, SourceMark.F, "Nobody can tell who it is.", ("claim-01", "claim-02", "claim-14")),
        ),
    )  # fmt: skip

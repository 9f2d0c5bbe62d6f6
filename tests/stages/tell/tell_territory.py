"""Who held what in the made-up war, and which roads led out."""

from datetime import date

from tell_reports import day

from warmonitor.model import (
    Access,
    Closure,
    ControlSpell,
    ControlStatus,
    Evidence,
    Reach,
    RoadLine,
    Stretch,
    Way,
    When,
    WhenPrecision,
)

SPELLS = (
    ControlSpell(
        "spell-1",
        "place-orven",
        "Highland Front",
        ControlStatus.SURROUNDED,
        When(date(2031, 1, 1), None, "since January", WhenPrecision.MONTH),
        ("claim-09",),
        "government forces stand round it",
        by="Army",
    ),
    ControlSpell(
        "spell-2",
        "place-tashkul",
        "Highland Front",
        ControlStatus.HELD,
        When(None, date(2031, 3, 10)),
        ("claim-01",),
        "the army entered only on 11 March",
    ),
    ControlSpell(
        "spell-3",
        "place-tashkul",
        None,
        ControlStatus.CONTESTED,
        day("2031-03-11", "", "2031-03-12", WhenPrecision.SPAN),
        ("claim-01", "claim-07"),
        "both are in the town",
    ),
    ControlSpell(
        "spell-4",
        "place-tashkul",
        "Army",
        ControlStatus.CLAIMED,
        When(date(2031, 3, 13), date(2031, 6, 11)),
        ("claim-16", "claim-23"),
        "only the army says so",
        claimed=date(2031, 3, 13),
        stretches=(
            Stretch(date(2031, 3, 13), date(2031, 3, 13), Evidence.TOLD),
            Stretch(date(2031, 3, 14), date(2031, 6, 11), Evidence.CARRIED),
        ),
    ),
    ControlSpell(
        "spell-6",
        "place-tashkul",
        "Highland Front",
        ControlStatus.HELD,
        day("2031-03-12"),
        ("claim-07",),
        "said to hold it",
        part="northern quarter",
        claimed=date(2031, 3, 12),
        confirmed=date(2031, 3, 14),
    ),
    ControlSpell(
        "spell-5",
        "place-korva",
        None,
        ControlStatus.UNKNOWN,
        When(date(2031, 3, 12), date(2031, 3, 14)),
        (),
        "",
    ),
)
ACCESS = (
    Access(
        "access-1",
        "place-orven",
        "Highland Front",
        When(date(2031, 1, 1), date(2031, 3, 12)),
        Reach.CUT_OFF,
        closures=(Closure("lake road", "place-tashkul", "Army", ("claim-16",)),),
        claims=("claim-09",),
        reported=("claim-21",),
        agrees=True,
        because="every road out of it meets ground of the Army",
    ),
    Access(
        "access-2",
        "place-orven",
        "Highland Front",
        When(date(2031, 3, 13), None),
        Reach.THROUGH,
        Way("Korva", ("lake road", "R7"), ("Army", None), 84.5),
        claims=("claim-09", "claim-16"),
        because="the road to Korva",
    ),
)
ROADS = (RoadLine("lake road", True, ((69.1, 37.9), (69.5, 37.8), (69.9, 37.5))),)

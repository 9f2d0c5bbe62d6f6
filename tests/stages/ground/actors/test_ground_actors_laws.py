from actor_texts import Told, report
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import Attribution, Claim, ClaimKind, Named, Report, Span
from warmonitor.reference.actors import load_actors
from warmonitor.stages.ground.actors import ground_actors

TEXTS = (
    "Rebels in Syria said Hayat Tahrir al-Sham left. Its fighters went south, HTS said.",
    "Regime troops entered a Syrian town, the Dune Observatory said. Its chief Ali Nour agreed.",
    "Jaysh an-Nour fired rockets, residents of Idlib in Syria said. Kenya's foreign minister objected.",
)
WORDS = (
    "the Rebels said its Observatory 's chief Ann Odo , . ( AO ) HTS Syrian army and Mr “ we of al-Noor U.S."
)
PIECES = st.sampled_from([*WORDS.split(), "\n\n", "ministry", "-backed", "anti-", "\u0627\u0644"])


def ask(reports: list[Report], asked: list[tuple[str, str]]) -> Told:
    by_id = {r.id: r for r in reports}
    return Told(reports, [(by_id[key], said, None) for key, said in asked])


ASKED = [
    ("report-0", "HTS"),
    ("report-1", "Its chief Ali Nour"),
    ("report-2", "residents of Idlib"),
]


@given(st.permutations(range(3)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    reports = [report(text, f"report-{i}") for i, text in enumerate(TEXTS)]
    first = ask(reports, ASKED)
    other = ask([reports[i] for i in order], ASKED)
    assert (first.claims, first.actors) == (other.claims, other.actors)


@given(st.lists(PIECES, min_size=1, max_size=25), st.data())
def test_any_words_are_resolved_or_left_open_with_a_reason(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    speaker = Named(text[start:end], Span(start, end))
    asked = Claim("claim-1", "report-a", ClaimKind.STATEMENT, Span(0, 1), (Attribution(speaker),))
    claims, actors = ground_actors([report(text)], [asked], load_actors())
    found = claims[0].attribution[0].speaker
    ids = {a.id for a in actors}
    assert found.because
    assert (found.id in ids) if found.id else (found.name == found.said and not actors)
    assert {a.part_of for a in actors if a.part_of} <= ids
    assert all(a.name.strip() for a in actors)


def test_nothing_but_names_changes_in_a_claim() -> None:
    of = report("Rebels in Syria said so.")
    told = Told([of], [(of, "Rebels", None)])
    changed = told.claims[0]
    assert (changed.id, changed.quote, changed.kind) == ("Rebels|None", Span(0, 1), ClaimKind.ATTACK)
    assert changed.attribution[0].speaker.said == "Rebels"


def test_a_claim_of_a_report_that_is_not_there_stays_as_it_is() -> None:
    of = report("Rebels said so.")
    lost = Claim(
        "c", "report-z", ClaimKind.STATEMENT, Span(0, 1), (Attribution(Named("Rebels", Span(0, 6))),)
    )
    assert ground_actors([of], [lost], load_actors()) == ([lost], [])


def test_no_reports_no_actors() -> None:
    assert ground_actors([], [], load_actors()) == ([], [])


def test_only_actors_that_claims_refer_to_are_given() -> None:
    of = report("Hezbollah and Hamas fought in Lebanon, Reuters said.")
    assert [a.name for a in Told([of], [(of, "Reuters", None)]).actors] == ["Reuters"]

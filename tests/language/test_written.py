"""Names of a claim are given back as the report writes them."""

from warmonitor.language.written import as_written
from warmonitor.model import Attack, Attribution, Claim, ClaimKind, Named, Span

TEXT = "THE ARMY SAID THAT REBELS SHELLED BRENNO."


def named(said: str) -> Named:
    start = TEXT.lower().index(said.lower())
    return Named(said, Span(start, start + len(said)))


def test_every_name_is_taken_from_the_text() -> None:
    detail = Attack("Explosions/Remote violence", "Shelling", named("rebels"), named("Brenno"))
    claim = Claim("c", "r", ClaimKind.ATTACK, Span(19, 40), (Attribution(named("the army")),),
                  where=(named("Brenno"),), detail=detail)  # fmt: skip
    given = as_written(claim, TEXT)
    assert isinstance(given.detail, Attack)
    assert given.detail.perpetrator is not None
    assert given.detail.perpetrator.said == "REBELS"
    assert given.where[0].said == "BRENNO"
    assert given.attribution[0].speaker.said == "THE ARMY"
    assert given.quote == claim.quote

"""extract: one report in, its claims out, every one with the words that say it."""

from warmonitor.language.en.parser import Parser
from warmonitor.language.written import as_written
from warmonitor.model import Claim, ClaimKind, Issue, Report
from warmonitor.stages.extract.alliances import with_alliances
from warmonitor.stages.extract.attacks.accidents import without_accidents
from warmonitor.stages.extract.attacks.find import find_attacks
from warmonitor.stages.extract.control import find_control
from warmonitor.stages.extract.deals import find_deals, follows_deal
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.happenings import find_happenings, without_what_happenings_tell
from warmonitor.stages.extract.others import find_others
from warmonitor.stages.extract.reading import read
from warmonitor.stages.extract.settle import settle
from warmonitor.stages.extract.tolls import find_tolls

_READERS = (
    ("control", find_control),
    ("attack", find_attacks),
    ("other", find_others),
    ("happening", find_happenings),
)


def extract(report: Report, parser: Parser, *, whole: bool = False) -> list[Claim]:
    """Return the claims of one report in the order of its text; `report.dated` should be set.

    Names are as written (`Named.said` and `Named.span`); ground resolves them. With `whole` sentences
    without a trigger are read too.
    """
    return extract_noting(report, parser, whole=whole)[0]


def extract_noting(
    report: Report, parser: Parser, *, whole: bool = False
) -> tuple[list[Claim], tuple[Issue, ...]]:
    """Return the claims of one report as `extract` does, and what could not be read as it stands."""
    reading = read(report, parser, whole=whole)
    drafts: list[Draft] = []
    tolls: list[Draft] = []
    deals: list[Draft] = []
    for sentence in reading.sentences:
        if sentence.tokens:
            claims = reading.claims[sentence.index]
            tolls = find_tolls(sentence, reading.said[sentence.index], tolls) if "toll" in claims else []
            drafts += tolls
            found = [draft for lexicon, reader in _READERS if lexicon in claims for draft in reader(sentence)]
            if "deals" in claims or follows_deal(sentence, deals):
                deals += find_deals(sentence, report.dated, deals)
                found += [draft for draft in deals if draft.sentence is sentence]
            drafts += _once(found)
    settled = settle(reading, without_accidents(drafts, reading.sentences))
    settled = with_alliances(reading, parser, settled)
    if reading.report.text != report.text:
        settled = [as_written(claim, report.text) for claim in settled]
    return settled, reading.issues


def _once(drafts: list[Draft]) -> list[Draft]:
    """Drop what a narrower claim already tells.

    "withdrew from X" is a change of control, no movement besides; force within a demonstration is told by
    its sub-type.
    """
    attacks: dict[int, Draft] = {}
    for draft in drafts:
        if draft.kind is ClaimKind.ATTACK:
            attacks.setdefault(draft.token, draft)
    drafts = [d for d in drafts if d.kind is not ClaimKind.ATTACK or attacks[d.token] is d]
    told = {draft.token for draft in drafts if draft.kind is ClaimKind.CONTROL}
    weaker = {ClaimKind.MOVEMENT, ClaimKind.EVENT}
    return without_what_happenings_tell([d for d in drafts if d.kind not in weaker or d.token not in told])

"""Records in plain words: dates, numbers, speakers and claims as every output says them."""

import re
from collections.abc import Sequence
from datetime import date

from warmonitor.model import (
    Agreed,
    Alignment,
    Attack,
    Attribution,
    Blame,
    Change,
    Claim,
    ClaimKind,
    Control,
    ControlSpell,
    CopyKind,
    Deal,
    DealAct,
    Evidence,
    Figure,
    Modality,
    Named,
    OriginPath,
    Post,
    Quantity,
    Reference,
    Report,
    Rule,
    Span,
    Stance,
    Step,
    Tie,
    Toll,
    VoiceKind,
    When,
    spoken,
)
from warmonitor.stages.tell.book import Book

# What pages of other rooms say the same way is said here too.
NOT_KNOWN = spoken.NOT_KNOWN
day_words, when_words = spoken.day_words, spoken.when_words
number, range_words, counted_words = spoken.number, spoken.range_words, spoken.counted_words
KIND = {
    ClaimKind.TOLL: "Toll",
    ClaimKind.CONTROL: "Control",
    ClaimKind.ATTACK: "Attack",
    ClaimKind.MOVEMENT: "Movement",
    ClaimKind.AGREEMENT: "Agreement",
    ClaimKind.POST: "Post",
    ClaimKind.ACCESS: "Access",
    ClaimKind.STATEMENT: "Statement",
    ClaimKind.EVENT: "Event",
    ClaimKind.ALLIANCE: "Alliance",
}
CHANGE = {
    Change.HOLDS: "holds",
    Change.GAINED: "gained",
    Change.LOST: "lost",
    Change.ENTERED: "entered",
    Change.CONTESTED: "fights over",
    Change.SURROUNDED: "surrounds",
    Change.CUT_OFF: "cut off",
    Change.RELIEVED: "ended the siege of",
}
STANCE = {Stance.ASSERTED: "", Stance.DENIED: "denied", Stance.ALLEGED: "alleged"}
MODALITY = {Modality.ACTUAL: "", Modality.PLANNED: "planned", Modality.POSSIBLE: "possible"}
_ID = re.compile(r"\b(?:report|strand)-[\w-]+")
_ISO = re.compile(r"\b\d{4}-\d\d-\d\d\b")
LONGEST_QUOTE = 160
_SENTENCE_END = re.compile(r"[.!?…؟。](?:[\"”’»')\]]*)(?=\s)|\n\s*\n")


def when(time: When) -> str:
    """Return a time in words."""
    return when_words(time.earliest, time.latest)


def copy_words(kind: CopyKind) -> str:
    """Return what a copy is of the other text, such as "reprint"."""
    return "shortened reprint" if kind is CopyKind.SHORTENED else kind.value


BESIDE = {
    CopyKind.QUOTATION: "has the same quoted words as",
    CopyKind.STOCK: "has standing sentences in common with",
}


def beside_words(kind: CopyKind) -> str:
    """Return how a report stands to one whose copy it is not counted as, such as "also takes words from"."""
    return BESIDE.get(kind, "also takes words from")


def quantity_words(quantity: Quantity) -> str:
    """Return a count as far as the words give it."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if quantity.approximate and best is not None:
        return f"about {number(best)}"
    if low is None and high is None and best is not None:
        return number(best)
    words = range_words(low, high)
    return f"about {words}" if quantity.approximate and low is not None and high is not None else words


def figure_words(figure: Figure, book: Book) -> str:
    """Return a figure's range; where its upper end is open, the highest number that anybody gives is said.

    Where a reviewer set another rule, what that gives is returned.
    """
    chosen = next((one for one in figure.rules if one.rule is figure.rule is not Rule.RANGE), None)
    if chosen is not None:
        return range_words(chosen.low, chosen.high)
    now = tuple(claim for row in figure.history for claim in row.stands) or figure.claims
    counts = [c.detail.quantity for c in book.known(now) if isinstance(c.detail, Toll)]
    given = [n for count in counts for n in (count.low, count.best, count.high) if n is not None]
    top = max(given, default=None)
    if figure.high is None and figure.low is not None and top is not None and top > figure.low:
        return f"{number(figure.low)} to {number(top)} or more"
    return range_words(figure.low, figure.high)


def chain_words(claim: Claim, book: Book) -> str:
    """Return who says a claim, nearest speaker first; the outlet itself where nobody is named."""
    if not claim.attribution:
        return f"{outlet_words(claim.report, book)}, in its own voice"
    return ", citing ".join(_speaker(link, book) for link in claim.attribution)


def _speaker(link: Attribution, book: Book) -> str:
    told = f" (to {book.called(link.via)})" if link.via else ""
    return book.called(link.speaker) + told


def ways_words(claim: Claim, book: Book) -> str:
    """Return every way back to an origin of a claim; "" where the report speaks for itself."""
    ways = [path for path in book.paths.get(claim.id, ()) if len(path.steps) > 1]
    return "; ".join(path_words(path, book) for path in ways)


def path_words(path: OriginPath, book: Book) -> str:
    """Return the way from a report back to an origin, such as "R1 Daily → quotes Wire → quotes the mayor"."""
    return " → ".join(_step(step, book) for step in path.steps)


def _step(step: Step, book: Book) -> str:
    """Return a step in words; a report goes by its number."""
    tie = f"{step.tie} " if step.tie else ""
    if step.tie not in {None, Tie.COPIES}:
        return tie + readable(step.name, book)
    number = f"R{book.report_numbers.get(step.report or '', '?')}"
    return tie + (number if step.kind is VoiceKind.TEXT else f"{number} {step.name}")


def outlet_words(report: str, book: Book) -> str:
    """Return a report's outlet, or its number where no outlet is known."""
    known = book.reports.get(report)
    if known is None:
        return "a report that is not in this account"
    return known.outlet or f"report R{book.report_numbers[report]}"


def origin_words(origins: tuple[str, ...], book: Book) -> str:
    """Return how many independent origins there are, and which; a strand goes by its reports."""
    if not origins:
        return "independent origins not known"
    return (
        f"{plural(len(origins), 'independent origin')}: {', '.join(readable(one, book) for one in origins)}"
    )


def readable(text: str, book: Book) -> str:
    """Return a reason or an origin with ids of reports and strands as report numbers, and dates in words."""

    def named(match: re.Match[str]) -> str:
        found = match.group()
        if found in book.strands:
            numbers = [book.report_numbers.get(report, 0) for report in book.strands[found].reports]
            return _listed([f"R{number}" for number in sorted(numbers) if number] or [found])
        number = book.report_numbers.get(found)
        return f"R{number}" if number else found

    return _ISO.sub(_spelt_out, _ID.sub(named, text))


def _spelt_out(match: re.Match[str]) -> str:
    try:
        return day_words(date.fromisoformat(match.group()))
    except ValueError:
        return match.group()


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"the text of {', '.join(most)} and {last}" if most else last


def dated_words(report: Report) -> str:
    """Return when a report was written, and how that is known."""
    words = when_words(report.dated.earliest, report.dated.latest)
    return words if words == NOT_KNOWN else f"{words} ({report.dated.how})"


def claim_words(claim: Claim, book: Book) -> str:
    """Return what a claim says, without who says it."""
    match claim.detail:
        case Toll() as toll:
            by = f", by {book.called(toll.perpetrator)}" if toll.perpetrator else ""
            told = quantity_words(toll.quantity)
            return f"{told} {counted_words(toll.of, toll.measure, told)}{by}"
        case Control() as control:
            return _control_words(control, claim, book)
        case Attack() as attack:
            return _attack_words(attack, book)
        case Agreed() as deal:
            return _deal_words(deal, claim, book)
        case Alignment() as alignment:
            return _alignment_words(alignment, book)
    return _shortened(book.quoted(claim))


def _deal_words(deal: Agreed, claim: Claim, book: Book) -> str:
    parties = f" of {_names(deal.parties, book)}" if deal.parties else ""
    if isinstance(deal, Deal) and deal.act is DealAct.BROKEN:
        by = f" by {_names(deal.parties, book)}" if deal.parties else ""
        return f"Breach of {deal.terms or 'an agreement'}{by}: {_shortened(book.quoted(claim))}"
    if isinstance(deal, Post):
        return f"Post{parties} {deal.state.value}: {_shortened(book.quoted(claim))}"
    return f"{KIND[claim.kind]}{parties}: {deal.terms or _shortened(book.quoted(claim))}"


def _alignment_words(alignment: Alignment, book: Book) -> str:
    party, other = book.called(alignment.party), book.called(alignment.counterparty)
    over = "no longer " if alignment.ended else ""
    return f"{party} {over}{alignment.bond} {other}" + (
        f", with {alignment.means}" if alignment.means else ""
    )


def _shortened(quote: str) -> str:
    words = " ".join(quote.split())
    return f"“{words}”" if len(words) <= LONGEST_QUOTE else f"“{words[: LONGEST_QUOTE - 1].rstrip()}…”"


def _control_words(control: Control, claim: Claim, book: Book) -> str:
    party = book.called(control.party) if control.party else "a party not named"
    where = _names(claim.where, book) or "a place not named"
    other = f" (against {book.called(control.counterparty)})" if control.counterparty else ""
    return f"{party} {CHANGE[control.change]} {where}{other}"


def _attack_words(attack: Attack, book: Book) -> str:
    by = f" by {book.called(attack.perpetrator)}{_sureness(attack)}" if attack.perpetrator else ""
    on = f" on {book.called(attack.target)}" if attack.target else ""
    return f"{attack.sub_type or attack.type}{by}{on}" + (f", with {attack.weapon}" if attack.weapon else "")


def _sureness(attack: Attack) -> str:
    """Return how sure it is who did it, in brackets, "" where it is told as fact."""
    return f" ({attack.blame})" if attack.blame not in {None, Blame.FACT} else ""


def _names(named: tuple[Named, ...], book: Book) -> str:
    return ", ".join(dict.fromkeys(book.called(one) for one in named))


def doubt_words(claim: Claim) -> str:
    """Return the stance and the modality where they are not the plain ones, else ""."""
    return ", ".join(word for word in (STANCE[claim.stance], MODALITY[claim.modality]) if word)


def spell_words(spell: ControlSpell) -> str:
    """Return how a place, or which part of it, is held and by whom."""
    part = f" ({spell.part})" if spell.part else ""
    return spoken.held_words(spell.status, spell.holder) + part


def lag_words(spell: ControlSpell) -> str:
    """Return when the holder's side first said so and when somebody else did, "" where neither is known."""
    if spell.lag_days is not None:
        return f"{plural(spell.lag_days, 'day')} from own claim to confirmation"
    own = f"own claim {day_words(spell.claimed)}, not confirmed" if spell.claimed else ""
    return own or (f"told by others {day_words(spell.confirmed)}" if spell.confirmed else "")


def evidence_words(spell: ControlSpell) -> str:
    """Return which days of a spell no claim speaks of, "" where claims speak of all."""
    said = {
        Evidence.INTERPOLATED: "nothing told, the same before and after",
        Evidence.CARRIED: "nothing told since",
    }
    return "; ".join(
        f"{when_words(one.earliest, one.latest)}: {said[one.evidence]}"
        for one in spell.stretches
        if one.evidence in said
    )


def sentence(text: str, span: Span) -> Span:
    """Return the span widened to the sentence it stands in, never over a blank line."""
    starts = [
        match.end() for match in _SENTENCE_END.finditer(text, 0, span.start + 1) if match.end() <= span.start
    ]
    start = starts[-1] if starts else 0
    after = _SENTENCE_END.search(text, max(span.end - 1, span.start))
    end = after.end() if after else len(text)
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    return Span(min(first, span.start), max(last, span.end))


def capital(text: str) -> str:
    """Return text with its first letter large."""
    return text[:1].upper() + text[1:]


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its word."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def credit_words(references: Sequence[Reference]) -> str:
    """Return the look-ups that a user added, each with its licence."""
    return "; ".join(f"{one.name} ({one.licence})" for one in references)

"""The situation report's sentences, each with the claims behind it, in the order that readers expect."""

from collections.abc import Iterable, Iterator
from datetime import date

from warmonitor.model import Account, Claim, ClaimKind, ControlSpell, Event, Figure, Measure, Toll
from warmonitor.stages.tell import agreed, cut_off, graded, judged, settled, words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Line, Part, Section, line

HIGHLIGHTS = 6
DEATHS = (Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.DETAINED, Measure.ABDUCTED)
MOVED = (Measure.DISPLACED, Measure.REMAINING, Measure.POPULATION)


def brief(book: Book) -> tuple[Section, ...]:
    """Return the whole situation report."""
    account = book.account
    return (
        Section("highlights", "Highlights", tuple(_highlights(book))),
        Section("situation", "Situation overview", tuple(_events(account.events, book))),
        Section(
            "consequences",
            "Humanitarian consequences",
            parts=(
                Section("casualties", "Casualties", tuple(_figures(account, DEATHS, book))),
                Section("displacement", "Displacement", tuple(_figures(account, MOVED, book))),
            ),
        ),
        Section(
            "control-access",
            "Access and control",
            parts=(
                Section("who-holds", "Who holds what", tuple(_spell(s, book) for s in account.control)),
                Section("movements", "Movements", tuple(_plain(ClaimKind.MOVEMENT, book))),
                Section("cut-off", "Cut off and surrounded", tuple(cut_off.lines(book))),
                Section("access", "Access", tuple(_plain(ClaimKind.ACCESS, book))),
            ),
        ),
        Section("agreements-breaches", "Agreements and breaches", tuple(agreed.lines(book))),
        Section("disputed", "Disputed points", tuple(_disputes(book))),
        *judged.sections(book),
        Section("gaps", "Gaps and limits", tuple(_gaps(book))),
    )


def _place(place: str | None, book: Book) -> str:
    name = book.place_label(place)
    return f" in {name}" if name else ", place not known"


def _highlights(book: Book) -> Iterator[Line]:
    account = book.account
    toll = [f for f in account.figures if f.measure in {*DEATHS, *MOVED}]
    toll.sort(key=lambda f: (-len(f.origins), -len(f.claims), f.id))
    yield from (figure_line(figure, book) for figure in toll[: HIGHLIGHTS // 2])
    last: dict[str, ControlSpell] = {}
    for spell in account.control:
        last[spell.place] = spell
    held = sorted(last.values(), key=lambda s: (-len(s.claims), s.id))
    yield from (_spell(spell, book) for spell in held[: HIGHLIGHTS // 2])


def figure_line(figure: Figure, book: Book) -> Line:
    """Return one figure as a range, who says each end of it, and how many independent origins there are."""
    told = words.figure_words(figure, book)
    given = Part(f"{told} {words.counted_words(figure.of, figure.measure, told)}", figure.claims)
    where = f"{_place(figure.place, book)}, {words.when(figure.when)}"
    origins = f" ({words.origin_words(figure.origins, book)}{graded.codes(figure)})."
    return line(given, where, *_sayers(figure, book), origins, *_beside(figure, book))


def _beside(figure: Figure, book: Book) -> Iterator[Part | str]:
    """Yield what other rules give, how an origin's count changed, and what a copy prints otherwise."""
    for place, one in enumerate(settled.rules(figure)[1:]):
        yield "; " if place else " By other rules: "
        yield Part(f"{one.rule} {one.value}", one.claims)
    if settled.rules(figure):
        yield "."
    for origin, steps in settled.told_again(figure):
        yield f" {words.capital(words.readable(origin, book))} said "
        for place, step in enumerate(steps):
            yield ", then " if place else ""
            mark = f"{step.mark} " if step.mark else ""
            yield Part(f"{step.value} ({mark}{step.told})", (step.claim,))
        yield "."
    for copies, said, claims, text, of in settled.misprints(figure, book):
        yield from (f" {copies} ", Part(said, claims), " where the text has ", Part(text, of), ".")


def _sayers(figure: Figure, book: Book) -> Iterator[Part]:
    """Yield who gives which number and blames whom; where all give the same, it is said once."""
    said: dict[tuple[str, str, str], list[str]] = {}
    for claim in settled.standing(figure, book):
        said.setdefault((_number(claim, book), _blame(claim, book), _who(claim, book)), []).append(claim.id)
    alone = len({(number, blame) for number, blame, _ in said}) == 1
    for place, ((number, blame, who), claims) in enumerate(said.items()):
        if place == 0:
            yield Part(f"{blame}, according to " if alone else ": ")
        else:
            yield Part("; ")
        yield Part(who if alone else f"{number}{blame}, according to {who}", tuple(claims))


def _number(claim: Claim, book: Book) -> str:
    toll = claim.detail
    return words.quantity_words(toll.quantity) if isinstance(toll, Toll) else words.claim_words(claim, book)


def _blame(claim: Claim, book: Book) -> str:
    blamed = claim.detail.perpetrator if isinstance(claim.detail, Toll) else None
    return f", blamed on {book.called(blamed)}" if blamed else ""


def _who(claim: Claim, book: Book) -> str:
    doubt = words.doubt_words(claim)
    return words.chain_words(claim, book) + (f" [{doubt}]" if doubt else "")


def _events(events: Iterable[Event], book: Book) -> Iterator[Line]:
    for event in events:
        what = f"{event.type}: {event.sub_type}" if event.sub_type else event.type
        actors = ", ".join(book.actor_name(actor) for actor in event.actors)
        yield line(
            f"{words.when(event.when)}: ",
            Part(what, event.claims),
            f", {book.place_label(event.place) or 'place not known'}",
            f"; named: {actors}" if actors else "; nobody named",
            f" ({words.origin_words(event.origins, book)}{graded.codes(event)}).",
        )


def _figures(account: Account, measures: Iterable[Measure], book: Book) -> Iterator[Line]:
    for measure in measures:
        yield from (figure_line(figure, book) for figure in account.figures if figure.measure == measure)


def _plain(kind: ClaimKind, book: Book) -> Iterator[Line]:
    """Yield what claims of a kind say in their own words; the same words of one speaker are one line."""
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in book.account.claims:
        if claim.kind == kind and claim.id not in book.rejected:
            speaker = _who(claim, book) if claim.attribution else ""
            said.setdefault((" ".join(book.quoted(claim).split()), speaker), []).append(claim)
    for (quote, _), found in sorted(said.items(), key=lambda one: _moment(one[1][0])):
        who = "; ".join(dict.fromkeys(_who(claim, book) for claim in found))
        quoted = Part(f"“{quote}”", tuple(claim.id for claim in found))
        yield line(f"{words.when(found[0].when)}: ", quoted, f" ({who}).")


def _moment(claim: Claim) -> tuple[date, str]:
    return claim.when.earliest or claim.when.latest or date.max, claim.id


def _spell(spell: ControlSpell, book: Book) -> Line:
    because = f": {words.readable(spell.because, book)}" if spell.because else ""
    state = Part(words.spell_words(spell), spell.claims)
    return line(f"{book.place_label(spell.place)}, {words.when(spell.when)}: ", state, f"{because}.")


def _disputes(book: Book) -> Iterator[Line]:
    for dispute in book.account.disputes:
        said: dict[str, list[str]] = {}
        for claim in book.known(dispute.claims):
            said.setdefault(f"{_who(claim, book)}: {words.claim_words(claim, book)}", []).append(claim.id)
        sides: list[Part | str] = [f"{words.readable(dispute.about, book)} ({dispute.kind}). "]
        for number, (text, claims) in enumerate(said.items()):
            sides.append("; against " if number else "")
            sides.append(Part(text, tuple(claims)))
        yield line(*sides, ".")


def _gaps(book: Book) -> Iterator[Line]:
    account = book.account
    lost = [place.name for place in account.places if place.latitude is None]
    if lost:
        yield line(f"Places that could not be located: {', '.join(lost)}.")
    undated = [
        book.report_numbers[r.id]
        for r in account.reports
        if r.dated.earliest is None and r.dated.latest is None
    ]
    if undated:
        yield line(f"Reports whose time of writing is not known: {', '.join(f'R{n}' for n in undated)}.")
    single = sum(1 for figure in account.figures if len(figure.origins) < 2)
    if single:
        told = words.plural(single, "figure rests", "figures rest")
        yield line(f"{told} on one origin or on none that could be told.")
    yield from (line(f"{issue.item}: {issue.said}") for issue in account.issues)
    yield line("This says what the reports say and who says it. Nothing in it was checked on the ground.")

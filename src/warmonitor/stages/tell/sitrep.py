"""The situation report in Markdown: every sentence with notes that lead to report and quote."""

from collections.abc import Iterator

from warmonitor.model import CopyLink, Report
from warmonitor.model.markdown import plain
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Line, Section


def sitrep_markdown(book: Book, sections: tuple[Section, ...]) -> bytes:
    """Return sitrep.md as UTF-8."""
    notes = {claim: number for number, claim in enumerate(_used(sections), 1)}
    lines = [*_head(book)]
    for section in sections:
        lines += _section(section, 2, notes)
    lines += ["## Sources", "", *_sources(book), "", "## Notes", "", *_notes(notes, book)]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _used(sections: tuple[Section, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for section in sections:
        found = [claim for line in section.lines for claim in line.claims()]
        for claim in (*found, *_used(section.parts)):
            if claim not in seen:
                seen.add(claim)
                yield claim


def _head(book: Book) -> Iterator[str]:
    days = [day for r in book.account.reports for day in (r.dated.earliest, r.dated.latest) if day]
    written = words.when_words(min(days), max(days)) if days else words.NOT_KNOWN
    yield "# Situation report"
    yield ""
    reports = words.plural(len(book.account.reports), "report")
    texts = words.plural(len(book.account.strands), "separate text")
    yield f"From {reports}, written {written}, which go back to {texts}."
    yield "Figures are ranges, and each note names who says so and in which words."
    if added := book.account.made.references:
        yield f"Looked up with {plain(words.credit_words(added))}, beside what comes with the program."
    if book.account.chain:
        yield f"Made from a store whose chain of given records ends at `{book.account.chain}`."
    yield ""


def _section(section: Section, level: int, notes: dict[str, int]) -> Iterator[str]:
    yield f"{'#' * level} {section.title}"
    yield ""
    if section.parts:
        for part in section.parts:
            yield from _section(part, level + 1, notes)
        return
    yield from (f"- {_line(line, notes)}" for line in section.lines)
    if not section.lines:
        yield section.empty
    yield ""


def _line(line: Line, notes: dict[str, int]) -> str:
    text = "".join(part.text for part in line.parts)
    marks = "".join(f"[^{notes[claim]}]" for claim in line.claims())
    return plain(text) + marks


def _sources(book: Book) -> Iterator[str]:
    links = {link.copy: link for strand in book.account.strands for link in strand.links}
    for report in book.in_order:
        yield f"- {plain(_source(report, book))}{plain(_copied(links.get(report.id), book))}"


def _source(report: Report, book: Book) -> str:
    title = f", “{report.title}”" if report.title else ""
    agencies = f", credits {', '.join(report.agencies)}" if report.agencies else ""
    outlet = f"R{book.report_numbers[report.id]}: {report.outlet or 'outlet not known'}"
    return f"{outlet}{title}, {words.dated_words(report)}{agencies}; {report.source}"


def _copied(link: CopyLink | None, book: Book) -> str:
    if link is None:
        return ""
    of = book.report_numbers.get(link.of)
    return f"; {words.copy_words(link.kind)} of R{of}, {link.shared:.0%} of its words" if of else ""


def _notes(notes: dict[str, int], book: Book) -> Iterator[str]:
    for claim_id, number in notes.items():
        claim = book.claims.get(claim_id)
        if claim is None:
            yield f"[^{number}]: the claim is not in this account."
            continue
        doubt = words.doubt_words(claim)
        report = book.report_numbers.get(claim.report, "?")
        at = f"characters {claim.quote.start} to {claim.quote.end}"
        who = words.chain_words(claim, book) + (f" [{doubt}]" if doubt else "")
        ways = words.ways_words(claim, book)
        back = f"; goes back: {plain(ways)}" if ways else ""
        yield f"[^{number}]: R{report}, {plain(who)}: “{plain(book.quoted(claim))}” ({at}){back}"

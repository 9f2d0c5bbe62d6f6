"""A number changed in a copy is shown beside that of its text; it is no rival, whoever has it."""

from dataclasses import replace

from literal_claims import Paper, at, claims_of, copy_of, on, place, reports_of, strands_of

from warmonitor.model import Altered, Claim, CopyLink, Figure, Quantity, Report, Span, Strand, Toll
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import Reconciled, reconcile

PLACES = [place("Tarvo", (40.0, 20.0))]


def original() -> Paper:
    paper = Paper("first", "2031-03-02", "Mill Valley Press")
    sentence = paper.says("A shell hit the mill of Tarvo and killed 12 people on Sunday.")
    sentence.attack("shelling", where=[at("Tarvo")], when=on("2031-03-02"), words="A shell hit the mill")
    sentence.toll(12, "people", where=[at("Tarvo")], when=on("2031-03-02"), words="killed 12 people")
    return paper


def misprinted(paper: Paper, name: str, number: int) -> Paper:
    """Print a paper again with another number of as many letters, so that offsets hold."""
    again = copy_of(paper, name, f"Junk {name}")
    again.sentences = [one.replace(" 12 ", f" {number} ") for one in again.sentences]
    told = again.claims[1]
    assert isinstance(told.detail, Toll)
    again.claims[1] = replace(told, detail=replace(told.detail, quantity=Quantity(number, number, number)))
    return again


def with_changes(strands: list[Strand], reports: list[Report]) -> list[Strand]:
    texts = {one.id: one.text for one in reports}
    at = texts["report-first"].index("12")
    words = Span(at, at + 2)

    def changed(link: CopyLink) -> CopyLink:
        same = words.of(texts[link.copy]) == words.of(texts[link.of])
        return link if same else replace(link, changes=(Altered(words, words),))

    return [replace(one, links=tuple(changed(link) for link in one.links)) for one in strands]


def made(papers: list[Paper]) -> Reconciled:
    reports = reports_of(papers)
    strands = with_changes(strands_of(papers), reports)
    grouped = group(claims_of(papers), reports, PLACES, [])
    return reconcile(grouped.claims, grouped.events, reports, strands, PLACES, [])


def toll_of(paper: Paper) -> Claim:
    return paper.claims[1]


def only(result: Reconciled) -> Figure:
    (figure,) = result.figures
    return figure


def test_three_of_fifty_copies_with_another_number_are_shown_and_dispute_nothing() -> None:
    first = original()
    copies = [copy_of(first, f"copy{number}", f"Junk {number}") for number in range(46)]
    wrong = [misprinted(first, f"wrong{number}", 92) for number in range(3)]
    result = made([first, *copies, *wrong])
    figure = only(result)
    assert figure.origins == ("Mill Valley Press",)
    assert (figure.low, figure.high, figure.median, result.disputes) == (12, 12, 12.0, ())
    assert len(figure.claims) == 50
    assert sorted(one.claim for one in figure.changed) == sorted(toll_of(paper).id for paper in wrong)
    assert {one.because for one in figure.changed} == {
        'a copy says "92" where the text that it copies says "12"'
    }
    (event,) = result.events
    assert [(one.low, one.high) for one in event.casualties] == [(12, 12)]
    assert event.origins == ("Mill Valley Press",)


def test_the_number_of_most_prints_is_the_text_s() -> None:
    first = misprinted(original(), "x", 92)
    first.name, first.copy_of, first.outlet = "first", None, "Mill Valley Press"
    first = replace(first, claims=[replace(one, report="report-first") for one in first.claims])
    copies = []
    for number in range(4):
        paper = misprinted(first, f"copy{number}", 92)
        paper.sentences = [one.replace(" 92 ", " 12 ") for one in paper.sentences]
        told = toll_of(paper)
        assert isinstance(told.detail, Toll)
        paper.claims[1] = replace(told, detail=replace(told.detail, quantity=Quantity(12, 12, 12)))
        copies.append(paper)
    figure = only(made_of(first, copies))
    assert (figure.low, figure.high) == (12, 12)
    assert [one.claim for one in figure.changed] == [toll_of(first).id]


def made_of(first: Paper, copies: list[Paper]) -> Reconciled:
    papers = [first, *copies]
    reports = reports_of(papers)
    at = reports[0].text.index("92")
    words = Span(at, at + 2)
    strands = [
        replace(one, links=tuple(replace(link, changes=(Altered(words, words),)) for link in one.links))
        for one in strands_of(papers)
    ]
    grouped = group(claims_of(papers), reports, PLACES, [])
    return reconcile(grouped.claims, grouped.events, reports, strands, PLACES, [])


def test_one_outlet_that_prints_its_own_story_with_a_new_number_updates_it() -> None:
    first = original()
    later = misprinted(first, "later", 15)
    later.outlet, later.dated = first.outlet, "2031-03-03"
    figure = only(made([first, later]))
    assert figure.changed == ()
    assert [count.mark for count in figure.history[0].counts] == ["first", "raised"]
    assert (figure.low, figure.high) == (15, 15)

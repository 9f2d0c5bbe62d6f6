"""Copies made to look like many: one article at five addresses, fifty prints with another number in three."""

from pathlib import Path

from warmonitor.run.account import make_account

PAGE = """<html lang="en"><head><title>Shell hits mill</title>
<meta property="og:site_name" content="Mill Valley Press"><link rel="canonical" href="{url}">
<meta property="article:published_time" content="2031-03-03T09:00:00Z"></head>
<body>{menu}<article><h1>Shell hits mill of Izium</h1>{body}</article>{foot}</body></html>"""
TOLD = (
    "A shell hit the flour mill of Izium on Sunday, killing {number} people, the hospital said.",
    "Rescue workers searched the ruins through the night, and families waited at the gate, residents said.",
    "The council called for a day of mourning and asked neighbouring towns to send blood and bandages.",
)
FORMS = (
    "https://mill.example/shell",
    "https://mill.example/shell?utm_source=feed&ref=7",
    "http://mill.example/shell",
    "https://mill.example/amp/shell",
    "https://m.mill.example/print/shell",
)


def page(url: str, number: int = 12, menu: str = "", foot: str = "") -> str:
    body = "".join(f"<p>{words.format(number=number)}</p>" for words in TOLD)
    return PAGE.format(url=url, body=body, menu=menu, foot=foot)


def test_h37_one_article_at_five_addresses_is_one_text_of_one_origin(tmp_path: Path) -> None:
    for place, url in enumerate(FORMS):
        (tmp_path / f"{place}.html").write_text(page(url, foot=f"<footer>Form {place}</footer>"))
    account = make_account([str(tmp_path)])
    assert len(account.strands) == 1
    (figure,) = [one for one in account.figures if one.measure == "killed"]
    assert (figure.low, figure.high, len(figure.origins)) == (12, 12, 1)
    assert all(len(event.origins) == 1 for event in account.events)


def test_h38_fifty_copies_of_which_three_say_another_number(tmp_path: Path) -> None:
    for place in range(50):
        number = 120 if place in {7, 21, 40} else 12
        text = "\n\n".join(words.format(number=number) for words in TOLD)
        (tmp_path / f"{place:02}.txt").write_text(
            f"Shell hits mill of Izium\n\n{text}\n\nPage {place} of the site\n"
        )
    account = make_account([str(tmp_path)])
    (figure,) = [one for one in account.figures if one.measure == "killed"]
    assert (figure.low, figure.high, len(figure.origins)) == (12, 12, 1)
    claims = {claim.id: claim for claim in account.claims}
    texts = {report.id: report.text for report in account.reports}
    shown = {
        claims[key].quote.of(texts[claims[key].report])
        for one in figure.changed
        for key in (one.claim, one.of)
    }
    assert {"120" in words for words in shown} == {True, False}
    assert len([one for one in account.issues if one.code == "changed-in-copy"]) >= 1

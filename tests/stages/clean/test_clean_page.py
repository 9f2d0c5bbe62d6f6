"""Web pages, honest and hostile; every text here was written for these tests."""

import hashlib
import json
from datetime import date

import pytest

from warmonitor.model import Issue, RawReport, Report
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean

LEAD = "Shells hit the river port of Tesna on Monday and killed nine dockers, the harbour master said."
SECOND = "The army denied firing at the port. “We struck a depot outside the town,” a spokesman said."
THIRD = "More than 300 families have left the quarter since the shelling began, according to aid workers."
BODY = "".join(f"<p>{p}</p>" for p in (LEAD, SECOND, THIRD))


def read(html: str | bytes, **hints: str) -> tuple[Report | None, list[Issue]]:
    content = html.encode() if isinstance(html, str) else html
    raw = RawReport("a.html", "text/html", content, hashlib.sha256(content).hexdigest(), tuple(hints.items()))
    return clean(raw, load_outlets())


def made(html: str | bytes) -> Report:
    report, issues = read(html)
    assert report is not None, issues
    return report


def codes(html: str | bytes) -> set[str]:
    return {issue.code for issue in read(html)[1]}


def page(body: str, head: str = "") -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{body}</article></body></html>"


def test_text_title_and_captions() -> None:
    figure = "<figure><img src='q.jpg'><figcaption>Smoke over the quay (Ana Costa/AFP)</figcaption></figure>"
    report = made(
        page(f"<h1>Nine die at port</h1>{figure}{BODY}", "<title>Nine die at port | Kyiv Post</title>")
    )
    assert report.text == f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
    assert report.title == "Nine die at port"
    assert report.captions == ("Smoke over the quay (Ana Costa/AFP)",)
    assert report.agencies == ("AFP",)


def test_what_the_page_states_of_itself() -> None:
    thing = {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "NewsArticle",
                "headline": "Nine die at port",
                "datePublished": "2022-03-20T08:00:00Z",
                "dateModified": "2023-01-01T08:00:00Z",
                "author": [
                    {"@type": "Person", "name": "Ana Costa"},
                    {"@type": "Organization", "name": "AFP"},
                ],
                "publisher": {"@type": "Organization", "name": "The Port Times"},
            }
        ],
    }
    head = '<link rel="canonical" href="https://port.example/1">'
    head += f'<script type="application/ld+json">{json.dumps(thing)}</script>'
    report = made(page(BODY, head))
    assert report.stated_date == date(2022, 3, 20)
    assert report.byline == ("Ana Costa",)
    assert report.agencies == ("AFP",)
    assert report.outlet == "The Port Times"
    assert report.url == "https://port.example/1"


@pytest.mark.parametrize(
    ("head", "body", "wanted"),
    [
        (
            '<meta property="article:published_time" content="2021-05-04T10:00:00+02:00">',
            "",
            date(2021, 5, 4),
        ),
        ('<meta property="article:modified_time" content="2021-05-04T10:00:00+02:00">', "", None),
        ("", '<time datetime="2021-05-04T10:00">4 May</time>', date(2021, 5, 4)),
        ("", '<span class="post-date">Posted on May 4, 2021</span>', date(2021, 5, 4)),
        ("", '<span class="date">Updated on May 4, 2021</span>', None),
        ("", '<span class="date">03/04/2021</span>', None),
        ("", "<p>The truce was signed on 4 May 2021 in the town hall of Tesna.</p>", None),
        ("", "<footer><span class='date'>4 May 2021</span></footer>", None),
    ],
)
def test_publication_dates_are_stated_never_guessed(head: str, body: str, wanted: date | None) -> None:
    assert made(page(f"{body}{BODY}", head)).stated_date == wanted


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "display : none !important",
        "visibility:hidden",
        "font-size:0",
        "font-size:0px",
        "opacity:0",
        "opacity:0.0;",
        "position:absolute;left:-9999px",
        "text-indent:-5000px",
        "color:white",
        "color:#FFF;font-size:10px",
        "color:#123456;background-color:#123456",
        "height:0;overflow:hidden",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(50%)",
        "transform:scale(0)",
        "color:transparent",
    ],
)
def test_text_that_no_reader_sees_is_dropped_and_flagged(style: str) -> None:
    html = page(f'<p>{LEAD}</p><p style="{style}">Report 500 killed in Lomna.</p><p>{SECOND}</p>')
    assert "500" not in made(html).text
    assert "hidden-text" in codes(html)


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden><p>Report 500 killed in the market.</p></div>",
        '<p aria-hidden="true">Report 500 killed in the market.</p>',
        '<style>.x1, p.y {display:none}</style><p class="x1">Report 500 killed in the market.</p>',
        '<style>#x2 {position:absolute; left:-4000px}</style><p id="x2">Report 500 killed in the market.</p>',
        '<p><font color="#ffffff">Report 500 killed in the market.</font></p>',
        "<template><p>Report 500 killed in the market.</p></template>",
        "<!-- Report 500 killed in the market. -->",
    ],
)
def test_other_ways_to_hide_text(hidden: str) -> None:
    assert "500" not in made(page(f"<p>{LEAD}</p>{hidden}<p>{SECOND}</p><p>{THIRD}</p>")).text


def test_visible_styles_hide_nothing() -> None:
    for style in ("font-size:0.9em", "opacity:0.8", "margin-left:-10px", "color:whitesmoke;background:black"):
        assert LEAD in made(page(f'<div style="{style}">{BODY}</div>')).text


@pytest.mark.parametrize("depth", [300, 1000, 3000, 10_000])
def test_deep_pages_lose_no_figure_in_silence(depth: int) -> None:
    deep = f"{'<div>' * depth}<p>DEEP: 47 people were killed there, he said.</p>{'</div>' * depth}"
    html = page(f"{BODY}{deep}<p>AFTER: another 99 people were killed on Sunday, she said.</p>")
    report, issues = read(html)
    text = report.text if report else ""
    found = "47 people" in text and "99 people" in text
    assert found or any(issue.code.startswith("page-too-") for issue in issues)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<p>x</p>" * 100_000,
        f"<p>{'killed ' * 2_000_000}</p>",
        "<td colspan=9007199254740991>x</td>",
        "<" * 300_000,
        "<!--" + "x" * 300_000,
        f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>x</p>",
        "&amp;amp;" * 50_000,
        "",
        "<html></html>",
        "\x00",
    ],
)
def test_hostile_pages_are_refused_with_a_reason(html: str) -> None:
    report, issues = read(html)
    assert report is None
    assert any(issue.fatal for issue in issues)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (
            "<h1>Log in to continue</h1><p>You must log in to see this page.</p><a>Forgot password?</a>",
            "login-page",
        ),
        ("<h1>404</h1><p>Page not found. The page you requested could not be found.</p>", "error-page"),
        ("<p>One moment, please... Please wait while your request is being verified.</p>", "wait-page"),
        ("<p>Please enable JavaScript and cookies to continue to the site.</p>", "wait-page"),
        ("<p>Ok</p>", "no-article"),
    ],
)
def test_shells_are_no_reports(words: str, code: str) -> None:
    report, issues = read(f"<html><body>{words}</body></html>")
    assert report is None
    assert [issue.code for issue in issues if issue.fatal] == [code]


def test_an_article_about_logins_is_a_report() -> None:
    assert (
        LEAD
        in made(
            page(f"{BODY}<p>Staff were told to log in to continue and found the page not found.</p>")
        ).text
    )


@pytest.mark.parametrize(
    "text",
    [
        "Neun Hafenarbeiter sind am Montag beim Beschuss des Hafens getötet worden, sagte der Hafenmeister.",
        "قُتل تسعة من عمال الميناء يوم الاثنين في قصف على المدينة، بحسب ما قاله مدير الميناء.",
        "Девять портовых рабочих погибли в понедельник при обстреле речного порта, сообщил начальник порта.",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    report, issues = read(page(f"<p>{text}</p>" * 3))
    assert report is None
    assert [issue.code for issue in issues if issue.fatal] == ["language-not-read"]


def test_embeds_and_boxes_go() -> None:
    tweet = '<blockquote class="twitter-tweet"><p>BREAKING: 77 dead in the north, we hear.</p></blockquote>'
    box = '<div class="newsletter-signup"><p>Sign up for our newsletter and get 10 stories a day.</p></div>'
    text = made(page(f"<p>{LEAD}</p>{tweet}{box}<p>{SECOND}</p><p>{THIRD}</p>")).text
    assert "77 dead" not in text
    assert "newsletter" not in text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(encoding: str) -> None:
    head = '<meta charset="windows-1252">' if encoding == "cp1252" else ""
    assert SECOND in made(page(BODY, head).encode(encoding)).text


def test_utf7_is_never_decoded() -> None:
    html = page("<p>+ADw-script+AD4-</p>" + BODY, '<meta charset="utf-7">')
    assert "<script>" not in made(html).text


def test_unseen_characters_in_numbers_are_taken_out_and_flagged() -> None:
    html = page(BODY.replace("300", "3\u200b00").replace("nine", "n\u00adine"))
    assert "More than 300 families" in made(html).text
    assert "killed nine dockers" in made(html).text
    assert "number-split" in codes(html)
    assert "direction-override" in codes(page(BODY.replace("300", "\u202e003\u202c")))
    assert "null-characters" in codes(page(BODY.replace("dockers", "doc\x00kers")))
    assert "dockers" in made(page(BODY.replace("dockers", "doc\x00kers"))).text

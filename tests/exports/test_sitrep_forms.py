"""The forms of a situation report: the same sentences, notes that are led to, the same bytes."""

import io
import re
import time
import zipfile
from importlib.resources import files

import pytest
from lxml import etree
from sitrep_record import ARABIC, COLUMNS, report

from warmonitor.exports.sitrep.docx import docx
from warmonitor.exports.sitrep.forms import FORMS
from warmonitor.exports.sitrep.markdown import markdown
from warmonitor.exports.sitrep.pdf import _tree, pdf
from warmonitor.exports.sitrep.scripts import boxed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCES = ["3 to 7 civilians killed in Orlen, 2 March 2031.", "Orlen: held by the Lamp Guard."]


def word(made: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(name))


def paragraphs(made: bytes) -> list[str]:
    return ["".join(one.itertext(f"{W}t")) for one in word(made).iter(f"{W}p")]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_gives_the_same_bytes_at_another_time(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = FORMS[form].make(report())
    real = time.time()
    monkeypatch.setattr(time, "time", lambda: real + 90_000)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(real + 90_000))
    assert FORMS[form].make(report()) == first


def test_markdown_has_the_sentences_with_footnotes() -> None:
    text = markdown(report()).decode()
    assert "- 3 to 7[^1][^2] civilians killed in Orlen, 2 March 2031." in text
    assert (
        "The weightiest 2 of more than 9. All of them stand in the reading room at "
        "`/sitrep/all?of=killed&until=2031-03-31`."
    ) in text
    assert (
        "| people injured | 12 | 12[^2] according to nobody | Wire of Orlen | 2 March 2031 | Orlen |" in text
    )
    assert re.findall(r"^#+ (.*)$", text, re.MULTILINE) == [
        "Situation report", "Highlights", "Humanitarian impact", "Killed", "Injured", "Disputed", "Sources",
        "Notes",
    ]  # fmt: skip
    assert f"[^2]: the harbour master: “\u2068{ARABIC}\u2069”." in text
    assert "written after the period" in text
    assert "4:abab" in text


def test_word_has_the_sentences_headings_and_notes_that_are_led_to() -> None:
    made = docx(report())
    bare = [re.sub(r"\[\d+\]", "", one) for one in paragraphs(made)]
    assert all(one in bare for one in SENTENCES)
    tree = word(made)
    anchors = {one.get(f"{W}anchor") for one in tree.iter(f"{W}hyperlink")} - {None}
    marks = [(one.get(f"{W}name"), one.get(f"{W}id")) for one in tree.iter(f"{W}bookmarkStart")]
    assert anchors == {"note_1", "note_2", "note_3", "told_9"} == {name for name, _ in marks} - {"told_2"}
    assert len({number for _, number in marks}) == len(marks)
    assert any("All of them stand in the reading room at /sitrep/all?of=killed" in one for one in bare)
    rows = [[re.sub(r"\[\d+\]", "", "".join(cell.itertext(f"{W}t"))) for cell in row.iter(f"{W}tc")]
            for row in tree.iter(f"{W}tr")]  # fmt: skip
    assert rows[:2] == [
        list(COLUMNS),
        ["people injured", "12", "12 according to nobody", "Wire of Orlen", "2 March 2031", "Orlen"],
    ]
    styles = [one.get(f"{W}val") for one in tree.iter(f"{W}pStyle")]
    assert styles[:3] == ["Title", "Heading1", "ListBullet"]
    assert len(list(tree.iter(f"{W}tblHeader"))) == 2
    assert 'descr="A map of Orlen."' in etree.tostring(tree, encoding="unicode")


def test_word_marks_what_runs_from_right_to_left() -> None:
    runs = [one for one in word(docx(report())).iter(f"{W}r") if ARABIC in "".join(one.itertext(f"{W}t"))]
    assert len(runs) == 1
    assert runs[0].find(f"{W}rPr/{W}rtl") is not None


def test_word_says_nothing_of_a_clock_or_an_author() -> None:
    made = docx(report())
    about = etree.tostring(word(made, "docProps/core.xml"), encoding="unicode")
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", about)) == {"2000-01-01T"}
    assert "python-docx" not in about
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pdf_is_tagged_and_has_no_date() -> None:
    made = pdf(report())
    assert made.startswith(b"%PDF-")
    assert b"/MarkInfo" in made
    assert b"CreationDate" not in made
    assert b"ModDate" not in made


def test_an_empty_report_has_every_form() -> None:
    nothing = report().model_copy(update={"sections": (), "notes": (), "sources": (), "pictures": ()})
    assert b"No report is quoted." in markdown(nothing)
    assert "No report is quoted." in paragraphs(docx(nothing))
    assert pdf(nothing).startswith(b"%PDF-")


def test_pdf_tells_of_letters_that_it_has_not() -> None:
    assert boxed(["Orlen", ARABIC, "Орлен", "אורלן", "Όρλεν", "12 µg ½ ª"]) is None
    said = boxed(["奥尔伦", "ออร์เลน"])
    assert said == (
        "This file has no letters of these scripts and shows boxes for them: Chinese, Thai. "
        "The page has them."
    )
    note = report().notes[0].model_copy(update={"quote": "奥尔伦"})
    told = report().model_copy(update={"notes": (note,)})
    assert "Chinese" in _tree(told)["heading"][-1]
    assert "Chinese" not in _tree(report())["heading"][-1]
    assert pdf(told).startswith(b"%PDF-")


def test_arabic_is_set_with_a_font_made_for_it() -> None:
    font = files("warmonitor.exports.sitrep") / "fonts" / "noto-naskh-arabic-400.ttf"
    assert font.is_file(), "the fonts were not made: python -m build_hooks.bundle makes them"
    made = pdf(report())
    assert b"NotoNaskhArabic" in made
    assert b"DejaVu" not in made

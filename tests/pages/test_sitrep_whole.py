"""All of a part of a situation report, its notes there and back, and files of the same sentences."""

import html
import io
import re
import zipfile

import pytest

from pages.sitrep_told import AUGUST, cells, every, joined, told
from pages.visiting import Room, Visitor
from warmonitor.store.membership import Role


def test_notes_lead_back_to_the_first_sentence_that_they_stand_behind(example: Room) -> None:
    page = told(example)
    first: dict[int, str] = {}
    for line in every(page):
        for piece in line["pieces"]:
            for note in piece["notes"]:
                first.setdefault(note, line["id"])
    assert len(set(first.values())) > 30
    assert {note["number"]: note["back"] for note in page["report"]["notes"]} == first


def test_all_of_a_part_stands_where_the_report_says(example: Room) -> None:
    killed = told(example)["report"]["sections"][2]["parts"][0]
    assert (killed["told"], killed["whole"]) == (16, f"/sitrep/all?of=killed&{AUGUST}")
    client = example.office.session(Role.READER)
    page = client.get(killed["whole"]).json()
    part = page["part"]["section"]
    assert (page["title"], page["report"]) == ("Killed", f"/sitrep?{AUGUST}")
    assert len(part["table"]["rows"]) == part["total"] == killed["total"] > 16
    assert (part["whole"], page["part"]["before"], page["part"]["after"]) == (None, None, None)
    assert [joined(row)[0] for row in part["table"]["rows"]][:16] == [
        joined(row)[0] for row in killed["table"]["rows"]
    ]
    later = client.get(f"{killed['whole']}&start=16").json()["part"]
    assert later["before"] == killed["whole"]
    assert later["section"]["table"]["rows"][0]["cells"][0] == part["table"]["rows"][16]["cells"][0]
    disputed = client.get(f"/sitrep/all?of=disputed&{AUGUST}").json()["part"]["section"]
    assert disputed["total"] == len(disputed["lines"])


@pytest.mark.parametrize("query", ["of=nothing", "", "of=killed&start=-1", "of=killed&until=2019-02-30"])
def test_what_is_no_part_is_refused(example: Room, query: str) -> None:
    assert example.office.session(Role.READER).get(f"/sitrep/all?{query}").status_code == 400


def test_all_of_a_part_is_a_page_with_its_notes(reader: Visitor) -> None:
    page = reader.open(f"/sitrep?{AUGUST}")
    page.click("a.count >> nth=0")
    page.wait_for_url("**/sitrep/all?of=situation**")
    assert reader.barriers() == []
    page.click("a.mark >> nth=0")
    page.click(".sentence:target a.back")
    assert page.locator("li:target a.mark").count() > 0
    reader.quiet()


def test_markdown_says_the_same_with_footnotes(example: Room) -> None:
    client, page = example.office.session(Role.READER), told(example)
    answer = client.get(f"/sitrep.md?{AUGUST}")
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="sitrep-2019-08-02-2019-08-31.md"'
    assert answer.content == client.get(f"/sitrep.md?{AUGUST}").content
    body, _, notes = answer.text.partition("## Notes")
    bare = re.sub(r"\\(.)", r"\1", re.sub(r"\[\^\d+\]", "", body))
    assert all(" ".join(one.split()) in bare for one in cells(page))
    used = set(re.findall(r"\[\^(\d+)\]", body))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))
    assert page["report"]["chain"] in answer.text


def test_word_and_pdf_are_made_in_full_and_alike(example: Room) -> None:
    client, page = example.office.session(Role.READER), told(example)
    assert [file["said"] for file in page["files"]] == ["Markdown", "Word", "PDF"]
    for file in page["files"][1:]:
        answer = client.get(file["href"])
        assert answer.status_code == 200
        assert int(answer.headers["content-length"]) == len(answer.content)
        assert client.get(file["href"]).content == answer.content
    made = client.get(f"/sitrep.docx?{AUGUST}").content
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        words = re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode().replace("</w:p>", "\n"))
    bare = re.sub(r"\[\d+\]", "", html.unescape(words))
    assert all(one in bare for one in cells(page))
    assert client.get(f"/sitrep.pdf?{AUGUST}").content.startswith(b"%PDF-")


def test_who_is_not_logged_in_gets_no_file(example: Room) -> None:
    for form in ("md", "docx", "pdf"):
        assert example.office.client().get(f"/sitrep.{form}").status_code == 401

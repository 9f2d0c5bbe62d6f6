"""What python-docx has no words for: links in a file and out of it, bookmarks, directions, descriptions."""

from typing import Any

from docx.document import Document as Opened
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from warmonitor.exports.sitrep.told import runs_right


def run(paragraph: Any, text: str, *, strong: bool = False) -> Any:
    """Add text to a paragraph, marked where it runs from right to left."""
    made = paragraph.add_run(text)
    if strong:  # said of every run, even that it is not, it takes as long as the run itself
        made.bold = True
    if runs_right(text):
        made.font.rtl = True
    return made


def linked_inside(paragraph: Any, text: str, bookmark: str, *, raised: bool = True) -> None:
    """Add a mark that leads to a bookmark, small and raised or not; plain where there is none."""
    if not bookmark:
        run(paragraph, text)
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    made = paragraph.add_run(text)
    if raised:
        made.font.superscript = True
    link.append(made._r)
    paragraph._p.append(link)


def linked_outside(paragraph: Any, url: str) -> None:
    """Add an address that leads outside."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made = paragraph.add_run(url)
    made.underline = True
    link.append(made._r)
    paragraph._p.append(link)


def bookmarked(paragraph: Any, name: str) -> None:
    """Put a bookmark at the start of a paragraph, none without a name; its number is made of the name."""
    if not name:
        return
    number = _number(name)
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


def _number(name: str) -> int:
    """Return the number of a bookmark called WORD_NUMBER: those of each word are apart from all others."""
    word, _, number = name.rpartition("_")
    return 2 * int(number) + (word == "note")


def repeated(row: Any) -> None:
    """Mark a row as the header of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def described(shape: Any, title: str, said: str) -> None:
    """Say in words what a picture shows."""
    about = shape._inline.docPr
    about.set("title", title)
    about.set("descr", said)


def set_language(file: Opened, language: str) -> None:
    """Set the language of the text."""
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for found in defaults.iter(qn("w:lang")):
        found.set(qn("w:val"), language)

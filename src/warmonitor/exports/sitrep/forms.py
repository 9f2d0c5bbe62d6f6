"""The forms of a situation report as files: what each is called, its media type, and what makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.exports.sitrep.docx import docx
from warmonitor.exports.sitrep.markdown import markdown
from warmonitor.exports.sitrep.pdf import pdf
from warmonitor.exports.sitrep.record import Sitrep

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a situation report; `make` returns the whole file."""

    name: str
    said: str
    media_type: str
    make: Callable[[Sitrep], bytes]


FORMS = {
    form.name: form
    for form in (
        Form("md", "Markdown", "text/markdown; charset=utf-8", markdown),
        Form("docx", "Word", _WORD, docx),
        Form("pdf", "PDF", "application/pdf", pdf),
    )
}

"""Texts that would act if they were read as markup: every form takes them, and nothing is opened or asked."""

import subprocess
import sys
from pathlib import Path

import pytest
from sitrep_record import report

from warmonitor.exports.sitrep.docx import docx
from warmonitor.exports.sitrep.forms import FORMS
from warmonitor.exports.sitrep.markdown import markdown
from warmonitor.exports.sitrep.record import Sitrep

PAYLOADS = (
    '#read("/etc/passwd")',
    '#image("http://127.0.0.1:9/x.png")',
    '#image("/etc/hostname")',
    '#import "@preview/cetz:0.3.4": *',
    '#include "/etc/passwd"',
    '#eval("read(\\"/etc/passwd\\")")',
    '#json("/etc/passwd")',
    '#plugin("/tmp/x.wasm")',
    '#link("file:///etc/passwd")[x]',
    "#panic()",
    "#while true {}",
    '")) #read("/etc/passwd") //',
    "$ sum_(k=0)^n k $",
    "= Heading *bold* _emph_ `raw` <label> @ref",
    "@note-1",
    "\\u{0}\\#",
    "<script>alert(1)</script>",
    '<img src="http://127.0.0.1:9/x.png">',
    "<image href='file:///etc/passwd'/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "]]><w:instrText>INCLUDETEXT /etc/passwd</w:instrText>",
    '{INCLUDEPICTURE "http://127.0.0.1:9/x.png"}',
    "![x](http://127.0.0.1:9/x.png)",
    "[x](javascript:alert(1))",
    "[^1]: # note",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://[::1",
    "https://127.0.0.1:9/x?a=b#c",
    "\x00\x07\ud800\uffff",
    "\u202e\u2066\u200f" * 30,
    "A" * 5_000,
)
_CHILD = """
import sys
sys.path.insert(0, {tests!r})
from sitrep_record import report
from test_sitrep_hostile import PAYLOADS
from warmonitor.exports.sitrep.forms import FORMS
for form in FORMS.values():
    form.make(report())
met = []
def hook(event, args):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "ctypes.")) or event == "open":
        met.append((event, str(args[0]) if args else ""))
sys.addaudithook(hook)
for payload in PAYLOADS:
    for form in FORMS.values():
        assert form.make(report(payload))
own = ({package!r}, {docx!r})
for event, what in met:
    if event != "open" or not what.startswith(own):
        print(event, what)
"""


def test_there_are_enough() -> None:
    assert len(set(PAYLOADS)) >= 30


def test_nothing_is_opened_or_asked_while_files_are_made() -> None:
    import docx as library  # noqa: PLC0415 - only where its folder is needed

    import warmonitor  # noqa: PLC0415

    code = _CHILD.format(
        tests=str(Path(__file__).parent),
        package=str(Path(warmonitor.__file__).parent),
        docx=str(Path(library.__file__).parent),
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_markdown_and_word_hold_no_link_but_to_the_web(payload: str) -> None:
    text = markdown(report(payload)).decode()
    assert "](" not in text.replace("\\]", "")
    assert "<script" not in text.replace("\\<", "")
    made = docx(report(payload))
    assert b"javascript:" not in made
    assert docx(report(payload)) == made


def test_links_of_a_record_lead_to_the_web_alone() -> None:
    for url in ("file:///etc/passwd", "javascript:alert(1)", "http://[::1"):
        note = report().notes[0].model_copy(update={"url": url})
        made: Sitrep = report().model_copy(update={"notes": (note,), "sources": ()})
        assert all(form.make(made) for form in FORMS.values())
        assert url.encode("utf-8", "replace") not in FORMS["pdf"].make(made)

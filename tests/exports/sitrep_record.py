"""A situation report of an invented place, and the same with a text in every field."""

from datetime import date
from typing import Any

from warmonitor.exports.sitrep.record import (
    Grid,
    Line,
    Note,
    Picture,
    Piece,
    Row,
    Section,
    Sitrep,
    Source,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30" width="60" height="30">'
    '<rect width="60" height="30" fill="#ffffff"/></svg>'
)
COLUMNS = ("Counted", "Number", "Who says so", "Independent origins", "Days", "Place")
ARABIC = "قتل ثلاثة مدنيين في أورلن"


def report(text: str | None = None) -> Sitrep:
    """Return a literal report; with a text it stands in every field that text from outside can reach."""

    def said(usual: str) -> str:
        return usual if text is None else text

    killed = Line(
        pieces=(
            Piece(text="3 to 7", kind="number", notes=(1, 2)),
            Piece(text=" "),
            Piece(text=said("civilians killed"), kind="name"),
            Piece(text=" in "),
            Piece(text=said("Orlen"), kind="name", href="/places/place-1"),
            Piece(text=", "),
            Piece(text="2 March 2031", kind="days"),
            Piece(text="."),
        )
    )
    held = Line(
        pieces=(Piece(text=said("Orlen: held by the Lamp Guard"), kind="name", notes=(3,)), Piece(text=".")),
        id="told-2",
    )
    row = Row(
        id="told-9",
        cells=(
            Line(pieces=(Piece(text=said("people injured"), kind="name"),)),
            Line(pieces=(Piece(text="12", kind="number", href="/figures/figure-1"),)),
            Line(pieces=(Piece(text="12", kind="number", notes=(2,)), Piece(text=" according to nobody"))),
            Line(pieces=(Piece(text=said("Wire of Orlen"), kind="name"),)),
            Line(pieces=(Piece(text="2 March 2031", kind="days"),)),
            Line(pieces=(Piece(text=said("Orlen"), kind="name"),)),
        ),
    )
    return Sitrep(
        since=date(2031, 3, 1),
        until=date(2031, 3, 31),
        period="March 2031",
        area=said("Orlen and what lies in it"),
        made="1.0",
        chain="4:" + "ab" * 32,
        sections=(
            Section(id="highlights", title="Highlights", lines=(killed,)),
            Section(
                id="impact",
                title="Humanitarian impact",
                parts=(
                    Section(
                        id="killed",
                        title="Killed",
                        lines=(killed, held),
                        told=2,
                        total=9,
                        more=True,
                        whole="/sitrep/all?of=killed&until=2031-03-31",
                    ),
                    Section(id="injured", title="Injured", table=Grid(columns=COLUMNS, rows=(row,))),
                ),
            ),
            Section(id="disputed", title="Disputed"),
        ),
        pictures=(
            Picture(id="map", title="Map", said=said("A map of Orlen."), width=60, height=30, svg=SVG),
        ),
        notes=(
            _note(1, said, quote=said("three civilians were killed")),
            _note(2, said, quote=said(ARABIC), language="ar", back="told-9"),
            _note(3, said, quote=said("the Lamp Guard holds Orlen"), later=True),
        ),
        sources=(
            Source(
                report="report-1",
                outlet=said("The Lamp"),
                title=said("Shells at the ferry"),
                dated="2 March 2031",
                agencies=(said("Wire of Orlen"),),
                copied=True,
                href="/reports/report-1",
                url=said("https://lamp.example/a"),
            ),
        ),
    )


def _note(number: int, said: Any, **more: Any) -> Note:
    usual: dict[str, Any] = {
        "number": number,
        "claim": f"claim-{number}",
        "report": "report-1",
        "outlet": said("The Lamp"),
        "title": said("Shells at the ferry"),
        "dated": "2 March 2031",
        "speakers": said("the harbour master"),
        "doubt": "",
        "start": 0,
        "end": 9,
        "later": False,
        "language": "en",
        "href": f"/reports/report-1?claim=claim-{number}#claim-{number}",
        "url": said("https://lamp.example/a"),
    }
    return Note(**(usual | more))

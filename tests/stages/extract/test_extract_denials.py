"""What a sentence denies of the one before it, what is said instead, and what only describes a named thing.

A row is: kind | words | stance | speaker.
"""

import pytest
from extract_texts import read, sentences_of

from warmonitor.model import ClaimKind

TABLE = """
The Front claimed on Monday to have taken Goma. The army denied this.
    control | The Front claimed on Monday to have taken Goma | alleged | The Front
    control | The army denied this | denied | The army
The Front said it had taken Goma on Friday. The defence ministry denied the claim.
    control | it had taken Goma | asserted | The Front
    control | The defence ministry denied the claim | denied | The defence ministry
Fighters entered Goma on Monday. The mayor denied it on local radio: no fighter had been seen, she said.
    control | Fighters entered Goma | asserted | -
    control | The mayor denied it | denied | The mayor
The army rejected the report: "Goma is in our hands."
    control | Goma is in our hands | asserted | The army
The Front claimed to have taken Goma. The army denied this: "Our forces hold Goma," Commander Orlo Vend said.
    control | The Front claimed to have taken Goma | alleged | The Front
    control | The army denied this | denied | The army
    control | Our forces hold Goma | asserted | Commander Orlo Vend
The Front said it had taken Goma. It denied this a day later.
    control | it had taken Goma | asserted | The Front
The army denies this.
Both sides accused each other of breaking the truce around Goma, a rail junction held by government troops.
    control | Goma, a rail junction held by government troops | asserted | -
The Front claimed an attack near Goma, a city controlled by the army.
    attack | attack near Goma | alleged | The Front
    control | Goma, a city controlled by the army | asserted | -
The army said it had struck Goma, a city held by rebels.
    attack | it had struck Goma | asserted | The army
    control | Goma, a city held by rebels | asserted | The army
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE), ids=lambda value: str(value)[:50])
def test_denials(text: str, rows: list[str]) -> None:
    found = [
        f"{one.kind} | {one.quote.of(text)} | {one.stance} | "
        + (one.attribution[0].speaker.said if one.attribution else "-")
        for one in read(text)
        if one.kind in {ClaimKind.CONTROL, ClaimKind.ATTACK}
    ]
    assert sorted(found) == sorted(rows)

"""Attacks beaten off and ground told of just before: sentences, each followed by the claims read from it.

A row is: change | party | places, joined by ";" | counterparty | stance | modality; the last two are left out
where they are "asserted" and "actual".
"""

import pytest
from extract_texts import control_rows, sentences_of

TABLE = """
An assault on Lem by the separatists was beaten back by the army on Friday.
    holds | the army | Lem | the separatists
Separatist attacks on Lem and Tarn were repulsed by government troops.
    holds | government troops | Lem;Tarn | -
Government soldiers held off an onslaught by the rebels on the base at Tarn.
    holds | Government soldiers | the base at Tarn | the rebels
The marines fended off a raid on Lem.
    holds | The marines | Lem | -
The garrison beat off the separatists' attempt to storm Lem.
    holds | The garrison | Lem | the separatists
    entered | the separatists | Lem | - | asserted | planned
The army pushed back the rebels in Lem.
    holds | The army | Lem | the rebels
The army said it had thwarted a push by the rebels into Tarn.
    holds | it | Tarn | the rebels
The air defences repelled a drone attack on Lem.
The army was repelling an attack on Lem.
The army vowed to repel any attack on Lem.
The army failed to beat back the separatists at Lem.
The army repelled an attack on a convoy.
The firm fought off a bid from Lem.
Karn Front men drove soldiers of the Third Corps from the old quarter of Lem and are in full control.
    lost | soldiers of the Third Corps | the old quarter of Lem | Karn Front men
    holds | Karn Front men | Lem | -
The militia entered Lem at noon and evicted the rebels.
    entered | The militia | Lem | -
    lost | the rebels | Lem | The militia
The rebels held Lem for an hour before soldiers chased them out.
    holds | The rebels | Lem | -
    lost | them | Lem | soldiers
The minister visited Lem and the union expelled the rebels.
The rebels abandoned Lem and the army marched in unopposed.
    lost | The rebels | Lem | -
    gained | the army | Lem | -
The rebels abandoned Lem and the army moved in after a fight at Tarn.
    lost | The rebels | Lem | -
The rebels gave up Lem, and the army took it at noon.
    lost | The rebels | Lem | -
    gained | the army | it | -
The rebels left Lem. The army took it as a sign of weakness.
    lost | The rebels | Lem | -
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE))
def test_ground_kept_or_told_of_before_is_read(text: str, rows: list[str]) -> None:
    assert control_rows(text) == rows

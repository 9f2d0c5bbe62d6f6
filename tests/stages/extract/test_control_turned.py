"""Turned sentences, lists and further words for holding ground, each followed by the claims read from it.

A row is: change | party | places, joined by ";" | counterparty | stance | modality; the last two are left out
where they are "asserted" and "actual".
"""

import pytest
from extract_texts import control_rows, sentences_of

TABLE = """
Among the towns under the army's control are Tarn, Lem and Osk.
    holds | the army | Tarn;Lem;Osk | -
Under rebel control remain Tarn and Lem.
    holds | rebel | Tarn;Lem | -
In the hands of the militia are still Tarn, Lem and Osk.
    holds | the militia | Tarn;Lem;Osk | -
Held by the rebels are Tarn, Lem and Osk.
    holds | the rebels | Tarn;Lem;Osk | -
Held by the rebels are dozens of soldiers.
In the hands of the rebels are three nurses.
Little moved at Osk, where soldiers are in control.
    holds | soldiers | Osk | -
The rebels made themselves masters of Tarn.
    gained | The rebels | Tarn | -
The militia are masters of Tarn.
    holds | The militia | Tarn | -
The museum showed old masters of Tarn.
The last of the rebels were driven from Tarn by the army.
    lost | the rebels | Tarn | the army
Reports that the rebels seized Tarn are false, the army said.
    gained | the rebels | Tarn | - | denied | actual
According to the army, Tarn fell to the rebels.
    gained | the rebels | Tarn | -
Fighters of the Karn Brigades control Tarn, Lem and Osk.
    holds | Fighters of the Karn Brigades | Tarn;Lem;Osk | -
Fighters of the Karn Brigades guard the border control at Tarn.
The rebels gained a foothold in Tarn yesterday.
    entered | The rebels | Tarn | -
Tarn is back in the hands of the Kestrian army since Friday, the army spokesman Ulf Brandt said.
    holds | the Kestrian army | Tarn | -
The Karn Front won back Lem on Monday.
    gained | The Karn Front | Lem | -
The village of Osk on the road between Lem and Tarn had been captured by the rebels.
    gained | the rebels | The village of Osk | -
The separatists say Lem is surrounded. The army denied that its troops were encircled.
    surrounded | - | Lem | -
    surrounded | - | Lem | - | denied | actual
The army denied that its troops were encircled.
Tarn was in the hands of the rebels by nightfall.
    holds | the rebels | Tarn | -
Soldiers retreated from the suburb of Tarn that they had entered.
    lost | Soldiers | the suburb of Tarn | -
Tarn is lost to the rebels: the army took Tarn today.
    gained | the army | Tarn | -
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE))
def test_turned_and_listed_ground_is_read(text: str, rows: list[str]) -> None:
    assert control_rows(text) == rows

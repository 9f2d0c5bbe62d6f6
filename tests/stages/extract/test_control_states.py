"""Who holds, surrounds, cuts off or contests ground: sentences, each followed by the claims read from it.

A row is: change | party | places, joined by ";" | counterparty | stance | modality; the last two are left out
where they are "asserted" and "actual".
"""

import pytest
from extract_texts import control_rows, sentences_of

TABLE = """
The town of Bentiu has changed hands four times since December.
    contested | - | The town of Bentiu | -
Troops have encircled Marawi, trapping hundreds of militants.
    surrounded | Troops | Marawi | -
Marawi is encircled by government troops.
    surrounded | government troops | Marawi | -
The fighters besieged the town of Jibo for a month.
    surrounded | The fighters | the town of Jibo | -
Djibo has been besieged by jihadists since 2022.
    surrounded | jihadists | Djibo | -
The rebels have cut off the highway to Bukavu.
    cut_off | The rebels | the highway to Bukavu | -
The insurgents cut off Djibo from the rest of the province.
    cut_off | The insurgents | Djibo | -
Djibo has been cut off by the militants.
    cut_off | the militants | Djibo | -
The coalition still holds Kidal.
    holds | The coalition | Kidal | -
The army still holds the airport in Mogadishu.
    holds | The army | the airport in Mogadishu | -
Russian forces control Kherson.
    holds | Russian forces | Kherson | -
Rebel forces control Bukavu and its airport.
    holds | Rebel forces | Bukavu;its airport | -
Houthi forces control Sanaa and most of the north.
    holds | Houthi forces | Sanaa and most of the north | -
The rebels control parts of Kachin state.
    holds | The rebels | parts of Kachin state | -
Rebel fighters hold the eastern half of Taiz.
    holds | Rebel fighters | the eastern half of Taiz | -
The northern quarters of Benghazi remain in the hands of the Shura Council.
    holds | the Shura Council | The northern quarters of Benghazi | -
The town of Abyei is claimed by both Sudan and South Sudan.
    contested | Sudan and South Sudan | The town of Abyei | -
Control of Avdiivka is disputed.
    contested | - | Avdiivka | -
The village of Robotyne is contested.
    contested | - | The village of Robotyne | -
The army and the rebels are fighting for control of Goma.
    contested | The army and the rebels | Goma | -
Fierce fighting for control of Wad Madani went on for a third day.
    contested | - | Wad Madani | -
The two armies are battling for control of Bakhmut.
    contested | The two armies | Bakhmut | -
The army says it still controls the town of Bhamo.
    holds | it | the town of Bhamo | -
The army holds positions south of Sake.
    holds | The army | positions south of Sake | -
Rebels control the road between Goma and Sake.
    holds | Rebels | the road between Goma and Sake | -
The rebel-held city of Taiz was calm.
    holds | rebel | The rebel-held city of Taiz | -
Houthi-controlled Hodeidah was struck.
    holds | Houthi | Hodeidah | -
The besieged city of Taiz received aid.
    surrounded | - | The besieged city of Taiz | -
The siege of Taiz by the Houthis entered its seventh year.
    surrounded | the Houthis | Taiz | -
The city of Taiz is under siege.
    surrounded | - | The city of Taiz | -
Most of the city of Taiz is under the control of the government.
    holds | the government | Most of the city of Taiz | -
The town of Ras Lanuf is now back in the army's hands.
    holds | the army | The town of Ras Lanuf | -
The rebels tightened their grip on Goma.
    holds | The rebels | Goma | -
The rebels were in full control of Bor on Monday.
    holds | The rebels | Bor | -
The mayor said Bor was still in government hands.
    holds | government | Bor | -
Insurgents briefly held the town of Monguno before being driven out by air strikes.
    holds | Insurgents | the town of Monguno | -
The army says it is in full control of Monguno.
    holds | it | Monguno | -
Half of Sirte is now in the hands of the brigades.
    holds | the brigades | Half of Sirte | -
Islamic State fighters still hold three districts of Mosul.
    holds | Islamic State fighters | three districts of Mosul | -
The group controlled Mosul from 2014 to 2017.
    holds | The group | Mosul | -
Lem remains under the control of the separatists.
    holds | the separatists | Lem | -
Lem remains separatist-held.
    holds | separatist | Lem | -
The separatist-held port of Lem has no power.
    holds | separatist | The separatist-held port of Lem | -
The port, which is held by the separatists, has no power.
    holds | the separatists | The port | -
The town of Lem, long held by the separatists, was quiet.
    holds | the separatists | The town of Lem | -
Lem has been encircled since 4 June.
    surrounded | - | Lem | -
Separatist units have completed the encirclement of Lem.
    surrounded | Separatist units | Lem | -
The road from Lem to Tarn was cut by the separatists.
    cut_off | the separatists | The road from Lem to Tarn | -
Lem is cut off from the coast.
    cut_off | - | Lem | -
The bridge over the Aru at Lem is in army hands.
    holds | army | The bridge over the Aru at Lem | -
The separatists have a foothold in the north of Lem.
    holds | The separatists | the north of Lem | -
Tarn is split between the army and the separatists.
    contested | the army and the separatists | Tarn | -
The separatists and the army each hold part of Tarn.
    holds | The separatists and the army | part of Tarn | -
Separatists said they still controlled Tinzaouatene on Thursday.
    holds | they | Tinzaouatene | -
The gang holds the port of Varreux and the road to the airport.
    holds | The gang | the port of Varreux and the road to the airport | -
Gangs control about 85 percent of Port-au-Prince.
    holds | Gangs | about 85 percent of Port-au-Prince | -
Gangs now control most of Port-au-Prince.
    holds | Gangs | most of Port-au-Prince | -
Eritrean troops remain in control of Badme.
    holds | Eritrean troops | Badme | -
Kobo changed hands twice in a week.
    contested | - | Kobo | -
Kobo and Alamata are both under the control of federal forces.
    holds | federal forces | Kobo;Alamata | -
Ukraine says it still holds the western outskirts of Toretsk.
    holds | it | the western outskirts of Toretsk | -
Russian-occupied Melitopol was shelled.
    holds | Russian | Russian-occupied Melitopol | -
Sri Lankan troops have cut the rebels' last supply road at Mullaitivu.
    cut_off | Sri Lankan troops | the rebels' last supply road at Mullaitivu | -
Troops have surrounded the last rebel pocket near Mullaitivu.
    surrounded | Troops | the last rebel pocket near Mullaitivu | -
The army is besieging Mullaitivu.
    surrounded | The army | Mullaitivu | -
The town of Kiwanja is now firmly in rebel hands.
    holds | rebel | The town of Kiwanja | -
Kiwanja, 80 km north of Goma, is held by the rebels.
    holds | the rebels | Kiwanja | -
Armed groups aligned with the army hold most of Darfur's border with Chad.
    holds | Armed groups | most of Darfur's border | -
India said Pakistan still holds the post on Tiger Hill.
    holds | Pakistan | the post on Tiger Hill | -
Malian jihadists have imposed a fuel blockade on Bamako.
    surrounded | Malian jihadists | Bamako | -
JNIM fighters have encircled Kayes and Nioro.
    surrounded | JNIM fighters | Kayes;Nioro | -
Ansar Allah controls Yemen's most populous areas.
    holds | Ansar Allah | Yemen's most populous areas | -
Pokrovsk is almost surrounded.
    surrounded | - | Pokrovsk | -
Ukrainian units still hold positions in the north of Pokrovsk.
    holds | Ukrainian units | positions in the north of Pokrovsk | -
Separatist-held Luhansk was hit by drones.
    holds | Separatist | Luhansk | -
In Belen the army says it is in full control.
    holds | it | Belen | -
In Norta, the front claims to be in control.
    holds | the front | Norta | - | alleged | actual
In Belen the army is in control, but residents say that the port is not.
    holds | the army | Belen | -
    holds | the army | Belen | - | denied | actual
The rebels are in control of Karsa, residents say, but the old quarter is not.
    holds | The rebels | Karsa | -
    holds | The rebels | Karsa | - | denied | actual
The town of Karsa is under rebel control; the governor says that Belen is not.
    holds | rebel | The town of Karsa | -
    holds | rebel | Belen | - | denied | actual
The capital of Sool, Norta, is under rebel control.
    holds | rebel | Norta | -
The rebels hold the last stronghold of the militia, Belen, for now.
    holds | The rebels | Belen | -
Rebels hold the town of Belen, Sool province.
    holds | Rebels | the town of Belen | -
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE))
def test_a_state_of_control_is_read_whole(text: str, rows: list[str]) -> None:
    assert control_rows(text) == rows

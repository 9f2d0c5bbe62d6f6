"""Who gains, loses or enters ground: a table of sentences, each followed by the claims read from it.

A row is: change | party | places, joined by ";" | counterparty | stance | modality; the last two are left out
where they are "asserted" and "actual".
"""

import pytest
from extract_texts import control_rows, sentences_of

TABLE = """
Insurgents seized the town of Palma from government troops on Wednesday.
    gained | Insurgents | the town of Palma | government troops
Government troops retook Palma after ten days of fighting.
    gained | Government troops | Palma | -
The army recaptured the port of Mocimboa from the insurgents.
    gained | The army | the port of Mocimboa | the insurgents
Mocimboa was recaptured by the army on Sunday.
    gained | the army | Mocimboa | -
Al-Shabaab fighters overran the base at El Adde.
    gained | Al-Shabaab fighters | the base at El Adde | -
The Tigers lost Kilinochchi in January.
    lost | The Tigers | Kilinochchi | -
The Tigers lost Kilinochchi to the army in January.
    lost | The Tigers | Kilinochchi | the army
The army lost control of Goma to the rebels.
    lost | The army | Goma | the rebels
Government forces lost control of the town of Rubaya to M23 rebels last week.
    lost | Government forces | the town of Rubaya | M23 rebels
Kilinochchi fell to the army.
    gained | the army | Kilinochchi | -
The city fell to the Taliban after a week of fighting in Kunduz.
    gained | the Taliban | The city | -
Kunduz fell into the hands of the Taliban.
    gained | the Taliban | Kunduz | -
Rebels entered Bambari at dawn.
    entered | Rebels | Bambari | -
Chadian troops entered the northern quarters of Kidal.
    entered | Chadian troops | the northern quarters of Kidal | -
The army was pushed out of Bria by Seleka fighters.
    lost | The army | Bria | Seleka fighters
Seleka fighters pushed the army out of Bria.
    lost | the army | Bria | Seleka fighters
The militants were driven out of Marawi in October.
    lost | The militants | Marawi | -
The rebels gave up the town of Sévaré on Monday.
    lost | The rebels | the town of Sévaré | -
The militia handed over the port of Es Sider to the national oil guard.
    lost | The militia | the port of Es Sider | the national oil guard
The army handed Kidal to the former rebels.
    lost | The army | Kidal | the former rebels
UN peacekeepers handed over their base in Ansongo to Malian forces.
    lost | UN peacekeepers | their base in Ansongo | Malian forces
Control of the airport at Es Sider passed to the brigade.
    gained | the brigade | the airport at Es Sider | -
Control of Hodeidah passed from the Houthis to a local force.
    gained | a local force | Hodeidah | the Houthis
The fall of El Geneina gives the militia control of most of West Darfur.
    gained | the militia | most of West Darfur | -
The capture of Nyala gave the paramilitary force control of South Darfur.
    gained | the paramilitary force | South Darfur | -
The army no longer controls Lashio.
    lost | The army | Lashio | -
The army is no longer in control of Lashio.
    lost | The army | Lashio | -
The army said it had retaken Lashio.
    gained | it | Lashio | -
Ukrainian troops pulled back from Lyman.
    lost | Ukrainian troops | Lyman | -
Troops pulled out of Lyman overnight.
    lost | Troops | Lyman | -
Ukraine withdrew its troops from Lyman.
    lost | Ukraine | Lyman | -
The army redeployed its units from Maiduguri to the border.
    lost | The army | Maiduguri | -
Troops were withdrawn from the town of Lyman.
    lost | Troops | the town of Lyman | -
The withdrawal of the army from Lyman was completed on Sunday.
    lost | the army | Lyman | -
The army completed its withdrawal from Lyman on Sunday.
    lost | The army | Lyman | -
The rebels captured Sake, which the army had held since 2013.
    gained | The rebels | Sake | -
    holds | the army | Sake | -
Rutshuru, captured by the rebels on Friday, lies north of Goma.
    gained | the rebels | Rutshuru | -
The rebels seized the airport in Goma.
    gained | The rebels | the airport in Goma | -
The rebels seized the airport outside Goma.
    gained | The rebels | the airport outside Goma | -
Fighters took over the police station in Tessalit.
    gained | Fighters | the police station in Tessalit | -
The rebels took Goma's airport.
    gained | The rebels | Goma's airport | -
The rebels captured areas north of Goma.
    gained | The rebels | areas north of Goma | -
The army took control of the town of Hadrut, known as Gtich in Armenian.
    gained | The army | the town of Hadrut | -
The army cleared the town of Marawi of militants.
    gained | The army | the town of Marawi | militants
The separatists raised their flag over Debaltseve.
    gained | The separatists | Debaltseve | -
The junta's troops abandoned their base at Myawaddy.
    lost | The junta's troops | their base at Myawaddy | -
Soldiers surrendered the garrison at Laukkai to the alliance.
    lost | Soldiers | the garrison at Laukkai | the alliance
The town of Laukkai surrendered to the alliance.
    gained | the alliance | The town of Laukkai | -
The garrison at Laukkai was overrun by the alliance.
    gained | the alliance | The garrison at Laukkai | -
Juba came under rebel control in March.
    gained | rebel | Juba | -
Juba was brought under government control.
    gained | government | Juba | -
The army has regained full control over Ras Lanuf.
    gained | The army | Ras Lanuf | -
The army has extended its control to the suburbs of Ras Lanuf.
    gained | The army | the suburbs of Ras Lanuf | -
Columns of tanks rolled into Mekelle.
    entered | Columns of tanks | Mekelle | -
Government forces pushed into the town of Hadrut.
    entered | Government forces | the town of Hadrut | -
Fighters stormed the village of Kumbe.
    entered | Fighters | the village of Kumbe | -
Fighters reached the outskirts of Addis Ababa.
    entered | Fighters | the outskirts of Addis Ababa | -
The army recaptured three villages near Bor: Duk, Pajut and Panyagor.
    gained | The army | Duk;Pajut;Panyagor | -
The army captured Duk, Pajut and Panyagor from the rebels.
    gained | The army | Duk;Pajut;Panyagor | the rebels
Kestrian marines took the island of Oru from the separatists on 3 May.
    gained | Kestrian marines | the island of Oru | the separatists
The island was retaken two days later.
    gained | - | The island | -
The militia has lost half of the districts it held in Northern Sava.
    lost | The militia | half of the districts | -
    holds | it | the districts | -
Baga, the last army post on the lake, has fallen.
    lost | - | Baga | -
Insurgents have overrun Baga and two villages nearby.
    gained | Insurgents | Baga;two villages | -
The coalition says its troops have reached the centre of Sirte.
    entered | its troops | the centre of Sirte | -
Haftar's forces were expelled from Gharyan in June.
    lost | Haftar's forces | Gharyan | -
Forces of the unity government drove Haftar's men out of Gharyan.
    lost | Haftar's men | Gharyan | Forces of the unity government
The national army lost Gharyan, its main forward base.
    lost | The national army | Gharyan | -
Peshmerga forces pulled out of Kirkuk without a fight.
    lost | Peshmerga forces | Kirkuk | -
Kirkuk was abandoned by the army.
    lost | the army | Kirkuk | -
The army quit Kirkuk.
    lost | The army | Kirkuk | -
The army fled Mosul.
    lost | The army | Mosul | -
By then the group had already lost Tikrit.
    lost | the group | Tikrit | -
The army was forced out of Lem on Tuesday.
    lost | The army | Lem | -
Troops were flushed out of Lem by the separatists.
    lost | Troops | Lem | the separatists
After the army withdrew from Lem, the separatists moved in.
    lost | the army | Lem | -
Separatists took the bridge at Lem.
    gained | Separatists | the bridge at Lem | -
A column of separatist fighters entered Lem from the south.
    entered | A column of separatist fighters | Lem | -
Separatist fighters were seen entering the outskirts of Lem.
    entered | Separatist fighters | the outskirts of Lem | -
The separatists handed the crossing at Tarn back to the government.
    lost | The separatists | the crossing at Tarn | the government
The withdrawal of separatist forces from Tarn began at noon.
    lost | separatist forces | Tarn | -
The army's capture of Tarn ended a month of fighting.
    gained | The army | Tarn | -
Police took the station in Tarn back from the separatists.
    gained | Police | the station in Tarn | the separatists
Kestrian commandos captured the hilltop fort of Maren early on Tuesday.
    gained | Kestrian commandos | the hilltop fort of Maren | -
The Tuareg rebels have taken Tinzaouatene on the Algerian border.
    gained | The Tuareg rebels | Tinzaouatene | -
Wagner fighters lost Tinzaouatene in July.
    lost | Wagner fighters | Tinzaouatene | -
Anti-balaka fighters withdrew from Bangassou after talks with the UN mission.
    lost | Anti-balaka fighters | Bangassou | -
Abu Sayyaf gunmen fled the island of Jolo.
    lost | Abu Sayyaf gunmen | the island of Jolo | -
Police recaptured the port of Varreux from the gangs.
    gained | Police | the port of Varreux | the gangs
The guerrillas have been pushed out of the towns along the Atrato.
    lost | The guerrillas | the towns along the Atrato | -
Houthi forces seized two districts in Shabwa province from the Giants Brigade.
    gained | Houthi forces | two districts in Shabwa province | the Giants Brigade
The Giants Brigade regained Bayhan, Usaylan and Ain.
    gained | The Giants Brigade | Bayhan;Usaylan;Ain | -
Bayhan was liberated on 10 January.
    gained | - | Bayhan | -
Saudi-backed troops advanced into the city of Hodeidah.
    entered | Saudi-backed troops | the city of Hodeidah | -
The Houthis' withdrawal from Hodeidah port was monitored by the UN.
    lost | The Houthis | Hodeidah port | -
A local official said the port of Saleef had been handed over to the coast guard.
    gained | the coast guard | the port of Saleef | -
Federal troops had to abandon Shire.
    lost | Federal troops | Shire | -
The fall of Shire to federal troops was confirmed by two diplomats.
    gained | federal troops | Shire | -
Fano fighters briefly seized Lalibela airport.
    gained | Fano fighters | Lalibela airport | -
The Russian army has lost positions near Robotyne.
    lost | The Russian army | positions near Robotyne | -
Ukrainian soldiers have been driven back from Robotyne.
    lost | Ukrainian soldiers | Robotyne | -
Turkish forces took Afrin from the YPG in March 2018.
    gained | Turkish forces | Afrin | the YPG
The YPG gave up Manbij in exchange for guarantees.
    lost | The YPG | Manbij | -
Government soldiers raised the flag over Manbij.
    gained | Government soldiers | Manbij | -
Congolese soldiers abandoned their positions in Kibati.
    lost | Congolese soldiers | their positions in Kibati | -
The rebel movement says that it has taken the towns of Kibati, Rumangabo and Kiwanja.
    gained | it | the towns of Kibati, Rumangabo and Kiwanja | -
Mai-Mai fighters who had captured Kiwanja on Tuesday were driven out on Wednesday.
    gained | Mai-Mai fighters | Kiwanja | -
The army took back Kiwanja.
    gained | The army | Kiwanja | -
The army took Kiwanja back.
    gained | The army | Kiwanja | -
Kurdish-led forces captured the Tabqa dam from Islamic State on Wednesday.
    gained | Kurdish-led forces | the Tabqa dam | Islamic State
Iraqi forces have retaken the Old City of Mosul, a spokesman said.
    gained | Iraqi forces | the Old City of Mosul | -
Two villages south of Hawija fell to the army on Sunday.
    gained | the army | Two villages south of Hawija | -
Peshmerga fighters pulled back from Sinjar.
    lost | Peshmerga fighters | Sinjar | -
RSF fighters seized Babanusa after a two-year siege.
    gained | RSF fighters | Babanusa | -
Sudan's army retook Bara in North Kordofan, two military sources said.
    gained | Sudan's army | Bara | -
The Joint Force left Al-Malha in the hands of the RSF.
    lost | The Joint Force | Al-Malha | -
    holds | the RSF | Al-Malha | -
South Sudanese soldiers were forced from their barracks in Nasir.
    lost | South Sudanese soldiers | their barracks in Nasir | -
Opposition fighters overran the barracks in Nasir on 4 March.
    gained | Opposition fighters | the barracks in Nasir | -
Thai troops occupied a hill near Ta Moan.
    gained | Thai troops | a hill near Ta Moan | -
Nigerian troops reclaimed Marte from ISWAP.
    gained | Nigerian troops | Marte | ISWAP
The town was briefly overrun by ISWAP before soldiers regained control.
    gained | ISWAP | The town | -
The mercenaries left Mali in June.
    lost | The mercenaries | Mali | -
The last UN peacekeepers left Kidal.
    lost | The last UN peacekeepers | Kidal | -
Karen fighters seized a junta outpost near Thingannyinaung.
    gained | Karen fighters | a junta outpost near Thingannyinaung | -
Junta columns recaptured Kyaukme after a three-week offensive.
    gained | Junta columns | Kyaukme | -
STC forces stormed Seiyun and took the presidential palace.
    entered | STC forces | Seiyun | -
    gained | STC forces | the presidential palace | -
Hadramawt Valley fell to STC forces within a day.
    gained | STC forces | Hadramawt Valley | -
Russian troops have taken two-thirds of Pokrovsk, the analysts said.
    gained | Russian troops | two-thirds of Pokrovsk | -
The army admitted it had lost the town of Huliaipole.
    lost | it | the town of Huliaipole | -
Rebels of the North entered Karsa on Friday, hours after government soldiers and the mayor left Belen.
    entered | Rebels of the North | Karsa | -
    lost | government soldiers and the mayor | Belen | -
Sool rebels still hold Belen and the rest of northern Sool, which they seized in May.
    holds | Sool rebels | Belen;the rest of northern Sool | -
    gained | they | Belen;the rest of northern Sool | -
Rebel fighters marched through Norta on Monday.
    entered | Rebel fighters | Norta | -
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE))
def test_a_change_of_control_is_read_whole(text: str, rows: list[str]) -> None:
    assert control_rows(text) == rows

"""Control that is denied, alleged, planned, feared, or none at all: sentences with the claims read from them.

A row is: change | party | places, joined by ";" | counterparty | stance | modality; the last two are left out
where they are "asserted" and "actual".
"""

import pytest
from extract_texts import control_rows, sentences_of

TABLE = """
Both the army and the rebels claim control of Lashio.
    holds | the army and the rebels | Lashio | - | alleged | actual
The army denied having lost Wad Madani.
    lost | The army | Wad Madani | - | denied | actual
The army denied losing Wad Madani to the paramilitary force.
    lost | The army | Wad Madani | the paramilitary force | denied | actual
The army denied that it had lost Wad Madani.
    lost | it | Wad Madani | - | denied | actual
The army denied that Wad Madani had fallen.
    lost | The army | Wad Madani | - | denied | actual
The ministry denied that rebels had captured Goma.
    gained | rebels | Goma | - | denied | actual
The ministry dismissed claims that the rebels had captured Goma.
    gained | the rebels | Goma | - | denied | actual
A spokesman denied the capture of Goma by the rebels.
    gained | the rebels | Goma | - | denied | actual
The rebels have not entered Goma, the governor said.
    entered | The rebels | Goma | - | denied | actual
Goma has not fallen, the governor said.
    lost | the governor | Goma | - | denied | actual
The rebels did not hold Goma for long.
The army claimed to have retaken Lashio.
    gained | The army | Lashio | - | alleged | actual
The army reportedly retook Lashio on Friday.
    gained | The army | Lashio | - | alleged | actual
The rebels claim to hold 40 villages around Butembo.
    holds | The rebels | 40 villages around Butembo | - | alleged | actual
The army plans to retake Lashio before the rains.
    gained | The army | Lashio | - | asserted | planned
The army will retake Lashio, its commander said.
    gained | The army | Lashio | - | asserted | planned
The general vowed to recapture Wad Madani.
    gained | The general | Wad Madani | - | asserted | planned
Rebels are trying to capture Bukavu.
    gained | Rebels | Bukavu | - | asserted | planned
Rebels tried to seize the airport at Bunia but were driven back.
    gained | Rebels | the airport at Bunia | - | asserted | planned
The rebels could capture Bukavu within days.
    gained | The rebels | Bukavu | - | asserted | possible
Residents fear that the rebels will enter Bukavu.
    entered | the rebels | Bukavu | - | asserted | possible
Residents feared the city of Bukavu might fall to the rebels.
    gained | the rebels | the city of Bukavu | - | asserted | possible
The army is preparing to withdraw from Bhamo.
    lost | The army | Bhamo | - | asserted | planned
The rebels agreed to withdraw from Bhamo.
    lost | The rebels | Bhamo | - | asserted | planned
The rebels agreed to hand over the town of Bhamo to the army.
    lost | The rebels | the town of Bhamo | the army | asserted | planned
If the rebels take Bukavu, the road south is open.
    gained | the rebels | Bukavu | - | asserted | possible
The army was ordered to pull out of Shusha.
    lost | The army | Shusha | - | asserted | planned
Aid convoys entered Mekelle on Thursday.
Aid workers entered Mekelle on Thursday.
UN inspectors entered the city of Mekelle.
The delegation left Doha on Monday.
Journalists left Kabul.
The minister entered parliament.
The flood cut off Djibo.
Snow cut off the village of Shimshal.
Thousands of people left Goma.
Residents fled Goma.
The party lost the election in Goma.
The company took over a refinery in Basra.
The central bank controls inflation in Khartoum.
The group held a rally in Sanaa.
The team took the lead in Lagos.
Police cleared the square in Khartoum of protesters.
The army cleared Marawi of mines.
The army reopened the road.
The army broke the siege of Birao.
    relieved | The army | Birao | -
The army lifted its blockade of Birao.
    relieved | The army | Birao | -
The rebels are advancing on Bukavu.
The army launched a push into Kordofan.
Fighters broke into the prison in Sanaa.
The front line runs through the town of Marinka.
Armed men loyal to the ousted governor occupied the regional parliament in Makhaz.
Government forces have lost ground around Tessit.
The town council of Monguno says the army is back in control.
Misratan brigades closed in on Sirte.
The brigades are within five kilometres of Sirte.
Heavy fighting was reported in Sirte.
The group is believed to hold several villages near Hawija.
    holds | The group | several villages near Hawija | - | alleged | actual
The government in Kestria accused the separatists of seizing the port of Lem.
    gained | the separatists | the port of Lem | - | alleged | actual
The separatists were said to have taken Lem.
    gained | The separatists | Lem | - | alleged | actual
The separatists are said to be about to enter Lem.
    entered | The separatists | Lem | - | alleged | planned
The separatists may already have entered Lem, a diplomat said.
    entered | The separatists | Lem | - | asserted | possible
Neither side controls Lem, the monitor said.
No one controls the town of Lem.
It was not clear who controlled Lem.
The army would not say whether it still held Lem.
    holds | it | Lem | - | asserted | possible
Unless reinforcements come, Lem will fall to the separatists.
    gained | the separatists | Lem | - | asserted | planned
Lem would be the third town to fall to the separatists this month.
The fall of Lem to the separatists would open the way to the capital.
    gained | the separatists | Lem | - | asserted | planned
The separatists hope to capture Lem by winter.
    gained | The separatists | Lem | - | asserted | planned
The army failed to retake Lem.
An attempt by the army to retake Lem failed.
The army repelled an attack on Lem.
    holds | The army | Lem | -
The army has withdrawn to positions east of Lem.
The army withdrew to Tarn.
The general denied that his men had left Lem.
    lost | his men | Lem | - | denied | actual
The general denied having withdrawn from Lem.
    lost | The general | Lem | - | denied | actual
The ministry denied reports that Lem had been captured by the separatists.
    gained | the separatists | Lem | - | denied | actual
The separatists denied that they had been driven out of Lem.
    lost | they | Lem | - | denied | actual
Under the deal, the separatists will hand Tarn to the police.
    lost | the separatists | Tarn | the police | asserted | planned
The UN demanded the withdrawal of separatist forces from Tarn.
    lost | separatist forces | Tarn | - | asserted | planned
The loss of Tarn is a blow to the separatists.
Both sides claim to control Tarn.
    holds | Both sides | Tarn | - | alleged | actual
Workers took over the factory in Tarn.
The company lost control of the refinery.
The driver lost control of the bus near Tarn.
The bank took control of the airline.
The president lost power in Tarn.
Doctors in Tarn said they had run out of blood.
The minister left Tarn on Friday.
The president's car entered Tarn.
Refugees entered Tarn from the north.
Fighters loyal to the deposed governor took over the broadcaster's building in Lem.
The UN mission said that Bangassou was now free of armed men.
The NPA has not held a town since 1985.
Sinaloa gunmen blocked the roads into Culiacan.
Army units are closing in on Zacaria from three directions.
They were stopped at the edge of Hodeidah.
The UN said it could not confirm that the Houthis had left the port of Saleef.
    lost | the Houthis | the port of Saleef | - | asserted | possible
It is unclear who is in control of Saleef.
Tigrayan forces said they would not withdraw from Alamata.
    lost | they | Alamata | - | denied | planned
Federal forces denied that they had lost Kobo.
    lost | they | Kobo | - | denied | actual
Fano fighters were in the centre of Lalibela on Tuesday.
The Russian army claims to have captured Toretsk.
    gained | The Russian army | Toretsk | - | alleged | actual
The rebels have been encircled near Mullaitivu.
The siege of Leningrad lasted 872 days.
M23 fighters seized positions abandoned by the army at Kibati.
The army promised to take back Kiwanja.
    gained | The army | Kiwanja | - | asserted | planned
Residents expect the rebels to take Kiwanja.
    gained | the rebels | Kiwanja | - | asserted | possible
The Sudanese army broke through to Obeid and lifted the siege.
The RSF said on Monday it had taken full control of Babanusa; the army denied it.
    gained | it | Babanusa | - | denied | actual
    gained | it | Babanusa | -
The army denied the RSF's claim to have seized Babanusa.
    gained | the RSF | Babanusa | - | denied | actual
The general staff in Port Sudan denied that its garrison had surrendered Babanusa.
    lost | its garrison | Babanusa | - | denied | actual
Cambodia accused Thailand of occupying the village of Chouk Chey.
    gained | Thailand | the village of Chouk Chey | - | alleged | actual
Thailand said its soldiers had not entered Cambodian territory.
Pakistani soldiers briefly crossed into Afghanistan's Kunar province.
The TNLA agreed to withdraw from Mogok and Momeik under a deal brokered by China.
    lost | The TNLA | Mogok;Momeik | - | asserted | planned
Saudi Arabia called on the STC to withdraw from Hadramawt.
    lost | the STC | Hadramawt | - | asserted | planned
Farmers blocked the road to Luhansk.
The museum took possession of the painting.
"""


@pytest.mark.parametrize(("text", "rows"), sentences_of(TABLE))
def test_how_firmly_control_is_told(text: str, rows: list[str]) -> None:
    assert control_rows(text) == rows

"""Reference inside a report: what "the group", "the town", "they", "there" and "the two sides" stand for.

A passage is one line, its paragraphs parted by "//". A row under it names claims by kind and field, with the
words of the text where they matter, and what all of those are grounded to; "?" is a name left open.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from warmonitor.language.en.parser import load_parser
from warmonitor.model import Agreed, Claim, Dated, DatedHow, Named, Report
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import load_gazetteer
from warmonitor.stages.extract import extract
from warmonitor.stages.ground.actors import ground_actors
from warmonitor.stages.ground.places import ground_places

TABLE = """
The Harun Front said on Monday it had seized Tesfay. The group also took control of the airport in Bole.
    control party “The group” = Harun Front
Fighters of the Karo Liberation Army attacked Mendi on Sunday. Residents said the group had captured \
the town.
    control party “the group” = Karo Liberation Army
    control place “the town” = Mendi
The army retook Bor on Friday. Its soldiers then entered Pibor.
    control party “Its soldiers” = government
The army shelled Pibor on Friday. The town had been held by rebels since May.
    control place “The town” = Pibor
Shelling hit the village of Oskol on Monday. Three people were killed there.
    toll place = Oskol
M23 entered Sake on Tuesday. They withdrew from the town a day later.
    control party “They” = M23
    control place “the town” = Sake
Boko Haram overran a base in Baga. Its fighters also burned the village of Doron.
    control party “Boko Haram” = Boko Haram
Al-Shabaab said it had captured Ceel Dheer. Its fighters later withdrew from the town.
    control party “Its fighters” = al-Shabaab
    control party “it” = al-Shabaab
Russia's defence ministry said its troops had taken Vuhledar. The ministry said they had also entered \
Kurakhove.
    control party “they” = Russia
    control speaker “The ministry” = Russian defence ministry
The Taliban captured Kunduz in September. They left the city two weeks later.
    control place “the city” = Kunduz
Government forces attacked Afgoye and Jowhar. The town fell on Sunday.
    control place “The town” = ?
Drones hit Lem on Sunday. The strike killed four people.
    toll place = Lem
Drones hit Lem on Sunday. The attack wounded nine civilians.
    toll place = Lem
A car bomb exploded in Kismayo on Monday. The blast killed six soldiers.
    toll place = Kismayo
Ethiopia and Eritrea signed a deal in Jeddah. The two sides agreed a ceasefire in Badme.
    agreement parties = Eritrea; Ethiopia
The Houthis hold Hodeidah. The rebels have controlled the port since 2014.
    control party “The rebels” = Houthis
The Houthis hold Hodeidah. The movement seized the city in 2014.
    control party “The movement” = Houthis
Rebels entered Bambari at dawn. The army said it still held the town.
    control party “it” = government
    control place “the town” = Bambari
In Kachin state, the army lost Laiza. The rebels now control most of the state.
    control place “most of the state” = Kachin
The Arakan Army took Sittwe. The group's fighters also besieged Kyaukphyu.
    control party “The group's fighters” = Arakan Army
The Arakan Army besieged Kyaukphyu. The port was cut off in May.
    control place “The port” = Kyaukphyu
Hamas fired rockets at Ashkelon. Israel struck Gaza City hours later. The city was hit again on Monday.
    attack place “The city” = Gaza City
Ukrainian forces left Avdiivka in February. Russia has held the city since.
    control place “the city” = Avdiivka
Ukrainian forces left Avdiivka in February. Russian troops control it.
    control place “it” = Avdiivka
Jihadists attacked Djibo on Monday. Soldiers repelled them. The militants have besieged the town since 2022.
    control place “the town” = Djibo
The village of Kumbe lies near Sake. The rebels captured it on Monday.
    control place “it” = Kumbe
The Tigray People's Liberation Front said it had retaken Mekelle. The party's forces had left the city \
in November.
    control place “the city” = Mekelle
Gunmen attacked Zurmi in Zamfara state. The state's police said ten people were killed in the town.
    toll place “the town” = Zurmi
The junta bombed Pazigyi on Tuesday. The military struck the village again on Friday.
    attack place “the village” = Pazigyi
The junta bombed Pazigyi on Tuesday. The military struck the same village on Friday.
    attack place “the same village” = Pazigyi
Rebels took Goma in January. They took Bukavu in February. The governor fled the city.
    control place “Bukavu” = Bukavu
The army captured Duk. The village had been in rebel hands for a year.
    control place “The village” = Duk
Colombian troops entered El Plateado in Cauca. The army says it controls the town.
    control place “the town” = El Plateado
    control party “it” = Colombian army
The Wagner Group said its men had captured Soledar. Ukraine denied that the town had fallen.
    control place “the town” = Soledar
    control party “its men” = Wagner Group
Haftar's Libyan National Army lost Gharyan. The force had seized the town in April.
    control place “the town” = Gharyan
Azerbaijan took Hadrut in October. Armenian forces there had withdrawn to Shusha.
    movement place “Shusha” = Shusha
The alliance stormed Lashio in July. Its commander said the city had fallen.
    control place “the city” = Lashio
Kestrian forces shelled Oru on 3 May. Two people died in the village a day later.
    toll place “the village” = Oru
The Oru Defence Militia attacked a convoy near Tarn. The militia killed four soldiers.
    toll perp “The militia” = Oru Defence Militia
The Oru Defence Militia attacked a convoy near Tarn. It said it had lost two fighters.
    toll speaker “It” = Oru Defence Militia
General Idris Mosse commands the Sarn Brigade. He said his men had taken Tarn.
    control speaker “He” = Idris Mosse
The Sarn Brigade fought the Oru Front near Tarn. The group captured the town.
    control party “The group” = ?
The army and the Oru Front fought over Tarn. They signed a truce in Lem.
    agreement parties = Oru Front; government
A strike hit a market in El Geneina. The paramilitary force denied it had bombed the city.
    attack place “the city” = El Geneina
Islamic State claimed the bombing in Kabul. The group said it had killed 20 soldiers.
    toll speaker “The group” = Islamic State
Forces of Field Marshal Omar Dabo entered Tarn. Dabo said the town was under his control.
    control place “the town” = Tarn
The ELN attacked Tibu. The guerrillas left the area on Friday.
    control party “The guerrillas” = National Liberation Army
    control place “the area” = Tibu
In the region of Tahoua, gunmen attacked Tassara. The attack killed nine soldiers.
    toll place = Tassara
The army says it pushed the rebels out of Kutum. The rebels say they still hold the town.
    control party “they” = rebels
    control place “the town” = Kutum
Government troops reached Kidal on Tuesday. The rebels had left the town the night before.
    control place “the town” = Kidal
Sudan's army said on Sunday it had retaken Singa. The army lost the town in June.
    control place “the town” = Singa
    control party “it” = Sudanese army
The Rapid Support Forces took Singa in June. The paramilitary group also entered Sennar, Sudan's army said.
    control party “The paramilitary group” = Rapid Support Forces
The Rapid Support Forces took Singa in June. Their fighters looted homes in the city, residents said.
    attack perp “Their fighters” = Rapid Support Forces
Mali's junta said its forces had taken Kidal. The rebels said they had left the city.
    control party “they” = rebels
    control party “its forces” = Malian government
Somalia's al-Shabaab raided Adan Yabal. The militants seized the town, the group said.
    control party “The militants” = al-Shabaab
    control speaker “the group” = al-Shabaab
Congo's army bombed rebel positions near Masisi. The strikes killed five civilians.
    toll place = the area near Masisi
A suicide bomber struck a checkpoint in Mukalla on Monday. Eight soldiers died in the attack.
    toll place = Mukalla
An air strike hit Saada on Sunday. Two days earlier, a raid on the same city had killed 12 people.
    toll place “the same city” = Saada
Armenia and Azerbaijan clashed near Sotk. They agreed a truce in the evening.
    agreement parties = Armenia; Azerbaijan
India and Pakistan exchanged fire in Poonch. Both countries announced a ceasefire on Saturday.
    agreement parties = India; Pakistan
Myanmar's military lost Hpakant in May. The Kachin Independence Army has held it since.
    control place “it” = Hpakant
The Kachin Independence Army holds Hpakant. Its troops seized the town in May.
    control party “Its troops” = Kachin Independence Army
    control place “the town” = Hpakant
Burkina Faso's army retook Sebba. Jihadists had besieged the town for a year.
    control place “the town” = Sebba
Jihadists attacked Barsalogho in Burkina Faso. The attackers killed 40 people in the town.
    toll place “the town” = Barsalogho
Israel said it had struck Hezbollah in Tyre. The group said three of its fighters had been killed in \
the city.
    toll place “the city” = Tyre
    toll speaker “The group” = Hezbollah
The Libyan National Army entered Sebha. It had besieged the city since Monday.
    control party “It” = Libyan National Army
Ukraine's general staff said Russian forces had entered Toretsk. The staff said fighting went on in the \
town.
    attack place “the town” = Toretsk
Russian forces captured Velyka Novosilka. The Russian defence ministry said the settlement had fallen \
on Sunday.
    control place “the settlement” = Velyka Novosilka
Gunmen raided Yelwata in Nigeria's Benue state. At least 30 people were killed in the village.
    toll place “the village” = Yelwata
Boko Haram fighters attacked Damasak in Nigeria. The army said it had pushed them out of the town.
    control party “them” = Boko Haram
    control counterparty “it” = Nigerian army
Haiti's gangs burned homes in Kenscoff. The gangs now control the town, its mayor said.
    control place “the town” = Kenscoff
Yemen's Houthis fired on Marib. The city has been besieged by the group since 2021.
    control party “the group” = Houthis
    control place “The city” = Marib
The army of South Sudan said it had retaken Nasir. The White Army militia had captured the town in March.
    control place “the town” = Nasir
Shelling killed six people in Kherson on Friday. A day earlier two people had died in the city.
    toll place “the city” = Kherson
Pakistan's army shelled Kunar. Afghanistan's Taliban said they had captured two posts there.
    control party “they” = Taliban
Colombia's ELN and dissidents of the FARC fought near Tibu. The group captured the village.
    control party “The group” = ?
Syria's army withdrew from Sweida. Druze fighters control the city now.
    control place “the city” = Sweida
Mozambique's army lost Macomia to insurgents. They held the town for two days.
    control party “They” = rebels
    control place “the town” = Macomia
The Sarn Brigade took Lem on Monday. Nine civilians were wounded in the fighting there.
    toll place = Lem
DIGEST // Ukrainian side. The general staff said that the army had retaken Lyman. // Russian side. The \
defence ministry said that the army had taken Soledar. It did not mention losses.
    control party “the army” = Russian army; Ukraine
    control speaker “The defence ministry” = Russian defence ministry
Azerbaijan shelled Hadrut on Monday. Azerbaijan's army took two villages. The defence ministry in \
Yerevan said that its units still held Hadrut.
    control speaker “The defence ministry in Yerevan” = Armenian defence ministry
    control party “its units” = Armenia
"""
FIELDS = {"party": "party", "counterparty": "counterparty", "perp": "perpetrator"}


@cache
def grounded(passage: str) -> tuple[Claim, ...]:
    day = date(2021, 6, 9)
    text = passage.replace(" // ", "\n\n")
    report = Report("report-a", "report-a", "0" * 64, text, dated=Dated(day, day, DatedHow.STATED))
    claims, _ = ground_places([report], extract(report, load_parser()), load_gazetteer())
    return tuple(ground_actors([report], claims, load_actors())[0])


def names(claim: Claim, field: str) -> Iterator[Named]:
    if field == "place":
        yield from claim.where
    elif field == "speaker":
        yield from (link.speaker for link in claim.attribution)
    elif field == "parties" and isinstance(claim.detail, Agreed):
        yield from claim.detail.parties
    elif (name := getattr(claim.detail, FIELDS.get(field, ""), None)) is not None:
        yield name


def rows() -> Iterator[tuple[str, str, str, str, list[str]]]:
    passage = ""
    for line in TABLE.strip().splitlines():
        if not line.startswith(" "):
            passage = line
            continue
        asked, _, meant = line.strip().partition(" = ")
        kind, field, *said = asked.split(" ", 2)
        yield passage, kind, field, said[0].strip("“”") if said else "", meant.split("; ")


@pytest.mark.parametrize(("passage", "kind", "field", "said", "meant"), list(rows()))
def test_what_words_refer_to(passage: str, kind: str, field: str, said: str, meant: list[str]) -> None:
    claims = [claim for claim in grounded(passage) if claim.kind == kind]
    asked = [name for claim in claims for name in names(claim, field) if said in {"", name.said}]
    assert sorted({(name.name or "?") if name.id else "?" for name in asked}) == meant


def test_the_reason_is_given() -> None:
    passage = "The Harun Front said on Monday it had seized Tesfay. The group also took control of the town."
    claim = grounded(passage)[-1]
    assert [name.because for name in names(claim, "party")] == ["“group” refers to “Harun Front” before it"]
    assert [name.because for name in claim.where] == ["“town” is Tesfay, named before it"]

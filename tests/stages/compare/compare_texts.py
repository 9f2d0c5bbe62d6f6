"""Reports written for these tests, and ways to copy them."""

from datetime import date

from warmonitor.model import Report, make_id

FERRY = """Paramilitary fighters withdrew from the river port of Kosta on Tuesday after army units crossed \
the Atbara at two points, residents and a local relief committee said.

Army engineers laid a pontoon bridge near the sugar refinery before dawn and moved armoured vehicles into \
the grain market by noon. The port had been in paramilitary hands since June and served as the main crossing \
for traders from the Gedaref plain.

"We will not leave the port again, whatever the price may be for our units there," the army spokesman said.

A doctor at the district clinic counted nine dead and more than forty wounded, most of them hit by mortar \
fire near the cattle yards. The relief committee said that some three thousand families had left the \
eastern quarters on foot since Sunday.

Shops stayed shut and the bakery ran out of flour, while the ferry service to Rufaa remained suspended \
for a second week. The governor promised that two fuel trucks would arrive from Sennar."""

BRIDGE = """The army has retaken Kosta, a port on the Atbara that paramilitary fighters held for five \
months, a lawyers' monitoring group said on Wednesday.

Columns entered the grain market over a floating bridge after heavy mortar fire on the cattle yards, the \
group reported. It put the number of dead at eleven and accused both sides of firing near the clinic.

"We will not leave the port again, whatever the price may be for our units there," the army spokesman said.

Paramilitary commanders spoke of a tactical move towards Gedaref. Families from the eastern quarters were \
sleeping in a schoolyard in Rufaa, where aid workers handed out blankets and water. The sugar refinery, the \
largest employer in the district, burned for a second day."""

MINE = """Separatists and government soldiers traded fire round the Luvenza copper mine on Friday, the sixth \
clash there this month, according to a church network that follows the highlands.

Two miners were hurt when a shell struck the smelter canteen. The company flew its foreign staff to the \
coast and told the union that pay would go on until the end of March. Bishop Odile Tamba called for talks \
under the regional bloc, whose envoy is due next week.

The separatists said that they had burned a drone which crashed among the terraces above the village of \
Mikuyu. The army gave no comment."""


def report(text: str, source: str = "", stated: date | None = None, **fields: object) -> Report:
    return Report(
        id=make_id("report", text, source, stated), source=source or "a", sha256="", text=text,
        stated_date=stated, **fields,  # type: ignore[arg-type]
    )  # fmt: skip

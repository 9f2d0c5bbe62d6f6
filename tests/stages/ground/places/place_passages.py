"""Passages of our own with what their words of place mean, written before the program read them."""

# Words in square brackets are a claim's place; what they mean stands behind "=": name; precision; where_prec,
# or "open". A passage stands for itself.
DESCRIPTIONS = """
Syrian troops advanced on Monday. An air strike hit a farm [10 km north of Saraqib] in Idlib province. \
= the area 10 km north of Saraqib; near; 2
In Syria's Idlib province, shells fell [five kilometres south-east of Saraqib], medics said. \
= the area 5 km south-east of Saraqib; near; 2
Ukrainian officials said a drone came down [about 12 miles west of Kharkiv]. \
= the area 19.3 km west of Kharkiv; near; 2
A bus was hit [some 100 kilometres north of Khartoum], Sudanese doctors said. \
= the area 100 km north of Khartoum; region; 5
A convoy was attacked [15 km from Timbuktu], the Malian army said. = the area 15 km from Timbuktu; near; 2
The plane fell [two hours' drive from Mosul], Iraqi police said. = open
Iraqi police found a grave [near Mosul] on Friday. = the area near Mosul; near; 2
Iraqi soldiers fought [on the outskirts of Mosul] for a week. = Mosul; near; 2
Iraqi soldiers took [the eastern districts of Mosul] on Friday. = Mosul; near; 2
Ukraine's army said it held Kupiansk. A mine went off [outside the town] at noon. \
= the area near Kupiansk; near; 2
Ukraine's army said it held Kupiansk. A mine went off [south of the town] at noon. \
= the area south of Kupiansk; near; 2
Ukraine's army said it held Kupiansk. Two men died [in fields to the west of the city]. \
= the area west of Kupiansk; near; 2
Syrian rebels fled Hama. Villages [in the northern countryside of Hama city] were bombed. \
= the northern countryside of Hama; near; 2
Syrian rebels fled. Villages [in northern Hama province] were bombed. = northern Hama; province; 4
Bombs fell [in the northern countryside of Aleppo province], Syrian activists said. \
= the northern countryside of Aleppo; province; 4
Syrian activists said that [rural Latakia province] was shelled. = the countryside of Latakia; province; 4
Militants burned villages [in the southern half of Anbar province], Iraqi police said. \
= southern Anbar; province; 4
Militants burned villages [in the north of Anbar province], Iraqi police said. = northern Anbar; province; 4
Militants burned villages [in central Anbar province], Iraqi police said. = central Anbar; province; 4
Ten people were killed [in eastern Chad], the Chadian army said. = eastern Chad; region; 5
Ten people were killed [in Chad's south], the Chadian army said. = southern Chad; region; 5
The dead lay [between Raqqa and Deir ez-Zor], Syrian activists said. \
= the line between Deir ez-Zor and Raqqa; region; 5
A mine hit a bus on [the road between Raqqa and Deir ez-Zor], Syrian activists said. \
= the road between Deir ez-Zor and Raqqa; region; 5
A mine hit a bus on [the main road from Raqqa to Deir ez-Zor], Syrian activists said. \
= the road between Deir ez-Zor and Raqqa; region; 5
A mine hit a bus on [the Raqqa–Deir ez-Zor highway], Syrian activists said. \
= the road between Deir ez-Zor and Raqqa; region; 5
A mine hit a bus on [the Raqqa to Deir ez-Zor road], Syrian activists said. \
= the road between Deir ez-Zor and Raqqa; region; 5
Ukrainian troops lost ground on [the Kupiansk–Lyman axis], its army said. \
= the line between Kupiansk and Lyman; region; unlocated
Ukrainian troops lost ground on [the Pokrovsk front], its army said. = the Pokrovsk front; near; 2
Ukrainian troops lost ground in [the Pokrovsk direction], its army said. = the Pokrovsk front; near; 2
A bus burned on [the Damascus road], Syrian state media said. = open
Clashes closed [the road to Damascus], Syrian state media said. = open
Rebels were seen on [the M5 highway], Syrian state media said. = open
Rebels were seen on [the highway], Syrian state media said. = open
Army takes [western districts of town on Homs road] // Syrian troops took the western districts of the town \
of Rastan on Friday. = Rastan; near; 2
Syrian troops came close to Rastan. Shells hit [the town on the Homs road] all day. = Rastan; exact; 1
Soldiers dug in on [the eastern bank of the river], Iraqi police said. = open
Soldiers dug in on [the western bank of the Euphrates], Iraqi police said. = open
Shells landed [near the border], Syrian state media said. = open
Shells landed [near the Turkish border] in Syria's Idlib province, state media said. \
= the border of Syria with Turkey near Idlib; region; 5
Shells landed [on the border with Turkey], Syrian state media said from Idlib province. \
= the border of Syria with Turkey near Idlib; region; 5
Smugglers were shot [on the Chad-Sudan border], Chadian police said. \
= the border of Chad with Sudan; region; 5
Guards were shot [along Niger's border with Mali], Nigerien officials said. \
= the border of Mali with Niger; region; 5
The group operates [in the Sahel]. = Sahel; region; 5
A tanker was hit [in the Red Sea], Yemeni officials said. = Red Sea; region; 7
The war has killed thousands [across Sudan], doctors said. = Sudan; country; 6
Nigerian troops found bodies [in Maiduguri]. = Maiduguri; exact; 1
Nigerian troops found bodies [in Borno state]. = Borno; province; 4
Shells fell [near Velmora], Yemeni officials in Taiz said. = the area near Velmora; near; unlocated
Shells fell [10 km east of Velmora], Yemeni officials in Taiz said. \
= the area 10 km east of Velmora; near; unlocated
Shells fell [on the road between Velmora and Aden], Yemeni officials in Taiz said. \
= the road between Aden and Velmora; region; unlocated
Yemeni officials in Taiz spoke of a battle [in the villages around Velmora]. \
= the area near Velmora; near; unlocated
"""

# What a name means where several places bear it: name; country; province, "" where that does not matter, or
# "ambiguous".
NAMESAKES = """
Clashes broke out in [Tripoli] and in Akkar, Lebanese police said. = Tripoli; LB;
Clashes broke out in [Tripoli], and militias from Misrata moved in, Libyan officials said. = Tripoli; LY;
Shelling hit [Homs], Syrian state media said. = Homs; SY;
A bomb went off in [Hyderabad], in Pakistan's Sindh province, police in Karachi said. = Hyderabad; PK;
A bomb went off in [Hyderabad], Indian police in Telangana said. = Hyderabad; IN;
Gunmen fled to [Kandahar] after the raid, Afghan officials in Helmand said. = Kandahar; AF;
Police in [Cordoba], in Colombia, arrested rebels from Antioquia, the Colombian army said. = Cordoba; CO;
Fighters entered [Mariupol] in Ukraine's Donetsk region. = Mariupol; UA;
The army retook [Marib], Yemeni officials said. = Marib; YE;
Rebels shot at a bus near Goma. Soldiers in [Beni] stayed in barracks, Congo's army said. = Beni; CD;
Three people died in [San Jose] on Monday. = ambiguous
Three people died in [Santa Cruz] on Monday. = ambiguous
Three people died in [San Antonio] on Monday, a reporter said. = ambiguous
Ukrainian officials said shells hit [Ivanivka] at night. = ambiguous
Ukrainian officials said shells hit [Stepanivka] on Friday. = ambiguous
Ukrainian officials said that shells hit [Ivanivka] in Kherson region at night. = Ivanivka; UA; Kherson
Syrian troops shelled [Salqin] in Idlib province. = Salqin; SY; Idlib
A bomb killed four people in [Birmingham], British police said. = Birmingham; GB;
A bomb killed four people in [Birmingham], in the US state of Alabama. = Birmingham; US;
A bomb killed two in [Alexandria], Egyptian police in Cairo said. = Alexandria; EG;
The rebels took [Georgia]'s town of Gori, Georgian officials in Tbilisi said. = Georgia; GE;
In Sudan's Darfur, the militia burned the town of [Nyala]. = Nyala; SD;
Troops in [Moscow] practised for a parade, Russian media said. = Moscow; RU;
Peshmerga fighters left [Sinjar], Iraqi officials in Nineveh said. = Sinjar; IQ;
"""

# The names of places that a text names; persons, bodies, months and common words are none.
NO_PLACES = """
General Allen met commanders in Kabul, Afghan officials said. = Kabul
Paris Hilton said she would visit Kyiv, Ukrainian media reported. = Kyiv
Mr Aleppo left for Damascus, Syrian media said. = Damascus
Colonel Sumy fell in Donetsk, Ukraine's army said. = Donetsk; Ukraine
Most of the dead were children, police in Mogadishu said. = Mogadishu
Police in March said that Hope House in Mogadishu was closed. = Mogadishu
Nice words did not stop the war in Yemen. = Yemen
Of those killed in Yemen, ten were women. = Yemen
In May and August the Houthis shelled Taiz, Yemeni doctors said. = Taiz
The Islamic State said it had attacked Mosul, Iraqi media said. = Mosul
The Red Cross entered Mosul, Iraqi media said. = Mosul
The Popular Mobilization Forces entered Mosul, Iraqi media said. = Mosul
Austin said the United States would send aid to Ukraine. = United States; Ukraine
Defense Secretary Lloyd Austin visited Kyiv, Ukrainian media said. = Kyiv
Jordan Miller, a doctor, fled Gaza City, Palestinian medics said. = Gaza City
Sydney Carter, a nurse, fled Gaza City, Palestinian medics said. = Gaza City
Ms Florence Abera fled Mekelle, Ethiopian officials said. = Mekelle
Israel's Iron Dome stopped rockets over Ashkelon. = Israel; Ashkelon
Fighters of the Damascus Brigade shelled Homs, Syrian media said. = Homs
The Homs Military Council took Rastan, Syrian media said. = Rastan
The Daraa Martyrs Battalion took Rastan, Syrian media said. = Rastan
Kharkiv Tractor Plant workers fled to Poltava, Ukrainian officials said. = Poltava
A lawyer called Victoria Springs met rebels in Goma, Congolese media said. = Goma
Sergeant Kent was shot in Basra, British and Iraqi officials said. = Basra
His wife Chelsea was killed in Basra, Iraqi officials said. = Basra
Reading the list, doctors in Basra wept, Iraqi media said. = Basra
"""

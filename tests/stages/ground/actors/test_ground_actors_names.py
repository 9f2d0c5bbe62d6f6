import pytest
from actor_texts import acted, spoken

SUDAN = (
    "KHARTOUM — Sudan's paramilitary Rapid Support Forces seized a town on Monday, the group said "
    "in a statement. "
    "The army denied it had withdrawn. Residents told Reuters that its fighters went from house to house. "
    "Army chief Abdel-Fattah Burhan vowed revenge. Gen. Mohammed Hamdan Dagalo, the RSF's "
    "commander, said his "
    "forces would stay. He accused the military of bombing markets. The U.N. migration agency said "
    "people fled."
)
CONGO = (
    "GOMA — M23 rebels backed by Rwanda entered the eastern Congolese city of Uvira, two security "
    "sources said. "
    "Congo's army and allied Wazalendo militia retreated. The rebels said they would restore order. Kigali "
    "denies backing the group. Government troops fled. Human Rights Watch researcher Jane Doe said so."
)
UKRAINE = (
    "KYIV, Ukraine — Russian forces captured a village, Russia's Defense Ministry said Sunday. "
    "Ukraine's General "
    "Staff denied the claim. President Volodymyr Zelenskyy said Moscow's troops were regrouping. "
    "Zelenskyy added "
    "that his army needs shells. The Institute for the Study of War, a Washington-based think tank, said the "
    "Kremlin's forces advanced. The think tank said it could not verify. The ministry said its forces won."
)
GAZA = (
    "Israeli strikes killed 25 people in Gaza City, the Hamas-run health ministry said. The Israeli "
    "military said it "
    "targeted militants from Islamic Jihad. Israel's army said its troops killed a commander. The "
    "ministry said "
    "children were among the dead. Hezbollah fired rockets. The group's leader, Naim Kassem, warned Israel."
)
SEAT = (
    "M23 rebels took a town in eastern Congo, the Congolese army said. In Kigali, the defence ministry "
    "denied that its troops were there. In Goma, the governor fled."
)
HAITI = (
    "PORT-AU-PRINCE, Haiti (AP) — Gang members attacked a town, local officials said. Police "
    "repelled the gunmen. "
    "Viv Ansanm, a gang coalition, claimed control. The coalition holds most of the capital. A "
    "police captain "
    "said so. Haiti's National Police did not comment."
)
MYANMAR = (
    "YANGON — Myanmar's military junta bombed a town held by the Ta'ang National Liberation Army, "
    "the ethnic armed "
    "group said. Junta troops came, TNLA spokesperson Lway Yay Oo said. Resistance fighters struck back."
)


@pytest.mark.parametrize(
    ("text", "said", "chain"),
    [
        (SUDAN, "the group", ["Rapid Support Forces"]),
        (SUDAN, "The army", ["Sudanese army"]),
        (SUDAN, "Army chief Abdel-Fattah Burhan", ["Abdel Fattah al-Burhan", "Sudanese army"]),
        (SUDAN, "He", ["Mohamed Hamdan Dagalo", "Rapid Support Forces"]),
        (SUDAN, "The U.N. migration agency", ["International Organization for Migration", "United Nations"]),
        (SEAT, "the defence ministry", ["Rwandan defence ministry", "Rwanda"]),
        (CONGO, "The rebels", ["M23"]),
        (CONGO, "they", ["M23"]),
        (CONGO, "Kigali", ["Rwanda"]),
        (CONGO, "Human Rights Watch researcher Jane Doe", ["Jane Doe", "Human Rights Watch"]),
        (UKRAINE, "Russia's Defense Ministry", ["Russian defence ministry", "Russia"]),
        (UKRAINE, "Ukraine's General Staff", ["Ukrainian General Staff", "Ukraine"]),
        (UKRAINE, "Zelenskyy#2", ["Volodymyr Zelensky", "Ukraine"]),
        (UKRAINE, "The think tank", ["Institute for the Study of War"]),
        (UKRAINE, "it", ["Institute for the Study of War"]),
        (UKRAINE, "The ministry", ["Russian defence ministry", "Russia"]),
        (GAZA, "the Hamas-run health ministry", ["Gaza health ministry", "Hamas"]),
        (GAZA, "The ministry", ["Gaza health ministry", "Hamas"]),
        (GAZA, "it", ["Israel"]),
        (GAZA, "The group's leader, Naim Kassem", ["Naim Qassem", "Hezbollah"]),
        (HAITI, "local officials", ["local officials"]),
        (HAITI, "The coalition", ["Viv Ansanm"]),
        (HAITI, "A police captain", ["police captain"]),
        (HAITI, "Haiti's National Police", ["Haitian police", "Haiti"]),
        (MYANMAR, "the ethnic armed group", ["Ta'ang National Liberation Army"]),
        (MYANMAR, "TNLA spokesperson Lway Yay Oo", ["Lway Yay Oo", "Ta'ang National Liberation Army"]),
    ],
)
def test_a_speaker_is_who_the_words_mean(text: str, said: str, chain: list[str]) -> None:
    assert spoken(text, said) == chain


@pytest.mark.parametrize(
    ("text", "said", "chain"),
    [
        (SUDAN, "its fighters", ["Rapid Support Forces"]),
        (SUDAN, "his forces", ["Rapid Support Forces"]),
        (SUDAN, "the military", ["Sudanese army"]),
        (CONGO, "M23 rebels", ["M23"]),
        (CONGO, "Government troops", ["Congolese government"]),
        (CONGO, "allied Wazalendo militia", ["Wazalendo"]),
        (UKRAINE, "Moscow's troops", ["Russia"]),
        (UKRAINE, "his army", ["Ukraine"]),
        (UKRAINE, "the Kremlin's forces", ["Russia"]),
        (UKRAINE, "its forces", ["Russia"]),
        (GAZA, "Israeli strikes", ["Israel"]),
        (GAZA, "its troops", ["Israel"]),
        (GAZA, "militants from Islamic Jihad", ["Palestinian Islamic Jihad"]),
        (HAITI, "Gang members", ["gangs"]),
        (HAITI, "the gunmen", ["gunmen"]),
        (MYANMAR, "Junta troops", ["Myanmar government"]),
        (MYANMAR, "Resistance fighters", ["rebels"]),
    ],
)
def test_an_actor_is_who_the_words_mean(text: str, said: str, chain: list[str]) -> None:
    assert acted(text, said) == chain


def test_government_words_mean_the_state_reported_on() -> None:
    text = (
        "Yemeni regime jets bombed Taiz, activists in Yemen said. Pro-government fighters and regime "
        "troops advanced. Rebels fled."
    )
    for said in ("Yemeni regime jets", "Pro-government fighters", "regime troops"):
        assert acted(text, said) == ["Yemeni government"]
    assert acted(text, "Rebels") == ["rebels"]


def test_one_side_has_one_actor_whatever_the_word() -> None:
    text = (
        "Rebels took a town in Syria. Opposition fighters and insurgents held on. Anti-government "
        "fighters fled."
    )
    words = ("Rebels", "Opposition fighters", "insurgents", "Anti-government fighters")
    assert {tuple(acted(text, said)) for said in words} == {("rebels",)}


def test_foreign_troops_are_their_own_state_in_any_theatre() -> None:
    text = (
        "In Mali the government blamed Rwandan troops. Mali's army and Mali's government said so. "
        "Russian peacekeepers left."
    )
    assert acted(text, "Rwandan troops") == ["Rwanda"]
    assert acted(text, "Russian peacekeepers") == ["Russia"]


def test_its_troops_are_those_of_the_convoy_just_named() -> None:
    text = (
        "On Monday, a Kenyan military convoy crossed the border into Somalia. Nairobi alleged an air "
        "strike had "
        "targeted its troops near Baidoa."
    )
    assert acted(text, "its troops", "Nairobi") == ["Kenyan military convoy", "Kenya"]


def test_posts_and_vehicles_belong_to_their_side() -> None:
    text = "Rebels in Syria lost a rebel vehicle near a key Russian air base."
    assert acted(text, "a rebel vehicle") == ["rebel vehicle", "rebels"]
    assert acted(text, "a key Russian air base") == ["Russian air base", "Russia"]


def test_words_like_x_backed_do_not_make_x_the_actor() -> None:
    text = (
        "Turkish-backed rebels took a town in Syria, the Geneva-based Syrian Network for Human Rights said."
    )
    assert acted(text, "Turkish-backed rebels") == ["rebels"]
    assert spoken(text, "the Geneva-based Syrian Network for Human Rights") == [
        "Syrian Network for Human Rights"
    ]


def test_a_reporter_of_an_agency_is_the_agency() -> None:
    assert spoken("An AFP correspondent said shells fell in Libya.", "An AFP correspondent") == ["AFP"]


KENYA = (
    "NAIROBI - Fighting drove 400 people from Garissa, the social welfare department of Kenya said. "
    "Kenya's social affairs ministry said 90 people were hurt."
)


@pytest.mark.parametrize(
    "said", ["the social welfare department of Kenya", "Kenya's social affairs ministry"]
)
def test_a_department_is_one_under_its_names(said: str) -> None:
    assert spoken(KENYA, said) == ["Kenyan social affairs ministry", "Kenya"]

"""Sentences on posts, and on deals that are none of war; words and most names are our own."""

from typing import Any

Row = tuple[str, dict[str, Any]]

NO_DEALS: list[str] = [
    "Kestria signed a deal to buy wheat from Halvane.",
    "The club agreed a deal to sign the striker from Brenna United.",
    "The suspect reached a plea agreement with prosecutors.",
    "The ministers agreed that the weather was fine.",
    "The company signed an agreement with the government to build a dam.",
    "Union leaders reached a wage deal with the city.",
    "The government signed a loan agreement with the International Monetary Fund.",
    "The two parties signed a coalition agreement after the election.",
    "Kestria and Halvane signed a free trade agreement.",
    "The two countries signed a treaty on fishing rights.",
    "The Israeli settlement was established in 1979.",
    "There was a short pause before the speaker went on.",
    "The team had a great deal of luck in the second half.",
    "The minister had to deal with the strike.",
    "No ceasefire was agreed.",
    "The talks ended without an agreement.",
    "The sides failed to agree a truce.",
    "He signed a record deal in March.",
    "The gas deal with Halvane was signed on Monday.",
    "The climate agreement was signed by 190 countries.",
    "The government and the doctors' union reached an agreement on pay.",
    "Kestria bought 40 tanks under an arms deal with Halvane.",
    "The army violated human rights in the town, the report said.",
    "Police said the driver had broken the speed limit.",
    "The bank broke its agreement with its customers.",
]

POSTS: list[Row] = [
    ("Turkey has an observation post in Morek.", {"owner": "Turkey", "place": ["Morek"], "state": "kept"}),
    (
        "A Turkish observation post in Morek was shelled.",
        {"owner": "Turkish", "place": ["Morek"], "state": "shelled"},
    ),
    (
        "Turkey keeps 12 observation posts in Idlib.",
        {"owner": "Turkey", "place": ["Idlib"], "number": 12, "state": "kept"},
    ),
    (
        "Ostland set up eight observation posts around Brenna.",
        {"owner": "Ostland", "place": ["Brenna"], "number": 8, "state": "built"},
    ),
    (
        "The Ostland observation post at Tolva has been surrounded by the army.",
        {"owner": "Ostland", "place": ["Tolva"], "state": "surrounded"},
    ),
    (
        "The army surrounded a Turkish observation post at Tolva.",
        {"owner": "Turkish", "place": ["Tolva"], "state": "surrounded"},
    ),
    (
        "Ostland evacuated its observation post at Tolva on Monday.",
        {"owner": "Ostland", "place": ["Tolva"], "state": "evacuated"},
    ),
    (
        "Russian troops abandoned a monitoring post in Brenna.",
        {"owner": "Russian troops", "place": ["Brenna"], "state": "evacuated"},
    ),
    (
        "Turkish forces withdrew from their observation post at Morek.",
        {"owner": "Turkish forces", "place": ["Morek"], "state": "evacuated"},
    ),
    (
        "Turkey reinforced its observation post near Tolva with tanks.",
        {"owner": "Turkey", "place": ["Tolva"], "state": "reinforced"},
    ),
    ("Kenya has a naval base at Lamu.", {"owner": "Kenya", "place": ["Lamu"], "state": "kept"}),
    ("The army set up checkpoints in Lashio.", {"owner": "The army", "place": ["Lashio"], "state": "built"}),
    (
        "One of the Turkish outposts in Brenna is now surrounded.",
        {"owner": "Turkish", "place": ["Brenna"], "state": "surrounded"},
    ),
    (
        "A shell hit the Ostland observation point at Brenna.",
        {"owner": "Ostland", "place": ["Brenna"], "state": "shelled"},
    ),
    (
        "Russian peacekeepers dismantled their observation post at Tolva.",
        {"owner": "Russian peacekeepers", "place": ["Tolva"], "state": "evacuated"},
    ),
    (
        "Turkish troops are building a new observation post in Brenna.",
        {"owner": "Turkish troops", "place": ["Brenna"], "state": "built"},
    ),
    (
        "The army denied shelling the Turkish observation post at Morek.",
        {"owner": "Turkish", "place": ["Morek"], "state": "shelled", "stance": "denied"},
    ),
    (
        "Turkey will not withdraw from its observation post at Morek, the minister said.",
        {"owner": "Turkey", "place": ["Morek"], "state": "kept"},
    ),
    (
        "Turkey plans to withdraw from the observation post at Morek.",
        {"owner": "Turkey", "place": ["Morek"], "state": "evacuated", "modality": "planned"},
    ),
    (
        "The ministry said three Turkish observation posts in Brenna were encircled.",
        {"owner": "Turkish", "place": ["Brenna"], "number": 3, "state": "surrounded"},
    ),
]

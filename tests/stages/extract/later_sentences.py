"""A second table of sentences on deals and posts, written after the first had been worked on."""

from typing import Any

Row = tuple[str, dict[str, Any]]

DEALS: list[Row] = [
    (
        "Sarland and the Azure Brigade reached a ceasefire agreement in Muscat on Tuesday.",
        {"act": "signed", "kind": "ceasefire", "parties": ["Sarland", "the Azure Brigade"]},
    ),
    (
        "Mediators from Oman helped the two governments conclude a truce.",
        {"act": "signed", "kind": "ceasefire"},
    ),
    (
        "A three-month truce sponsored by the Arab League began on Monday.",
        {"act": "in force", "kind": "ceasefire", "brokers": ["the Arab League"], "lasts": "three-month"},
    ),
    (
        "The foreign ministers of Sarland and Quell initialled a peace treaty.",
        {"act": "signed", "kind": "peace", "parties": ["Sarland", "Quell"]},
    ),
    (
        "The militia and village elders made a deal to evacuate the wounded from Ostrava.",
        {"kind": "evacuation", "terms": ["evacuation"]},
    ),
    (
        "Sarland and Quell swapped 90 prisoners under a deal mediated by Turkey.",
        {"brokers": ["Turkey"], "terms": ["prisoners"]},
    ),
    (
        "Norway will host the signing of a ceasefire between Sarland and the rebels.",
        {"parties": ["Sarland", "the rebels"]},
    ),
    ("The commander announced a 48-hour pause in shelling to let civilians leave.", {"act": "announced"}),
    (
        "Under the truce, each side must pull its artillery back 20 km from the line.",
        {"terms": ["withdrawal of heavy weapons"]},
    ),
    (
        "The accord obliges Quell to open the road to the enclave within a week.",
        {"terms": ["access"], "who": ["Quell"]},
    ),
    ("Both armies pledged to respect the ceasefire.", {"kind": "ceasefire"}),
    ("The rebels said they would no longer observe the truce.", {"act": "broken"}),
    ("The president declared the ceasefire over.", {"act": "ended"}),
    ("Sarland froze its part in the disengagement agreement.", {"act": "suspended", "parties": ["Sarland"]}),
    ("The truce lapsed on Sunday without being renewed.", {"act": "ended"}),
    ("The ceasefire, due to expire on Friday, was prolonged by ten days.", {"act": "extended"}),
    ("Quell's ambassador rejected the proposed truce.", {"act": "rejected"}),
    ("Officials denied that any ceasefire had been agreed with the Azure Brigade.", {"stance": "denied"}),
    (
        "Sarland's army broke the truce on Monday when it shelled Ostrava, the mayor said.",
        {
            "act": "broken",
            "parties": ["Sarland's army"],
            "by": ["the mayor"],
            "terms": ["cessation of hostilities"],
        },
    ),
    ("The mission counted 112 violations of the ceasefire last week.", {"act": "broken", "count": 112}),
    ("The general accused the brigade of 15 breaches of the truce.", {"act": "broken", "count": 15}),
    ("Quell denied accusations that it had violated the truce.", {"act": "broken", "stance": "denied"}),
    (
        "Rockets fell on Ostrava in violation of the ceasefire, police said.",
        {"act": "broken", "by": ["police"]},
    ),
    (
        "The ministry described the raid as a serious violation of the truce.",
        {"act": "broken", "by": ["The ministry"], "terms": ["cessation of hostilities"]},
    ),
    (
        "Aid trucks were stopped at the line in breach of the agreement, the UN said.",
        {"act": "broken", "by": ["the UN"], "terms": ["access"]},
    ),
    ("Snipers shot at a bus despite the truce.", {"act": "broken", "terms": ["cessation of hostilities"]}),
    (
        "The brigade ignored the ceasefire and attacked Ostrava.",
        {"act": "broken", "parties": ["The brigade"]},
    ),
    (
        "Monitors found eight howitzers inside the zone, contrary to the agreement.",
        {"act": "broken", "terms": ["withdrawal of heavy weapons"]},
    ),
]

NO_DEALS: list[str] = [
    "The bank and the airline reached a settlement.",
    "Sarland signed a defence agreement with Quell.",
    "The union accepted a pay deal.",
    "The actor signed a deal with the studio.",
    "The two firms announced a truce in their price war.",
    "The court approved the settlement with the victims.",
    "The party broke its coalition agreement.",
    "The team violated the rules of the league.",
]

POSTS: list[Row] = [
    (
        "Quell maintains three observation posts near Ostrava.",
        {"owner": "Quell", "number": 3, "state": "kept"},
    ),
    ("Quell's observation post at Ostrava came under fire.", {"state": "shelled"}),
    ("The last Quell observation post in Ostrava was evacuated on Friday.", {"state": "evacuated"}),
    ("Troops besieged the peacekeepers' post at Ostrava.", {"state": "surrounded"}),
    ("Quell sent reinforcements to its observation post at Ostrava.", {"state": "reinforced"}),
    (
        "Sarland withdrew from four outposts in Ostrava.",
        {"owner": "Sarland", "number": 4, "state": "evacuated"},
    ),
]

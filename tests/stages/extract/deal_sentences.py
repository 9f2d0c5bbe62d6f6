"""Sentences on deals, breaches and posts, with what each says; words and most names are our own."""

from typing import Any

Row = tuple[str, dict[str, Any]]

MADE: list[Row] = [
    (
        "Kestria and Halvane signed a peace agreement in Doha on Friday.",
        {"act": "signed", "kind": "peace", "parties": ["Kestria", "Halvane"], "where": ["Doha"]},
    ),
    (
        "The government and the rebels agreed a ceasefire in Doha on Friday.",
        {"act": "signed", "kind": "ceasefire", "parties": ["The government", "the rebels"]},
    ),
    (
        "A ceasefire between the army and the rebels was brokered by Qatar.",
        {"act": "signed", "kind": "ceasefire", "parties": ["the army", "the rebels"], "brokers": ["Qatar"]},
    ),
    (
        "Qatar brokered a truce between the army and the Northern Front.",
        {
            "act": "signed",
            "kind": "ceasefire",
            "parties": ["the army", "the Northern Front"],
            "brokers": ["Qatar"],
        },
    ),
    (
        "Kestria signed a withdrawal agreement with Halvane.",
        {"act": "signed", "kind": "withdrawal", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "The truce was signed by the army and the militia on 4 May.",
        {"act": "signed", "kind": "ceasefire", "parties": ["the army", "the militia"]},
    ),
    (
        "Russia and Turkey announced a ceasefire in Idlib.",
        {"act": "announced", "kind": "ceasefire", "parties": ["Russia", "Turkey"], "where": ["Idlib"]},
    ),
    (
        "A 72-hour humanitarian pause was announced by the army on Sunday.",
        {"act": "announced", "kind": "humanitarian pause", "parties": ["the army"], "lasts": "72-hour"},
    ),
    (
        "The two armies reached a deal to exchange prisoners.",
        {"act": "signed", "kind": "prisoner exchange", "parties": ["The two armies"], "terms": ["prisoners"]},
    ),
    (
        "Kestria and Halvane agreed to withdraw their troops from the border.",
        {
            "act": "signed",
            "kind": "withdrawal",
            "parties": ["Kestria", "Halvane"],
            "terms": ["withdrawal of forces"],
        },
    ),
    (
        "Kestria and Halvane agreed to stop fighting along the Orsa river.",
        {
            "act": "signed",
            "kind": "ceasefire",
            "parties": ["Kestria", "Halvane"],
            "terms": ["cessation of hostilities"],
        },
    ),
    (
        "The militia struck an evacuation deal with the government for the besieged town of Brenna.",
        {"act": "signed", "kind": "evacuation", "parties": ["The militia", "the government"]},
    ),
    (
        "The rebels in Tolva accepted a surrender deal with the army.",
        {"act": "signed", "kind": "surrender", "parties": ["The rebels in Tolva", "the army"]},
    ),
    (
        "Fighters in Tolva signed a reconciliation agreement with the government.",
        {"act": "signed", "kind": "surrender", "parties": ["Fighters in Tolva", "the government"]},
    ),
    (
        "An armistice was concluded between Kestria and Halvane in 1953.",
        {"act": "signed", "kind": "ceasefire", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "The presidents of Kestria and Halvane signed a memorandum on a demilitarised zone along the Orsa.",
        {"act": "signed", "kind": "de-escalation zone", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "Under United Nations auspices, the army and the Northern Front concluded a truce.",
        {"act": "signed", "parties": ["the army", "the Northern Front"], "brokers": ["United Nations"]},
    ),
    (
        "The army and the rebels signed a ceasefire under the auspices of the African Union.",
        {"act": "signed", "parties": ["The army", "the rebels"], "brokers": ["the African Union"]},
    ),
    (
        "A UN-brokered truce between the army and the rebels took effect on Monday.",
        {"act": "in force", "kind": "ceasefire", "parties": ["the army", "the rebels"], "brokers": ["UN"]},
    ),
    (
        "An Egyptian-mediated ceasefire between the army and the Front was announced on Sunday.",
        {"act": "announced", "parties": ["the army", "the Front"], "brokers": ["Egyptian"]},
    ),
    (
        "Oman mediated a prisoner exchange deal between Kestria and Halvane.",
        {
            "act": "signed",
            "kind": "prisoner exchange",
            "parties": ["Kestria", "Halvane"],
            "brokers": ["Oman"],
        },
    ),
    (
        "Russia, Turkey and Iran signed a memorandum on de-escalation zones as guarantors.",
        {"act": "signed", "kind": "de-escalation zone", "guarantors": ["Russia", "Turkey", "Iran"]},
    ),
    (
        "The ceasefire between the army and the rebels is guaranteed by Russia and Turkey.",
        {"kind": "ceasefire", "parties": ["the army", "the rebels"], "guarantors": ["Russia", "Turkey"]},
    ),
    (
        "Ostland and Merrow guarantee the truce between the army and the Front.",
        {"parties": ["the army", "the Front"], "guarantors": ["Ostland", "Merrow"]},
    ),
    (
        "Ostland, a guarantor of the ceasefire, said it would send observers.",
        {"kind": "ceasefire", "guarantors": ["Ostland"]},
    ),
    ("The truce will be monitored by the OSCE.", {"kind": "ceasefire", "monitors": ["the OSCE"]}),
    (
        "The army and the rebels signed a truce monitored by observers from Ostland.",
        {"act": "signed", "parties": ["The army", "the rebels"], "monitors": ["observers from Ostland"]},
    ),
    (
        "Halvane reached a disengagement agreement with Kestria, mediated by Norway and Oman.",
        {
            "act": "signed",
            "kind": "disengagement",
            "parties": ["Halvane", "Kestria"],
            "brokers": ["Norway", "Oman"],
        },
    ),
    (
        "The warring parties signed the Brunnen Accord in March 2015.",
        {"act": "signed", "name": "Brunnen Accord"},
    ),
    (
        "The Orsa Agreement of 2018 was signed by Kestria and Halvane.",
        {"act": "signed", "name": "Orsa Agreement", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "Kestrian-Halvanian ceasefire talks led to a truce signed by Kestria and Halvane on Tuesday.",
        {"act": "signed", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "Turkey and Russia signed a grain export agreement with Ukraine that reopened three ports.",
        {"act": "signed", "kind": "export corridor"},
    ),
    (
        "The army declared a unilateral ceasefire from midnight on Thursday.",
        {"act": "announced", "kind": "ceasefire", "parties": ["The army"]},
    ),
    (
        "The two sides agreed on a humanitarian corridor from Brenna to Tolva.",
        {"act": "signed", "kind": "corridor", "where": ["Brenna", "Tolva"]},
    ),
    (
        "Rebel commanders and tribal elders agreed to a local truce in Brenna.",
        {
            "act": "signed",
            "kind": "ceasefire",
            "parties": ["Rebel commanders", "tribal elders"],
            "where": ["Brenna"],
        },
    ),
    (
        "The army and the Front have agreed to a ten-day cessation of hostilities.",
        {"act": "signed", "kind": "ceasefire", "class": "cessation of hostilities", "lasts": "ten-day"},
    ),
    (
        "Kestria and Halvane signed a permanent ceasefire that provides for the disarmament of all fighters.",
        {"act": "signed", "kind": "ceasefire", "class": "definitive", "terms": ["disarmament"]},
    ),
    (
        "The parties signed a ceasefire that sets up a joint monitoring committee.",
        {"act": "signed", "kind": "ceasefire", "class": "preliminary", "terms": ["monitoring"]},
    ),
    (
        "Halvane's deal with the Northern Front, reached in June, ended two years of fighting.",
        {"act": "signed", "parties": ["Halvane", "the Northern Front"]},
    ),
    (
        "The agreement reached by the army and the rebels allows civilians to leave Brenna.",
        {"act": "signed", "parties": ["the army", "the rebels"], "terms": ["evacuation"]},
    ),
]

LATER: list[Row] = [
    ("The ceasefire was extended by one week on Friday.", {"act": "extended", "kind": "ceasefire"}),
    (
        "The army and the rebels renewed their truce for a month.",
        {"act": "extended", "parties": ["The army", "the rebels"]},
    ),
    (
        "The truce between Kestria and Halvane expired at midnight.",
        {"act": "ended", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "The truce between Israel and Hamas collapsed on Friday.",
        {"act": "ended", "parties": ["Israel", "Hamas"]},
    ),
    ("The rebels called off the ceasefire on Tuesday.", {"act": "ended", "parties": ["The rebels"]}),
    ("Halvane pulled out of the Orsa agreement.", {"act": "ended", "parties": ["Halvane"]}),
    ("Halvane withdrew from the ceasefire agreement on Monday.", {"act": "ended", "parties": ["Halvane"]}),
    (
        "Kestria suspended the prisoner exchange agreement.",
        {"act": "suspended", "kind": "prisoner exchange", "parties": ["Kestria"]},
    ),
    ("The rebels rejected a truce proposed by Oman.", {"act": "rejected", "parties": ["The rebels"]}),
    ("The army turned down a ceasefire offered by the Front.", {"act": "rejected", "parties": ["The army"]}),
    (
        "The Front proposed a three-day truce in Brenna.",
        {"act": "proposed", "parties": ["The Front"], "where": ["Brenna"], "lasts": "three-day"},
    ),
    (
        "Oman offered to broker a ceasefire between the army and the Front.",
        {"modality": "planned", "parties": ["the army", "the Front"], "brokers": ["Oman"]},
    ),
    ("A ceasefire came into force at noon on Saturday.", {"act": "in force", "kind": "ceasefire"}),
    ("The truce entered into force on 1 March.", {"act": "in force"}),
    (
        "The ceasefire between the army and the rebels is holding, observers said.",
        {"act": "kept", "parties": ["the army", "the rebels"], "by": ["observers"]},
    ),
    ("The truce has largely held since Monday.", {"act": "kept"}),
    (
        "Kestria and Halvane may sign a ceasefire next week.",
        {"modality": "possible", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "Kestria and Halvane will sign a truce in Oslo on Monday.",
        {"modality": "planned", "parties": ["Kestria", "Halvane"]},
    ),
    (
        "The army denied that it had signed a truce with the rebels.",
        {"stance": "denied", "act": "signed", "by": ["The army"]},
    ),
    (
        "The Front denied reports of a ceasefire deal with the army.",
        {"stance": "denied", "parties": ["The Front", "the army"], "by": ["The Front"]},
    ),
    ("The rebels reportedly agreed to a truce with the army.", {"stance": "alleged", "act": "signed"}),
    (
        "Under the deal, Kestria is to withdraw its heavy weapons from Brenna by 15 June.",
        {"act": "told", "terms": ["withdrawal of heavy weapons"], "who": ["Kestria"], "until": "by 15 June"},
    ),
    (
        "Under the agreement, both sides must release all prisoners within 30 days.",
        {"act": "told", "terms": ["prisoners"], "who": ["both sides"], "until": "within 30 days"},
    ),
    (
        "The agreement calls for a 15 km demilitarised zone and the withdrawal of heavy weapons.",
        {"act": "told", "terms": ["demilitarised zone", "withdrawal of heavy weapons"]},
    ),
    (
        "The ceasefire provides for the opening of the road to Tolva and access for aid convoys.",
        {"act": "told", "terms": ["access"]},
    ),
    (
        "The truce requires the army to open a corridor for aid to Brenna.",
        {"act": "told", "terms": ["access"], "who": ["the army"]},
    ),
    (
        "The deal included the exchange of 200 prisoners and the evacuation of the wounded.",
        {"act": "told", "terms": ["prisoners", "evacuation"]},
    ),
    (
        "The deal stipulates that observers will be posted along the line.",
        {"act": "told", "terms": ["monitoring"]},
    ),
    (
        "The peace agreement envisages elections and a new constitution.",
        {"act": "told", "terms": ["political steps", "political steps"]},
    ),
    (
        "As part of the ceasefire, the militia handed over 30 captives to the Red Cross.",
        {"act": "told", "terms": ["prisoners"], "who": ["the militia"]},
    ),
    (
        "Under the accord, Ostland set up eight observation posts around Brenna.",
        {"terms": ["monitoring"], "who": ["Ostland"]},
    ),
    (
        "The terms of the truce allow aid convoys into the town twice a week.",
        {"act": "told", "terms": ["access"]},
    ),
]

BROKEN: list[Row] = [
    (
        "The army violated the ceasefire on Monday by shelling Brenna.",
        {"act": "broken", "parties": ["The army"], "terms": ["cessation of hostilities"]},
    ),
    (
        "The government violated the ceasefire in Tigray.",
        {"act": "broken", "parties": ["The government"], "where": ["Tigray"]},
    ),
    (
        "Kestria accused Halvane of violating the truce.",
        {"act": "broken", "parties": ["Halvane"], "stance": "alleged", "by": ["Kestria"]},
    ),
    (
        "Kestria accused Halvane of breaking the agreement by shelling the village of Tolva.",
        {
            "act": "broken",
            "parties": ["Halvane"],
            "by": ["Kestria"],
            "stance": "alleged",
            "terms": ["cessation of hostilities"],
        },
    ),
    (
        "The ministry said the rebels had breached the truce 12 times in 24 hours.",
        {"act": "broken", "parties": ["the rebels"], "by": ["The ministry"], "count": 12},
    ),
    (
        "Observers recorded 48 ceasefire violations in 24 hours.",
        {"act": "broken", "count": 48, "parties": []},
    ),
    (
        "The monitors registered 30 violations of the truce by the militia.",
        {"act": "broken", "count": 30, "parties": ["the militia"]},
    ),
    (
        "The shelling of Brenna was a violation of the ceasefire, the mayor said.",
        {"act": "broken", "by": ["the mayor"], "terms": ["cessation of hostilities"]},
    ),
    (
        "In violation of the truce, the army fired mortars at Tolva.",
        {"act": "broken", "parties": ["the army"], "terms": ["cessation of hostilities"]},
    ),
    (
        "The army moved tanks into the zone in breach of the agreement.",
        {"act": "broken", "parties": ["The army"], "terms": ["withdrawal of heavy weapons"]},
    ),
    (
        "The militia kept howitzers near the line in breach of the Orsa agreement, monitors said.",
        {
            "act": "broken",
            "parties": ["The militia"],
            "by": ["monitors"],
            "terms": ["withdrawal of heavy weapons"],
        },
    ),
    (
        "The army blocked an aid convoy in violation of the ceasefire.",
        {"act": "broken", "parties": ["The army"], "terms": ["access"]},
    ),
    (
        "Rebels seized the village of Tolva in breach of the truce.",
        {"act": "broken", "parties": ["Rebels"], "terms": ["cessation of hostilities"]},
    ),
    (
        "Halvane has refused to release the prisoners, in breach of the deal.",
        {"act": "broken", "parties": ["Halvane"], "terms": ["prisoners"]},
    ),
    (
        "The Front denied breaking the ceasefire.",
        {"act": "broken", "stance": "denied", "parties": ["The Front"], "by": ["The Front"]},
    ),
    (
        "The army denied that it had violated the truce.",
        {"act": "broken", "stance": "denied", "by": ["The army"]},
    ),
    (
        "Both sides accused each other of breaking the truce.",
        {"act": "broken", "stance": "alleged", "by": ["Both sides"]},
    ),
    (
        "The ceasefire was broken by the rebels within hours, the army said.",
        {"act": "broken", "parties": ["the rebels"], "by": ["the army"]},
    ),
    ("The truce has been violated repeatedly since Sunday.", {"act": "broken", "parties": []}),
    (
        "The militia shelled Brenna on Friday despite the truce.",
        {"act": "broken", "parties": ["The militia"], "terms": ["cessation of hostilities"]},
    ),
    (
        "Despite the ceasefire, warplanes bombed the town of Brenna on Friday.",
        {"act": "broken", "parties": ["warplanes"], "terms": ["cessation of hostilities"]},
    ),
    (
        "Halvane said that Kestria's air strike had breached the September agreement.",
        {"act": "broken", "by": ["Halvane"], "parties": ["Kestria"], "terms": ["cessation of hostilities"]},
    ),
    (
        "The foreign minister called the attack a flagrant breach of the ceasefire.",
        {"act": "broken", "by": ["The foreign minister"], "terms": ["cessation of hostilities"]},
    ),
    (
        "The Front said the army was not respecting the truce.",
        {"act": "broken", "parties": ["the army"], "by": ["The Front"]},
    ),
    (
        "Kestria did not comply with the withdrawal agreement, Halvane said.",
        {"act": "broken", "parties": ["Kestria"], "by": ["Halvane"]},
    ),
    (
        "The rebels flouted the truce by firing rockets at Tolva, officials said.",
        {
            "act": "broken",
            "parties": ["The rebels"],
            "by": ["officials"],
            "terms": ["cessation of hostilities"],
        },
    ),
    (
        "The monitor blamed the army for the breach of the ceasefire.",
        {"act": "broken", "parties": ["the army"], "by": ["The monitor"]},
    ),
    ("The truce was violated by neither side, the observers said.", {"act": None}),
]

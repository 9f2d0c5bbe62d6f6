"""Texts that no desk would write, each made here; all of them are read in bounded time and without harm."""

RUN_ON = "shelling killed 14 people in goma the army said rebels captured bor "
SAID = "Shelling killed 14 people in Aden, the army said. "

HOSTILE = {
    "upper case": (SAID + "Rebels captured Goma. ").upper() * 20,
    "no punctuation": RUN_ON * 40,
    "one sentence of 10,000 words": "the road is long and the army said that " * 1110 + "rebels captured Bor",
    "a run-on of claims": "rebels captured Bor, shells killed five people in Torit, " * 60,
    "capitals on end": "Goma Bor Torit Aden " * 2500 + "rebels captured Bor.",
    "5,000 digits": f"Shelling killed {'9' * 5000} people in Aden. " * 3,
    "50,000 groups of digits": f"The death toll rose to {'1,' * 50_000}000.",
    "a million digits": "1" * 1_000_000 + " people were killed",
    "Arabic-Indic digits": "Shelling killed ١٤ people in Aden, then ٣٬٠٠٠ fled. " * 20,
    "zero width inside": "Shel\u200bling killed 1\u200b4 peo\u200dple in A\u2060den. " * 20,
    "right-to-left marks": "Shelling killed \u202b14\u202c people in \u200fAden\u200e. " * 20,
    "quotes that never close": "“The army captured Goma, he said. \"Twelve died. 'Shells fell. ‘Rebels fled. "
    * 40,
    "100,000 opening quotes": "‘a" * 100_000 + " killed 12 people",
    "quotes alone": "\"“”'‘’«»" * 500 + " killed 12 people",
    "500 casualty lines": "\n".join(
        f"{n}. Village {n}: {n} people killed, {n} wounded" for n in range(1, 501)
    ),
    "500 casualties on one line": "; ".join(f"Village {n}: {n} people killed" for n in range(1, 501)),
    "deep brackets": "The army " + "(" * 20_000 + "killed 12" + ")" * 20_000 + " people.",
    "brackets that never close": "(killed 12 people in Goma " * 120,
    "100,000 newlines": SAID + "\n" * 100_000 + SAID,
    "nulls": "\x00" * 50_000 + SAID + "kil\x00led 5 people",
    "lone surrogates": "Shelling \ud800 killed 5 \udfff people in Bor. " * 20,
    "a word of a megabyte": "a" * 1_000_000 + " killed 12 people",
    "a name of a megabyte": "A" * 1_000_000 + " killed 12 people",
    "a chain of hyphens": "a-" * 200_000 + " killed 12 people",
    "a chain of apostrophes": "a'" * 100_000 + " killed 12 people",
    "a chain of initials": "a." * 100_000 + " killed 12 people",
    "a chain of addresses": "a@" * 200_000 + " killed 12 people",
    "dashes": "-" * 500_000 + " killed 12 people",
    "blanks": " " * 500_000 + "killed 12 people",
    "dates on end": "on 5 June and " * 2000 + "rebels killed 12 people",
    "bounds on end": "since until before " * 3000 + "June 12 people were killed",
    "numbers on end": "one hundred " * 4000 + "people were killed",
    "counts on end": "five people and " * 3000 + "a child were killed",
    "speech in speech": "He said that " * 800 + "the army captured Goma.",
    "tabs and feeds": "\t\x0b\x0c\x1c\x85\u2028" * 2000 + SAID,
    "combining marks": "Ade\u0301n" + "\u0301" * 20_000 + " shelling killed 12 people",
    "emoji": "💥👩‍👩‍👧🏙️" * 1000 + " killed 12 people",
}

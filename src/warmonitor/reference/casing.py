"""How names that the references know are written, word by word, to undo capitals with."""

from collections.abc import Callable

from warmonitor.reference.actors.register import ActorRegister
from warmonitor.reference.gazetteer import Gazetteer

_SHORTEST_TOWN = 4


def name_speller(gazetteer: Gazetteer, actors: ActorRegister) -> Callable[[str], str | None]:
    """Return what spells one word of a name in mixed case, None where it is the word of no known name.

    Initials of an actor stay in capitals ("UNHCR"); countries, their peoples and places that the
    gazetteer has under this one word are capitalised.
    """
    countries = gazetteer.countries

    def spelled(word: str) -> str | None:
        if word.isalpha() and actors.is_initials(word):
            return word
        title = word[:1] + word[1:].lower()
        peoples = (countries.by_demonym(word), countries.by_demonym(f"{word}s"), countries.by_capital(word))
        if any(peoples) or countries.by_name(word) is not None:
            return title
        return title if len(word) >= _SHORTEST_TOWN and gazetteer.firm(word) else None

    return spelled

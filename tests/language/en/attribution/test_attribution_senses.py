import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.attribution import load_reader
from warmonitor.language.en.attribution.senses import Senses, sense_key

COMMUNICATION, PERSON = 32, 18


def test_verbs_of_no_learning_text_are_known_by_kind() -> None:
    shares = load_reader().senses.of(["decry", "Bewail"], ["VERB", "VERB"])
    assert shares[0, COMMUNICATION] > 0.5
    assert shares[1, COMMUNICATION] > 0.3


def test_unknown_words_and_other_parts_of_speech_have_no_senses() -> None:
    assert not load_reader().senses.of(["qzorv", "the"], ["NOUN", "DET"]).any()


def test_no_words_have_no_rows() -> None:
    assert load_reader().senses.of([], []).shape == (0, 45)


def test_shares_are_read_from_the_table() -> None:
    table: dict[str, NDArray[np.generic]] = {
        "keys": np.array([sense_key("envoy", "n")], np.uint32),
        "counts": np.array([2], np.uint8),
        "files": np.array([4, PERSON], np.uint8),
        "shares": np.array([3, 12], np.uint8),
    }
    shares = Senses(table).of(["envoy"], ["NOUN"])
    assert shares[0, PERSON] == np.float32(12 / 15)
    assert shares[0, 4] == np.float32(3 / 15)


def test_persons_and_bodies_speak_and_happenings_do_not() -> None:
    senses = load_reader().senses
    assert senses.speaks("minister", "NOUN")
    assert senses.speaks("ministry", "NOUN")
    assert senses.speaks("statement", "NOUN")
    assert senses.speaks("Qzorv", "PROPN")
    assert not senses.speaks("fall", "NOUN")
    assert not senses.speaks("bombardment", "NOUN")

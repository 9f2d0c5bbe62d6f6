from warmonitor.language.en.parser import Parse

# "Two men were shot in Adun" and the relation of each word.
SHOT = Parse(
    words=("Two", "men", "were", "shot", "in", "Adun"),
    lemmas=("two", "man", "be", "shoot", "in", "Adun"),
    upos=("NUM", "NOUN", "AUX", "VERB", "ADP", "PROPN"),
    feats=("NumType=Card", "Number=Plur", "", "Tense=Past|VerbForm=Part|Voice=Pass", "", "Number=Sing"),
    heads=(1, 3, 3, -1, 5, 3),
    deprels=("nummod", "nsubj:pass", "aux:pass", "root", "case", "obl"),
)


def test_children_by_relation() -> None:
    assert SHOT.root == 3
    assert SHOT.children(3) == (1, 2, 5)
    assert SHOT.children(3, "nsubj") == (1,)
    assert SHOT.children(3, "nsubj:pass", "obl") == (1, 5)
    assert SHOT.children(3, "obj") == ()


def test_subtree_descendants_and_path() -> None:
    assert SHOT.subtree(5) == (4, 5)
    assert SHOT.subtree(3) == (0, 5)
    assert SHOT.descendants(1) == (0, 1)
    assert SHOT.path(0) == (0, 1, 3)


def test_passive_and_features() -> None:
    assert SHOT.is_passive(3)
    assert not SHOT.is_passive(1)
    assert SHOT.feature(3, "Voice") == "Pass"
    assert SHOT.feature(3, "Number") == ""


def test_no_words_have_no_root() -> None:
    assert Parse().root == -1
    assert len(Parse()) == 0

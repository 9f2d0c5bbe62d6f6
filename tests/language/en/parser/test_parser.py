import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmonitor.language.en.parser import Parse, load_parser
from warmonitor.language.en.tokens import Token, tokens


def parse(text: str) -> Parse:
    return load_parser().parse(tokens(text))


def arc(tree: Parse, word: str) -> tuple[str, str]:
    """Return the relation and the head of a word that the sentence has once."""
    i = tree.words.index(word)
    return tree.deprels[i], tree.words[tree.heads[i]] if tree.heads[i] >= 0 else ""


def assert_one_tree(tree: Parse) -> None:
    n = len(tree.words)
    assert len(tree.heads) == len(tree.deprels) == len(tree.lemmas) == len(tree.upos) == len(tree.feats) == n
    assert tree.heads.count(-1) == (1 if n else 0)
    assert all((tree.deprels[i] == "root") == (head < 0) for i, head in enumerate(tree.heads))
    assert n == 0 or tree.descendants(tree.root) == tuple(range(n))
    assert all(tree.lemmas)


@pytest.mark.parametrize(
    ("text", "arcs"),
    [
        ("Nine farmers were killed by soldiers on Monday.",
         {"farmers": ("nsubj:pass", "killed"), "were": ("aux:pass", "killed"), "Nine": ("nummod", "farmers"),
          "soldiers": ("obl:agent", "killed")}),
        ("Rovan Dellic, an army spokesman, told reporters that the town had fallen.",
         {"Rovan": ("nsubj", "told"), "spokesman": ("appos", "Rovan"), "fallen": ("ccomp", "told"),
          "town": ("nsubj", "fallen"), "told": ("root", "")}),
        ("Three women and two children were among the dead.",
         {"children": ("conj", "women"), "Three": ("nummod", "women"), "two": ("nummod", "children")}),
        ("Troops entered the village that rebels had seized last week.",
         {"seized": ("acl:relcl", "village"), "rebels": ("nsubj", "seized"), "village": ("obj", "entered")}),
        ("The shelling wrecked the school, forcing 300 families to flee.",
         {"forcing": ("advcl", "wrecked"), "families": ("obj", "forcing"), "flee": ("xcomp", "forcing")}),
        ("“We hold the bridge,” the commander said.",
         {"hold": ("ccomp", "said"), "commander": ("nsubj", "said"), "said": ("root", ""),
          "bridge": ("obj", "hold")}),
        ("At least 40 people died when a bomb exploded in the market, police said.",
         {"people": ("nsubj", "died"), "40": ("nummod", "people"), "died": ("ccomp", "said"),
          "exploded": ("advcl", "died"), "police": ("nsubj", "said")}),
        ("The army denied that its jets had bombed the hospital.",
         {"army": ("nsubj", "denied"), "bombed": ("ccomp", "denied"), "jets": ("nsubj", "bombed"),
          "hospital": ("obj", "bombed")}),
    ],
)  # fmt: skip
def test_trees_of_news_sentences(text: str, arcs: dict[str, tuple[str, str]]) -> None:
    tree = parse(text)
    assert {word: arc(tree, word) for word in arcs} == arcs


def test_capitals_are_read_as_well() -> None:
    tree = parse("TWO SOLDIERS WERE KILLED IN THE ATTACK.")
    assert arc(tree, "SOLDIERS") == ("nsubj:pass", "KILLED")
    assert tree.is_passive(tree.words.index("KILLED"))
    assert tree.lemmas[1] == "soldier"


def test_lemmas_of_irregular_words() -> None:
    tree = parse("The men took two towns and said they were leaving.")
    assert tree.lemmas == ("the", "man", "take", "two", "town", "and", "say", "they", "be", "leave", ".")


def test_a_participle_after_its_noun_is_passive() -> None:
    tree = parse("Villagers buried the people killed by the blast.")
    assert tree.is_passive(tree.words.index("killed"))
    assert not tree.is_passive(tree.words.index("buried"))


def test_a_sentence_parses_the_same_alone_and_among_others() -> None:
    texts = ["The town fell.", "Rebels took it from the army after a week of heavy fighting.", "Why?"]
    together = load_parser().parse_batch([tokens(text) for text in texts])
    assert [t.heads for t in together] == [parse(text).heads for text in texts]


@pytest.mark.parametrize("words", [[], ["x"], ["."], ["\u200b"], ["A"] * 119, ["و", "قتل"], ["9" * 5000]])
def test_odd_sentences(words: list[str]) -> None:
    assert_one_tree(load_parser().parse([Token(w, i, i + len(w)) for i, w in enumerate(words)]))


def test_ten_thousand_words_in_one_sentence() -> None:
    tree = load_parser().parse(
        [Token(w, i, i + 1) for i, w in enumerate(["shot", "and", "men", "ran"] * 2500)]
    )
    assert_one_tree(tree)


@settings(max_examples=40)
@given(st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=40), max_size=4))
def test_any_words_give_one_tree(sentences: list[list[str]]) -> None:
    for words, tree in zip(sentences, load_parser().parse_words(sentences), strict=True):
        assert tree.words == tuple(words)
        assert_one_tree(tree)

from typing import Any

import pytest

from warmonitor.reference.actors import make_register
from warmonitor.reference.actors.check import RegisterError
from warmonitor.reference.actors.compile import compile_register

GOOD: dict[str, Any] = {"key": "vell", "name": "Vell Front", "kind": "rebel group", "in": ["KE"]}


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"since": "2016-03", "until": "2014"}, "vell: the row ends (2014) before it begins (2016-03)"),
        ({"since": "2016-13"}, "“2016-13” is no year, month or day"),
        ({"since": "soon"}, "“soon” is no year, month or day"),
        ({"side": [["a", "2016", "2015"]]}, "sides “a” ends (2015) before it begins (2016)"),
        ({"side": [["a", None, "2016"], ["b", "2015", None]]}, "sides: “b” begins before “a” is over"),
        ({"side": ["a", "b"]}, "sides: “b” begins before “a” is over"),
        ({"called": [["Old Vell", "2016", "2012"]]}, "called “Old Vell” ends (2012) before it begins (2016)"),
        ({"backers": ["state:QQ"]}, "sponsors “state:QQ” is no actor"),
        ({"parent": "nobody"}, "parents “nobody” is no actor"),
        ({"split_from": [["nobody", "2014"]]}, "split_from “nobody” is no actor"),
        ({"kind": "rebels"}, "“rebels” is no kind of actor"),
        ({"kind": None}, "it has no kind"),
        ({"in": ["QQ"]}, "“QQ” is the code of no country"),
        ({"names": {"arabic": "x"}}, "“arabic” is no language"),
        ({"wikidata": "12"}, "“12” is no Wikidata id"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_with_its_key(part: dict[str, Any], said: str) -> None:
    with pytest.raises(RegisterError) as told:
        compile_register([GOOD | part], [])
    assert said in str(told.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    rows = [GOOD | {"since": "x"}, GOOD | {"key": "orm", "until": "y"}, GOOD]
    with pytest.raises(RegisterError) as told:
        compile_register(rows, [["Ana Odo", "president", "state:QQ", 2016, 2014]])
    assert str(told.value).splitlines() == [
        "The register cannot be compiled:",
        "vell: the row: “x” is no year, month or day (2014, 2014-06, 2014-06-29)",
        "orm: the row: “y” is no year, month or day (2014, 2014-06, 2014-06-29)",
        "person:ana odo: president ends (2014) before it begins (2016)",
        "person:ana odo: president of “state:QQ”, which is no actor",
        "vell: 2 rows have this key",
    ]


def test_one_person_in_two_offices_is_one_holder_with_two_terms() -> None:
    offices: list[list[Any]] = [
        ["Ana Odo", "prime minister", "state:KE", "2018", None],
        ["Ana Odo", "defence minister", "state:KE/defence-ministry", "2012", "2015", "A. Odo"],
    ]
    holder = make_register(compile_register([], offices)).holders["person:ana odo"]
    assert [term.office for term in holder.terms] == ["defence minister", "prime minister"]
    assert (holder.office, holder.aliases) == ("prime minister", ("A. Odo",))


def test_names_in_any_language_and_of_any_time_lead_to_the_actor() -> None:
    row = GOOD | {
        "names": {"ar": ["جبهة فيل"], "uk": "Фронт Велл", "fr": "Front du Vell"},
        "called": [["Sons of Vell", 2012, 2014]],
    }
    register = make_register(compile_register([row], []))
    for name in ("جبهة فيل", "Фронт Велл", "front du Vell", "the Sons of Vell"):
        assert register.named(name) == ("vell",)

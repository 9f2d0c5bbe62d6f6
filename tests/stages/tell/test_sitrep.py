import dataclasses
import re

from tell_sample import sample

from warmonitor.model import Account, Maker
from warmonitor.model.markdown import plain
from warmonitor.stages.tell import tell

TEXT = tell(sample())["sitrep.md"].decode()


def test_sections_come_in_the_order_that_readers_expect() -> None:
    assert re.findall(r"^## (.*)$", TEXT, re.MULTILINE) == [
        "Highlights", "Situation overview", "Humanitarian consequences", "Access and control",
        "Agreements and breaches", "Disputed points", "Gaps and limits", "Sources", "Notes",
    ]  # fmt: skip


def test_every_note_used_is_there_and_every_note_is_used() -> None:
    body, notes = TEXT.split("## Notes")
    used = set(re.findall(r"\[\^(\d+)\]", body))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", notes, re.MULTILINE))
    assert len(used) > 15


def test_a_note_quotes_the_report_word_for_word() -> None:
    for report, words in re.findall(r"^\[\^\d+\]: R(\d).*?: “(.*)” \(characters", TEXT, re.MULTILINE):
        assert words in sample().reports[int(report) - 1].text


def test_a_note_tells_the_way_back() -> None:
    copied = "goes back: R2 The Daily Kite → copies R1 Meridian Wire → quotes residents"
    assert copied in TEXT


def test_an_event_has_its_grades_beside_its_origins() -> None:
    assert "; Admiralty F4; harm: Contested, Contested strike)." in TEXT


def test_figures_are_ranges_with_who_says_so() -> None:
    assert "7 to 40 or more civilians killed in Tashkul, 2 to 14 March 2031" in TEXT
    assert "about 40, blamed on Army, according to Tashkul hospital" in TEXT
    assert "8,000 to 11,000 people displaced" in TEXT
    assert "3 independent origins: Army, Lake Monitoring Centre, Tashkul hospital" in TEXT


def test_claims_of_one_number_say_it_once() -> None:
    assert "12 soldiers killed in Tashkul, 12 March 2031, blamed on Highland Front, according to" in TEXT


def test_copies_are_named_with_the_sources() -> None:
    assert "R2: The Daily Kite" in TEXT
    assert "reprint of R1, 87% of its words" in TEXT


def test_what_is_not_known_is_said() -> None:
    assert "Places that could not be located: Kuyu bridge." in TEXT
    assert "Reports whose time of writing is not known: R4." in TEXT
    assert "Date not known: Battles, place not known" in TEXT


def test_report_text_cannot_become_markup() -> None:
    assert plain("# a\n\n[x](y) <b>_z_</b>") == r"\# a \[x\](y) \<b\>\_z\_\</b\>"
    account = sample()
    reports = (
        dataclasses.replace(account.reports[0], title="![](http://x.example/p) <script>"),
        *account.reports[1:],
    )
    told = tell(dataclasses.replace(account, reports=reports))["sitrep.md"].decode()
    assert "<script>" not in told.replace("\\<", "")
    assert "![](" not in told


def test_an_empty_account_says_that_nothing_is_said() -> None:
    told = tell(Account(Maker("1", "x")))["sitrep.md"].decode()
    assert told.count("The reports say nothing of this.") == 10

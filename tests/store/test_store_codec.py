"""Records come back from JSON as they went, and the same record gives the same line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import Agreed, Claim, Issue, RawReport, Report, Span, StoreError, When
from warmonitor.store.codec import decode, encode

st.register_type_strategy(
    Span,
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(min(ends), max(ends))),
)
RECORDS = st.one_of(*map(st.from_type, (Claim, Issue, RawReport, Report)))


@given(RECORDS)
def test_a_record_comes_back_as_it_was(record: object) -> None:
    line = encode(record)
    assert line.isascii()
    assert "\n" not in line
    assert decode(line) == record
    assert type(decode(line)) is type(record)
    assert encode(decode(line)) == line


@given(st.lists(RECORDS).map(tuple))
def test_many_come_back_together(records: tuple[object, ...]) -> None:
    assert decode(encode((records, None))) == (records, None)


def test_what_stands_at_its_default_is_left_out() -> None:
    assert encode(When()) == '{"is":"When"}'
    assert encode(Agreed()) != encode(None)


@pytest.mark.parametrize(
    "line", ["", "{", '{"is":"Nothing"}', '{"is":"Span"}', '{"is":"Span","start":2,"end":1}', '{"a":1}']
)
def test_a_line_that_is_no_record_is_told(line: str) -> None:
    with pytest.raises(StoreError):
        decode(line)

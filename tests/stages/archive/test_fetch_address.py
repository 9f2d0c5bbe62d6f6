"""Addresses taken apart: one reading only, and tricks refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import FetchError
from warmonitor.stages.archive.fetch.address import joined, parse


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("http://harbour.example", "http://harbour.example/"),
        ("HTTP://Harbour.Example:80/a?b=1#c", "http://harbour.example/a?b=1"),
        ("https://harbour.example:8443/a b".replace(" ", "%20"), "https://harbour.example:8443/a%20b"),
        ("https://harbour.example/ünter", "https://harbour.example/%C3%BCnter"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2A00::1]/", "https://[2a00::1]/"),
        ("http://198.51.100.7/x", "http://198.51.100.7/x"),
        ("http://under_score.example/", "http://under_score.example/"),
    ],
)
def test_an_address_has_one_form(text: str, written: str) -> None:
    assert str(parse(text)) == written
    assert str(parse(written)) == written


TRICKS = {
    "two numbers": "http://127.1/",
    "hexadecimal parts": "http://0x7f.1/",
    "one number": "http://2130706433/",
    "one hexadecimal number": "http://0x7f000001/",
    "octal parts": "http://0177.0.0.1/",
    "circled digits": "http://①②⑦.0.0.1/",
    "a digit as a percent sign": "http://127.0.0.%31/",
    "a backslash before an at sign": "http://127.0.0.1:6666\\@1.1.1.1/",
    "a tab in the host": "http://127.0.0\t.1/",
    "a line break in the host": "http://harbour.example\r\nHost: inner/",
    "a user": "http://harbour.example@127.0.0.1/",
    "a trailing dot": "http://127.0.0.1./",
    "a zone": "http://[fe80::1%25eth0]/",
    "full-width digits": "http://１２７.0.0.1/",
    "a soft dot": "http://127。0。0。1/",
}
OTHERS = [
    "file:///etc/hosts", "gopher://harbour.example/", "ftp://harbour.example/", "javascript:alert(1)",
    "data:text/html,x", "//harbour.example/", "http://", "http:///x", "", "harbour.example",
    "http://harbour.example:0/", "http://harbour.example:65536/", "http://harbour.example:8o/",
    "http://[::1/", "http://::1/", "http://[::ffff:127.0.0.1", "http://a..b/", "http://-a.example/",
    "http://harbour.example:80:80/", "http://[1.2.3.4]/", "http://256.1.1.1/", "http://08.1.1.1/",
    "http://harbour.example/\x00", "http://" + "a" * 64 + ".example/", "http://harbour.example/" + "a" * 5000,
    "http://a b.example/", "http://\u202eexample/", "http://xn--/\u200b",
]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_tricks_are_refused(trick: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse(trick)
    assert caught.value.code == "address-refused"


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_address_of_the_web_is_refused(text: str) -> None:
    with pytest.raises(FetchError):
        parse(text)


def test_there_are_fifteen_tricks() -> None:
    assert len(TRICKS) == 15


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for tried in (
        text,
        f"http://{text}",
        f"https://harbour.example/{text}",
        joined("http://a.example/b", text),
    ):
        try:
            address = parse(tried)
        except FetchError:
            continue
        assert parse(str(address)) == address
        assert str(address).isascii()

"""What may be dialled: a table of addresses, stubs that change answers, and sockets that must stay silent."""

import socket
from collections.abc import Callable

import pytest
from web_server import Listener, serving

from warmonitor.model import FetchError
from warmonitor.stages.archive.fetch.address import Address, parse
from warmonitor.stages.archive.fetch.follow import follow
from warmonitor.stages.archive.fetch.get import Getter
from warmonitor.stages.archive.fetch.guard import Guard, why_denied

DENIED = """
0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.127.255.255 100.100.100.200 127.0.0.0 127.0.0.1
127.255.255.255 168.63.129.16 169.254.0.1 169.254.169.254 172.16.0.0 172.31.255.255 192.0.0.1 192.0.0.8
192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255 198.51.100.1
203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1
::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1 64:ff9b::a00:1 64:ff9b::7f00:1 64:ff9b:1::1 100::1
2001::1 2001:0:7f00:1:: 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:a00:1:: 3fff::1 5f00::1
fc00::1 fd00:ec2::254 fdff:ffff:: fe80::1 fe80::1%eth0 fec0::1 ff02::1 2a00::5efe:7f00:1
2a00::200:5efe:10.0.0.1
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.254 100.128.0.1 126.255.255.255 128.0.0.1 172.15.255.255
172.32.0.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255 2001:4860:4860::8888
2606:4700:4700::1111 2a00:1450:4001::200e
""".split()


@pytest.mark.parametrize("ip", DENIED)
def test_no_private_or_special_address_is_dialled(ip: str) -> None:
    assert why_denied(ip)


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_addresses_are_dialled(ip: str) -> None:
    assert why_denied(ip) is None


def test_the_table_has_sixty_rows_or_more() -> None:
    assert len(set(DENIED)) >= 58
    assert len(set(DENIED)) + len(set(PUBLIC)) >= 76


def test_what_is_no_address_is_denied() -> None:
    assert why_denied("harbour.example")


class Dialled:
    """Notes what would have been dialled, and dials a listener in its place."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, int]] = []

    def __call__(self, address: tuple[str, int], seconds: float) -> socket.socket:
        self.asked.append(address)
        return socket.create_connection(("127.0.0.1", self.port), seconds)


def resolving(*answers: list[str]) -> tuple[Callable[[str, int, float], list[str]], list[str]]:
    """Return a resolver that gives one answer after the other, and the names that it was asked for."""
    asked: list[str] = []

    def resolve(host: str, _port: int, _seconds: float) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), len(answers)) - 1]

    return resolve, asked


@pytest.mark.parametrize("ip", DENIED)
def test_no_byte_reaches_a_denied_address(ip: str) -> None:
    resolve, _ = resolving([ip])
    with Listener() as listener:
        dialled = Dialled(listener.port)
        getter = Getter(Guard(resolve=resolve), "warmonitor", connect=dialled)
        with pytest.raises(FetchError) as caught:
            getter.get(parse("http://harbour.example/"))
    assert caught.value.code == "address-denied"
    assert (dialled.asked, listener.connections, listener.received) == ([], 0, [])


def test_a_listener_on_this_machine_hears_nothing() -> None:
    with Listener() as listener:
        guard = Guard(ports=frozenset({listener.port}))
        for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"):
            with pytest.raises(FetchError) as caught:
                Getter(guard, "warmonitor").get(parse(f"http://{host}:{listener.port}/"))
            assert caught.value.code in {"address-denied", "host-unknown"}
    assert (listener.connections, listener.received) == (0, [])


def test_a_name_is_resolved_once_and_the_answer_dialled() -> None:
    resolve, asked = resolving(["93.184.215.14"], ["127.0.0.1"])
    with Listener(lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) as listener:
        dialled = Dialled(listener.port)
        getter = Getter(Guard(resolve=resolve), "warmonitor", connect=dialled)
        answer = getter.get(parse("http://rebinding.example/"))
    assert (answer.body, answer.hop.peer) == (b"ok", "93.184.215.14")
    assert (asked, dialled.asked) == (["rebinding.example"], [("93.184.215.14", 80)])


def test_the_second_answer_of_a_rebinding_name_is_denied() -> None:
    resolve, _ = resolving(["93.184.215.14"], ["127.0.0.1"])
    moved = b"HTTP/1.1 302 Found\r\nLocation: http://rebinding.example/again\r\nContent-Length: 0\r\n\r\n"
    with Listener(lambda c: c.sendall(moved)) as listener:
        dialled = Dialled(listener.port)
        getter = Getter(Guard(resolve=resolve), "warmonitor", connect=dialled)
        found = follow(getter, "http://rebinding.example/", (), lambda _: None)
    assert found.error is not None
    assert found.error.code == "address-denied"
    assert dialled.asked == [("93.184.215.14", 80)]


@pytest.mark.parametrize(
    "answers", [["93.184.215.14", "10.0.0.1"], ["2606:4700::1", "::1"], ["::1", "1.1.1.1"]]
)
def test_one_denied_address_among_several_denies_all(answers: list[str]) -> None:
    resolve, _ = resolving(answers)
    with pytest.raises(FetchError, match="leads to"):
        Guard(resolve=resolve).addresses("mixed.example", 443, 1.0)


@pytest.mark.parametrize("port", [21, 22, 25, 5432, 6379, 8080, 65535])
def test_other_ports_are_denied_before_anything_is_resolved(port: int) -> None:
    resolve, asked = resolving(["93.184.215.14"])
    with pytest.raises(FetchError, match=f"Port {port}"):
        Guard(resolve=resolve).addresses("harbour.example", port, 1.0)
    assert asked == []


def test_a_name_without_address_is_told() -> None:
    resolve, _ = resolving([])
    with pytest.raises(FetchError, match="no address"):
        Guard(resolve=resolve).addresses("harbour.example", 80, 1.0)


def test_what_a_person_allows_is_one_host_and_one_port() -> None:
    with serving() as site, Listener() as other:
        site.page("/", "hello")
        getter = Getter(Guard(frozenset({("127.0.0.1", site.port)})), "warmonitor")
        assert getter.get(parse(f"{site.url}/")).body == b"hello"
        for text in (f"http://127.0.0.1:{other.port}/", f"http://localhost:{site.port}/"):
            with pytest.raises(FetchError) as caught:
                getter.get(parse(text))
            assert caught.value.code == "address-denied"
        assert other.connections == 0


TARGETS = [
    "http://127.0.0.1:{port}/", "//127.0.0.1:{port}/", "http://localhost:{port}/", "http://10.0.0.1/", "file:///etc/hosts",
    "gopher://127.0.0.1:{port}/", "http://0x7f000001/", "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/",
    "http://harbour.example@127.0.0.1:{port}/", "\\\\127.0.0.1:{port}\\", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_a_redirect_leads_to_no_denied_address(target: str) -> None:
    with serving() as site, Listener() as listener:
        location = target.format(port=listener.port)
        site.pages["/"] = (302, {"Location": location}, b"")
        getter = Getter(Guard(frozenset({("127.0.0.1", site.port)})), "warmonitor")
        found = follow(getter, f"{site.url}/", (), lambda _: None)
        assert listener.connections == 0
    assert found.last is None
    assert found.error is not None
    assert found.error.code in {"address-denied", "address-refused"}


def test_the_environment_names_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as site, Listener() as proxy:
        site.page("/", "hello")
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        getter = Getter(Guard(frozenset({("127.0.0.1", site.port)})), "warmonitor")
        assert getter.get(parse(f"{site.url}/")).body == b"hello"
    assert proxy.connections == 0


def test_an_address_can_be_made_by_hand() -> None:
    assert str(Address("http", "harbour.example", 80, "/")) == "http://harbour.example/"

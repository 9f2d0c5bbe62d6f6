"""What was fetched as WARC records (ISO 28500): request, answer and metadata of each hop."""

import base64
import hashlib
import io
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warmonitor.model import Fetch, Hop, Outcome

_CHANGED = "Transfer-Encoding"  # undone before the body is kept, so that the header would be wrong
_NOT_MODIFIED = "http://netpreserve.org/warc/1.0/revisit/server-not-modified"
_SAME_BYTES = "http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"


def warc_info(software: str, name: str) -> bytes:
    """Return the record that opens a file."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    record = writer.create_warcinfo_record(name, {"software": software, "format": "WARC File Format 1.0"})
    record.rec_headers.replace_header("WARC-Record-ID", _id("warcinfo", name))
    record.rec_headers.remove_header("WARC-Date")
    record.rec_headers.add_header("WARC-Date", _date(0.0))
    writer.write_record(record)
    return out.getvalue()


def warc_records(fetch: Fetch) -> bytes:
    """Return the records of a fetch, each a gzip member of its own; the same fetch gives the same bytes."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, hop in enumerate(fetch.hops):
        last = number == len(fetch.hops) - 1
        answer = _answer_id(fetch, number)
        if not last or fetch.outcome is not Outcome.FAILED or hop.status >= 400:
            writer.write_record(_response(writer, fetch, hop, number, fetch.wire if last else b""))
        writer.write_record(_request(writer, fetch, hop, number, answer))
    if fetch.kind == "entry":
        writer.write_record(_conversion(writer, fetch))
    writer.write_record(_metadata(writer, fetch))
    return out.getvalue()


def _response(writer: WARCWriter, fetch: Fetch, hop: Hop, number: int, wire: bytes) -> ArcWarcRecord:
    kept = [(f"X-Archive-Orig-{k}" if k.title() == _CHANGED else k, _ascii(v)) for k, v in hop.response]
    head = StatusAndHeaders(f"{hop.status} {_ascii(hop.reason)}".strip(), kept, protocol="HTTP/1.1")
    told = {"WARC-Record-ID": _answer_id(fetch, number), "WARC-IP-Address": hop.peer}
    kind = "response"
    if profile := _profile(fetch, hop, wire):
        kind, told["WARC-Profile"] = "revisit", profile
        told["WARC-Refers-To-Target-URI"] = hop.address
        told["WARC-Payload-Digest"] = _digest(wire) if wire else ""
        wire = b""
    elif not wire and hop.header("content-length") not in {"", "0"}:
        told["WARC-Truncated"] = "length" if fetch.code == "too-large" else "unspecified"
    return _record(writer, fetch, hop.address, kind, told, wire, head)


def _profile(fetch: Fetch, hop: Hop, wire: bytes) -> str:
    """Return why the bytes of an answer are not kept once more, "" where they are kept."""
    if hop.status == 304:
        return _NOT_MODIFIED
    return _SAME_BYTES if wire and fetch.outcome is Outcome.SAME else ""


def _digest(content: bytes) -> str:
    """Return a digest as readers of archives expect it."""
    return f"sha1:{base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()}"


def _request(writer: WARCWriter, fetch: Fetch, hop: Hop, number: int, answer: str) -> ArcWarcRecord:
    target = "/" + hop.address.split("/", 3)[3]
    head = StatusAndHeaders(f"GET {target} HTTP/1.1", list(hop.request), is_http_request=True)
    told = {"WARC-Record-ID": _id("request", fetch, number), "WARC-Concurrent-To": answer}
    return _record(writer, fetch, hop.address, "request", told, b"", head)


def _conversion(writer: WARCWriter, fetch: Fetch) -> ArcWarcRecord:
    """Return an entry of a feed as a page: its bytes are made from those of the feed, and called so."""
    told = {"WARC-Record-ID": _id("conversion", fetch), "Content-Type": "text/html; charset=utf-8"}
    return _record(writer, fetch, fetch.address, "conversion", told, fetch.wire)


def _metadata(writer: WARCWriter, fetch: Fetch) -> ArcWarcRecord:
    lines = {
        "via": fetch.source,
        "kind": fetch.kind,
        "outcome": fetch.outcome,
        "final": fetch.final,
        "sha256": fetch.sha256,
        "version": fetch.version,
        "tool": fetch.tool,
        "code": fetch.code,
        "said": fetch.said,
    }
    content = "".join(f"{key}: {_line(value)}\r\n" for key, value in lines.items() if value)
    told = {"WARC-Record-ID": _id("metadata", fetch), "Content-Type": "application/warc-fields"}
    if fetch.hops:
        told["WARC-Concurrent-To"] = _answer_id(fetch, len(fetch.hops) - 1)
    return _record(writer, fetch, fetch.address, "metadata", told, content.encode())


def _record(
    writer: WARCWriter,
    fetch: Fetch,
    address: str,
    kind: str,
    told: Mapping[str, str],
    content: bytes,
    head: StatusAndHeaders | None = None,
) -> ArcWarcRecord:
    headers = {"WARC-Date": _date(fetch.at), **{key: value for key, value in told.items() if value}}
    media = headers.pop("Content-Type", None)
    return writer.create_warc_record(
        _line(address),
        kind,
        payload=io.BytesIO(content),
        length=len(content),
        http_headers=head,
        warc_headers_dict=headers,
        warc_content_type=media or "",
    )


def _answer_id(fetch: Fetch, number: int) -> str:
    return _id("response", fetch, number)


def _id(kind: str, of: object, number: int = 0) -> str:
    what = f"{of.address} {of.at!r}" if isinstance(of, Fetch) else of
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {number} {what}').urn}>"


def _date(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _line(value: str) -> str:
    return " ".join(value.encode("utf-8", "replace").decode().split())


def _ascii(value: str) -> str:
    """Return a line with percent signs for what is not ASCII: the library fails on some of it."""
    return "".join(c if c.isascii() else quote(c, safe="") for c in _line(value))

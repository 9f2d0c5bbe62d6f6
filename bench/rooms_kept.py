"""What a made account has not by itself: a judgement, and a report whose bytes are kept."""

from hashlib import sha256

from warmonitor.model import Cited, ClaimKind, Judged, Judgement, RawReport, Subject, Verdict
from warmonitor.store.codec import encode
from warmonitor.store.database import Transaction
from warmonitor.store.judgements import judge
from warmonitor.store.reader import Reader
from warmonitor.store.store import SIGHTING, Custody, Store, append, row_of

_CUSTODY = Custody("2017-01-01T00:00:00+00:00", "made")
_CONTENT = b"<html><body><p>A made report, whose bytes are kept.</p></body></html>\n" * 2_000


def judged(store: Store) -> str:
    """Accept the first claim, and return the id of the judgement; it is made once."""
    claim = Reader(store.database).page("claims", limit=1).records[0]
    quote = claim["quote"]
    cited = Cited(
        claim["report"], ClaimKind(claim["kind"]), quote["text"], quote["start"], quote["end"], claim["id"]
    )
    subject = Subject(Judged.CLAIM, claim["id"], cited=(cited,))
    given = Judgement(
        subject, Verdict.ACCEPT, "reviewer", _CUSTODY.received, "it stands in the report", version=0
    )
    return judge(store, given, _CUSTODY).id


def received(store: Store) -> str:
    """Keep the bytes of a report beside the account, and return its id."""
    raw = RawReport("made/kept.html", "text/html", _CONTENT, sha256(_CONTENT).hexdigest())
    store.raw.put(raw.content, raw.sha256)
    row = row_of(SIGHTING, f"sighting-{raw.sha256[:12]}", encode(_bare(raw)), raw.report_id)

    def work(connection: Transaction) -> None:
        append(connection, [row], _CUSTODY)

    store.database.write(work)
    return raw.report_id


def _bare(raw: RawReport) -> RawReport:
    return RawReport(raw.source, raw.media_type, b"", raw.sha256, raw.hints)

"""Account records to the document that account.json holds."""

import json
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from warmonitor.model import (
    Account,
    Actor,
    Alignment,
    Attack,
    Attribution,
    Casualties,
    Claim,
    ClaimKind,
    Control,
    CopyLink,
    Coverage,
    Event,
    Figure,
    Grade,
    Harm,
    History,
    Judged,
    OriginPath,
    Place,
    Report,
    Settled,
    Source,
    Step,
    Toll,
    WarmonitorError,
)
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.deals import agreement_tree, deal_claim_tree, post_tree
from warmonitor.stages.tell.refs import bearing_trees, quote_tree, ref_tree, ref_trees, when_tree, who_tree
from warmonitor.stages.tell.schema import FORMAT, AccountDoc
from warmonitor.stages.tell.tables.acled import geo_precision, inter_code
from warmonitor.stages.tell.territory import access_tree, place_tree, road_tree, spell_tree

Tree = dict[str, Any]


class AccountError(WarmonitorError):
    """An account holds a value that the published schema does not allow."""

    code = "account-invalid"


def account_json(account: Account) -> bytes:
    """Return account.json as UTF-8, the same bytes for the same account.

    Raises:
        AccountError: when a value breaks the schema, such as a coordinate that is not a number.
    """
    document = account_tree(account)
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def account_tree(account: Account) -> Tree:
    """Return what account.json holds, checked, as plain objects and lists.

    Raises:
        AccountError: when a value breaks the schema.
    """
    return make_document(account).model_dump(mode="json", by_alias=True)


def account_schema() -> bytes:
    """Return the JSON Schema (draft 2020-12) of account.json as UTF-8."""
    schema = AccountDoc.model_json_schema(by_alias=True, mode="serialization")
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def make_document(account: Account) -> AccountDoc:
    """Return the account as the checked document."""
    book = Book(account)
    tree = {
        "format": FORMAT,
        "made": asdict(account.made),
        "reports": [_report(report, book) for report in account.reports],
        "strands": [
            {
                "id": s.id,
                "reports": s.reports,
                "links": [_link(link, book) for link in s.links],
                "beside": [_link(link, book) for link in s.beside],
            }
            for s in account.strands
        ],
        "claims": [_claim(claim, book) for claim in account.claims],
        "events": [_event(event, book) for event in account.events],
        "figures": [_figure(figure, book) for figure in account.figures],
        "control": [spell_tree(spell, book) for spell in account.control],
        "disputes": [
            {
                "id": d.id,
                "about": d.about,
                "kind": d.kind,
                "claims": d.claims,
                "denials": d.denials,
                "because": d.because,
            }
            for d in account.disputes
        ],
        "statements": [
            {
                "id": s.id,
                "speaker": ref_tree(s.speaker, book),
                "quotes": [{"report": q.report, **quote_tree(q.report, q.span, book)} for q in s.quotes],
            }
            for s in account.statements
        ],
        "places": [_place(place, book) for place in account.places],
        "actors": [_actor(actor, book) for actor in account.actors],
        "agreements": [agreement_tree(one, book) for one in account.agreements],
        "origins": [_source(source) for source in account.sources],
        "coverage": [_coverage(one) for one in account.coverage],
        "access": [access_tree(one, book) for one in account.access],
        "roads": [asdict(one) for one in account.roads],
        "posts": [post_tree(one, book) for one in account.posts],
        "issues": [
            {"code": i.code, "item": i.item, "said": i.said, "fatal": i.fatal} for i in account.issues
        ],
    }
    return _checked(tree)


def _checked(tree: Tree) -> AccountDoc:
    try:
        return AccountDoc.model_validate(tree)
    except ValidationError as broken:
        first = broken.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        msg = f"The account cannot be written: {where}: {first['msg']}."
        raise AccountError(msg) from broken


def _report(report: Report, book: Book) -> Tree:
    return {
        "id": report.id,
        "judgements": bearing_trees(Judged.REPORT, report.id, book),
        "source": report.source,
        "url": report.url,
        "outlet": report.outlet,
        "title": report.title,
        "language": report.language,
        "byline": report.byline,
        "agencies": report.agencies,
        "stated_date": report.stated_date,
        "dated": {
            "earliest": report.dated.earliest,
            "latest": report.dated.latest,
            "how": report.dated.how,
            "because": report.dated.because,
        },
        "copy_of": report.copy_of,
        "strand": report.strand,
        "text": report.text,
        "captions": report.captions,
        "sha256": report.sha256,
    }


def _link(link: CopyLink, book: Book) -> Tree:
    return {
        "copy": link.copy,
        "of": link.of,
        "kind": link.kind,
        "shared": link.shared,
        "passages": [[p.copy.start, p.copy.end, p.of.start, p.of.end] for p in link.passages],
        "because": link.because,
        "kind_because": link.kind_because,
        "changes": [
            {"copy": quote_tree(link.copy, change.copy, book), "of": quote_tree(link.of, change.of, book)}
            for change in link.changes
        ],
    }


def _claim(claim: Claim, book: Book) -> Tree:
    return {
        "id": claim.id,
        "judgements": bearing_trees(Judged.CLAIM, claim.id, book),
        "report": claim.report,
        "kind": claim.kind.value,
        "quote": quote_tree(claim.report, claim.quote, book),
        "attribution": [_speaker(link, book) for link in claim.attribution],
        "stance": claim.stance,
        "modality": claim.modality,
        "when": when_tree(claim.when),
        "where": [
            {"name": w.name, "said": w.said, "place": w.id, "precision": w.precision} for w in claim.where
        ],
        "restated": [quote_tree(claim.report, span, book) for span in claim.restated],
        "paths": [_path(path, book) for path in book.paths.get(claim.id, ())],
        "rejected": claim.id in book.rejected,
        **_detail(claim, book),
    }


def _path(path: OriginPath, book: Book) -> Tree:
    steps = [_step(step, book) for step in path.steps]
    return {"origin": path.origin, "kind": path.kind, "steps": steps}


def _step(step: Step, book: Book) -> Tree:
    words = quote_tree(step.report, step.span, book) if step.report and step.span else None
    return {
        "name": step.name,
        "kind": step.kind,
        "tie": step.tie,
        "actor": step.actor,
        "report": step.report,
        "words": words,
        "because": step.because,
    }


def _detail(claim: Claim, book: Book) -> Tree:
    match claim.kind:
        case ClaimKind.TOLL:
            return _toll(claim.detail if isinstance(claim.detail, Toll) else None, book)
        case ClaimKind.CONTROL:
            return _control(claim.detail if isinstance(claim.detail, Control) else None, book)
        case ClaimKind.ATTACK | ClaimKind.EVENT:
            return _attack(claim.detail if isinstance(claim.detail, Attack) else None, book)
        case ClaimKind.AGREEMENT | ClaimKind.POST:
            return deal_claim_tree(claim, book)
        case ClaimKind.ALLIANCE:
            return _alignment(claim.detail if isinstance(claim.detail, Alignment) else None, book)
        case ClaimKind.ACCESS:
            return road_tree(claim, book)
    return {}


def _toll(toll: Toll | None, book: Book) -> Tree:
    count = toll.quantity if toll else None
    return {
        "measure": toll and toll.measure,
        "of": toll and toll.of,
        "low": count and count.low,
        "best": count and count.best,
        "high": count and count.high,
        "approximate": bool(count and count.approximate),
        "perpetrator": toll and who_tree(toll.perpetrator, book),
        "part_of": toll and toll.part_of,
        "named": [name.said for name in toll.named] if toll else (),
        "scope": toll and toll.scope,
    }


def _control(control: Control | None, book: Book) -> Tree:
    return {
        "party": control and who_tree(control.party, book),
        "change": control and control.change,
        "counterparty": control and who_tree(control.counterparty, book),
    }


def _attack(attack: Attack | None, book: Book) -> Tree:
    return {
        "type": attack and attack.type,
        "sub_type": attack and attack.sub_type,
        "perpetrator": attack and who_tree(attack.perpetrator, book),
        "target": attack and who_tree(attack.target, book),
        "weapon": attack and attack.weapon,
        "blame": attack and attack.blame,
    }


def _alignment(alignment: Alignment | None, book: Book) -> Tree:
    return {
        "party": alignment and who_tree(alignment.party, book),
        "bond": alignment and alignment.bond,
        "counterparty": alignment and who_tree(alignment.counterparty, book),
        "means": alignment and alignment.means,
        "ended": bool(alignment and alignment.ended),
    }


def _speaker(link: Attribution, book: Book) -> Tree:
    who = who_tree(link.speaker, book) or {}
    return {**who, "via": book.called(link.via) if link.via else None}


def _event(event: Event, book: Book) -> Tree:
    return {
        "id": event.id,
        "judgements": bearing_trees(Judged.EVENT, event.id, book),
        "type": event.type,
        "sub_type": event.sub_type,
        "place": place_tree(event.place, book),
        "when": when_tree(event.when),
        "actors": ref_trees(event.actors, book),
        "claims": event.claims,
        "reports": book.reports_of(event.claims),
        "strands": book.strands_of(event.claims),
        "origins": event.origins,
        "casualties": [_casualties(one) for one in event.casualties],
        "grade": _grade(event.grade),
        "harm": _harm(event.harm),
    }


def _grade(grade: Grade | None) -> Tree | None:
    if grade is None:
        return None
    return {
        "source": grade.source,
        "source_because": grade.source_because,
        "information": grade.information,
        "information_because": grade.information_because,
    }


def _harm(harm: Harm | None) -> Tree | None:
    return {"grade": harm.grade, "strike": harm.strike, "because": harm.because} if harm else None


def _source(source: Source) -> Tree:
    return {
        "name": source.name,
        "kind": source.kind,
        "mark": source.mark,
        "because": source.because,
        "claims": source.claims,
        "voices": source.voices,
        "owners": [asdict(one) for one in source.owned],
    }


def _coverage(one: Coverage) -> Tree:
    return {"id": one.id, "reports": [asdict(told) for told in one.reports], "events": one.events}


def _casualties(one: Casualties) -> Tree:
    return {"measure": one.measure, "low": one.low, "high": one.high, "claims": one.claims}


def _figure(figure: Figure, book: Book) -> Tree:
    return {
        "id": figure.id,
        "judgements": bearing_trees(Judged.FIGURE, figure.id, book),
        "measure": figure.measure,
        "of": figure.of,
        "place": place_tree(figure.place, book),
        "when": when_tree(figure.when),
        "claims": figure.claims,
        "low": figure.low,
        "high": figure.high,
        "median": figure.median,
        "origins": figure.origins,
        "apart": [{"claim": apart.claim, "because": apart.because} for apart in figure.apart],
        "majority": _settled(figure.majority) if figure.majority else None,
        "rule": figure.rule,
        "rules": [_settled(one) for one in figure.rules],
        "history": [_history(row) for row in figure.history],
        "changed": [{"claim": one.claim, "of": one.of, "because": one.because} for one in figure.changed],
        "grade": _grade(figure.grade),
    }


def _settled(one: Settled) -> Tree:
    return {"rule": one.rule, "low": one.low, "high": one.high, "origins": one.origins}


def _history(row: History) -> Tree:
    counts = [
        {
            "claim": one.claim,
            "told": one.told,
            "low": one.low,
            "best": one.best,
            "high": one.high,
            "mark": one.mark,
        }
        for one in row.counts
    ]
    return {"origin": row.origin, "counts": counts, "stands": row.stands}


def _place(place: Place, book: Book) -> Tree:
    return {
        "id": place.id,
        "judgements": bearing_trees(Judged.PLACE, place.id, book),
        "name": place.name,
        "names_seen": place.names_seen,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "gazetteer": place.gazetteer,
        "precision": place.precision,
        "where_prec": place.where_prec,
        "geo_precision": geo_precision(place),
        "radius_km": place.radius_km,
        "inside": place.inside,
        "of": place.of,
        "country": place.country,
        "because": place.because,
        "runner_up": asdict(place.runner_up) if place.runner_up else None,
    }


def _actor(actor: Actor, book: Book) -> Tree:
    return {
        "id": actor.id,
        "judgements": bearing_trees(Judged.ACTOR, actor.id, book),
        "name": actor.name,
        "names_seen": actor.names_seen,
        "kind": actor.kind,
        "inter": inter_code(actor),
        "side": actor.side,
        "wikidata": actor.wikidata,
        "country": actor.country,
        "part_of": actor.part_of,
        "backers": actor.backers,
        "status": actor.status,
        "because": actor.because,
    }

"""Deals, their terms and breaches, and posts, to what account.json holds of them."""

from warmonitor.model import (
    Agreed,
    Agreement,
    Breach,
    Claim,
    ClaimKind,
    Deal,
    KeptPost,
    Phase,
    Post,
    Provision,
    Term,
)
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.refs import Tree, quote_tree, ref_tree, ref_trees, when_tree, who_tree
from warmonitor.stages.tell.territory import place_tree


def deal_claim_tree(claim: Claim, book: Book) -> Tree:
    """Return what a claim of kind agreement or post holds beyond what every claim has."""
    detail = claim.detail if isinstance(claim.detail, Agreed) else Agreed()
    bound: Tree = {"parties": [who_tree(party, book) for party in detail.parties], "terms": detail.terms}
    if claim.kind is ClaimKind.POST:
        post = detail if isinstance(detail, Post) else Post()
        return {**bound, "sort": post.sort, "state": post.state, "number": post.number}
    deal = detail if isinstance(detail, Deal) else Deal()
    return {
        **bound,
        "act": deal.act,
        "deal": deal.kind,
        "name": deal.name,
        "brokers": [who_tree(one, book) for one in deal.brokers],
        "guarantors": [who_tree(one, book) for one in deal.guarantors],
        "monitors": [who_tree(one, book) for one in deal.monitors],
        "provisions": [_provision(claim.report, one, book) for one in deal.provisions],
        "ceasefire": deal.ceasefire,
        "lasts": deal.lasts,
        "until": when_tree(deal.until) if deal.until else None,
        "made": when_tree(deal.made) if deal.made else None,
        "count": deal.count,
    }


def _provision(report: str, one: Provision, book: Book) -> Tree:
    return {
        "kind": one.kind,
        "words": quote_tree(report, one.span, book),
        "by": who_tree(one.by, book),
        "until": when_tree(one.until) if one.until else None,
    }


def agreement_tree(one: Agreement, book: Book) -> Tree:
    """Return one deal with its terms, what became of it and its breaches."""
    return {
        "id": one.id,
        "parties": ref_trees(one.parties, book),
        "guarantors": ref_trees(one.guarantors, book),
        "when": when_tree(one.when),
        "zone": one.zone,
        "terms": one.terms,
        "posts": one.posts,
        "violations": one.violations,
        "claims": one.claims,
        "kind": one.kind,
        "names": one.names,
        "brokers": ref_trees(one.brokers, book),
        "monitors": ref_trees(one.monitors, book),
        "ceasefire": one.ceasefire,
        "in_force": when_tree(one.in_force) if one.in_force else None,
        "until": when_tree(one.until) if one.until else None,
        "lasts": one.lasts,
        "provisions": [_term(term, book) for term in one.provisions],
        "breaches": [_breach(breach, book) for breach in one.breaches],
        "phases": [_phase(phase) for phase in one.phases],
        "state": one.state,
        "disputed": one.disputed,
        "because": one.because,
    }


def _term(term: Term, book: Book) -> Tree:
    return {
        "kind": term.kind,
        "quotes": [{"report": q.report, **quote_tree(q.report, q.span, book)} for q in term.quotes],
        "by": ref_trees(term.by, book),
        "until": when_tree(term.until) if term.until else None,
        "claims": term.claims,
    }


def _phase(phase: Phase) -> Tree:
    return {
        "act": phase.act,
        "when": when_tree(phase.when),
        "claims": phase.claims,
        "denials": phase.denials,
    }


def _breach(one: Breach, book: Book) -> Tree:
    return {
        "id": one.id,
        "by": ref_trees(one.by, book),
        "term": one.term,
        "when": when_tree(one.when),
        "place": place_tree(one.place, book),
        "claims": one.claims,
        "denials": one.denials,
        "deeds": one.deeds,
        "count": one.count,
        "because": one.because,
    }


def post_tree(post: KeptPost, book: Book) -> Tree:
    """Return the posts of one owner at one place, with how they stood over time."""
    tellings = [
        {"state": t.state, "when": when_tree(t.when), "claims": t.claims, "denials": t.denials}
        for t in post.tellings
    ]
    return {
        "id": post.id,
        "place": place_tree(post.place, book),
        "owner": ref_tree(post.owner, book),
        "sort": post.sort,
        "number": post.number,
        "state": post.state,
        "tellings": tellings,
        "agreement": post.agreement,
        "because": post.because,
    }

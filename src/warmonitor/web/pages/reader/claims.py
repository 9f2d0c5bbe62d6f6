"""The address of a claim: it leads to its words, marked in their report."""

from typing import Annotated

from fastapi import Path, Request, Response
from starlette.responses import RedirectResponse

from warmonitor.store.reader import Reader
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.route import paged, wants_page
from warmonitor.web.pages.wording.evidence import Sentence, claim_address, sentences
from warmonitor.web.shapes import Id
from warmonitor.web.tagged import tagged
from warmonitor.web.trouble import not_found

router = paged("pages")


@router.get("/claims/{id}", response_model=Sentence)
def claim(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Lead to the words of a claim, or tell them."""
    found = sentences(Reader(desk_of(request).store.database), [id])
    if not found:
        raise not_found("claim")
    if wants_page(request):
        return RedirectResponse(claim_address(found[0].report, id), 303)
    return tagged(request, found[0].model_dump(mode="json"))

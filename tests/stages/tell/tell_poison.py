"""Hostile text for every field of an account, and a way to put it there."""

import dataclasses
from typing import Any

from warmonitor.model import Account

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "'><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://x",
    "data:text/html,<script>alert(1)</script>",
    "\" onmouseover=alert(1) x=\"",
    "' onfocus=alert(1) autofocus x='",
    "` onclick=alert(1) x=`",
    "\" style=animation-name:x onanimationstart=alert(1) x=\"",
    "<input autofocus onfocus=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<link rel=stylesheet href=http://x.example/a.css>",
    "<base href=http://x.example/>",
    "{{7*7}}{% raw %}<script>alert(1)</script>",
    "${alert(1)}\\u003cscript>alert(1)\\u003c/script>",
    "\u2028alert(1)\u2029<!--<script>",
    "url(http://x.example/a) } body { background: url(http://x.example/b)",
    "\u202e<script>alert(1)</script>\u0000\u0007",
)  # fmt: skip


def poisoned(account: Account, payload: str) -> Account:
    """Append the payload to every text field, ids and sources too, so that all references still hold."""
    made = _poison(account, payload)
    assert isinstance(made, Account)
    return made


def _poison(value: Any, payload: str) -> Any:
    if type(value) is str:
        return value + payload if value else value
    if isinstance(value, tuple):
        return tuple(_poison(one, payload) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _poison(getattr(value, f.name), payload) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value

"""`warmonitor serve`: the reading room and the API of a store, for people and programs with a role."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble

_OPEN = (
    "This address is reached from other machines: passwords and reports go over the network as they are. "
    "Put the API behind TLS (docs/api.md), or listen on 127.0.0.1."
)
_SHARED = "--as opens the reading room on this machine alone: listen on 127.0.0.1, or log in with a password."
_NOBODY = "Nobody can log in yet: warmonitor members add NAME --role administrator"


def serve(  # noqa: PLR0913, PLR0917 - one for each option
    place: StorePlace,
    raw: RawFolderOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")] = 8321,
    names: Annotated[
        list[str] | None, typer.Option("--name", help="A host name that the API answers to, beside loopback.")
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="A proxy before it speaks TLS: cookies are for TLS alone.")
    ] = False,
    proxies: Annotated[
        list[str] | None,
        typer.Option("--proxy", help="Address of a proxy whose X-Forwarded-For is believed."),
    ] = None,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Nothing can be changed; the files may be read-only.")
    ] = False,
    run: Annotated[
        bool, typer.Option("--run/--no-run", help="Whether judgements bring the account up to date at once.")
    ] = True,
    me: Annotated[
        str | None,
        typer.Option(
            "--as", help="Your name: the address printed lets you in once, without a password. Loopback only."
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the address in a browser.")] = False,
    tiles: Annotated[
        Path | None,
        typer.Option(
            help="A PMTiles file of your own, under the map.", exists=True, dir_okay=False, readable=True
        ),
    ] = None,
    references: ReferencesFolder = references_folder(),  # noqa: B008
    public_document: Annotated[
        bool, typer.Option("--public-document", help="The OpenAPI document is for everybody.")
    ] = False,
) -> None:
    """Serve the reading room and the API of a store over HTTP until it is interrupted.

    Exit code 2: the store cannot be used, the port is taken, or nobody of that name may come in.
    """
    from warmonitor.cli.entering import entrance
    from warmonitor.cli.opening import open_in_browser
    from warmonitor.cli.renewing import Renewing
    from warmonitor.cli.secrets import secret_of
    from warmonitor.store.store import open_store, open_to_read
    from warmonitor.web.app import make_app
    from warmonitor.web.desk import Desk
    from warmonitor.web.serve import Listening, bound
    from warmonitor.web.serve import serve as until_stopped
    from warmonitor.web.settings import LOOPBACK, Settings

    listening = Listening(host, port, tuple(proxies or ()))
    if me is not None and host not in LOOPBACK:
        raise typer.BadParameter(_SHARED, param_hint="--as")
    hosts = tuple(name.lower() for name in (*LOOPBACK, *(names or ())))
    settings = Settings(
        hosts=hosts, https=https, read_only=read_only, public_document=public_document, tiles=tiles
    )
    with trouble(place), (open_to_read if read_only else open_store)(place, raw) as kept:
        options = ["--store", place, *(["--raw", str(raw)] if raw else []), "--references", str(references)]
        renew = Renewing(options) if run else lambda: None
        desk = Desk(kept, secret_of(kept), settings, lambda: datetime.now(UTC), renew)
        app, at = make_app(desk), bound(listening)
        if host not in LOOPBACK:
            typer.echo(_OPEN, err=True)
        if me is None and not desk.members.count():
            typer.echo(_NOBODY, err=True)
        end = entrance(desk, me) if me is not None else ""
        address = f"http://{f'[{host}]' if ':' in host else host}:{at.getsockname()[1]}/{end}"
        typer.echo(address)
        if show:
            open_in_browser(address)
        until_stopped(app, at, listening.proxies)

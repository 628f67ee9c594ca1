"""The command that searches: words, and what somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from workbench.cli.app import JsonOption, ProjectOption, app
from workbench.cli.projects import open_named
from workbench.cli.terminal import say, show, show_json

if TYPE_CHECKING:
    from workbench.store import Hit


@app.command()
def search(  # noqa: PLR0913, PLR0917  each is an option
    query: Annotated[
        str,
        typer.Argument(
            metavar="[QUERY]",
            help="Words, or words in quotation marks; filters such as stance:deny between them.",
        ),
    ] = "",
    role: Annotated[
        str | None,
        typer.Option(help="What the words are in: claim, source, cue.", show_default=False),
    ] = None,
    stance: Annotated[
        str | None, typer.Option(help="Of who speaks of a claim.", show_default=False)
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="Words in a source's name.", show_default=False)
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(help="When, in EDTF: 2031-04, 2031-04-05/2031-06.", show_default=False),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(help="The same, or the date that a claim is of.", show_default=False),
    ] = None,
    layer: Annotated[
        str | None,
        typer.Option("--layer", "-l", help="gold, annotator:NAME, ...", show_default=False),
    ] = None,
    document: Annotated[
        str | None, typer.Option(help="The id of the only one to look in.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(help="How many hits at most.", min=1)] = 50,
    as_json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Find sentences by their words, or claims, sources and cues by role, stance, source, date."""
    with open_named(project) as opened:
        found = opened.find(
            query,
            role=role,
            stance=stance,
            source=source,
            published=published,
            date=date,
            layer=layer,
            document=document,
            limit=limit,
        )
    if as_json:
        show_json(msgspec.to_builtins(found))
        return
    for hit in found.hits:
        show(_describe(hit))
    say(f"{'The first ' if found.more else ''}{len(found.hits):,} hits.")


def _describe(hit: Hit) -> str:
    words = " ".join(hit.text.split())
    if hit.item is None:
        return f"{hit.document} {hit.sentence}: {words}"
    holders = "; ".join(f"{each.stance} {each.words or each.realization}" for each in hit.holders)
    said = " ... ".join(span.text for span in hit.spans)
    return f"{hit.document} {hit.item} ({hit.role}; {holders}): {said or words}"

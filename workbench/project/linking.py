"""The part of a project in which claims of different articles belong together."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import ConflictError, RecordError, UsageError
from workbench.exchange import (
    dump_registry_lines,
    read_clusters,
    read_links,
    write_lines,
)
from workbench.model import (
    RELATIONS,
    ClaimRef,
    Cluster,
    Link,
    LinkLine,
    Record,
    Registry,
    Relation,
    dump_line,
    name_pair,
)
from workbench.model.registry import CLUSTERS, ENTITIES, LINKS, select_registry
from workbench.project.exporting import LayerReader, is_decided
from workbench.project.layers import find_layer
from workbench.project.registering import read_current
from workbench.project.reports import ImportReport, RegistryReport

if TYPE_CHECKING:
    from workbench.session.elsewhere import Elsewhere
    from workbench.store import Store

Claim = ClaimRef | tuple[str, str]
"""A claim by its document's id and its own."""


class Linking:
    """Links, clusters and the registry of a layer."""

    store: Store
    directory: Path | None

    if TYPE_CHECKING:

        def _reader(self, layer: str, *, unused: bool = False) -> LayerReader: ...

    def links(self, layer: str) -> tuple[Link, ...]:
        """Return what `layer` says of pairs of claims, by the order of their ends.

        Unfinished claims count too; `export` with the format ``links`` leaves those out.
        """
        return self.store.links(find_layer(self.store, layer))

    def link(self, layer: str, claim: Claim, other: Claim, relation: Relation | None) -> None:
        """Say how a claim stands to another one, as the annotator does beside the claim.

        ``same`` and ``restates`` put both into one cluster; any other word on two claims of one
        cluster takes `claim` out of it. It can be undone like what was done by hand.

        Parameters
        ----------
        layer
            Whose claims these are, and who says so.
        claim, other
            ``(document, claim)``; a directed relation goes from `claim` to `other`.
        relation
            ``same contradicts updates part_of restates none``, or ``None`` to take it back.

        Raises
        ------
        UsageError
            The layer has no such claim, both are the same, or there is no such relation.
        """
        if relation is not None and relation not in RELATIONS:
            raise UsageError(f"Expected one of {', '.join(RELATIONS)}, got {relation!r}.")
        name = find_layer(self.store, layer)
        ends = (ClaimRef(*_parts(claim)), ClaimRef(*_parts(other)))
        if ends[0] == ends[1]:
            raise UsageError(f"Expected two claims, got {ends[0].claim!r} twice.")
        save_links(self.store, name, [(*ends, relation)], "link")

    def write_registry(self, layer: str, out: str | os.PathLike[str]) -> RegistryReport:
        """Write who and what a layer's annotations refer to: entities, clusters, links.

        Parameters
        ----------
        out
            The folder that gets ``entities.jsonl``, ``clusters.jsonl`` and ``links.jsonl``.
        """
        reader, folder = self._reader(layer), Path(out)
        with self.store.transaction():  # one state, whoever saves meanwhile
            records = list(reader.iter_records(is_decided))
            links = list(reader.iter_links(records))
            known = read_whole_registry(self.store, self.directory, [reader.layer])
        selected, unknown = select_registry(known, *_list_ids(records))
        write_lines(folder / ENTITIES, dump_registry_lines(selected.entities))
        write_lines(folder / CLUSTERS, dump_registry_lines(selected.clusters))
        write_lines(folder / LINKS, map(dump_line, links))
        counts = (len(selected.entities), len(selected.clusters), len(links))
        return RegistryReport(reader.layer, folder, *counts, unknown)


def read_whole_registry(store: Store, directory: Path | None, layers: Iterable[str]) -> Registry:
    """Return the project's registry with what `layers` have written of their clusters.

    What was written in the annotator comes before the files of the project, and an earlier one of
    `layers` before a later one.
    """
    known = read_current(store, directory)
    clusters: dict[str, Cluster] = {}
    for layer in layers:
        clusters = {**store.cluster_lines(layer), **clusters}
    return Registry(known.entities, {**known.clusters, **clusters})


def import_links(store: Store, path: Path, layer: str) -> ImportReport:
    """Say in `layer` what a file of links says, the whole file or nothing.

    It is as if somebody had said each of it, in the order of the file.

    Raises
    ------
    RecordError
        A line is no link, the layer has not its claims, or the lines contradict each other.
    ConflictError
        The layer says something else of a pair already.
    """
    lines = _choose_layer(read_links(path), layer, path)
    with store.transaction():
        new = list(_iter_new(store, layer, lines))
        try:
            save_links(store, layer, new, "import")
        except UsageError as error:
            raise RecordError(f"{path}: {error.message}", hint="Nothing was imported.") from error
        _check_all_said(store, layer, lines, path)
    documents = {ref.document for each in lines for ref in (each.start, each.end)}
    return ImportReport(
        layer,
        documents=len(documents),
        added=0,
        sentences=len(new),
        unchanged=len(lines) - len(new),
        kept=0,
        format="links",
    )


def import_clusters(store: Store, path: Path, layer: str) -> ImportReport:
    """Write what a file says that the clusters of `layer` state, the whole file or nothing.

    Lines that say nothing, and clusters that the layer has no claim of, are passed over and counted
    as `kept`.

    Raises
    ------
    RecordError
        A line is no cluster's.
    ConflictError
        The layer says that a cluster states something else.
    """
    from workbench.session.elsewhere import Elsewhere
    from workbench.store import Action

    given = read_clusters(path)
    with Elsewhere(store, layer) as elsewhere:
        elsewhere.begin()
        known, members = store.cluster_lines(layer), store.cluster_members(layer, given)
        _refuse_other_lines(given, known)
        told = [each for each in given.values() if each != Cluster(each.id, None, None)]
        new = [each for each in told if each.id in members and each.id not in known]
        for each in new:
            _keep_on(elsewhere, layer, members[each.id][0], members[each.id][0])
            elsewhere.write(each)
        if new:
            key, changes = secrets.token_hex(16), elsewhere.changes()
            store.save(Action(key, layer, "import", changes, links=elsewhere.said))
        elsewhere.commit()
    unchanged = sum(each in known for each in given)
    return ImportReport(
        layer,
        documents=len({members[each.id][0].document for each in new}),
        added=0,
        sentences=len(new),
        unchanged=unchanged,
        kept=len(given) - len(new) - unchanged,
        format="clusters",
    )


def _refuse_other_lines(given: Mapping[str, Cluster], known: Mapping[str, Cluster]) -> None:
    for each in given.values():
        if known.get(each.id, each) != each != Cluster(each.id, None, None):
            raise ConflictError(
                f"Expected the stored line of cluster {each.id!r} or none, got another.",
                mine=each,
                theirs=known[each.id],
                hint="Nothing was imported; change what the cluster states by hand.",
            )


REGISTRY_IMPORTS = {"links": import_links, "clusters": import_clusters}
"""What reads each file of the registry that belongs to a layer, by its format."""


def save_links(
    store: Store,
    layer: str,
    links: Sequence[tuple[ClaimRef, ClaimRef, Relation | None]],
    name: str,
) -> None:
    """Say something of pairs of claims, all as one action called `name`.

    Raises
    ------
    UsageError
        `layer` has not one of the claims.
    """
    from workbench.session.elsewhere import Elsewhere
    from workbench.session.linking import state
    from workbench.store import Action

    with Elsewhere(store, layer) as elsewhere:
        for start, end, relation in links:
            _keep_on(elsewhere, layer, start, end)
            state(elsewhere, start, end, relation, f"k{secrets.token_hex(8)}")
        changes = elsewhere.changes()
        if changes:
            key = secrets.token_hex(16)
            store.save(Action(key, layer, name, changes, links=elsewhere.said))
        elsewhere.commit()


def _keep_on(elsewhere: Elsewhere, layer: str, start: ClaimRef, end: ClaimRef) -> None:
    for ref in (start, end):
        claim = elsewhere.claim(ref)
        if claim is None:
            raise UsageError(
                f"Expected a claim of {layer}, got {ref.claim!r} of document {ref.document!r}, "
                "which is not there."
            )
        if ref == start:
            elsewhere.keep_on(ref.document, claim.sentence)


def _iter_new(
    store: Store, layer: str, lines: Iterable[LinkLine]
) -> Iterator[tuple[ClaimRef, ClaimRef, Relation]]:
    """Yield what `layer` has not said yet; `ConflictError` where it says something else."""
    known = {name_pair(each.start, each.end): each for each in store.links(layer)}
    for each in lines:
        said = known.get(name_pair(each.start, each.end))
        if said is None:
            yield each.start, each.end, each.relation
        elif said != each.link:
            raise ConflictError(
                f"Expected {said.relation} of {_show(each)} or nothing, got {each.relation}.",
                mine=each.link,
                theirs=said,
                hint="Nothing was imported; take back what was said first.",
            )


def _choose_layer(lines: Sequence[LinkLine], layer: str, path: Path) -> list[LinkLine]:
    """Return the lines that are meant: those of the layer, or all where they are of one layer."""
    layers = {each.layer for each in lines}
    if layer in layers:
        return [each for each in lines if each.layer == layer]
    if len(layers) > 1:
        raise RecordError(
            f"{path}: Expected links of {layer} or of one layer, got {', '.join(sorted(layers))}.",
            hint="Nothing was imported.",
        )
    return list(lines)


def _check_all_said(store: Store, layer: str, lines: Iterable[LinkLine], path: Path) -> None:
    stored = set(store.links(layer))
    for each in lines:
        if each.link not in stored:
            raise RecordError(
                f"{path}: Expected links that can all be true, got {each.relation} of "
                f"{_show(each)}, which another line takes back.",
                hint="Nothing was imported.",
            )


def _show(line: LinkLine) -> str:
    ends = (f"{ref.claim!r} of {ref.document!r}" for ref in (line.start, line.end))
    return " and ".join(ends)


def _parts(claim: Claim) -> tuple[str, str]:
    return (claim.document, claim.claim) if isinstance(claim, ClaimRef) else claim


def _list_ids(records: Iterable[Record]) -> tuple[set[str], set[str]]:
    """Return the ids of entities and of clusters that records refer to."""
    entities: set[str] = set()
    clusters: set[Any] = set()
    for record in records:
        clusters |= {claim.cluster for claim in record.claims}
        entities |= {each for a in record.attributions for each in a.source.entities}
    return entities, clusters - {None}

"""A project and its sync for tests, and what both sides hold, in a form that can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from tests.contract.building import make_action
from tests.golden.export.invented import make_records
from tests.label_studio.server import ACCOUNT, LabelStudio
from workbench.exchange import write_lines
from workbench.exchange.label_studio import canonicalize_result
from workbench.model import Record, dump_record
from workbench.project import Project, init_project
from workbench.store import Store
from workbench.sync import Remote, Settings, Sync, Token, parse_address

PEOPLE = {"amal": ACCOUNT.email, "basil": "basil@example.org"}
BRIEF_S = 2.0  # how long a test's client waits for an answer that never comes


def make_project(folder: Path, records: Iterable[Record] | None = None) -> Project:
    """Return a project with three articles of Amal's, and the first of them by Basil too."""
    project = init_project(folder)
    listed = list(make_records() if records is None else records)
    for name, share in (("amal", listed), ("basil", listed[:1])):
        path = folder / f"{name}.jsonl"
        write_lines(path, (dump_record(each) for each in share))
        project.import_records(path, f"annotator:{name}")
    return project


def make_sync(
    project: Project,
    url: str,
    *,
    token: str = ACCOUNT.token,
    store: Store | None = None,
    **options: Any,
) -> Sync:
    """Return the sync of a project with a server, without the pauses between two tries."""
    address = parse_address(url)
    limits = {"read_s": BRIEF_S, "long_s": BRIEF_S, "sleep": _go_on}
    return Sync(
        store or project.store,
        project.scheme,
        address.url,
        lambda: Remote(address, Token(token), **{**limits, **options}),
        settings=Settings(name="Harbour", people=PEOPLE),
    )


def _go_on(_seconds: float) -> None:
    """Take the place of a pause."""


def ensure_user(label_studio: LabelStudio, email: str = PEOPLE["basil"]) -> None:
    """Let somebody be a member there."""
    if email not in {each["email"] for each in label_studio.call("GET", "users")}:
        label_studio.make_user(email)


def find_project(label_studio: LabelStudio, project: Project) -> int:
    """Return the number of the one project there that is ours."""
    found = label_studio.call("GET", "projects", page_size=1000)["results"]
    (number,) = [each["id"] for each in found if project.store.info.id in each["description"]]
    return int(number)


def read_there(label_studio: LabelStudio, number: int) -> dict[str, Any]:
    """Return what a project there says, without the numbers and times of the server.

    Two tasks of one key, or two annotations of one person, show as such.
    """
    emails = {each["id"]: each["email"] for each in label_studio.call("GET", "users")}
    tasks: dict[str, Any] = {}
    for task in label_studio.export(number):
        key = task["data"].get("wb_id", f"foreign {task['id']}")
        key += "" if key not in tasks else f" again {task['id']}"
        annotations = sorted(
            (
                emails[each["completed_by"]],
                canonicalize_result(each["result"]).sha256,
                each["ground_truth"],
                each["was_cancelled"],
            )
            for each in task["annotations"]
        )
        tasks[key] = (task["data"], annotations)
    return tasks


def read_here(project: Project) -> dict[str, Any]:
    """Return what a project here says: every layer, and what it knows of the server."""
    layers = {
        layer: [dump_record(record) for record in project.records(layer, all=True)]
        for layer in project.layers
    }
    store = project.store
    known = {}
    for row in store.remotes.all():
        marks = Counter(each.state for each in store.remotes.marks(row.number).values())
        tasks = Counter(each.state for each in store.remotes.tasks(row.number).values())
        known[row.server] = (marks, tasks, len(store.remotes.conflicts(row.number)))
    return {"layers": layers, "known": list(known.values())}


def change_here(project: Project, stance: str, name: str = "amal", attribution: str = "a3") -> None:
    """Let somebody think otherwise of a stance in the article of the harbour."""
    layer = find_layer(project, name)
    document = find_harbour()
    stored = project.store.get_annotations(document, layer)["s2"]
    changed = msgspec.structs.replace(
        stored.annotation,
        attributions=tuple(
            msgspec.structs.replace(each, stance=stance) if each.id == attribution else each
            for each in stored.annotation.attributions
        ),
    )
    project.store.save(make_action((document, changed, stored.revision), layer=layer))


def add_here(project: Project, folder: Path, name: str = "basil") -> None:
    """Let somebody annotate the second article."""
    path = folder / f"{name}-more.jsonl"
    write_lines(path, [dump_record(make_records()[1])])
    project.import_records(path, f"annotator:{name}")


def change_there(
    label_studio: LabelStudio, number: int, stance: str, email: str = ACCOUNT.email, hub: str = "a4"
) -> None:
    """Let somebody choose another stance in Label Studio's editor and press Update."""
    task, annotation = find_there(label_studio, number, email)
    for each in annotation["result"]:
        if each.get("from_name") == "stance" and each["id"].startswith(f"{hub}-"):
            each["value"]["choices"] = [stance]
            break
    else:
        raise AssertionError(f"no stance of {hub} in task {task}")
    body = {"result": annotation["result"]}
    label_studio.call("PATCH", f"annotations/{annotation['id']}", body)


def find_stance_there(
    label_studio: LabelStudio, number: int, hub: str, email: str = ACCOUNT.email
) -> str:
    """Return the stance that stands there."""
    _, annotation = find_there(label_studio, number, email)
    (found,) = [
        each["value"]["choices"]
        for each in annotation["result"]
        if each.get("from_name") == "stance" and each["id"].startswith(f"{hub}-")
    ]
    return str(found[0])


def find_there(
    label_studio: LabelStudio, number: int, email: str = ACCOUNT.email
) -> tuple[int, dict[str, Any]]:
    """Return somebody's annotation of the harbour there, with the number of its task."""
    people = {each["email"]: each["id"] for each in label_studio.call("GET", "users")}
    for task in label_studio.export(number):
        if "سفينة" in task["data"]["text"]:
            for each in task["annotations"]:
                if each["completed_by"] == people[email]:
                    return task["id"], each
    raise AssertionError(f"no annotation of {email}")


def find_layer(project: Project, name: str) -> str:
    """Return the layer of somebody by name."""
    (person,) = [each for each in project.store.people() if each.name == name]
    return f"annotator:{person.pseudonym}"


def find_harbour() -> str:
    """Return the key of the article about the harbour."""
    return make_records()[0].document.id


def find_stance(project: Project, attribution: str, name: str = "amal") -> str | None:
    """Return what somebody thinks of an attribution of the harbour now."""
    stored = project.store.get_annotations(find_harbour(), find_layer(project, name))["s2"]
    (found,) = [each for each in stored.annotation.attributions if each.id == attribution]
    return found.stance


def drop(label_studio: LabelStudio, project: Project) -> None:
    """Delete our project there, if it was made."""
    found = label_studio.call("GET", "projects", page_size=1000)["results"]
    for each in found:
        if project.store.info.id in (each["description"] or ""):
            label_studio.drop_project(each["id"])

"""What we ask a Label Studio server, and the answers as types: one function, one request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote

import msgspec

from workbench.sync.failures import Refused
from workbench.sync.remote import Params, Remote
from workbench.sync.results import (
    Content,
    as_result,
    dump_content,
    hash_content,
    load_content,
    shrink_content,
)
from workbench.sync.times import normalize_time

PAGE = 1000
EXPORT_TASKS = 100
"""So many tasks are exported with one request; more of them take the server over a second."""
_QUERY_BYTES = 6000
"""Addresses longer than eight kilobytes are refused on the way to many servers."""


class Version(msgspec.Struct):
    """Which server it is."""

    release: str = ""
    edition: str = ""


class User(msgspec.Struct, frozen=True):
    """Somebody whom the server knows."""

    id: int
    email: str = ""


class ServerProject(msgspec.Struct):
    """A project of the server, as far as we need it."""

    id: int
    description: str | None = None
    label_config: str | None = None
    task_number: int | None = None
    total_annotations_number: int | None = None
    model_version: str | None = None


class TaskStub(msgspec.Struct):
    """A task's number and the time of its last change."""

    id: int
    updated_at: str | None = None


class FoundTask(TaskStub):
    """A task with its data."""

    data: Any = None
    total_annotations: int | None = None


class ServerAnnotation(msgspec.Struct, dict=True):
    """An annotation as the export gives it; nothing in its result is validated by the server.

    Attributes
    ----------
    raw
        The result as it came: most are never looked into.
    """

    id: int
    completed_by: Any = None
    raw: msgspec.Raw = msgspec.field(name="result", default=msgspec.Raw(b"null"))
    was_cancelled: bool = False
    ground_truth: bool = False
    updated_at: str | None = None
    lead_time: float | None = None
    unique_id: str | None = None
    import_id: int | None = None

    @cached_property
    def content(self) -> Content:
        """The result as compact JSON."""
        return shrink_content(bytes(self.raw))

    @cached_property
    def sha256(self) -> str:
        """The hash of `content`."""
        return hash_content(self.content)

    @cached_property
    def result(self) -> list[Any]:
        """The result as a list, whatever it is."""
        return as_result(load_content(self.content))

    @property
    def author(self) -> int | None:
        """The number of the user whose annotation it is."""
        found = self.completed_by
        if isinstance(found, dict):
            found = found.get("id")
        return found if isinstance(found, int) else None


class ServerTask(msgspec.Struct):
    """A task with all that is known only to the export: skipped annotations, drafts, uuids."""

    id: int
    annotations: list[ServerAnnotation] = []
    drafts: list[Any] = []
    data: Any = None
    meta: Any = None
    updated_at: str | None = None

    @property
    def wb_id(self) -> str | None:
        """Our key of it; ``None`` where it is not ours."""
        found = self.data.get("wb_id") if isinstance(self.data, dict) else None
        return found if isinstance(found, str) else None


class _Tasks(msgspec.Struct):
    tasks: list[TaskStub]
    total: int = 0


class _FoundTasks(msgspec.Struct):
    tasks: list[FoundTask]


class _Imported(msgspec.Struct):
    task_ids: list[int] = []


class _Projects(msgspec.Struct):
    results: list[ServerProject]
    next: str | None = None


def read_version(remote: Remote) -> Version:
    """Return which server it is."""
    found: Version = remote.read("api/version", "the server's version", kind=Version)
    return found


def read_self(remote: Remote) -> User:
    """Return the user whose token we have."""
    found: User = remote.read("api/current-user/whoami", "the token's user", kind=User)
    return found


def read_users(remote: Remote) -> list[User]:
    """Return everybody in the organization."""
    found: list[User] = remote.read("api/users/", "the users", kind=list[User])
    return found


def create_user(remote: Remote, email: str) -> User:
    """Make a member of the organization, who cannot log in until invited."""
    body = {"email": email, "username": email}
    made: User = remote.write("POST", "api/users/", "a new user", body, kind=User)
    return made


def iter_projects(remote: Remote) -> Iterator[ServerProject]:
    """Give all projects that the token may see."""
    page = 1
    while True:
        params: Params = (("page", page), ("page_size", 100), ("include", "id,description"))
        found = remote.read("api/projects/", "the list of projects", params, kind=_Projects)
        yield from found.results
        if found.next is None:
            return
        page += 1


def read_project(remote: Remote, number: int) -> ServerProject:
    """Return one project."""
    found: ServerProject = remote.read(
        f"api/projects/{number}/", f"project {number}", kind=ServerProject
    )
    return found


def create_project(remote: Remote, title: str, description: str, config: str) -> ServerProject:
    """Make a project with a labeling configuration."""
    body = {"title": title, "description": description, "label_config": config}
    made: ServerProject = remote.write(
        "POST", "api/projects/", "a new project", body, kind=ServerProject
    )
    return made


def patch_project(remote: Remote, number: int, **values: str) -> None:
    """Change fields of a project."""
    remote.write("PATCH", f"api/projects/{number}/", f"project {number} changed", values)


def validate_config(remote: Remote, config: str) -> None:
    """Let the server check a labeling configuration; `Refused` where it does not take it."""
    what = "the labeling configuration accepted"
    remote.ask("api/projects/validate/", what, {"label_config": config})


def read_used_labels(remote: Remote, number: int) -> dict[str, set[str]]:
    """Return the labels that the project's summary counts, by control."""
    path = f"api/projects/{number}/summary/"
    found = remote.read(path, "the labels in use", kind=dict[str, Any])
    used = found.get("created_labels")
    if not isinstance(used, dict):
        return {}
    return {name: set(labels) for name, labels in used.items() if isinstance(labels, dict)}


def iter_tasks(remote: Remote, project: int, since: str | None = None) -> Iterator[TaskStub]:
    """Give number and time of the tasks changed at `since` or later, or of all of them.

    Tasks that come and go meanwhile shift the pages; whatever is missed this time has changed, so
    that the next run finds it.
    """
    query: dict[str, Any] = {"ordering": ["tasks:id"]}
    if since is not None:
        rule = ("tasks:updated_at", "greater_or_equal", "Datetime", since)
        query["filters"] = _make_filter(*rule)
    page = 1
    while True:
        params = _list_params(project, "id,updated_at", query, page)
        try:
            found: _Tasks = remote.read("api/tasks", "the list of tasks", params, kind=_Tasks)
        except Refused as error:
            if error.status == 404 and page > 1:
                return  # a page past the last: tasks were deleted meanwhile
            raise
        yield from found.tasks
        if len(found.tasks) < PAGE or page * PAGE >= found.total:
            return
        page += 1


def find_tasks(remote: Remote, project: int, wb_ids: Iterable[str]) -> Iterator[FoundTask]:
    """Give the tasks that have one of our keys."""
    include = "id,data,updated_at,total_annotations"
    for some in _iter_queries(wb_ids):
        query = {"filters": _make_filter("tasks:data.wb_id", "in_list", "List", some)}
        page = 1
        while True:
            params = _list_params(project, include, query, page)
            found = remote.read("api/tasks", "our tasks", params, kind=_FoundTasks)
            yield from found.tasks
            if len(found.tasks) < PAGE:
                break
            page += 1


def export_tasks(remote: Remote, project: int, numbers: Sequence[int]) -> list[ServerTask]:
    """Return tasks with everything that belongs to them; those that are gone are left out."""
    if not numbers:
        return []
    params = [("exportType", "JSON"), ("download_all_tasks", "true")]
    # With `ids` instead of `ids[]` the server exports everything.
    params += [("ids[]", str(number)) for number in numbers]
    path = f"api/projects/{project}/export"
    found: list[ServerTask] = remote.read(
        path,
        "the export of tasks",
        params,
        is_long=True,
        kind=list[ServerTask],
        prepare=_wrap_results,
    )
    wanted = set(numbers)
    return [each for each in found if each.id in wanted]


def _wrap_results(tasks: Any) -> Any:
    """Put the results of annotations back into JSON, as which `ServerAnnotation` has them."""
    for task in tasks if isinstance(tasks, list) else ():
        listed = task.get("annotations") if isinstance(task, dict) else None
        for each in listed if isinstance(listed, list) else ():
            if isinstance(each, dict) and "result" in each:
                each["result"] = msgspec.Raw(dump_content(each["result"]))
    return tasks


def import_tasks(remote: Remote, project: int, tasks: Sequence[msgspec.Raw]) -> list[int]:
    """Add tasks, all of them or none, and return their numbers in the same order."""
    params = [("return_task_ids", "true")]
    path = f"api/projects/{project}/import"
    what = f"{len(tasks)} tasks imported"
    made: _Imported = remote.write(
        "POST", path, what, list(tasks), params=params, is_long=True, kind=_Imported
    )
    return made.task_ids


def patch_task_meta(remote: Remote, number: int, meta: Any) -> None:
    """Change what a task says beside its data; its text never changes."""
    remote.write("PATCH", f"api/tasks/{number}/", f"task {number} changed", {"meta": meta})


def create_annotation(remote: Remote, task: int, body: dict[str, Any]) -> ServerAnnotation:
    """Add an annotation to a task; `Refused` with status 409 where its uuid is taken."""
    path = f"api/tasks/{task}/annotations/"
    made: ServerAnnotation = remote.write(
        "POST", path, f"an annotation of task {task}", body, kind=ServerAnnotation
    )
    return made


def patch_annotation(remote: Remote, number: int, result: Any, lead_time: float | None) -> None:
    """Change an annotation's result, and nothing else of it."""
    body = {"result": result, "lead_time": lead_time}
    path = f"api/annotations/{number}/"
    remote.write("PATCH", path, f"annotation {number} changed", body)


def read_model_versions(remote: Remote, project: int) -> dict[str, int]:
    """Return how many predictions there are of each version of a model."""
    path = f"api/projects/{project}/model-versions/"
    found: dict[str, int] = remote.read(path, "the model versions", kind=dict[str, int])
    return found


def delete_predictions(remote: Remote, project: int, version: str) -> None:
    """Delete all predictions of a version of a model."""
    path = f"api/projects/{project}/model-versions/"
    what = "predictions deleted"
    remote.write("DELETE", path, what, {"model_version": version}, is_long=True)


def import_predictions(remote: Remote, project: int, bodies: Sequence[dict[str, Any]]) -> None:
    """Add predictions, all of them or none."""
    what = f"{len(bodies)} predictions imported"
    path = f"api/projects/{project}/import/predictions"
    remote.write("POST", path, what, list(bodies), is_long=True)


def find_newest(stubs: Iterable[TaskStub], after: str) -> str:
    """Return the latest time of a change among `stubs`, or `after` where that is later."""
    return max([after, *(normalize_time(each.updated_at) for each in stubs)])


def _list_params(project: int, include: str, query: dict[str, Any], page: int) -> Params:
    return (
        ("project", project),
        ("fields", "task_only"),
        ("include", include),
        ("resolve_uri", "false"),
        ("page", page),
        ("page_size", PAGE),
        ("query", json.dumps(query)),
    )


def _make_filter(name: str, operator: str, kind: str, value: Any) -> dict[str, Any]:
    item = {"filter": f"filter:{name}", "operator": operator, "type": kind, "value": value}
    return {"conjunction": "and", "items": [item]}


def _iter_queries(wb_ids: Iterable[str]) -> Iterator[list[str]]:
    """Give lists of keys that fit into an address."""
    some: list[str] = []
    size = 0
    for each in wb_ids:
        length = len(quote(json.dumps(each))) + 6
        if some and (size + length > _QUERY_BYTES or len(some) >= 500):
            yield some
            some, size = [], 0
        some.append(each)
        size += length
    if some:
        yield some

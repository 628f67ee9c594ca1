"""What the store says of its project, changed."""

from __future__ import annotations

from sqlalchemy import Connection

from workbench.model import dump_line
from workbench.store import tables
from workbench.store.values import ProjectInfo


def change_info(connection: Connection, info: ProjectInfo) -> None:
    """Say that the project is as `info` has it from now on."""
    connection.execute(tables.project.update().values(info=dump_line(info)))

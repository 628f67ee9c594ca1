"""Where a store is: a SQLite file or a PostgreSQL URL, and whether its disk is a network's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from workbench.errors import UsageError

Mounts = Callable[[], Iterable[tuple[str, str]]]
"""Gives ``(mount point, file system type)`` of every mounted file system."""

# File systems whose machines share no memory, which SQLite's WAL needs (sqlite.org/wal.html).
_NETWORK_TYPES = frozenset(
    [
        "9p",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cephfs",
        "cifs",
        "coda",
        "davfs",
        "davfs2",
        "drvfs",
        "fuse.ceph",
        "fuse.gcsfuse",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs3",
        "nfs4",
        "ocfs2",
        "orangefs",
        "osxfuse",
        "prl_fs",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "webdav",
    ]
)


def parse_location(location: str | Path) -> URL:
    """Return the URL of a store: a path is a SQLite file, made absolute.

    Raises
    ------
    UsageError
        Where it is neither a path, nor a URL of SQLite (to a file) or PostgreSQL.
    """
    if isinstance(location, Path) or "://" not in location:
        return _sqlite_url(str(location))
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        raise _unknown_location("a text that is no URL") from None
    backend = url.get_backend_name()
    if backend == "sqlite":
        return _sqlite_url(url.database or "")
    if url.drivername in {"postgresql", "postgres", "postgresql+psycopg"}:
        return url.set(drivername="postgresql+psycopg")
    raise _unknown_location(url.drivername)


def show_location(url: URL) -> str:
    """Return `url` as a person knows it: a path, or a URL without its password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    # Only what names the place: a password may stand in the query too.
    query = {key: value for key, value in url.query.items() if key in {"host", "port"}}
    shown = URL.create(url.drivername, url.username, None, url.host, url.port, url.database, query)
    return shown.render_as_string()


def find_network_type(path: Path, mounts: Mounts) -> str | None:
    """Return the type of the network file system that `path` lies on, or None on a local disk."""
    resolved = path.resolve()
    best = max(
        (entry for entry in mounts() if resolved.is_relative_to(entry[0])),
        # The last of several mounts on one point hides the others, and max keeps the first.
        key=lambda entry: len(Path(entry[0]).parts),
        default=("/", ""),
    )
    hiding = [kind for point, kind in mounts() if Path(point) == Path(best[0])]
    kind = hiding[-1] if hiding else ""
    return kind if kind in _NETWORK_TYPES else None


def read_mounts() -> list[tuple[str, str]]:
    """Return the mounted file systems of this machine; none where they cannot be told."""
    try:
        if sys.platform == "darwin":
            return _parse_mac_mounts(_run_mount())
        return _parse_linux_mounts(Path("/proc/mounts").read_text("utf-8", "surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return []


def _parse_linux_mounts(text: str) -> list[tuple[str, str]]:
    fields = (line.split(" ") for line in text.splitlines())
    return [(_unescape(each[1]), each[2]) for each in fields if len(each) > 2]


def _unescape(point: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, character)
    return point


def _parse_mac_mounts(text: str) -> list[tuple[str, str]]:
    """Read lines such as ``//amal@host/share on /Volumes/share (smbfs, nodev)``."""
    found = []
    for line in text.splitlines():
        _, _, rest = line.partition(" on ")
        point, opening, options = rest.rpartition(" (")
        if opening:
            found.append((point, options.rstrip(")").split(",")[0].strip()))
    return found


def _run_mount() -> str:
    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=10, check=True)
    return done.stdout


def _sqlite_url(path: str) -> URL:
    if path in {"", ":memory:"} or path.startswith("file:") or "\0" in path:
        raise _unknown_location("SQLite without a file")
    return URL.create("sqlite", database=str(Path(path).expanduser().absolute()))


def _unknown_location(got: str) -> UsageError:
    return UsageError(
        f"Expected the path of a store's file or a URL that starts with postgresql://, got {got}."
    )

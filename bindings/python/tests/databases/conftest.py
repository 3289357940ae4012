"""A PostgreSQL server of the tests' own, from the programs that are installed."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where Debian and Red Hat keep them, outside PATH.
FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
MISSING = (
    "PostgreSQL is missing: install it (`apt-get install postgresql`), or set"
    " SEMAINE_WITHOUT_POSTGRESQL=1 to leave these tests out"
)


def programs() -> Path:
    """Find the folder of `initdb` and `postgres`, and fail where there is none."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    for pattern in FOLDERS:
        folders += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    if os.environ.get("SEMAINE_WITHOUT_POSTGRESQL"):
        pytest.skip("SEMAINE_WITHOUT_POSTGRESQL is set")
    pytest.fail(MISSING)


def unprivileged() -> str | None:
    """Name the user for the server, which refuses to run as root; none if we are not root."""
    if os.geteuid() != 0:
        return None
    names = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in names)


@pytest.fixture(scope="session")
def postgresql_socket() -> Iterator[str]:
    """Run a server for the tests, and give the folder of its socket: it listens on no port."""
    binaries, user = programs(), unprivileged()
    # A socket's path has about a hundred bytes, which pytest's own folders may exceed.
    with tempfile.TemporaryDirectory(prefix="semaine-", ignore_cleanup_errors=True) as folder:
        if user:
            shutil.chown(folder, user)
        data = f"{folder}/data"
        options = ["--auth=trust", "--no-sync", "--encoding=UTF8", "--username=semaine"]
        subprocess.run(
            [binaries / "initdb", *options, "-D", data],
            check=True,
            user=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        settings = ["-c", "listen_addresses=", "-c", "fsync=off", "-k", folder]
        with (
            Path(folder, "log").open("w+") as log,
            subprocess.Popen(
                [binaries / "postgres", "-D", data, *settings],
                user=user,
                cwd=folder,
                stdout=log,
                stderr=log,
            ) as process,
        ):
            try:
                _wait(folder, process, Path(log.name))
                yield folder
            finally:
                # Its "fast shutdown": it closes connections and stops.
                process.send_signal(signal.SIGINT)


def _wait(folder: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(host=folder, user="semaine", dbname="postgres").close()
            return
        time.sleep(0.1)
    pytest.fail(f"PostgreSQL did not start:\n{log.read_text()}")

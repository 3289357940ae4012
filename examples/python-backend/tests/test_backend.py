"""The backend twice: with its hand-written module, and with semaine's."""

from __future__ import annotations

import difflib
import importlib
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import freezegun
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import create_engine, text
from sqlalchemy.pool import StaticPool

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

FOLDER = Path(__file__).parents[1]
BEFORE, AFTER = "from backend import date_utils\n", "from semaine import date_utils\n"


def app_source() -> tuple[str, str]:
    """Give the text of the application before and after the change."""
    after = (FOLDER / "backend/app.py").read_text(encoding="utf-8")
    assert after.count(AFTER) == 1
    return after.replace(AFTER, BEFORE), after


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Give an empty database."""
    # One connection, as the memory of SQLite lasts as long as it.
    options = {"check_same_thread": False}
    engine = create_engine("sqlite://", connect_args=options, poolclass=StaticPool)
    yield engine
    engine.dispose()


@pytest.fixture(params=["before", "after"])
def client(
    request: pytest.FixtureRequest,
    engine: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[TestClient]:
    """Give the backend as it was, and as it is."""
    before, after = app_source()
    package = shutil.copytree(FOLDER / "backend", tmp_path / "backend")
    source = before if request.param == "before" else after
    (package / "app.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    app = importlib.import_module("backend.app")
    owner = "backend" if request.param == "before" else "semaine"
    assert app.date_utils.__name__ == f"{owner}.date_utils"
    with TestClient(app.create_app(engine)) as client:
        yield client
    for name in [name for name in sys.modules if name.split(".")[0] == "backend"]:
        del sys.modules[name]


def test_the_difference_is_one_line() -> None:
    before, after = (text.splitlines(keepends=True) for text in app_source())
    difference = difflib.unified_diff(before, after, "a/backend/app.py", "b/backend/app.py")
    committed = (FOLDER / "one-import.diff").read_text(encoding="utf-8")
    assert committed == "".join(difference)
    changed = [line for line in committed.splitlines(keepends=True)[2:] if line[0] in "+-"]
    assert changed == [f"-{BEFORE}", f"+{AFTER}"]


def test_a_plan_is_stored_for_its_week(client: TestClient) -> None:
    for user, week_start in enumerate(["2025-08-04", "04/08/2025", "04-08-2025"]):
        body = {"user_id": user, "week_start": week_start, "meals": {"monday": {"lunch": 3}}}
        response = client.post("/api/meal-plans", json=body)
        assert response.status_code == 201
        assert response.json() == {**body, "id": user + 1, "week_start": "2025-08-04"}
    again = client.post("/api/meal-plans", json={"user_id": 0, "week_start": "2025-08-04"})
    assert again.status_code == 409

    for day in ("2025-08-04", "07/08/2025", "10-08-2025"):
        assert len(client.get(f"/api/meal-plans/week/{day}").json()) == 3
    for day in ("2025-08-03", "2025-08-11"):
        assert client.get(f"/api/meal-plans/week/{day}").json() == []


@pytest.mark.parametrize(
    ("week_start", "parts"),
    [
        (
            "2025-08-07",
            [
                "week_start doit être un lundi selon ISO 8601",
                "2025-08-07",
                "(jeudi)",
                "2025-08-04",
            ],
        ),
        ("hier", ["hier", "YYYY-MM-DD", "DD/MM/YYYY", "DD-MM-YYYY"]),
        ("2025-02-30", ["2025-02-30", "YYYY-MM-DD"]),
    ],
)
def test_a_wrong_week_start_is_refused(
    client: TestClient, week_start: str, parts: list[str]
) -> None:
    response = client.post("/api/meal-plans", json={"user_id": 1, "week_start": week_start})
    assert response.status_code == 400
    for part in parts:
        assert part in response.json()["error"]
    assert client.get("/api/week-starts/check").json() == {"valid": True, "messages": []}


def test_a_week_is_described(client: TestClient) -> None:
    week = client.get("/api/weeks/2025-12-31").json()
    assert week == {
        "year": 2026,
        "week": 1,
        "label": "Semaine du 29 décembre 2025 au 4 janvier 2026",
        "days": [str(date(2025, 12, 29) + timedelta(days)) for days in range(7)],
        "previous": "2025-12-22",
        "next": "2026-01-05",
    }
    english = client.get("/api/weeks/2025-08-07", headers={"Accept-Language": "en-GB"}).json()
    assert english["label"] == "Week of August 04 to 10, 2025"


@pytest.mark.parametrize(
    ("today", "label"),
    [
        (date(2025, 8, 10), "Semaine du 4 au 10 août 2025"),
        (date(2027, 1, 1), "Semaine du 28 décembre 2026 au 3 janvier 2027"),
    ],
)
def test_the_current_week_is_that_of_today(client: TestClient, today: date, label: str) -> None:
    with freezegun.freeze_time(today):
        assert client.get("/api/weeks/current").json()["label"] == label


def test_old_week_starts_are_found_and_converted(client: TestClient, engine: Engine) -> None:
    with engine.begin() as connection:
        for user, day in enumerate(["2025-08-04", "2025-08-10", "2025-08-13"]):
            insert = text(
                "INSERT INTO meal_plans (user_id, week_start, meals) VALUES (:u, :d, '{}')"
            )
            connection.execute(insert, {"u": user, "d": day})
    report = client.get("/api/week-starts/check").json()
    assert report["valid"] is False
    assert len(report["messages"]) == 2
    for message, parts in zip(
        report["messages"],
        [
            ["Enregistrement 2", "2025-08-10", "dimanche", "2025-08-04"],
            ["Enregistrement 3", "2025-08-13", "mercredi", "2025-08-11"],
        ],
        strict=True,
    ):
        assert all(part in message for part in parts)

    converted = client.post("/api/week-starts/convert").json()
    assert converted == [
        ["2025-08-04", "2025-08-04"],
        ["2025-08-10", "2025-08-04"],
        ["2025-08-13", "2025-08-11"],
    ]
    assert client.get("/api/week-starts/check").json() == {"valid": True, "messages": []}

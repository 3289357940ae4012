"""What the tests of columns share: answers of CPython's calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

Answers = Callable[..., list[Any]]


def week_start(day: date, first_day: int = 1) -> date:
    """Give the day on which a week starts that contains the day."""
    return day - timedelta(days=(day.isoweekday() - first_day) % 7)


def text(day: date, *, weekday: bool = False) -> str:
    """Give the text of a week, or of a week date."""
    year, week, number = day.isocalendar()
    return f"{year:04}-W{week:02}" + f"-{number}" * weekday


OF_A_DAY: dict[str, Callable[..., Any]] = {
    "week_start": week_start,
    "week_end": lambda day: week_start(day) + timedelta(days=6),
    "week_number": lambda day: day.isocalendar().week,
    "iso_year": lambda day: day.isocalendar().year,
    "year_week": lambda day: tuple(day.isocalendar()[:2]),
    "epoch_week": lambda day: (week_start(day) - date(1969, 12, 29)).days // 7,
    "weekday": date.isoweekday,
    "is_week_start": lambda day: day.weekday() == 0,
    "format": text,
}


@pytest.fixture(scope="session")
def calendar() -> Answers:
    """Answer the question of a name for dates and Nones, by `datetime.date.isocalendar`."""

    def answers(name: str, days: Sequence[date | None], **options: Any) -> list[Any]:
        return [None if day is None else OF_A_DAY[name](day, **options) for day in days]

    return answers


@pytest.fixture(params=OF_A_DAY)
def question(request: pytest.FixtureRequest) -> str:
    """Name each question that dates are asked."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def days() -> list[date | None]:
    """Give nulls, and dates around the turns of years, the epoch and the ends of `date`."""
    turns = [
        date(year, month, day)
        for year in (1582, 1900, 1968, 1969, 1970, 1999, 2000, 2020, 2021, 2024, 2026, 9998)
        for month, day in ((1, 1), (1, 4), (2, 28), (3, 1), (12, 28), (12, 29), (12, 30), (12, 31))
    ]
    return [None, date.min, *turns, None, date(9999, 12, 26), None]

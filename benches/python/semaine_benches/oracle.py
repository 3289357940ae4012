"""What the answers must be: CPython's calendar, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pyarrow as pa

from semaine_benches.inputs import EPOCH, FIRST, LAST, epoch_days

#: What columns are asked, and the type in which answers are compared.
QUESTIONS = {
    "week_start": pa.date32(),
    "week_number": pa.int32(),
    "iso_year": pa.int32(),
    # The year times 100 and the week: one number is compared more easily than two.
    "year_week": pa.int32(),
    "weekday": pa.int32(),
    "format": pa.string(),
    # Of the text of a week, whose day is its Monday.
    "parse": pa.date32(),
}


def monday(day: date) -> date:
    """Give the Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def week_text(day: date) -> str:
    """Write the week of a date."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


@cache
def expected(question: str, count: int) -> pa.Array:
    """Give the answers for the first days of a column."""
    table = pa.array(_table(question), QUESTIONS[question])
    return table.take(pa.array(epoch_days(count) - (FIRST.toordinal() - EPOCH)))


def _table(question: str) -> list[date] | list[int] | list[str]:
    days = [date.fromordinal(day) for day in range(FIRST.toordinal(), LAST.toordinal() + 1)]
    if question in ("week_start", "parse"):
        return [monday(day) for day in days]
    if question == "format":
        return [week_text(day) for day in days]
    weeks = [day.isocalendar() for day in days]
    if question == "week_number":
        return [week.week for week in weeks]
    if question == "iso_year":
        return [week.year for week in weeks]
    if question == "weekday":
        return [week.weekday for week in weeks]
    return [week.year * 100 + week.week for week in weeks]

"""Columns in NumPy's arrays: `datetime64[D]`, and texts of fixed width."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from semaine_benches.container import FEWER, Container
from semaine_benches.inputs import COLUMN, epoch_days
from semaine_benches.oracle import expected


@cache
def column(question: str, rows: int) -> Any:
    """Give the days, or the texts to parse."""
    if question == "parse":
        return np.array(expected("format", rows).to_numpy(zero_copy_only=False), "U8")
    return days(rows)


@cache
def days(rows: int) -> Any:
    """Give the days."""
    return epoch_days(rows).astype("M8[D]")


def _since_monday(column: Any) -> Any:
    """Count the days since Monday: the first epoch day was a Thursday."""
    return (column.view("i8") + 3) % 7


def _year_week(column: Any) -> tuple[Any, Any]:
    """Take the year of a week from its Thursday."""
    thursdays = column + (3 - _since_monday(column))
    years = thursdays.astype("M8[Y]")
    return years.astype("i8") + 1970, (thursdays - years).astype("i8") // 7 + 1


DAY = 8
#: Eight characters of four bytes.
TEXT = 32

GROUPS = Container(
    "numpy",
    column,
    {
        "week_start": (DAY, DAY),
        "week_number": (DAY, 1),
        "iso_year": (DAY, 4),
        "year_week": (DAY, 5),
        "weekday": (DAY, 1),
        "format": (DAY, TEXT),
        "parse": (TEXT, DAY),
    },
    {
        "week_start": {"numpy": (lambda column: column - _since_monday(column), COLUMN)},
        "week_number": {"numpy": (lambda column: _year_week(column)[1], FEWER)},
        "iso_year": {"numpy": (lambda column: _year_week(column)[0], FEWER)},
        "year_week": {"numpy": (_year_week, FEWER)},
        "weekday": {"numpy": (lambda column: _since_monday(column) + 1, COLUMN)},
    },
).groups()

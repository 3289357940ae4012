"""Columns in pandas' Series, as pandas makes them of days."""

from __future__ import annotations

from functools import cache
from typing import Any

import pandas as pd

from semaine_benches import columns_numpy
from semaine_benches.container import FEWER, FEWEST, Container
from semaine_benches.oracle import expected


@cache
def column(question: str, rows: int) -> Any:
    """Give the days, or the texts to parse."""
    if question == "parse":
        return pd.Series(expected("format", rows).to_pandas())
    return _days(rows)


@cache
def _days(rows: int) -> Any:
    return pd.Series(columns_numpy.column("week_start", rows))


def _monday(days: Any) -> Any:
    return days - pd.to_timedelta(days.dt.weekday, unit="D")


DAY = 8
#: What a nullable number has beside it.
MASK = 1
#: Eight bytes and an offset.
TEXT = 16

GROUPS = Container(
    "pandas",
    column,
    {
        "week_start": (DAY, DAY),
        "week_number": (DAY, 1 + MASK),
        "iso_year": (DAY, 4 + MASK),
        "year_week": (DAY, 5 + 2 * MASK),
        "weekday": (DAY, 1 + MASK),
        "format": (DAY, TEXT),
        "parse": (TEXT, DAY),
    },
    {
        "week_start": {"pandas": (_monday, FEWER)},
        "week_number": {"pandas": (lambda days: days.dt.isocalendar().week, FEWER)},
        "iso_year": {"pandas": (lambda days: days.dt.isocalendar().year, FEWER)},
        "year_week": {"pandas": (lambda days: days.dt.isocalendar(), FEWER)},
        "weekday": {"pandas": (lambda days: days.dt.weekday + 1, FEWER)},
        "format": {"pandas": (lambda days: days.dt.strftime("%G-W%V"), FEWEST)},
        "parse": {
            "pandas": (lambda texts: pd.to_datetime(texts + "-1", format="%G-W%V-%u"), FEWEST)
        },
    },
).groups()

"""Columns in polars' Series."""

from __future__ import annotations

from functools import cache

import polars as pl

from semaine_benches.container import FEWER, FEWEST, Container
from semaine_benches.inputs import COLUMN, arrow_days
from semaine_benches.oracle import expected


@cache
def column(question: str, rows: int) -> pl.Series:
    """Give the days, or the texts to parse."""
    return pl.Series(expected("format", rows)) if question == "parse" else _days(rows)


@cache
def _days(rows: int) -> pl.Series:
    return pl.Series(arrow_days(rows))


def _year_week(days: pl.Series) -> pl.Series:
    return pl.DataFrame({"year": days.dt.iso_year(), "week": days.dt.week()}).to_struct()


DAY = 4
#: A view of sixteen bytes, which holds short texts itself.
TEXT = 16

GROUPS = Container(
    "polars",
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
        "week_start": {"polars": (lambda days: days.dt.truncate("1w"), FEWER)},
        "week_number": {"polars": (lambda days: days.dt.week(), FEWER)},
        "iso_year": {"polars": (lambda days: days.dt.iso_year(), FEWER)},
        "year_week": {"polars": (_year_week, FEWER)},
        "weekday": {"polars": (lambda days: days.dt.weekday(), COLUMN)},
        "format": {"polars": (lambda days: days.dt.to_string("%G-W%V"), FEWEST)},
        "parse": {"polars": (lambda texts: (texts + "-1").str.to_date("%G-W%V-%u"), FEWEST)},
    },
).groups()

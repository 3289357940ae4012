"""Series of polars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import polars as pl

from semaine.columns import _arrow
from semaine.columns._dispatch import wrong_type
from semaine.columns._midnights import first_instant

if TYPE_CHECKING:
    from semaine.columns._question import Question


def answer(question: Question, column: Any) -> pl.Series:
    """Answer a Series with a Series of the same name.

    The rows of a Series with a time zone belong to the days that its clocks show.
    """
    if not isinstance(column, pl.Series):
        raise wrong_type(question, column)
    wanted = (pl.String, pl.Null) if question.name == "parse" else (pl.Date, pl.Datetime, pl.Null)
    if column.dtype not in wanted:
        raise wrong_type(question, column, f"a polars Series of {column.dtype}")
    zone = getattr(column.dtype, "time_zone", None)
    shown = column if zone is None else _local(column)
    answers = pl.Series(column.name, _arrow.answer(question, shown))
    if zone is None or answers.dtype != pl.Datetime:
        return answers
    return _at_midnight(answers, zone)


def _local(instants: pl.Series) -> pl.Series:
    """Give what the clocks of the zone show; null where that would wrap in 64 bits."""
    shown = instants.dt.replace_time_zone(None)
    utc, local = instants.to_physical(), shown.to_physical()
    far = 2**62
    if not ((utc > far) | (utc < -far)).any():
        return shown
    has_wrapped = ((utc > far) & (local < 0)) | ((utc < -far) & (local > 0))
    return shown.set(has_wrapped, None)


def _at_midnight(days: pl.Series, zone: str) -> pl.Series:
    """Give the first instant of each day, where clocks are put forward or back at midnight, too."""
    instants = days.dt.replace_time_zone(zone, ambiguous="earliest", non_existent="null")
    skipped = days.filter(instants.is_null() & days.is_not_null()).unique()
    if skipped.is_empty():
        return instants
    firsts = [first_instant(midnight, ZoneInfo(zone)) for midnight in skipped]
    found = pl.Series(firsts, dtype=instants.dtype)
    return instants.fill_null(days.replace_strict(skipped, found, default=None))

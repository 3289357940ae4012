"""ISO 8601 weeks.

>>> from datetime import date
>>> from semaine import IsoWeek
>>> week = IsoWeek.of(date(2024, 12, 30))
>>> str(week), week.monday
('2025-W01', datetime.date(2024, 12, 30))
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from semaine._errors import NotAMondayError, ParseError, WeekError, WeekOverflowError
from semaine._month_week import MonthWeek
from semaine._semaine import (
    IsoWeek,
    IsoWeekDate,
    __version__,
    is_long_year,
    is_monday,
    iso_year,
    month_week,
    next_monday,
    previous_monday,
    week_end,
    week_number,
    week_range,
    week_start,
    weeks_in_year,
)
from semaine._week_range import WeekRange

if TYPE_CHECKING:
    from types import ModuleType

    from semaine import columns as columns
    from semaine import date_utils as date_utils

__all__ = [
    "IsoWeek",
    "IsoWeekDate",
    "MonthWeek",
    "NotAMondayError",
    "ParseError",
    "WeekError",
    "WeekOverflowError",
    "WeekRange",
    "__version__",
    "is_long_year",
    "is_monday",
    "iso_year",
    "month_week",
    "next_monday",
    "previous_monday",
    "week_end",
    "week_number",
    "week_range",
    "week_start",
    "weeks_in_year",
]

if not TYPE_CHECKING:  # pragma: no branch - or a checker of types would know every name

    def __getattr__(name: str) -> ModuleType:
        """Import the modules that most programs do not need when they are first asked for."""
        if name in {"columns", "date_utils"}:
            return importlib.import_module(f"semaine.{name}")
        message = f"module 'semaine' has no attribute {name!r}"
        raise AttributeError(message)

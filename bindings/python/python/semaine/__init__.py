"""ISO 8601 weeks.

>>> from datetime import date
>>> from semaine import IsoWeek
>>> week = IsoWeek.of(date(2024, 12, 30))
>>> str(week), week.monday
('2025-W01', datetime.date(2024, 12, 30))
"""

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

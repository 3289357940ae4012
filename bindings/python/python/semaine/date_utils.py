"""The functions of a hand-written ``date_utils`` under the same names, on the ISO 8601 calendar.

A backend replaces ``from app import date_utils`` by ``from semaine import date_utils``. Every
function takes a :class:`datetime.date`; a ``datetime`` keeps its time and zone, and subclasses
their class. Anything else, also ``None`` and pandas' ``NaT``, is a ``TypeError`` that names the
function and the type.

>>> from datetime import date
>>> from semaine import date_utils
>>> date_utils.get_monday_of_week(date(2025, 8, 7))
datetime.date(2025, 8, 4)
>>> date_utils.format_week_display(date(2025, 8, 4))
'Semaine du 4 au 10 août 2025'
"""

# The module, not the class: what freezes a test's clock replaces `datetime.date`.
import datetime

from semaine._semaine import (
    batch_convert_week_starts,
    convert_week_start_to_iso8601,
    format_week_display,
    get_monday_of_week,
    get_sunday_of_week,
    get_week_dates,
    get_week_number_iso8601,
    get_week_range_iso8601,
    get_week_year_iso8601,
    parse_date,
    validate_database_week_starts,
    validate_week_start_iso8601,
)
from semaine._semaine import date_utils_is_monday as is_monday
from semaine._semaine import date_utils_next_monday as next_monday
from semaine._semaine import date_utils_previous_monday as previous_monday

__all__ = [
    "batch_convert_week_starts",
    "convert_week_start_to_iso8601",
    "format_week_display",
    "get_current_week_monday",
    "get_monday_of_week",
    "get_sunday_of_week",
    "get_week_dates",
    "get_week_number_iso8601",
    "get_week_range_iso8601",
    "get_week_year_iso8601",
    "is_monday",
    "next_monday",
    "parse_date",
    "previous_monday",
    "validate_database_week_starts",
    "validate_week_start_iso8601",
]


def get_current_week_monday() -> datetime.date:
    """Give the Monday of the current week.

    Today is what ``datetime.date.today()`` says at the time of the call, so that freezegun and
    time-machine can set it.

    Examples
    --------
    >>> get_current_week_monday().isoweekday()
    1
    """
    return get_monday_of_week(datetime.date.today())  # noqa: DTZ011 - the contract: local time


def _claim(names: list[str]) -> None:
    """Name this module in help, pickles and doctests, where users import the functions from."""
    for name in names:
        globals()[name].__module__ = __name__


_claim(__all__)

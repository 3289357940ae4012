"""The week of a month."""

from typing import NamedTuple


class MonthWeek(NamedTuple):
    """A week of a month: what :func:`month_week` gives.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import month_week
    >>> year, month, week = month_week(date(2025, 9, 1))
    >>> week
    1
    """

    year: int
    """The calendar year of the month in which the week is counted."""
    month: int
    """The month, 1 to 12."""
    week: int
    """The number of the week in the month, from 1."""


MonthWeek.__module__ = "semaine"

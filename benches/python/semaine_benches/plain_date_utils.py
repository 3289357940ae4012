"""The date utilities as a backend writes them by hand: checked, and plain Python."""

from __future__ import annotations

from datetime import date, timedelta

MONDAY = 0
FRENCH = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def get_monday_of_week(day: date) -> date:
    """Give the Monday of a date's week."""
    return day - timedelta(days=day.weekday())


def get_week_range_iso8601(day: date) -> tuple[date, date]:
    """Give Monday and Sunday of a date's week."""
    monday = get_monday_of_week(day)
    return monday, monday + timedelta(days=6)


def get_week_number_iso8601(day: date) -> int:
    """Give the number of a date's week."""
    return day.isocalendar()[1]


def is_monday(day: date) -> bool:
    """Say whether a date is a Monday."""
    return day.weekday() == MONDAY


def validate_week_start_iso8601(week_start: date) -> bool:
    """Refuse a date that is no Monday."""
    if not is_monday(week_start):
        message = (
            f"week_start doit être un lundi selon ISO 8601, {week_start.isoformat()} "
            f"({FRENCH[week_start.weekday()]}) n'en est pas un"
        )
        raise ValueError(message)
    return True

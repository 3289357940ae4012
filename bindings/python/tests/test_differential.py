"""Every day that Python's `date` has, against `isocalendar` and the arithmetic of CPython."""

from datetime import date, timedelta
from itertools import islice

from semaine import (
    IsoWeek,
    IsoWeekDate,
    is_monday,
    iso_year,
    week_end,
    week_number,
    week_start,
)

DAYS = 3_652_059
CHUNK = 7_000


def days() -> "map[date]":
    return map(date.fromordinal, range(1, DAYS + 1))


def test_every_day() -> None:
    # Lists are built and compared by C loops, so that the walk takes seconds.
    assert date.fromordinal(1) == date.min
    assert date.fromordinal(DAYS) == date.max
    rest = days()
    checked = 0
    while chunk := list(islice(rest, CHUNK)):
        calendars = [tuple(day.isocalendar()) for day in chunk]
        years, numbers, weekdays = zip(*calendars, strict=True)
        assert tuple(map(iso_year, chunk)) == years
        assert tuple(map(week_number, chunk)) == numbers
        assert list(map(is_monday, chunk)) == [weekday == 1 for weekday in weekdays]
        weeks = list(map(IsoWeek.of, chunk))
        assert [(week.year, week.week) for week in weeks] == [entry[:2] for entry in calendars]
        week_dates = list(map(IsoWeekDate.of, chunk))
        found = [(day.year, day.week, day.weekday) for day in week_dates]
        assert found == calendars
        checked += len(chunk)
    assert checked == DAYS


def test_every_week() -> None:
    """The Monday and the Sunday of each day: the walk is one of whole weeks from `date.min`."""
    week = timedelta(7)
    monday, sunday = date.min, date.min + timedelta(6)
    assert monday.isoweekday() == 1
    rest = days()
    checked = 0
    while len(chunk := list(islice(rest, 7))) == 7:
        assert list(map(week_start, chunk)) == [monday] * 7
        assert list(map(week_end, chunk)) == [sunday] * 7
        checked += 7
        # The last whole week ends less than a week before `date.max`.
        if checked < DAYS - 7:
            monday, sunday = monday + week, sunday + week
    assert list(map(week_start, chunk)) == [monday + week] * len(chunk)
    assert (checked, len(chunk)) == (DAYS - 5, 5)

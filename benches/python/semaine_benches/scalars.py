"""One date at a time: its Monday, its week number, its week, whether it is a Monday."""

from __future__ import annotations

from datetime import date, timedelta

import iso_week_date
import isoweek
import pendulum
import whenever
from epiweeks import Week
from semaine_floors import new_date, same

from semaine import IsoWeek, is_monday, week_number, week_start
from semaine_benches.benchmark import Benchmark, each
from semaine_benches.inputs import SCALARS, dates
from semaine_benches.oracle import monday


def mondays() -> list[Benchmark]:
    """From a date to the Monday of its week."""
    days = dates(SCALARS)
    expected = [monday(day) for day in days]
    own_whenever = [whenever.Date(day) for day in days]
    own_pendulum = [pendulum.date(day.year, day.month, day.day) for day in days]
    return [
        each("semaine", "week_start(x)", days, expected, week_start=week_start),
        # A call that makes a date, and nothing else.
        each("floor", "new_date(x)", days, [new_date(days[0])] * len(days), new_date=new_date),
        each("timedelta", "x - timedelta(days=x.weekday())", days, expected, timedelta=timedelta),
        each(
            "fromordinal",
            "date.fromordinal((x.toordinal() - 1) // 7 * 7 + 1)",
            days,
            expected,
            date=date,
        ),
        each(
            "whenever",
            "Date(x).start_of('week_mon').to_stdlib()",
            days,
            expected,
            Date=whenever.Date,
        ),
        each(
            "whenever from and to its own type",
            "x.start_of('week_mon')",
            own_whenever,
            [whenever.Date(day) for day in expected],
        ),
        each("pendulum from and to its own type", "x.start_of('week')", own_pendulum, expected),
    ]


def week_numbers() -> list[Benchmark]:
    """From a date to the number of its week."""
    days = dates(SCALARS)
    expected = [day.isocalendar().week for day in days]
    own_pendulum = [pendulum.date(day.year, day.month, day.day) for day in days]
    return [
        each("semaine", "week_number(x)", days, expected, week_number=week_number),
        each("floor", "same(x)", days, days, same=same),
        each("isocalendar()[1]", "x.isocalendar()[1]", days, expected),
        each("isoweek", "Week.withdate(x).week", days, expected, Week=isoweek.Week),
        each(
            "iso-week-date",
            "IsoWeek.from_date(x).week",
            days,
            expected,
            IsoWeek=iso_week_date.IsoWeek,
        ),
        each("epiweeks", "Week.fromdate(x, system='iso').week", days, expected, Week=Week),
        each("whenever", "Date(x).iso_week_date().week", days, expected, Date=whenever.Date),
        each("pendulum from its own type", "x.week_of_year", own_pendulum, expected),
    ]


def iso_weeks() -> list[Benchmark]:
    """From a date to an object that is its week."""
    days = dates(SCALARS)
    weeks = [day.isocalendar()[:2] for day in days]
    return [
        each(
            "semaine",
            "IsoWeek.of(x)",
            days,
            [IsoWeek(year, week) for year, week in weeks],
            IsoWeek=IsoWeek,
        ),
        each("floor", "same(x)", days, days, same=same),
        each("isocalendar()", "x.isocalendar()", days, [day.isocalendar() for day in days]),
        each(
            "isoweek",
            "Week.withdate(x)",
            days,
            [isoweek.Week(year, week) for year, week in weeks],
            Week=isoweek.Week,
        ),
        each(
            "iso-week-date",
            "IsoWeek.from_date(x)",
            days,
            [iso_week_date.IsoWeek(f"{year}-W{week:02}") for year, week in weeks],
            IsoWeek=iso_week_date.IsoWeek,
        ),
        each(
            "epiweeks",
            "Week.fromdate(x, system='iso')",
            days,
            [Week(year, week, system="iso") for year, week in weeks],
            Week=Week,
        ),
        each(
            "whenever, with the weekday",
            "Date(x).iso_week_date()",
            days,
            [whenever.IsoWeekDate.parse_iso(day.strftime("%G-W%V-%u")) for day in days],
            Date=whenever.Date,
        ),
    ]


def are_mondays() -> list[Benchmark]:
    """Whether a date is a Monday."""
    days = dates(SCALARS)
    expected = [day.weekday() == 0 for day in days]
    return [
        each("semaine", "is_monday(x)", days, expected, is_monday=is_monday),
        each("floor", "same(x)", days, days, same=same),
        each("weekday() == 0", "x.weekday() == 0", days, expected),
        each("isoweekday() == 1", "x.isoweekday() == 1", days, expected),
    ]


GROUPS = {
    "monday": mondays,
    "week_number": week_numbers,
    "iso_week": iso_weeks,
    "is_monday": are_mondays,
}

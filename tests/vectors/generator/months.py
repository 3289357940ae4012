"""Vectors of weeks within months: month_weeks, months.

Each rule is counted out from its definition, week by week or day by day.
"""

from collections.abc import Iterator

from . import rules, samples, stepper
from .stepper import FIRST_YEAR, LAST_YEAR
from .table import Row, Table, table

MONDAY, THURSDAY = 1, 4


def nth_in_month(epoch_day: int) -> tuple[int, int, int]:
    """The month of a day, and how many days of its weekday that month has had by then."""
    day = stepper.day_of(epoch_day)
    count, earlier = 1, epoch_day - 7
    while stepper.stepped(earlier)[:2] == day[:2]:
        count, earlier = count + 1, earlier - 7
    return day.year, day.month, count


def by_weekday(epoch_day: int, weekday: int) -> tuple[int, int, int]:
    return nth_in_month(7 * stepper.week_of(epoch_day) + weekday - THURSDAY)


def by_row(epoch_day: int) -> tuple[int, int, int]:
    day = stepper.day_of(epoch_day)
    first = stepper.epoch_day(day.year, day.month, 1)
    return day.year, day.month, stepper.week_of(epoch_day) - stepper.week_of(first) + 1


def month_weeks() -> Iterator[Row]:
    for epoch_day in sorted(set(days())):
        yield epoch_day, "thursday", *by_weekday(epoch_day, THURSDAY)
        yield epoch_day, "monday", *by_weekday(epoch_day, MONDAY)
        yield epoch_day, "row", *by_row(epoch_day)
        # Days 1 to 7 are week 1, whatever their weekday: the nth of any weekday is in week n.
        yield epoch_day, "seven_days", *nth_in_month(epoch_day)


def days() -> Iterator[int]:
    # Eight years in a row have months of every length beginning on every weekday but a few.
    for year in range(2020, 2028):
        for month in range(1, 13):
            first = stepper.epoch_day(year, month, 1)
            yield from range(first - 4, first + 8)
            yield first + 14
    # Februaries of exactly four rows, and of five.
    for year in (1999, 2010, 2021, 2027, 2032, 2044):
        first = stepper.epoch_day(year, 2, 1)
        yield from range(first, first + 29)
    yield from range(stepper.FIRST_DAY, stepper.FIRST_DAY + 15)
    yield from range(stepper.LAST_DAY - 14, stepper.LAST_DAY + 1)
    yield from range(stepper.CPYTHON_FIRST - 3, stepper.CPYTHON_FIRST + 4)
    yield from samples.random_days(150, seed=3)


def months() -> Iterator[Row]:
    years = (*range(2015, 2031), -1, 0, 1, 1900, 2000, 9999, FIRST_YEAR, LAST_YEAR)
    cases = [(year, month) for year in years for month in range(1, 13)]
    cases += [(2025, 0), (2025, 13), (FIRST_YEAR - 1, 1), (LAST_YEAR + 1, 12)]
    for year, month in cases:
        length = stepper.month_length(year, month) if 1 <= month <= 12 else 31
        first, last = rules.date(year, month, 1), rules.date(year, month, length)
        if not isinstance(first, int):
            yield year, month, None, None, None, first.code, first.value
        elif not isinstance(last, int):
            yield year, month, None, None, None, last.code, last.value
        else:
            rows = stepper.week_of(first), stepper.week_of(last)
            yield year, month, *rows, rows[1] - rows[0] + 1, None, None


def tables() -> Iterator[Table]:
    yield table("month_weeks.csv", "epoch_day rule year month week", month_weeks())
    yield table(
        "months.csv", "year month first_week last_week weeks error value", months()
    )

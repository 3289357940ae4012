"""The calendar of every representable day, by stepping, and CPython's where it reaches.

The stepper begins on a known Monday and knows only how to go on to the next day: month lengths,
and a week number that grows by one until the week's fourth day lies in another year. It walks one
cycle of 400 years. The Gregorian rules depend on the year modulo 400 alone and a cycle is a whole
number of weeks, so every other day is a shift of one of the cycle.
"""

from datetime import date
from functools import cache
from typing import NamedTuple

DAYS_PER_CYCLE = 146_097
WEEKS_PER_CYCLE = 20_871
assert DAYS_PER_CYCLE == 7 * WEEKS_PER_CYCLE

# The Monday of the week of 1970-01-01, which was a Thursday (POSIX: tm_wday is 4 at time 0).
FIRST_MONDAY = -3
FIRST_CIVIL = (1969, 12, 29)

# CPython counts days from 0001-01-01, which is ordinal 1.
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
CPYTHON_FIRST = date.min.toordinal() - EPOCH_ORDINAL
CPYTHON_LAST = date.max.toordinal() - EPOCH_ORDINAL

# A week is representable if all its seven days fit a signed 32-bit integer.
I32_MIN, I32_MAX = -(2**31), 2**31 - 1
FIRST_WEEK = -((-I32_MIN - 3) // 7)
LAST_WEEK = (I32_MAX - 3) // 7
FIRST_DAY, LAST_DAY = 7 * FIRST_WEEK - 3, 7 * LAST_WEEK + 3
assert FIRST_DAY >= I32_MIN > FIRST_DAY - 7
assert LAST_DAY <= I32_MAX < LAST_DAY + 7


class Day(NamedTuple):
    year: int
    month: int
    day: int
    iso_year: int
    iso_week: int
    weekday: int


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    february = 29 if is_leap(year) else 28
    return (31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def following(year: int, month: int, day: int) -> tuple[int, int, int]:
    if day < month_length(year, month):
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


@cache
def cycle() -> tuple[Day, ...]:
    days = []
    civil = FIRST_CIVIL
    iso_year, iso_week = FIRST_CIVIL[0], 0
    for _ in range(WEEKS_PER_CYCLE):
        week = []
        for _ in range(7):
            week.append(civil)
            civil = following(*civil)
        year_of_thursday = week[3][0]
        iso_week = iso_week + 1 if year_of_thursday == iso_year else 1
        iso_year = year_of_thursday
        days += [
            Day(*day, iso_year, iso_week, i) for i, day in enumerate(week, start=1)
        ]
    assert civil == (FIRST_CIVIL[0] + 400, *FIRST_CIVIL[1:])
    return tuple(days)


@cache
def positions_of_days() -> dict[tuple[int, int, int], int]:
    return {(d.year % 400, d.month, d.day): at for at, d in enumerate(cycle())}


@cache
def positions_of_weeks() -> dict[tuple[int, int], int]:
    mondays = enumerate(cycle()[::7])
    return {(d.iso_year % 400, d.iso_week): at for at, d in mondays}


def stepped(epoch_day: int) -> Day:
    cycles, at = divmod(epoch_day - FIRST_MONDAY, DAYS_PER_CYCLE)
    found = cycle()[at]
    shift = 400 * cycles
    return found._replace(year=found.year + shift, iso_year=found.iso_year + shift)


def assert_equal_to_cpython() -> None:
    """The whole cycle, day by day, so that the shifts rest on a proof and not on samples."""
    for at, expected in enumerate(cycle()):
        day = date.fromordinal(EPOCH_ORDINAL + FIRST_MONDAY + at)
        assert expected == (day.year, day.month, day.day, *day.isocalendar()), day


def day_of(epoch_day: int) -> Day:
    """CPython's answer in the years 1 to 9999, which the stepper has to share."""
    expected = stepped(epoch_day)
    if CPYTHON_FIRST <= epoch_day <= CPYTHON_LAST:
        day = date.fromordinal(EPOCH_ORDINAL + epoch_day)
        found = Day(day.year, day.month, day.day, *day.isocalendar())
        assert found == expected, (found, expected)
        return found
    return expected


def epoch_day(year: int, month: int, day: int) -> int:
    """The day of a date that exists, whether it is representable or not."""
    at = positions_of_days()[year % 400, month, day]
    found = FIRST_MONDAY + at + DAYS_PER_CYCLE * ((year - cycle()[at].year) // 400)
    if 1 <= year <= 9999:
        assert found == date(year, month, day).toordinal() - EPOCH_ORDINAL
    return found


def weeks_in_year(year: int) -> int:
    expected = 53 if (year % 400, 53) in positions_of_weeks() else 52
    if 1 <= year <= 9999:
        # 28 December is always in the last week. `fromisocalendar` must not be asked: before
        # CPython 3.12 it takes week 53 of every year.
        assert date(year, 12, 28).isocalendar()[1] == expected
    return expected


def epoch_week(year: int, week: int) -> int:
    """The week of a year and a number that exist, representable or not."""
    at = positions_of_weeks()[year % 400, week]
    found = at + WEEKS_PER_CYCLE * ((year - cycle()[7 * at].iso_year) // 400)
    if 1 <= year <= 9999:
        monday = date.fromisocalendar(year, week, 1).toordinal() - EPOCH_ORDINAL
        assert 7 * found - 3 == monday
    return found


def week_of(day: int) -> int:
    """The epoch week of an epoch day: whole weeks since the first Monday."""
    return (day - FIRST_MONDAY) // 7


def day_is_representable(day: int) -> bool:
    return FIRST_DAY <= day <= LAST_DAY


def week_is_representable(week: int) -> bool:
    return FIRST_WEEK <= week <= LAST_WEEK


# The calendar years of the first and the last day; the ISO years are the same.
FIRST_YEAR, LAST_YEAR = stepped(FIRST_DAY).year, stepped(LAST_DAY).year
assert stepped(FIRST_DAY).iso_year == FIRST_YEAR
assert stepped(LAST_DAY).iso_year == LAST_YEAR
assert (FIRST_YEAR, LAST_YEAR) == (-5_877_641, 5_881_580)

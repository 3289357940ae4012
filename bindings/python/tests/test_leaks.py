"""Memory stays flat over ten million calls, those that raise included."""

import collections
import gc
import itertools
import sys
from collections.abc import Callable
from datetime import date, datetime, timezone

import psutil
import pytest

from semaine import (
    IsoWeek,
    IsoWeekDate,
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

pytestmark = pytest.mark.slow

DAY = date(2025, 8, 7)
MONDAY = date(2025, 8, 4)
MOMENT = datetime(2025, 8, 7, 18, 30, tzinfo=timezone.utc)
WEEK = IsoWeek(2025, 32)
WEEK_DATE = IsoWeekDate(2025, 32, 4)


class Subclass(date):
    pass


def refused(function: Callable[..., object]) -> Callable[[object], None]:
    def call(argument: object) -> None:
        try:
            function(argument)
        except (ValueError, TypeError):
            return
        raise AssertionError

    return call


# Each with how many times it is called: a leak of one object a call would be megabytes.
QUICK = 500_000
SLOW = 100_000

CALLS: list[tuple[int, Callable[..., object], object]] = [
    (QUICK, week_start, DAY),
    (QUICK, week_start, MOMENT),
    (QUICK, week_end, DAY),
    (QUICK, week_range, DAY),
    (QUICK, week_number, DAY),
    (QUICK, iso_year, DAY),
    (QUICK, is_monday, DAY),
    (QUICK, next_monday, DAY),
    (QUICK, previous_monday, DAY),
    (QUICK, weeks_in_year, 2025),
    (QUICK, IsoWeek.of, DAY),
    (QUICK, IsoWeek.from_monday, MONDAY),
    (QUICK, IsoWeek.from_epoch_week, 2_900),
    (QUICK, IsoWeek.parse, "2025-W32"),
    (QUICK, IsoWeekDate.of, DAY),
    (QUICK, WEEK.__add__, 1),
    (QUICK, WEEK.__sub__, WEEK),
    (QUICK, str, WEEK),
    (QUICK, hash, WEEK),
    (SLOW, week_start, Subclass(2025, 8, 7)),
    (SLOW, month_week, DAY),
    (SLOW, IsoWeek.of_year, 2026),
    (SLOW, tuple, WEEK),
    (SLOW, repr, WEEK_DATE),
    (SLOW, refused(week_start), None),
    (SLOW, refused(week_end), date.max),
    (SLOW, refused(IsoWeek.parse), "2025-W3"),
    (SLOW, refused(IsoWeek.parse), "2025-W3\ud800"),
    (SLOW, refused(IsoWeek.from_monday), DAY),
    (SLOW, refused(IsoWeek.from_epoch_week), 10**30),
    (SLOW, refused(WEEK.__add__), 10**30),
]


def call(count: int, function: Callable[..., object], argument: object) -> None:
    collections.deque(map(function, itertools.repeat(argument, count)), maxlen=0)


def references(argument: object) -> list[int]:
    return [sys.getrefcount(thing) for thing in (argument, IsoWeek, IsoWeekDate, Subclass)]


@pytest.mark.parametrize(("count", "function", "argument"), CALLS)
def test_nothing_is_left_behind(
    count: int, function: Callable[..., object], argument: object
) -> None:
    call(1_000, function, argument)  # what is made once has been made
    gc.collect()
    process = psutil.Process()
    before = (references(argument), sys.getallocatedblocks(), process.memory_info().rss)
    total = getattr(sys, "gettotalrefcount", lambda: 0)()  # only in debug builds
    call(count, function, argument)
    gc.collect()
    total = getattr(sys, "gettotalrefcount", lambda: 0)() - total
    after = (references(argument), sys.getallocatedblocks(), process.memory_info().rss)
    assert after[0] == before[0]
    # Far fewer than one for every hundredth call; other threads of pytest may allocate a few.
    assert after[1] - before[1] < count // 100
    assert total < count // 100
    # Memory that is not Python's: 32 bytes are the least that `malloc` takes for a call.
    assert after[2] - before[2] < count * 24


def test_the_calls_are_ten_million() -> None:
    assert sum(count for count, _, _ in CALLS) >= 10_000_000

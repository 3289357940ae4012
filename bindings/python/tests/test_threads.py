"""The same questions from eight threads at once, and in the main thread before."""

import random
import sys
import threading
from datetime import date, datetime, timezone

from semaine import (
    IsoWeek,
    IsoWeekDate,
    WeekError,
    month_week,
    next_monday,
    week_end,
    week_number,
    week_range,
    week_start,
)

THREADS = 8
ROUNDS = 5


def answers(days: list[date]) -> list[object]:
    """Ask everything once for each day, also what is refused."""
    found: list[object] = []
    for day in days:
        week = IsoWeek.of(day)
        found += [
            week,
            week_start(day),
            week_range(day),
            week_number(day),
            next_monday(datetime(day.year, day.month, day.day, 12, tzinfo=timezone.utc)),
            month_week(day),
            IsoWeekDate.of(day) + 10,
            IsoWeek.parse(str(week)),
            list(week),
            list(IsoWeek.range(week, week + 5, 2)),
            {week: day}[IsoWeek(week.year, week.week)],
        ]
        for refused in (
            lambda: IsoWeek(2021, 53),
            lambda: IsoWeek.parse("2025-W5"),
            lambda: week_end(date.max),
            lambda: IsoWeek.from_monday(date(2025, 8, 7)),
        ):
            try:
                found.append(refused())
            except WeekError as error:
                found.append((error.code, str(error), error.value, error.offset))
    return found


def test_threads_agree() -> None:
    chance = random.Random(8)
    days = [date.fromordinal(chance.randrange(10_000, 3_600_000)) for _ in range(200)]
    expected = answers(days)
    assert len(expected) == 200 * 15
    together = threading.Barrier(THREADS)
    agreed: list[bool] = []

    def hammer() -> None:
        together.wait()
        agreed.extend(answers(days) == expected for _ in range(ROUNDS))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # so that threads are interrupted often
    try:
        threads = [threading.Thread(target=hammer) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert agreed == [True] * THREADS * ROUNDS

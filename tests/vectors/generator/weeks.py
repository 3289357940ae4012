"""Vectors whose subject is a year or a week: years, weeks, ranges."""

from collections.abc import Iterator

from . import rules, samples, stepper
from .rules import Refusal
from .stepper import FIRST_WEEK, FIRST_YEAR, I32_MAX, I32_MIN, LAST_WEEK, LAST_YEAR
from .table import Row, Table, table


def years() -> Iterator[Row]:
    chosen = {
        *range(-401, 402),
        *range(1600, 2410),
        *samples.NOTABLE_YEARS,
        *samples.around(FIRST_YEAR, LAST_YEAR, distance=6),
        *range(I32_MIN, I32_MIN + 7),
        *range(I32_MAX - 6, I32_MAX + 1),
    }
    for year in sorted(chosen):
        count = stepper.weeks_in_year(year)
        first, last = rules.week(year, 1), rules.week(year, count)
        monday = 7 * first - 3 if isinstance(first, int) else None
        refusals = [week.code for week in (first, last) if not isinstance(week, int)]
        yield year, count, monday, refusals[0] if refusals else None


def week_names() -> Iterator[tuple[int, int]]:
    for year in range(1890, 2111):
        for week in (1, 2, 52, 53):
            yield year, week
    for year in (2025, 2026):
        for week in (*range(60), 99, 100, 254, 255):
            yield year, week
    for year in samples.NOTABLE_YEARS:
        for week in (0, 1, 26, 52, 53, 54):
            yield year, week
    for year in samples.around(FIRST_YEAR, LAST_YEAR):
        for week in range(55):
            yield year, week
    for year in (I32_MIN, I32_MAX):
        for week in (0, 1, 52, 53, 255):
            yield year, week
    for epoch_week in samples.random_weeks(300):
        day = stepper.stepped(7 * epoch_week)
        yield day.iso_year, day.iso_week


def weeks() -> Iterator[Row]:
    for year, number in week_names():
        found = rules.week(year, number)
        constrained = rules.constrained_week(year, number)
        head: Row
        if isinstance(found, Refusal):
            head = (None, None, None, None, None, found.code, found.value)
        else:
            head = (
                *(found, 7 * found - 3),
                rules.week_text(year, number),
                rules.basic_week_text(year, number),
                rules.html_week_text(year, number),
                *(None, None),
            )
        refused = isinstance(constrained, Refusal)
        yield (
            *(year, number, *head),
            None if isinstance(constrained, Refusal) else constrained,
            constrained.code if isinstance(constrained, Refusal) else None,
        )
        assert not refused or isinstance(found, Refusal)


def ranges() -> Iterator[Row]:
    year_2020 = stepper.epoch_week(2020, 1)
    cases = [
        (year_2020, year_2020 + 52, 1),
        *(
            (year_2020 + 45, year_2020 + 60, step)
            for step in (1, 2, 3, 4, 5, 15, 16, 100)
        ),
        *((0, 0, step) for step in (1, 2, 2**31 - 1)),
        *((1, 0, step) for step in (1, 7)),
        *((-5, 5, step) for step in range(1, 12)),
        (FIRST_WEEK, FIRST_WEEK + 6, 2),
        (LAST_WEEK - 6, LAST_WEEK, 2),
        (LAST_WEEK, LAST_WEEK, 1),
        (FIRST_WEEK, FIRST_WEEK, 1),
        (LAST_WEEK, FIRST_WEEK, 1),
        (FIRST_WEEK, LAST_WEEK, 2**31 - 1),
        (FIRST_WEEK, LAST_WEEK, LAST_WEEK),
        (FIRST_WEEK, LAST_WEEK, 100_000_000),
    ]
    for first, last, step in cases:
        yield first, last, step, " ".join(map(str, range(first, last + 1, step)))


def tables() -> Iterator[Table]:
    yield table("years.csv", "year weeks_in_year first_monday error", years())
    yield table(
        "weeks.csv",
        "year week epoch_week monday text basic_text html_text error value "
        "constrained_epoch_week constrained_error",
        weeks(),
    )
    yield table("ranges.csv", "first last step weeks", ranges())

"""Vectors whose subject is a date: dates, date_texts, mondays, civil_errors, numbers."""

from collections.abc import Iterator

from . import rules, samples, stepper
from .stepper import FIRST_DAY, FIRST_WEEK, LAST_DAY, LAST_WEEK
from .table import Row, Table, table

I32 = (-(2**31), 2**31 - 1)


def days() -> Iterator[int]:
    for year in range(1890, 2111):
        start = stepper.epoch_day(year - 1, 12, 22)
        yield from range(start, start + 20)
    # 4 January is always in week 1 and 28 December in the last one, through a whole cycle.
    for year in range(2111, 2511):
        yield stepper.epoch_day(year, 1, 4)
        yield stepper.epoch_day(year, 12, 28)
    yield from samples.edge_days()
    yield from samples.random_days(400)


def dates() -> Iterator[Row]:
    for epoch_day in sorted(set(days())):
        day = stepper.day_of(epoch_day)
        monday = epoch_day - (day.weekday - 1)
        previous = monday if monday < epoch_day else monday - 7
        yield (
            *(
                epoch_day,
                day.year,
                day.month,
                day.day,
                day.weekday,
                day.iso_year,
                day.iso_week,
            ),
            *(stepper.week_of(epoch_day), monday, monday + 6),
            monday + 7 if stepper.day_is_representable(monday + 7) else None,
            previous if stepper.day_is_representable(previous) else None,
        )


def date_texts() -> Iterator[Row]:
    for epoch_day in sorted(
        {*samples.edge_days(), *samples.random_days(200, seed=1988)}
    ):
        day = stepper.day_of(epoch_day)
        week = (day.iso_year, day.iso_week)
        yield (
            epoch_day,
            f"{rules.year_text(day.year)}-{day.month:02}-{day.day:02}",
            f"{rules.week_text(*week)}-{day.weekday}",
            f"{rules.basic_week_text(*week)}{day.weekday}",
        )


def mondays() -> Iterator[Row]:
    ends = (*range(FIRST_DAY, FIRST_DAY + 8), *range(LAST_DAY - 8, LAST_DAY + 1))
    for epoch_day in sorted({*ends, *range(-11, 12), *samples.random_days(60, seed=2)}):
        if stepper.day_of(epoch_day).weekday == 1:
            yield epoch_day, stepper.week_of(epoch_day), None
        else:
            yield epoch_day, None, "not_a_monday"


def civil_errors() -> Iterator[Row]:
    for case in civil_cases():
        found = rules.date(*case)
        if isinstance(found, int):
            yield *case, found, None, None
        else:
            yield *case, None, found.code, found.value


def civil_cases() -> Iterator[tuple[int, int, int]]:
    for year in (-400, -100, -4, -1, 0, 1, 4, 1900, 2000, 2023, 2024, 2025, 2100):
        for month in range(1, 13):
            for day in (0, 1, *range(28, 33), 255):
                yield year, month, day
        for month in (0, 13, 255):
            yield year, month, 1
    years = samples.around(*I32[:1], stepper.FIRST_YEAR, stepper.LAST_YEAR, I32[1])
    for year in (year for year in years if I32[0] <= year <= I32[1]):
        for month, day in (
            (1, 1),
            (2, 29),
            (6, 15),
            (12, 31),
            (0, 0),
            (13, 32),
            (1, 32),
            (2, 30),
        ):
            yield year, month, day
    # The days on both sides of each end: outside, they exist and are not representable.
    for epoch_day in samples.around(FIRST_DAY, LAST_DAY, distance=8):
        yield stepper.stepped(epoch_day)[:3]


def numbers() -> Iterator[Row]:
    """Constructors that take one integer."""
    ends = samples.around(
        *I32, 0, FIRST_DAY, LAST_DAY, FIRST_WEEK, LAST_WEEK, distance=7
    )
    for number in sorted(n for n in ends if I32[0] <= n <= I32[1]):
        day = stepper.day_is_representable(number)
        yield "from_epoch_day", number, None if day else "epoch_day_out_of_range"
        week = stepper.week_is_representable(number)
        yield "from_epoch_week", number, None if week else "epoch_week_out_of_range"
    for number in (*range(10), 100, 255):
        yield "weekday", number, None if 1 <= number <= 7 else "weekday_out_of_range"


def tables() -> Iterator[Table]:
    yield table(
        "dates.csv",
        "epoch_day year month day weekday iso_year iso_week epoch_week week_start week_end "
        "next_monday previous_monday",
        dates(),
    )
    yield table(
        "date_texts.csv", "epoch_day date week_date basic_week_date", date_texts()
    )
    yield table("mondays.csv", "epoch_day epoch_week error", mondays())
    yield table(
        "civil_errors.csv", "year month day epoch_day error value", civil_errors()
    )
    yield table("numbers.csv", "function number error", numbers())

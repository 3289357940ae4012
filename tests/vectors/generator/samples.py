"""Which days, weeks and years are worth a row: bounds, year ends, and seeded random ones."""

import random
from collections.abc import Iterator

from . import stepper

SEED = 8601
# Years at which something changes: signs and digits of texts, CPython's ends, centuries that are
# and are not leap years, the ends of 16-bit years and of chrono's range.
NOTABLE_YEARS = (
    *(
        -262_144,
        -262_143,
        -32_768,
        -10_000,
        -9999,
        -1000,
        -999,
        -401,
        -400,
        -399,
        -101,
        -100,
        -99,
    ),
    *(
        -4,
        -1,
        0,
        1,
        2,
        4,
        99,
        100,
        101,
        399,
        400,
        401,
        999,
        1000,
        1582,
        1600,
        1699,
        1700,
        1800,
    ),
    *(1899, 1900, 1999, 2000, 2001, 2100, 2400, 2800, 9996, 9998, 9999, 10_000, 10_001),
    *(32_767, 32_768, 262_142, 262_143, 99_999, 100_000, 999_999, 1_000_000),
)


def around(*values: int, distance: int = 1) -> Iterator[int]:
    for value in values:
        yield from range(value - distance, value + distance + 1)


def random_days(count: int, seed: int = SEED) -> Iterator[int]:
    source = random.Random(seed)
    for _ in range(count):
        yield source.randint(stepper.FIRST_DAY, stepper.LAST_DAY)


def random_weeks(count: int, seed: int = SEED) -> Iterator[int]:
    source = random.Random(seed)
    for _ in range(count):
        yield source.randint(stepper.FIRST_WEEK, stepper.LAST_WEEK)


def edge_days() -> Iterator[int]:
    """Days near each end of the range, of CPython's, of the epoch, and of the notable years."""
    yield from range(stepper.FIRST_DAY, stepper.FIRST_DAY + 15)
    yield from range(stepper.LAST_DAY - 14, stepper.LAST_DAY + 1)
    yield from range(stepper.CPYTHON_FIRST - 8, stepper.CPYTHON_FIRST + 9)
    yield from range(stepper.CPYTHON_LAST - 8, stepper.CPYTHON_LAST + 9)
    yield from range(-10, 11)
    for year in NOTABLE_YEARS:
        new_year = stepper.epoch_day(year, 1, 1)
        yield from range(new_year - 4, new_year + 4)
        yield from around(stepper.epoch_day(year, 3, 1))
    # The same weekday a cycle further must have the same week number.
    for cycles in range(-5, 6):
        yield from around(stepper.DAYS_PER_CYCLE * cycles)

"""Vectors of addition and subtraction, checked and saturating, of weeks and of days.

The oracle is Python's integers, which do not overflow.
"""

import random
from collections.abc import Iterator

from . import samples
from .stepper import FIRST_DAY, FIRST_WEEK, LAST_DAY, LAST_WEEK
from .table import Row, Table, table

UNITS = (
    # Unit, range, bits of the amount, error code.
    ("weeks", (FIRST_WEEK, LAST_WEEK), 32, "epoch_week_out_of_range"),
    ("days", (FIRST_DAY, LAST_DAY), 64, "epoch_day_out_of_range"),
)


def amounts(span: int, bits: int) -> Iterator[int]:
    yield from range(-8, 9)
    yield from (-53, -52, 52, 53, 371, 146_097, -146_097)
    edges = samples.around(span, -span, span // 2, -span // 2, 2**31, -(2**31))
    low, high = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
    yield from (amount for amount in edges if low <= amount <= high)
    yield from (low, low + 1, high - 1, high)


def arithmetic() -> Iterator[Row]:
    for unit, (first, last), bits, code in UNITS:
        source = random.Random(samples.SEED)
        starts = (first, first + 1, -1, 0, 1, 2610, last - 1, last)
        cases = [
            (start, amount)
            for start in starts
            for amount in amounts(last - first, bits)
        ]
        for _ in range(100):
            start = source.randint(first, last)
            cases.append((start, source.randint(first, last)))
        for start, amount in cases:
            for operation, sign in (("add", 1), ("sub", -1)):
                exact = start + sign * amount
                saturated = min(max(exact, first), last)
                fits = exact == saturated
                yield (
                    *(unit, operation, start, amount),
                    exact if fits else None,
                    None if fits else code,
                    None if fits else min(max(exact, -(2**63)), 2**63 - 1),
                    saturated,
                )


def tables() -> Iterator[Table]:
    yield table(
        "arithmetic.csv",
        "unit operation start amount result error value saturated",
        arithmetic(),
    )

"""The inputs: the same days in every run, in every form that the peers take."""

from __future__ import annotations

import random
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

SEED = 2025
#: The days are of two centuries, so that most types can hold them, and no branch is learnt.
FIRST = date(1900, 1, 1)
LAST = date(2099, 12, 31)
#: Single dates: too many for a processor to remember each, few enough for its caches.
SCALARS = 4_096
#: Lists: objects of Python fill the memory ten times as fast as numbers.
LISTED = 100_000
#: Columns that no cache can hold.
COLUMN = 10_000_000

EPOCH = date(1970, 1, 1).toordinal()


@cache
def dates(count: int) -> list[date]:
    """Give dates in no order."""
    rng = random.Random(SEED)
    ordinals = range(FIRST.toordinal(), LAST.toordinal() + 1)
    return [date.fromordinal(ordinal) for ordinal in rng.choices(ordinals, k=count)]


@cache
def epoch_days(count: int) -> npt.NDArray[np.int32]:
    """Give the days of a column as days since 1970-01-01."""
    first, last = FIRST.toordinal() - EPOCH, LAST.toordinal() - EPOCH
    rng = np.random.default_rng(SEED)
    return rng.integers(first, last, size=count, dtype=np.int32, endpoint=True)


@cache
def arrow_days(count: int) -> pa.Array:
    """Give the days of a column as Arrow data."""
    return pa.array(epoch_days(count)).cast(pa.date32())

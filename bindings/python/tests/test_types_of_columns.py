"""What checkers of types know of columns: they read this file as well.

They tell of a comment `type: ignore` that hides nothing, too.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pytest
from typing_extensions import assert_type

from semaine import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = date(2025, 1, 1)
MONDAY = date(2024, 12, 30)


def generated() -> Iterator[date]:
    """Give what is no sequence."""
    yield DAY


def test_lists_keep_the_class_of_their_dates() -> None:
    noons: list[datetime | None] = [datetime(2025, 1, 1, 12), None]
    mondays = columns.week_start(noons)
    assert_type(mondays, list[datetime | None])
    assert mondays == [datetime(2024, 12, 30, 12), None]
    sundays = columns.week_end((DAY,))
    assert_type(sundays, list[date | None])
    assert sundays == [date(2025, 1, 5)]


def test_sequences_give_lists() -> None:
    pairs = columns.year_week((DAY, None))
    assert_type(pairs, list[tuple[int, int] | None])
    assert pairs == [(2025, 1), None]
    mondays = columns.parse(["2025-W01", None])
    assert_type(mondays, list[date | None])
    assert mondays == [MONDAY, None]


def test_what_else_can_be_iterated_is_taken() -> None:
    assert columns.week_start(generated(), first_day=1) == [MONDAY]
    assert columns.weekday({DAY}) == [3]
    assert columns.parse(iter(["2025-W01"])) == [MONDAY]


@pytest.mark.parametrize("column", [[DAY], pl.Series([DAY])])
def test_what_may_be_a_list_is_not_taken_for_one(column: list[date] | pl.Series) -> None:
    numbers = columns.weekday(column)
    assert (numbers if isinstance(numbers, list) else numbers.to_list()) == [3]


def test_series_stay_what_they_are() -> None:
    mondays = columns.week_start(pl.Series([DAY]))
    assert_type(mondays, pl.Series)
    assert mondays.to_list() == [MONDAY]
    index = columns.week_end(pd.DatetimeIndex([DAY]))
    assert_type(index, pd.DatetimeIndex)
    assert index.tolist() == [pd.Timestamp("2025-01-05")]


def test_any_stays_any() -> None:
    anything: Any = [DAY]
    mondays = columns.week_start(anything)
    assert_type(mondays, Any)
    assert mondays == [MONDAY]


def test_what_is_no_column_is_an_error_already_for_checkers() -> None:
    for call in (
        lambda: columns.week_start(5),  # type: ignore[call-overload]
        lambda: columns.week_number(None),  # type: ignore[call-overload]
        lambda: columns.week_end("2025-01-01"),  # type: ignore[arg-type]
        lambda: columns.weekday(["2025-01-01"]),  # type: ignore[list-item]
        lambda: columns.parse([DAY]),  # type: ignore[list-item]
    ):
        with pytest.raises(TypeError):
            call()

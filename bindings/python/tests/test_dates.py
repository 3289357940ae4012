"""What counts as a date, and what a moved date keeps of it."""

import copy
import datetime as dt
import decimal
import pickle
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from unittest import mock
from zoneinfo import ZoneInfo

import freezegun
import numpy as np
import pandas as pd
import pendulum
import pytest
import whenever

import semaine
from semaine import (
    IsoWeek,
    IsoWeekDate,
    WeekOverflowError,
    is_monday,
    iso_year,
    month_week,
    next_monday,
    previous_monday,
    week_end,
    week_number,
    week_range,
    week_start,
)

PARIS = ZoneInfo("Europe/Paris")

# The days from 2025-08-07, a Thursday.
MOVES: dict[Callable[[date], date], int] = {
    week_start: -3,
    week_end: 3,
    next_monday: 4,
    previous_monday: -3,
}
ASKS: dict[Callable[[date], object], object] = {
    week_number: 32,
    iso_year: 2025,
    is_monday: False,
    IsoWeek.of: IsoWeek(2025, 32),
    IsoWeekDate.of: IsoWeekDate(2025, 32, 4),
    month_week: (2025, 8, 1),
}


class Subclass(date):
    """A date of another class."""


class DatetimeSubclass(datetime):
    """A datetime of another class."""


def assert_moves(day: date) -> None:
    """Compare with what the object itself does when days are added, for 2025-08-07."""
    for move, days in MOVES.items():
        moved = move(day)
        expected = day + timedelta(days)
        assert type(moved) is type(expected), move
        assert moved == expected, move
        assert repr(moved) == repr(expected), move
    monday, sunday = week_range(day)
    assert (monday, sunday) == (day + timedelta(-3), day + timedelta(3))
    assert type(monday) is type(sunday) is type(day + timedelta(0))
    for ask, expected_answer in ASKS.items():
        answer = ask(day)
        assert answer == expected_answer, ask
        assert type(answer) is type(expected_answer) or ask is month_week
    assert day in IsoWeek(2025, 32)
    assert day not in IsoWeek(2025, 33)


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 8, 7),
        datetime(2025, 8, 7),
        datetime(2025, 8, 7, 23, 59, 59, 999_999),
        datetime(2025, 8, 7, 18, 30, tzinfo=timezone.utc),
        datetime(2025, 8, 7, 0, 0, tzinfo=timezone(timedelta(hours=-11, minutes=-30))),
        datetime(2025, 8, 7, 18, 30, tzinfo=PARIS),
        datetime(2025, 8, 7, 18, 30, fold=1),
        datetime(2025, 8, 7, 18, 30, tzinfo=PARIS, fold=1),
        Subclass(2025, 8, 7),
        DatetimeSubclass(2025, 8, 7, 12, 30),
        DatetimeSubclass(2025, 8, 7, 12, 30, tzinfo=PARIS, fold=1),
        freezegun.api.FakeDate(2025, 8, 7),
        freezegun.api.FakeDatetime(2025, 8, 7, 12, 30),
        freezegun.api.FakeDatetime(2025, 8, 7, 12, 30, tzinfo=timezone.utc),
        pd.Timestamp("2025-08-07"),
        pd.Timestamp("2025-08-07 18:30:00.123456789"),
        pd.Timestamp("2025-08-07 18:30").as_unit("s"),
        pd.Timestamp("2025-08-07 18:30").as_unit("ms"),
        pd.Timestamp("2025-08-07 18:30").as_unit("us"),
        pd.Timestamp("2025-08-07 18:30", tz="Europe/Paris"),
        pendulum.date(2025, 8, 7),
        pendulum.naive(2025, 8, 7, 18, 30),
        pendulum.datetime(2025, 8, 7, 18, 30),
        pendulum.datetime(2025, 8, 7, 18, 30, tz="Europe/Paris"),
    ],
    ids=repr,
)
def test_moves_keep_the_class_the_time_and_the_zone(day: date) -> None:
    assert_moves(day)


def test_moved_datetimes_are_the_first_of_two() -> None:
    """As in date arithmetic, `fold` is not kept."""
    repeated = datetime(2025, 10, 26, 2, 30, tzinfo=PARIS, fold=1)
    assert week_end(repeated).fold == (repeated + timedelta(0)).fold == 0
    assert week_start(repeated).fold == 0
    aware = DatetimeSubclass(2025, 10, 26, 2, 30, tzinfo=PARIS, fold=1)
    assert week_end(aware).fold == 0


@pytest.mark.parametrize(
    "make",
    [
        partial(datetime, tzinfo=PARIS),
        partial(DatetimeSubclass, tzinfo=PARIS),
        partial(freezegun.api.FakeDatetime, tzinfo=PARIS),
        lambda *parts: pd.Timestamp(datetime(*parts), tz="Europe/Paris"),
        partial(pendulum.datetime, tz="Europe/Paris"),
    ],
    ids=["datetime", "subclass", "freezegun", "pandas", "pendulum"],
)
def test_moves_keep_the_local_time_where_the_clock_changes(make: Callable[..., datetime]) -> None:
    """Summer time ends on 2025-10-26 and begins on 2025-03-30, both Sundays."""
    sunday = make(2025, 10, 26, 23, 30)
    assert week_start(sunday) == make(2025, 10, 20, 23, 30)
    assert week_start(sunday).utcoffset() == timedelta(hours=2)
    assert type(week_start(sunday)) is type(sunday)
    monday = make(2025, 3, 24, 23, 30)
    assert week_end(monday) == make(2025, 3, 30, 23, 30)
    assert week_end(monday).utcoffset() == timedelta(hours=2)
    assert next_monday(monday) == make(2025, 3, 31, 23, 30)
    # The calendar date is that of the zone: in UTC this is still Sunday.
    early = make(2025, 8, 4, 0, 30)
    assert is_monday(early)
    assert week_start(early) == early


def test_frozen_clocks() -> None:
    with freezegun.freeze_time("2025-12-31 23:30"):
        today = dt.date.today()
        assert type(week_start(today)) is dt.date
        assert week_start(today) == dt.date(2025, 12, 29)
        assert IsoWeek.of(dt.datetime.now(timezone.utc)) == IsoWeek(2026, 1)
        assert IsoWeek.current() == IsoWeek(2026, 1)
        assert IsoWeek.current(None) == IsoWeek(2026, 1)
    with freezegun.freeze_time("2025-08-03 23:30"):
        assert IsoWeek.current(timezone.utc) == IsoWeek(2025, 31)
        assert IsoWeek.current(PARIS) == IsoWeek(2025, 32)
    with pytest.raises(TypeError, match="tzinfo"):
        IsoWeek.current("Europe/Paris")  # type: ignore[arg-type]


def test_timestamps_beyond_python() -> None:
    """A wrong year is what pandas keeps a wrong year in the fields, and the right one beside."""
    late = pd.Timestamp(np.datetime64("12025-08-07", "s"))
    assert late.year == 12_025
    assert IsoWeek.of(late) == IsoWeek.parse("+12025-W32")
    with pytest.raises(WeekOverflowError, match=r"^\+12025-08-0\d is beyond datetime.date"):
        week_start(late)


class ByKeyword(date):
    """A subclass whose constructor takes something else."""

    def __new__(cls, *, text: str) -> "ByKeyword":  # noqa: PYI034 - `Self` came with 3.11
        day = date.fromisoformat(text)
        return super().__new__(cls, day.year, day.month, day.day)

    def __add__(self, other: timedelta) -> "ByKeyword":
        return ByKeyword(text=(date(self.year, self.month, self.day) + other).isoformat())


class WithoutYear(date):
    @property
    def year(self) -> int:
        message = "there is no year"
        raise LookupError(message)


class WithTextYear(date):
    @property
    def year(self) -> int:
        return "2025"  # type: ignore[return-value]


class WithMonth13(date):
    @property
    def month(self) -> int:
        return 13


class Immovable(date):
    def __add__(self, other: object) -> "Immovable":
        message = "cannot be moved"
        raise ArithmeticError(message)


def test_subclasses_decide() -> None:
    day = ByKeyword(text="2025-08-07")
    assert type(week_start(day)) is ByKeyword
    assert week_start(day) == date(2025, 8, 4)
    assert week_range(day)[1] == date(2025, 8, 10)

    immovable = Immovable(2025, 8, 7)
    assert week_number(immovable) == 32
    for move in (*MOVES, week_range):
        with pytest.raises(ArithmeticError, match="cannot be moved"):
            move(immovable)
    for ask in (*MOVES, *ASKS, week_range):
        with pytest.raises(LookupError, match="there is no year"):
            ask(WithoutYear(2025, 8, 7))
    for wrong in (WithTextYear(2025, 8, 7), WithMonth13(2025, 8, 7)):
        with pytest.raises(TypeError, match=f"not {type(wrong).__name__}"):
            week_start(wrong)


NAMES: dict[Callable[[date], object], str] = {
    week_start: "week_start",
    week_end: "week_end",
    next_monday: "next_monday",
    previous_monday: "previous_monday",
    week_range: "week_range",
    week_number: "week_number",
    iso_year: "iso_year",
    is_monday: "is_monday",
    month_week: "month_week",
    IsoWeek.of: "IsoWeek.of",
    IsoWeek.from_monday: "IsoWeek.from_monday",
    IsoWeek(2025, 32).__contains__: "IsoWeek.__contains__",
    IsoWeekDate.of: "IsoWeekDate.of",
}


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "2025-08-07",
        b"2025-08-07",
        20_250_807,
        True,
        1_754_524_800.0,
        float("nan"),
        decimal.Decimal(1),
        (2025, 8, 7),
        [date(2025, 8, 7)],
        object(),
        date,
        time(12),
        timedelta(1),
        IsoWeek(2025, 32),
        IsoWeekDate(2025, 32, 4),
        np.datetime64("2025-08-07"),
        np.datetime64("NaT", "D"),
        np.int64(3),
        pd.NaT,
        pd.NA,
        pd.Period("2025-08-07"),
        whenever.Date(2025, 8, 7),
        mock.Mock(spec=date),
    ],
    ids=lambda wrong: type(wrong).__name__,
)
def test_wrong_types_are_refused(wrong: date) -> None:
    name = type(wrong).__name__
    for function, called in NAMES.items():
        with pytest.raises(TypeError) as caught:
            function(wrong)
        assert str(caught.value) == (
            f"{called}() takes a datetime.date or datetime.datetime, not {name}"
        )


def test_wrong_numbers_of_arguments_are_refused() -> None:
    for function in NAMES:
        with pytest.raises(TypeError):
            function()  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            function(date.min, date.min)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            function(date=date.min)  # type: ignore[call-arg]


@pytest.mark.parametrize("make", [date, datetime, Subclass, DatetimeSubclass])
def test_ends_of_the_range(make: Callable[..., date]) -> None:
    first, last = make(1, 1, 1), make(9999, 12, 31)
    assert week_start(first) == first
    assert week_end(first) == make(1, 1, 7)
    assert next_monday(first) == make(1, 1, 8)
    assert week_start(last) == previous_monday(last) == make(9999, 12, 27)
    assert (iso_year(last), week_number(last)) == (9999, 52)
    beyond: dict[str, list[tuple[Callable[[date], object], date]]] = {
        "0000-12-25": [(previous_monday, first)],
        r"\+10000-01-02": [(week_end, last), (week_range, last), (week_end, make(9999, 12, 27))],
        r"\+10000-01-03": [(next_monday, last)],
    }
    for text, cases in beyond.items():
        for function, day in cases:
            with pytest.raises(OverflowError) as caught:
                function(day)
            assert isinstance(caught.value, WeekOverflowError)
            assert caught.value.code == "datetime_out_of_range"
            assert caught.match(
                f"^{text} is beyond datetime.date, which holds 0001-01-01 to 9999-12-31$"
            )


def test_timestamps_at_the_end_of_nanoseconds() -> None:
    """It is for pandas to refuse: 1677-09-20 is beyond its nanoseconds."""
    first = pd.Timestamp.min
    assert IsoWeek.of(first) == IsoWeek.of(date(1677, 9, 21))
    with pytest.raises(pd.errors.OutOfBoundsDatetime):
        week_start(first - timedelta(0))


def test_functions_can_be_pickled() -> None:
    """Worker processes receive functions by name."""
    for function in NAMES:
        if function.__name__ != "__contains__":
            assert pickle.loads(pickle.dumps(function))(date(2025, 8, 4)) == function(
                date(2025, 8, 4)
            )
    assert copy.copy(week_start) is week_start


def test_rules_of_month_weeks() -> None:
    with pytest.raises(ValueError, match="rule must be"):
        month_week(date(2025, 8, 7), rule="iso")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        month_week(date(2025, 8, 7), "row")  # type: ignore[call-arg]
    found = month_week(date(2025, 8, 31), rule="row")
    assert type(found) is semaine.MonthWeek
    assert (found.year, found.month, found.week) == found == (2025, 8, 5)
    assert pickle.loads(pickle.dumps(found)) == found

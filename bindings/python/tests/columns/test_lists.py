"""Lists and other iterables of dates, compared with CPython's calendar."""

from __future__ import annotations

import pickle
import sys
from collections import deque
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from semaine import IsoWeek, ParseError, WeekError, WeekOverflowError, columns

if TYPE_CHECKING:
    from collections.abc import Callable

DAYS = [
    *(date(year, 1, 1) + timedelta(days) for year in range(1896, 2036) for days in range(-7, 7)),
    *(date.fromordinal(ordinal) for ordinal in range(1, date.max.toordinal() - 7, 997)),
]
MOMENTS = [
    datetime(2024, 12, 29, 23, 59, 59, 999_999),
    datetime(2024, 12, 30, tzinfo=timezone(timedelta(hours=-11))),
    datetime(2025, 10, 26, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin")),
]
ANSWERS: dict[str, Callable[[date], Any]] = {
    "week_start": lambda day: day - timedelta(day.weekday()),
    "week_end": lambda day: day + timedelta(6 - day.weekday()),
    "week_number": lambda day: day.isocalendar()[1],
    "iso_year": lambda day: day.isocalendar()[0],
    "year_week": lambda day: tuple(day.isocalendar()[:2]),
    "epoch_week": lambda day: (day.toordinal() - date(1969, 12, 29).toordinal()) // 7,
    "weekday": lambda day: day.isoweekday(),
    "is_week_start": lambda day: day.isoweekday() == 1,
    "format": lambda day: "{:04}-W{:02}".format(*day.isocalendar()[:2]),
    "iso_week": lambda day: IsoWeek(*day.isocalendar()[:2]),
}


def rows(kind: Any) -> Any:
    return kind([*DAYS, None, *MOMENTS, None])


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("kind", [list, tuple, deque, iter])
def test_answers(name: str, kind: Any) -> None:
    wanted = [None if day is None else ANSWERS[name](day) for day in rows(list)]
    assert len(wanted) > 5000
    actual = getattr(columns, name)(rows(kind))
    assert type(actual) is list
    assert actual == wanted
    assert [type(row) for row in actual] == [type(row) for row in wanted]


@pytest.mark.parametrize("name", ANSWERS)
def test_no_rows(name: str) -> None:
    assert getattr(columns, name)([]) == []
    assert getattr(columns, name)(day for day in DAYS[:0]) == []
    assert getattr(columns, name)([None, None]) == [None, None]


def test_the_time_and_its_zone_stay() -> None:
    moves: list[list[Any]] = [columns.week_start(MOMENTS), columns.week_end(MOMENTS)]
    for moved in moves:
        assert [row.time() for row in moved] == [row.time() for row in MOMENTS]
        assert [row.tzinfo for row in moved] == [row.tzinfo for row in MOMENTS]


@pytest.mark.parametrize("first_day", range(1, 8))
def test_weeks_that_start_on_any_day(first_day: int) -> None:
    days = DAYS[20:]
    wanted = [day - timedelta((day.isoweekday() - first_day) % 7) for day in days if day.year > 1]
    assert columns.week_start([day for day in days if day.year > 1], first_day=first_day) == wanted
    assert len(wanted) > 5000


@pytest.mark.parametrize("first_day", [0, 8, -1, 2**70])
@pytest.mark.parametrize("column", [[], DAYS])
def test_no_such_first_day(first_day: int, column: list[date]) -> None:
    with pytest.raises(WeekError) as error:
        columns.week_start(column, first_day=first_day)
    assert error.value.code == "weekday_out_of_range"
    with pytest.raises(TypeError):
        columns.week_start(column, first_day="1")  # type: ignore[call-overload]


def test_formats_of_days() -> None:
    wanted = ["{:04}-W{:02}-{}".format(*day.isocalendar()) for day in DAYS]
    assert columns.format(DAYS, weekday=True) == wanted
    assert columns.parse(wanted, weekday=True) == DAYS


def test_parsing() -> None:
    days = [day for day in DAYS if day.year > 1]
    texts = ["{:04}-W{:02}".format(*day.isocalendar()[:2]) for day in days]
    assert len(texts) > 5000
    mondays = [ANSWERS["week_start"](day) for day in days]
    assert columns.parse([*texts, None]) == [*mondays, None]
    assert columns.parse(tuple(text.replace("-", "") for text in texts)) == mondays
    assert columns.parse(iter(texts), errors="null") == mondays
    assert columns.parse([]) == []


class Text(str):
    __slots__ = ()


def test_subclasses_of_str_are_texts() -> None:
    assert columns.parse([Text("2025-W01")]) == [date(2024, 12, 30)]


def test_rows_that_are_no_texts_of_weeks() -> None:
    texts = ["2025-W01", None, "2025-W53", "", "\ud800"]
    with pytest.raises(ParseError, match=r"^row 2: week 53 does not exist in 2025") as error:
        columns.parse(texts)
    assert (error.value.row, error.value.code, error.value.offset) == (2, "week_not_in_year", 6)
    assert columns.parse(texts, errors="null") == [date(2024, 12, 30), None, None, None, None]
    again = pickle.loads(pickle.dumps(error.value))
    assert (str(again), again.row, again.code) == (str(error.value), 2, "week_not_in_year")
    with pytest.raises(
        ValueError, match=r"""parse\(\) takes errors="raise" or errors="null", not 'x'"""
    ):
        columns.parse(texts, errors="x")  # type: ignore[call-overload]


@pytest.mark.parametrize("errors", ["raise", "null"])
def test_rows_that_are_no_texts(errors: Any) -> None:
    with pytest.raises(TypeError, match=r"^row 1: parse\(\) takes a str, not int$"):
        columns.parse(["2025-W01", 5], errors=errors)  # type: ignore[list-item]


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("row", [5, "2025-01-01", 1.5, timedelta(1), object()])
def test_rows_that_are_no_dates(name: str, row: object) -> None:
    kind = type(row).__name__
    message = rf"^row 2: {name}\(\) takes a datetime\.date or datetime\.datetime, not {kind}$"
    with pytest.raises(TypeError, match=message):
        getattr(columns, name)([None, date(2025, 1, 1), row])


def test_beyond_the_dates_of_python() -> None:
    with pytest.raises(WeekOverflowError, match=r"^row 1: \+10000-01-02 is beyond") as error:
        columns.week_end([date(2025, 1, 1), date.max])
    assert error.value.row == 1
    with pytest.raises(OverflowError, match=r"^row 0: 0000-12-31 is beyond"):
        columns.week_start([date.min], first_day=7)
    with pytest.raises(WeekOverflowError, match=r"^row 0: \+10000-01-03 is beyond"):
        columns.parse(["+10000-W01"])
    with pytest.raises(WeekOverflowError, match=r"^row 0: \+10000-01-02 is beyond"):
        columns.week_end([datetime.max])


@pytest.mark.parametrize(
    "column",
    [
        5,
        None,
        "2025-01-01",
        b"2025",
        date(2025, 1, 1),
        {date(2025, 1, 1): 1},
        memoryview(b"x"),
        len,
    ],
)
@pytest.mark.parametrize("name", [*ANSWERS, "parse"])
def test_what_is_no_column(name: str, column: Any) -> None:
    kind = type(column)
    full = kind.__qualname__ if kind.__module__ == "builtins" else f"datetime.{kind.__qualname__}"
    with pytest.raises(TypeError, match=rf"^{name}\(\) takes a list.*, not {full}$"):
        getattr(columns, name)(column)


def test_what_an_iterable_raises() -> None:
    def broken() -> Any:
        yield date(2025, 1, 1)
        message = "broken"
        raise KeyError(message)

    with pytest.raises(KeyError, match="broken"):
        columns.week_start(broken())


def test_a_row_that_changes_the_list() -> None:
    class Changing(date):
        @property
        def year(self) -> int:
            days.clear()
            return 2025

    days: list[Any] = [Changing(2025, 1, 1), *DAYS[:50]]
    weeks = columns.week_number(days)
    assert days == []
    assert weeks == [1, *(day.isocalendar()[1] for day in DAYS[:50])]


def test_texts_beyond_the_dates_of_python_are_null_if_errors_are() -> None:
    texts = ["+10000-W01", "2025-W01", "-0001-W01"]
    assert columns.parse(texts, errors="null") == [None, date(2024, 12, 30), None]
    days = [f"{text}-1" for text in texts]
    found = columns.parse(days, weekday=True, errors="null")
    assert found == [None, date(2024, 12, 30), None]


def test_rows_of_a_week_share_an_object() -> None:
    first, second = columns.iso_week([date(2025, 1, 1), date(2025, 1, 2)])
    assert first is second
    assert sys.getrefcount(columns.week_start(DAYS)[0]) < 20


def test_no_references_are_kept() -> None:
    day, moment = date(1987, 6, 5), datetime(1987, 6, 5, tzinfo=timezone.utc)
    before = sys.getrefcount(day), sys.getrefcount(moment)
    for name in ANSWERS:
        getattr(columns, name)([day, moment, day] * 100)
    with pytest.raises(TypeError):
        columns.week_start([day, moment, 5])  # type: ignore[list-item]
    assert (sys.getrefcount(day), sys.getrefcount(moment)) == before

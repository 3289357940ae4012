"""Every case of `tests/vectors/*.csv`, whose expected values were made without this library.

Python's dates hold the years 1 to 9999. A row beyond them is checked through `IsoWeek` and
`IsoWeekDate`; columns that only a date could answer are counted as skipped.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any
from urllib.parse import unquote

import pytest

from semaine import (
    IsoWeek,
    IsoWeekDate,
    MonthWeek,
    NotAMondayError,
    ParseError,
    WeekError,
    WeekOverflowError,
    is_long_year,
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

Row = dict[str, str]
Vectors = Callable[[str, int], list[Row]]

EPOCH = date(1970, 1, 1)


def day(epoch_day: str) -> IsoWeekDate:
    return IsoWeekDate.from_epoch_day(int(epoch_day))


def week(epoch_week: str) -> IsoWeek:
    return IsoWeek.from_epoch_week(int(epoch_week))


def epoch_week(year: int, week: int) -> int:
    return IsoWeek(year, week).epoch_week


def weeks_in_month(year: int, month: int) -> int:
    return len(IsoWeek.overlapping_month(year, month))


def number(field: str) -> int | None:
    return int(field) if field else None


def in_datetime(epoch_day: str) -> bool:
    return -719_162 <= int(epoch_day) <= 2_932_896


def datetime_date(epoch_day: str) -> date | None:
    """Count as Python does; none beyond its dates, also for an empty field."""
    if not epoch_day or not in_datetime(epoch_day):
        return None
    return EPOCH + timedelta(int(epoch_day))


def calendar_text(day: IsoWeekDate) -> str:
    """Write the calendar date; beyond Python's dates, the error of the conversion tells it."""
    try:
        return day.date.isoformat()
    except WeekOverflowError as error:
        assert error.code == "datetime_out_of_range"
        assert error.value == day.epoch_day
        return str(error).split(" ", 1)[0]


def or_overflow(answer: Callable[[date], date], day: date) -> date | None:
    try:
        return answer(day)
    except OverflowError:
        return None


def shifted(week: IsoWeek, weeks: int) -> int | None:
    """Give the epoch day of the Monday that is so many weeks later, if there is one."""
    try:
        return (week + weeks).on(1).epoch_day
    except WeekOverflowError:
        return None


def test_dates(vectors: Vectors) -> None:
    beyond = 0
    for row in vectors("dates.csv", 6_232):
        year, number_of_week = int(row["iso_year"]), int(row["iso_week"])
        weekday = int(row["weekday"])
        days = day(row["epoch_day"])
        weeks = week(row["epoch_week"])

        assert (days.year, days.week, days.weekday) == (year, number_of_week, weekday), row
        assert days.epoch_day == int(row["epoch_day"]), row
        assert days.iso_week == weeks, row
        assert days == IsoWeekDate(year, number_of_week, weekday), row
        assert (weeks.year, weeks.week) == (year, number_of_week), row
        assert weeks == IsoWeek(year, number_of_week), row
        assert weeks.epoch_week == int(row["epoch_week"]), row
        assert weeks.on(weekday) == days, row
        assert weeks.on(1).epoch_day == int(row["week_start"]), row
        assert weeks.on(7).epoch_day == int(row["week_end"]), row
        assert shifted(weeks, 1) == number(row["next_monday"]), row
        assert shifted(weeks, -(weekday == 1)) == number(row["previous_monday"]), row
        civil = (int(row["year"]), int(row["month"]), int(row["day"]))
        sign = "-" if civil[0] < 0 else "+" * (civil[0] > 9_999)
        text = f"{sign}{abs(civil[0]):04}-{civil[1]:02}-{civil[2]:02}"
        assert calendar_text(days) == text, row

        if not in_datetime(row["epoch_day"]):
            beyond += 1
            continue
        today = date(*civil)
        assert IsoWeek.of(today) == weeks, row
        assert IsoWeekDate.of(today) == days, row
        assert days.date == today, row
        assert weeks.day(weekday) == today, row
        assert today in weeks, row
        assert (iso_year(today), week_number(today)) == (year, number_of_week), row
        assert is_monday(today) is (weekday == 1), row
        monday, sunday = datetime_date(row["week_start"]), datetime_date(row["week_end"])
        assert or_overflow(week_start, today) == monday, row
        assert or_overflow(week_end, today) == sunday, row
        if sunday is not None:
            assert week_range(today) == (monday, sunday), row
            assert (weeks.monday, weeks.sunday) == (monday, sunday), row
        assert or_overflow(next_monday, today) == datetime_date(row["next_monday"]), row
        assert or_overflow(previous_monday, today) == datetime_date(row["previous_monday"]), row
    assert beyond == 727


def test_date_texts(vectors: Vectors) -> None:
    for row in vectors("date_texts.csv", 882):
        days = day(row["epoch_day"])
        assert calendar_text(days) == row["date"]
        assert str(days) == f"{days}" == row["week_date"]
        assert days.to_basic() == f"{days:basic}" == row["basic_week_date"]
        for text in (row["week_date"], row["basic_week_date"]):
            assert IsoWeekDate.parse(text) == days, text
            assert IsoWeekDate.parse_lenient(text) == days, text


def test_mondays(vectors: Vectors) -> None:
    beyond = 0
    for row in vectors("mondays.csv", 100):
        days = day(row["epoch_day"])
        if row["epoch_week"]:
            assert days.weekday == 1, row
            assert days.iso_week == week(row["epoch_week"]), row
        else:
            assert days.weekday != 1, row
        today = datetime_date(row["epoch_day"])
        if today is None:
            beyond += 1
        elif row["error"]:
            with pytest.raises(NotAMondayError) as caught:
                IsoWeek.from_monday(today)
            assert caught.value.code == row["error"] == "not_a_monday"
            assert caught.value.value == today
            assert caught.value.weekday == today.isoweekday()
            assert caught.value.monday == today - timedelta(today.weekday())
        else:
            assert IsoWeek.from_monday(today) == week(row["epoch_week"])
    assert beyond == 77


def test_civil_errors(vectors: Vectors) -> None:
    """Python's `date` refuses what does not exist itself; ours are the days that it cannot hold."""
    refused = 0
    for row in vectors("civil_errors.csv", 1_401):
        if row["error"]:
            refused += 1
            with pytest.raises((ValueError, OverflowError)):
                date(int(row["year"]), int(row["month"]), int(row["day"]))
            continue
        year, month, number_of_day = int(row["year"]), int(row["month"]), int(row["day"])
        days = day(row["epoch_day"])
        sign = "-" if year < 0 else "+" * (year > 9_999)
        assert calendar_text(days) == f"{sign}{abs(year):04}-{month:02}-{number_of_day:02}"
        if in_datetime(row["epoch_day"]):
            assert IsoWeekDate.of(date(year, month, number_of_day)) == days
    assert refused == 677


def test_numbers(vectors: Vectors) -> None:
    functions: dict[str, Callable[[int], int]] = {
        "from_epoch_day": lambda number: IsoWeekDate.from_epoch_day(number).epoch_day,
        "from_epoch_week": lambda number: IsoWeek.from_epoch_week(number).epoch_week,
        "weekday": lambda number: IsoWeek(2025, 32).on(number).weekday,
    }
    for row in vectors("numbers.csv", 156):
        given = int(row["number"])
        assert_answer(row, partial(functions[row["function"]], given), given, value=given)


def assert_answer(
    row: Row, ask: Callable[[], int], expected: int | None, value: int | None
) -> None:
    """Compare an answer, or the code and the value of the error instead of one."""
    try:
        answer = ask()
    except WeekError as error:
        assert (error.code, error.value, error.offset) == (row["error"], value, None), row
    else:
        assert (row["error"], answer) == ("", expected), row


def test_years(vectors: Vectors) -> None:
    out_of_range = 0
    for row in vectors("years.csv", 1_677):
        year = int(row["year"])
        if row["error"]:
            with pytest.raises(WeekError) as caught:
                IsoWeek.of_year(year)
            assert caught.value.code == row["error"]
        else:
            weeks = IsoWeek.of_year(year)
            assert len(weeks) == int(row["weeks_in_year"])
            assert weeks[0] == IsoWeek(year, 1)
            assert weeks[0].on(1).epoch_day == int(row["first_monday"])
            assert {week.year for week in weeks} == {year}
        if row["error"] == "year_out_of_range":
            out_of_range += 1
            for refused in (weeks_in_year, is_long_year):
                with pytest.raises(WeekError) as caught:
                    refused(year)
                assert (caught.value.code, caught.value.value) == ("year_out_of_range", year)
            continue
        assert weeks_in_year(year) == int(row["weeks_in_year"])
        assert is_long_year(year) is (row["weeks_in_year"] == "53")
    assert out_of_range == 26


def test_weeks(vectors: Vectors) -> None:
    for row in vectors("weeks.csv", 1_944):
        year, given = int(row["year"]), int(row["week"])
        assert_answer(
            row,
            partial(epoch_week, year, given),
            number(row["epoch_week"]),
            value=number(row["value"]),
        )
        try:
            constrained = IsoWeek(year, given, overflow="constrain")
        except WeekError as error:
            assert error.code == row["constrained_error"], row
        else:
            assert constrained == week(row["constrained_epoch_week"]), row
            assert row["constrained_error"] == "", row

        if row["error"]:
            assert row["text"] == row["basic_text"] == row["html_text"] == ""
            continue
        weeks = IsoWeek(year, given)
        assert (weeks.year, weeks.week) == (year, given)
        assert weeks.on(1).epoch_day == int(row["monday"])
        assert str(weeks) == f"{weeks}" == row["text"]
        assert weeks.to_basic() == f"{weeks:basic}" == row["basic_text"]
        assert IsoWeek.parse(row["text"]) == IsoWeek.parse(row["basic_text"]) == weeks
        assert IsoWeek.parse_lenient(row["text"]) == weeks
        if row["html_text"]:
            assert weeks.to_html() == f"{weeks:html}" == row["html_text"]
            assert IsoWeek.parse_html(row["html_text"]) == weeks
        else:
            with pytest.raises(WeekError) as caught:
                weeks.to_html()
            assert (caught.value.code, caught.value.value) == ("html_year_out_of_range", year)
        monday = datetime_date(row["monday"])
        if monday is not None:
            assert weeks.monday == monday
            assert IsoWeek.from_monday(monday) == weeks


def test_ranges(vectors: Vectors) -> None:
    to_the_last_week = 0
    for row in vectors("ranges.csv", 33):
        first, last, step = week(row["first"]), week(row["last"]), int(row["step"])
        expected = [week(epoch_week) for epoch_week in row["weeks"].split()]
        if last == IsoWeek.MAX:
            to_the_last_week += 1  # the end of a range is not in it, and behind this one is none
            continue
        weeks = IsoWeek.range(first, last + 1, step)
        assert list(weeks) == expected, row
        assert list(reversed(weeks)) == expected[::-1], row
        assert len(weeks) == len(expected), row
        assert all(member in weeks for member in expected), row
        assert bool(weeks) is bool(expected), row
    assert to_the_last_week == 5


def test_arithmetic(vectors: Vectors) -> None:
    overflows = 0
    for row in vectors("arithmetic.csv", 1_776):
        made: Callable[[str], Any] = {"weeks": week, "days": day}[row["unit"]]
        start = made(row["start"])
        amount = int(row["amount"])
        sign = {"add": 1, "sub": -1}[row["operation"]]
        try:
            result = start + amount if sign == 1 else start - amount
        except WeekOverflowError as error:
            overflows += 1
            assert error.code == row["error"], row
            assert error.value == int(row["value"]), row
            assert error.range is not None, row
            # What saturating arithmetic gives in other languages is the nearer end of the range.
            assert isinstance(error.value, int)
            nearest = min(max(error.value, error.range[0]), error.range[1])
            assert nearest == int(row["saturated"]), row
            continue
        assert row["error"] == "", row
        expected = made(row["result"])
        assert result == expected, row
        assert row["result"] == row["saturated"], row
        # Both are of one class.
        difference = result - start  # pyright: ignore[reportOperatorIssue]
        assert difference * sign == amount, row
        if sign == 1:
            assert amount + start == expected, row
    assert overflows == 727


def test_month_weeks(vectors: Vectors) -> None:
    beyond = 0
    for row in vectors("month_weeks.csv", 6_324):
        expected = MonthWeek(int(row["year"]), int(row["month"]), int(row["week"]))
        today = datetime_date(row["epoch_day"])
        if today is None:
            beyond += 1
            continue
        assert month_week(today, rule=row["rule"]) == expected, row  # type: ignore[arg-type]
        if row["rule"] == "thursday":
            assert month_week(today) == expected, row
    assert beyond == 732


def test_months(vectors: Vectors) -> None:
    for row in vectors("months.csv", 292):
        year, month = int(row["year"]), int(row["month"])
        assert_answer(
            row,
            partial(weeks_in_month, year, month),
            number(row["weeks"]),
            value=number(row["value"]),
        )
        if not row["error"]:
            weeks = IsoWeek.overlapping_month(year, month)
            assert (weeks[0], weeks[-1]) == (week(row["first_week"]), week(row["last_week"]))


def test_texts(vectors: Vectors) -> None:
    parsers: dict[str, Callable[[str], int]] = {
        "parse_week": lambda text: IsoWeek.parse(text).epoch_week,
        "parse_html": lambda text: IsoWeek.parse_html(text).epoch_week,
        "parse_lenient_week": lambda text: IsoWeek.parse_lenient(text).epoch_week,
        "parse_week_date": lambda text: IsoWeekDate.parse(text).epoch_day,
        "parse_lenient_week_date": lambda text: IsoWeekDate.parse_lenient(text).epoch_day,
    }
    of_dates = 0
    for row in vectors("texts.csv", 7_729):
        if row["function"] == "parse_date":
            of_dates += 1  # `datetime.date.fromisoformat` is Python's
            continue
        text = unquote(row["text"], errors="strict")
        found: tuple[int | None, str, int | None, object]
        try:
            found = (parsers[row["function"]](text), "", None, None)
        except ParseError as error:
            found = (None, error.code, error.offset, error.value)
        expected = (
            number(row["result"]),
            row["error"],
            number(row["offset"]),
            number(row["value"]),
        )
        assert found == expected, (row["function"], text)
    assert of_dates == 1_463

"""The facts that other projects publish in their tests: `tests/vectors/published/*.csv`."""

from collections.abc import Callable
from datetime import date
from urllib.parse import unquote

import pytest

from semaine import (
    IsoWeek,
    IsoWeekDate,
    ParseError,
    WeekError,
    WeekOverflowError,
    weeks_in_year,
)

Row = dict[str, str]
Vectors = Callable[[str, int], list[Row]]


def calendar_date(row: Row) -> date | None:
    return date(int(row["year"]), int(row["month"]), int(row["day"])) if row["year"] else None


def beyond_datetime(row: Row) -> bool:
    return bool(row["year"]) and not 1 <= int(row["year"]) <= 9_999


def text(row: Row) -> str:
    year = int(row["year"])
    sign = "-" if year < 0 else "+" * (year > 9_999)
    return f"{sign}{abs(year):04}-{int(row['month']):02}-{int(row['day']):02}"


def text_beyond_datetime(day: IsoWeekDate) -> str:
    """Write a calendar date that Python cannot hold, as the error of the conversion does."""
    with pytest.raises(WeekOverflowError, match="is beyond") as caught:
        assert day.date
    return str(caught.value).split(" ", 1)[0]


@pytest.mark.parametrize(
    ("file", "count", "refused", "beyond"),
    [
        ("chrono_dates.csv", 29, 4, 3),
        ("cpython_dates.csv", 53, 6, 0),
        ("go_dates.csv", 98, 0, 0),
        ("jiff_dates.csv", 12, 2, 2),
        ("test262_dates.csv", 54, 0, 0),
        ("time_dates.csv", 19, 1, 1),
    ],
)
def test_dates(vectors: Vectors, file: str, count: int, refused: int, beyond: int) -> None:
    counted = [0, 0]
    for row in vectors(f"published/{file}", count):
        if beyond_datetime(row):
            counted[1] += 1
            week = IsoWeek(int(row["iso_year"]), int(row["iso_week"]))
            weekdays = [int(row["weekday"])] if row["weekday"] else range(1, 8)
            days = [text_beyond_datetime(week.on(weekday)) for weekday in weekdays]
            assert text(row) in days, row
            continue
        day = calendar_date(row)
        if day is None:
            counted[0] += 1
            with pytest.raises(WeekError):
                IsoWeekDate(int(row["iso_year"]), int(row["iso_week"]), int(row["weekday"]))
            continue
        found = IsoWeekDate.of(day)
        for said, name in ((found.year, "iso_year"), (found.week, "iso_week")):
            assert row[name] in ("", str(said)), row
        assert row.get("weekday", "") in ("", str(found.weekday)), row
        assert IsoWeekDate(found.year, found.week, found.weekday).date == day
    assert counted == [refused, beyond]


@pytest.mark.parametrize(
    ("file", "count"), [("cpython_years.csv", 800), ("jiff_years.csv", 4), ("time_years.csv", 400)]
)
def test_years(vectors: Vectors, file: str, count: int) -> None:
    for row in vectors(f"published/{file}", count):
        assert weeks_in_year(int(row["year"])) == int(row["weeks"]), row


@pytest.mark.parametrize(
    ("file", "count", "skipped"), [("cpython_texts.csv", 41, 18), ("jiff_texts.csv", 5, 0)]
)
def test_texts(vectors: Vectors, file: str, count: int, skipped: int) -> None:
    parsers: dict[str, Callable[[str], date]] = {
        "parse_week": lambda text: IsoWeek.parse(text).monday,
        "parse_week_date": lambda text: IsoWeekDate.parse(text).date,
        "parse_lenient_week_date": lambda text: IsoWeekDate.parse_lenient(text).date,
    }
    of_dates = 0
    for row in vectors(f"published/{file}", count):
        if row["function"] == "parse_date":
            of_dates += 1  # `datetime.date.fromisoformat` is Python's
            continue
        try:
            found = parsers[row["function"]](unquote(row["text"], errors="strict"))
        except ParseError:
            assert calendar_date(row) is None, row
        else:
            assert found == calendar_date(row), row
    assert of_dates == skipped


def test_julian_days(vectors: Vectors) -> None:
    """Epoch day 0 is Julian day 2,440,588."""
    beyond = 0
    for row in vectors("published/time_julian_days.csv", 6):
        day = IsoWeekDate.from_epoch_day(int(row["julian_day"]) - 2_440_588)
        if beyond_datetime(row):
            beyond += 1
            assert text_beyond_datetime(day) == text(row)
        else:
            assert day.date == calendar_date(row)
    assert beyond == 3


def test_web_platform_tests(vectors: Vectors) -> None:
    """What `<input type="week">` keeps of the values that scripts give it."""
    for row in vectors("published/wpt_inputs.csv", 16):
        try:
            kept = IsoWeek.parse_html(row["value"]).to_html()
        except ParseError:
            kept = ""
        assert kept == row["sanitized"], row

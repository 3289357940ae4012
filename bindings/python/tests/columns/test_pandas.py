"""Series and indexes of pandas."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import semaine.pandas  # registers the accessor
from semaine import ParseError, columns

UNITS = ("s", "ms", "us", "ns")
MOVES = ("week_start", "week_end")
# Of columns that NumPy or Python backs.
DTYPES = {
    "week_number": "UInt8",
    "iso_year": "Int32",
    "epoch_week": "Int32",
    "weekday": "UInt8",
    "is_week_start": "boolean",
}
ARROW_DTYPES = {
    "week_number": pa.uint8(),
    "iso_year": pa.int32(),
    "epoch_week": pa.int32(),
    "weekday": pa.uint8(),
    "is_week_start": pa.bool_(),
    "format": pa.string(),
}
METHODS = {
    "week_start": "start",
    "week_end": "end",
    "week_number": "number",
    "iso_year": "year",
    "year_week": "year_week",
    "epoch_week": "epoch_week",
    "weekday": "weekday",
    "is_week_start": "is_start",
    "format": "format",
}


def labels(count: int) -> list[str]:
    """Give labels that are neither sorted nor unique."""
    return [f"row {-n % 50}" for n in range(count)]


def series(rows: list[Any], dtype: Any, name: str = "day") -> Any:
    """Give a Series with labels of its own."""
    return pd.Series(rows, dtype=dtype, index=labels(len(rows)), name=name)


def arrow(days: Any) -> Any:
    """Give days as an array that Arrow backs."""
    return pd.array(days, dtype=pd.ArrowDtype(pa.date32()))


def naive(days: list[date | None], unit: str) -> Any:
    """Give the evening of each day as a Series that NumPy backs."""
    stamps = np.array([np.datetime64("NaT", "s") if day is None else day for day in days], "M8[s]")
    evenings = (stamps + np.timedelta64(86_399, "s")).astype(f"M8[{unit}]")
    return pd.Series(evenings, index=labels(len(days)), name="day")


def rows(answers: Any) -> list[Any]:
    """Give rows as the calendar does: pairs as tuples, midnights as dates, nulls as None."""
    if isinstance(answers, pd.DataFrame):
        years, weeks = rows(answers["year"]), rows(answers["week"])
        return [
            None if year is None else (year, week) for year, week in zip(years, weeks, strict=True)
        ]
    found = answers.astype(object)
    values = [None if missing else row for row, missing in zip(found, found.isna(), strict=True)]
    if any(isinstance(row, datetime) for row in values):
        assert all(row is None or row.time() == datetime.min.time() for row in values)
        return [row and date(row.year, row.month, row.day) for row in values]
    return values


def check(answers: Any, column: Any, expected: list[Any]) -> None:
    """Compare rows, labels and name."""
    assert rows(answers) == expected
    assert list(answers.index) == list(column.index)
    if isinstance(answers, pd.DataFrame):
        assert list(answers.columns) == ["year", "week"]
    else:
        assert answers.name == column.name


def within(days: list[date | None], unit: str) -> list[date | None]:
    """Leave out what nanoseconds cannot hold."""
    if unit != "ns":
        return days
    return [day for day in days if day is None or 1677 < day.year < 2262]


@pytest.fixture(params=["pyarrow", "python"])
def text_storage(request: pytest.FixtureRequest) -> Any:
    """Let pandas keep texts in either of its ways, and name the type that it then finds."""
    with ExitStack() as options:
        if pd.__version__ < "3":
            options.enter_context(
                pd.option_context("future.infer_string", request.param == "pyarrow")
            )
        else:
            options.enter_context(pd.option_context("mode.string_storage", request.param))
        yield pd.Series(["text"]).dtype


@pytest.mark.parametrize("unit", UNITS)
def test_datetimes(question: str, unit: str, days: list[date | None], calendar: Any) -> None:
    days = within(days, unit)
    column = naive(days, unit)
    assert column.dtype == f"M8[{unit}]"
    answers = getattr(columns, question)(column)
    check(answers, column, calendar(question, days))
    if question == "year_week":
        assert answers.dtypes.to_dict() == {"year": pd.Int32Dtype(), "week": pd.UInt8Dtype()}
    elif question != "format":
        assert answers.dtype == DTYPES.get(question, column.dtype)


@pytest.mark.parametrize("weekday", [False, True])
def test_texts_of_datetimes(
    *, weekday: bool, text_storage: Any, days: list[date | None], calendar: Any
) -> None:
    column = naive(days, "us")
    answers = columns.format(column, weekday=weekday)
    assert answers.dtype == text_storage
    check(answers, column, calendar("format", days, weekday=weekday))
    assert columns.format(column[:0]).dtype == text_storage


@pytest.mark.parametrize("count", [0, 1])
def test_short(question: str, count: int) -> None:
    for column in (naive([None], "s")[:count], series([None], object)[:count]):
        answers = getattr(columns, question)(column)
        check(answers, column, [None] * count)
        if question in DTYPES:
            assert answers.dtype == DTYPES[question]


def test_objects(question: str, days: list[date | None], calendar: Any) -> None:
    gaps = [None, pd.NaT, float("nan"), pd.NA]
    column = series([*days, *gaps], object)
    answers = getattr(columns, question)(column)
    check(answers, column, calendar(question, [*days, None, None, None, None]))
    if question in MOVES:
        assert answers.dtype == object
        assert type(answers.iloc[1]) is date
    elif question in DTYPES:
        assert answers.dtype == DTYPES[question]


def test_objects_keep_what_dates_are() -> None:
    paris = datetime(2025, 1, 1, 13, tzinfo=ZoneInfo("Europe/Paris"))
    answers = columns.week_start(series([paris, date(2025, 1, 1)], object))
    assert answers.tolist() == [paris - timedelta(days=2), date(2024, 12, 30)]


@pytest.mark.parametrize(
    "dtype",
    [pa.date32(), pa.date64(), *map(pa.timestamp, UNITS), pa.timestamp("us", "Europe/Paris")],
    ids=str,
)
def test_arrow(question: str, dtype: Any, days: list[date | None], calendar: Any) -> None:
    days = within(days, getattr(dtype, "unit", ""))
    if getattr(dtype, "tz", None):
        days = [day for day in days if day is None or day.year > 1900]
        array = pc.assume_timezone(pa.array(days, pa.date32()).cast(pa.timestamp("us")), dtype.tz)
    else:
        array = pa.array(days, pa.date32()).cast(dtype)
    column = series(array, pd.ArrowDtype(dtype))
    answers = getattr(columns, question)(column)
    if question == "year_week":
        types = {"year": pd.ArrowDtype(pa.int32()), "week": pd.ArrowDtype(pa.uint8())}
        assert answers.dtypes.to_dict() == types
    else:
        assert answers.dtype == pd.ArrowDtype(ARROW_DTYPES.get(question, dtype))
    check(answers, column, calendar(question, days))


def test_arrow_chunks(question: str, days: list[date | None], calendar: Any) -> None:
    column = pd.Series(arrow(days))
    chunks = pd.concat([column[3:9], column[20:21], column[5:5], column[30:]])
    expected = calendar(question, days)
    check(
        getattr(columns, question)(chunks),
        chunks,
        [*expected[3:9], *expected[20:21], *expected[30:]],
    )
    empty = getattr(columns, question)(column[:0])
    assert len(empty) == 0


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "zone",
    [
        timezone.utc,
        timezone(timedelta(hours=-9, minutes=-30)),
        *map(
            ZoneInfo, ("Europe/Paris", "America/Sao_Paulo", "Pacific/Apia", "America/Scoresbysund")
        ),
    ],
    ids=str,
)
def test_time_zones(question: str, unit: Any, zone: Any, calendar: Any) -> None:
    start = datetime(2010, 12, 25, 21, tzinfo=timezone.utc)
    instants: list[datetime | None] = [start + timedelta(hours=7 * n) for n in range(1000)]
    instants[500] = None
    local = [t and t.astimezone(zone).date() for t in instants]
    column = pd.Series(pd.DatetimeIndex(instants, name="t").tz_convert(zone).as_unit(unit))
    answers = getattr(columns, question)(column)
    expected = calendar(question, local)
    if question in MOVES:
        assert answers.dtype == column.dtype
        found = [None if row is pd.NaT else row.to_pydatetime() for row in answers]
        assert found == first_instants(expected, zone)
    else:
        check(answers, column, expected)


def first_instants(days: list[date | None], zone: Any) -> list[datetime | None]:
    """Give the first instant of days, by pyarrow."""
    shown = pa.array(days, pa.date32()).cast(pa.timestamp("us"))
    if isinstance(zone, timezone):
        return [row and row.replace(tzinfo=zone) for row in shown.to_pylist()]
    instants = pc.assume_timezone(shown, str(zone), ambiguous="earliest", nonexistent="latest")
    found: list[datetime | None] = instants.to_pylist()
    return found


@pytest.mark.parametrize(
    ("day", "zone", "first_day", "expected"),
    [
        # Clocks went from 24:00 to 01:00.
        (date(2018, 11, 5), "America/Sao_Paulo", 7, "2018-11-04T01:00:00-02:00"),
        # From 23:30 to 00:30, which pandas shifts forward to 01:00.
        (date(1919, 4, 2), "America/Toronto", 1, "1919-03-31T00:30:00-04:00"),
        # From 24:00 to 03:00, which pandas "shifts forward" to the day before.
        (date(1996, 1, 3), "America/Danmarkshavn", 1, "1996-01-01T03:00:00+00:00"),
        # Friday 30 December 2011 was skipped whole.
        (date(2011, 12, 31), "Pacific/Apia", 5, "2011-12-31T00:00:00+14:00"),
        # From 01:00 back to 00:00: midnight came twice.
        (date(2018, 11, 4), "America/Havana", 7, "2018-11-04T00:00:00-04:00"),
    ],
)
def test_midnights(day: date, zone: str, first_day: int, expected: str) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
    unit: Any
    for unit in UNITS:
        stamps = pd.DatetimeIndex([noon, None, noon + timedelta(hours=1)]).as_unit(unit)
        answers = columns.week_start(pd.Series(stamps), first_day=first_day)
        assert answers.dtype == f"datetime64[{unit}, {zone}]"
        assert answers.isna().tolist() == [False, True, False]
        assert [row.isoformat() for row in answers.dropna()] == [expected, expected]


def test_options(days: list[date | None], calendar: Any) -> None:
    later = [day and max(day, date(1, 1, 8)) for day in days]
    for column in (
        naive(later, "s"),
        series(later, object),
        series(later, pd.ArrowDtype(pa.date32())),
    ):
        for first_day in range(2, 8):
            answers = columns.week_start(column, first_day=first_day)
            check(answers, column, calendar("week_start", later, first_day=first_day))
        answers = columns.format(column, weekday=True)
        check(answers, column, calendar("format", later, weekday=True))


@pytest.mark.parametrize(
    "dtype",
    [
        object,
        "str",
        "string[python]",
        "string[pyarrow]",
        pd.ArrowDtype(pa.string()),
        pd.ArrowDtype(pa.large_string()),
    ],
    ids=str,
)
@pytest.mark.parametrize("weekday", [False, True])
def test_parse(*, dtype: Any, weekday: bool, days: list[date | None], calendar: Any) -> None:
    column = series(calendar("format", days, weekday=weekday), dtype)
    answers = columns.parse(column, weekday=weekday)
    check(answers, column, days if weekday else calendar("week_start", days))
    arrow = isinstance(column.dtype, pd.ArrowDtype)
    assert answers.dtype == (pd.ArrowDtype(pa.date32()) if arrow else "M8[s]")
    assert columns.parse(column[:0]).dtype == answers.dtype
    texts = series(["2025-W01", None, "2025-W53", "", "2025-W02"], dtype)
    with pytest.raises(ParseError, match="row 2") as caught:
        columns.parse(texts)
    assert caught.value.row == 2
    check(
        columns.parse(texts, errors="null"),
        texts,
        [date(2024, 12, 30), None, None, None, date(2025, 1, 6)],
    )


@pytest.mark.parametrize("dtype", [object, "str", "string[python]", "string[pyarrow]"])
@pytest.mark.parametrize("errors", ["raise", "null"])
def test_parse_years_that_no_date_has(dtype: Any, errors: Any) -> None:
    # The calendar repeats every 400 years: 10000 years on, 2025-W01 begins on the same day.
    column = series(["+12025-W01", None, "2025-W01"], dtype)
    answers = columns.parse(column, errors=errors)
    assert answers.dtype == "M8[s]"
    wanted = np.array(["12024-12-30", "NaT", "2024-12-30"], "M8[s]")
    np.testing.assert_array_equal(answers.to_numpy(), wanted)


@pytest.mark.parametrize("name", [None, "day"])
def test_indexes(question: str, name: str | None, days: list[date | None], calendar: Any) -> None:
    expected = calendar(question, days)
    indexes = [
        pd.DatetimeIndex(naive(days, "us").array, name=name),
        pd.Index(arrow(days), name=name),
    ]
    for index in indexes:
        answers = getattr(columns, question)(index)
        assert isinstance(answers, pd.Index)
        if question == "year_week":
            assert list(answers.names) == ["year", "week"]
            assert rows(answers.to_frame()) == expected
        else:
            assert answers.name == name
            assert rows(answers.to_series()) == expected


def test_beyond_the_weeks_is_null() -> None:
    seconds = np.array([-(2**55), 0, 2**55], "M8[s]")
    column = pd.Series(seconds)
    for question, expected in (
        ("week_number", 1),
        ("iso_year", 1970),
        ("epoch_week", 0),
        ("weekday", 4),
        ("is_week_start", False),
        ("week_start", date(1969, 12, 29)),
        ("year_week", (1970, 1)),
    ):
        answers = getattr(columns, question)(column)
        assert rows(answers) == [None, expected, None]


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([1, 2]),
        pd.Series(["2025-01-01"], dtype="string"),
        pd.Series(pd.period_range("2025-01-01", periods=2, freq="D")),
        pd.Series([timedelta(1)]),
        pd.Series([date(2025, 1, 1)], dtype="category"),
        pd.Series([1.5], dtype=pd.ArrowDtype(pa.float64())),
        pd.DataFrame({"day": pd.to_datetime(["2025-01-01"])}),
        pd.Index([1, 2]),
    ],
    ids=lambda column: str(getattr(column, "dtype", type(column).__name__)),
)
def test_wrong_types(question: str, column: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{question}\(\) takes"):
        getattr(columns, question)(column)


def test_objects_that_are_no_dates(question: str) -> None:
    with pytest.raises(TypeError, match=rf"^row 1: {question}\(\) takes .* not str$"):
        getattr(columns, question)(series([date(2025, 1, 1), "2025-01-01"], object))


def test_parse_takes_texts_only() -> None:
    for column in (pd.Series(pd.to_datetime(["2025-01-01"])), pd.Series([1])):
        with pytest.raises(TypeError, match=r"^parse\(\) takes .* texts, not a pandas Series of"):
            columns.parse(column)
    with pytest.raises(TypeError, match="year_week"):
        columns.iso_week(pd.Series(pd.to_datetime(["2025-01-01"])))


def test_accessor(question: str, days: list[date | None]) -> None:
    column = naive(days, "ms")
    answers = getattr(column.week, METHODS[question])()
    assert answers.equals(getattr(columns, question)(column))
    named = getattr(semaine.pandas.SeriesWeekAccessor(column), METHODS[question])()
    assert named.equals(answers)


def test_accessor_with_options() -> None:
    column: Any = pd.Series(["2025-W01-3", "2025-W53-1"])
    assert rows(column.week.parse(weekday=True, errors="null")) == [date(2025, 1, 1), None]
    day: Any = pd.Series(pd.to_datetime(["2025-01-01"]))
    assert rows(day.week.start(first_day=7)) == [date(2024, 12, 29)]
    assert rows(day.week.format(weekday=True)) == ["2025-W01-3"]


def test_answers_group_and_merge() -> None:
    days = pd.Series(pd.date_range("2024-12-20", periods=28))
    frame = pd.DataFrame({"day": days, "sold": range(28)})
    sums: Any = frame.groupby(frame["day"].week.start())["sold"].sum()
    expected: dict[date, int] = {}
    for n in range(28):
        day = date(2024, 12, 20) + timedelta(days=n)
        monday = day - timedelta(days=day.weekday())
        expected[monday] = expected.get(monday, 0) + n
    assert [(key.date(), total) for key, total in sums.items()] == sorted(expected.items())


def test_input_is_not_changed(days: list[date | None]) -> None:
    column = naive(days, "us")
    before = column.copy(deep=True)
    answers = columns.week_start(column)
    answers.iloc[0] = pd.Timestamp("2025-01-01")
    assert column.equals(before)

"""Series and expressions of polars."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import semaine.polars  # registers the namespace
from semaine import ParseError, columns

DTYPES = {
    "week_number": pl.UInt8(),
    "iso_year": pl.Int32(),
    "year_week": pl.Struct({"year": pl.Int32(), "week": pl.UInt8()}),
    "epoch_week": pl.Int32(),
    "weekday": pl.UInt8(),
    "is_week_start": pl.Boolean(),
    "format": pl.String(),
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
UNITS: tuple[Any, ...] = ("ms", "us", "ns")


def week(name: str) -> semaine.polars.ExprWeekNamespace:
    """Give the namespace of a column, which checkers of types cannot know."""
    namespace: semaine.polars.ExprWeekNamespace = pl.col(name).week  # type: ignore[attr-defined]
    return namespace


def rows(answers: pl.Series) -> list[Any]:
    """Give the rows as the calendar does: pairs as tuples, midnights as dates."""
    if answers.dtype == pl.Struct:
        return [row and (row["year"], row["week"]) for row in answers.to_list()]
    if answers.dtype == pl.Datetime:
        midnights = answers.to_list()
        assert all(row is None or row.time() == datetime.min.time() for row in midnights)
        return [row and row.date() for row in midnights]
    return answers.to_list()


def test_dates(question: str, days: list[date | None], calendar: Any) -> None:
    column = pl.Series("day", days, dtype=pl.Date)
    answers = getattr(columns, question)(column)
    assert answers.name == "day"
    assert answers.dtype == DTYPES.get(question, pl.Date())
    assert rows(answers) == calendar(question, days)
    assert answers.null_count() == column.null_count()


@pytest.mark.parametrize("unit", UNITS)
def test_datetimes(question: str, unit: Any, days: list[date | None], calendar: Any) -> None:
    if unit == "ns":
        days = [day for day in days if day is None or 1677 < day.year < 2262]
    evenings = [day and datetime(day.year, day.month, day.day, 23, 59, 59) for day in days]
    column = pl.Series("t", evenings, dtype=pl.Datetime(unit))
    answers = getattr(columns, question)(column)
    assert answers.dtype == DTYPES.get(question, pl.Datetime(unit))
    assert rows(answers) == calendar(question, days)


def test_options(days: list[date | None], calendar: Any) -> None:
    column = pl.Series(days, dtype=pl.Date)
    for first_day in range(2, 8):
        later = [day and max(day, date(1, 1, 8)) for day in days]
        answers = columns.week_start(pl.Series(later, dtype=pl.Date), first_day=first_day)
        assert answers.to_list() == calendar("week_start", later, first_day=first_day)
    texts = columns.format(column, weekday=True)
    assert texts.to_list() == calendar("format", days, weekday=True)


def test_layouts(question: str, days: list[date | None], calendar: Any) -> None:
    whole = pl.Series(days * 3, dtype=pl.Date)
    ask = getattr(columns, question)
    expected = calendar(question, days) * 3
    assert rows(ask(whole[5:-3])) == expected[5:-3]
    assert rows(ask(whole.filter(whole.is_not_null()))) == [
        row for row in expected if row is not None
    ]
    chunks = pl.concat([whole[:7], whole[7:8], whole[8:8], whole[8:]], rechunk=False)
    assert chunks.n_chunks() > 1
    assert rows(ask(chunks)) == expected
    assert rows(ask(whole.reverse())) == expected[::-1]


def test_empty(question: str) -> None:
    for column in (pl.Series("e", [], dtype=pl.Date), pl.Series("e", [date(2024, 1, 1)]).clear()):
        answers = getattr(columns, question)(column)
        assert (answers.name, len(answers)) == ("e", 0)
        assert answers.dtype == DTYPES.get(question, pl.Date())


def test_nulls_only(question: str) -> None:
    answers = getattr(columns, question)(pl.Series([None, None], dtype=pl.Date))
    assert answers.null_count() == 2
    assert answers.dtype == DTYPES.get(question, pl.Date())


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/Paris", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"]
)
def test_time_zones(question: str, zone: str, calendar: Any) -> None:
    start = datetime(2010, 12, 25, 21, tzinfo=timezone.utc)
    instants: list[datetime | None] = [start + timedelta(hours=7 * n) for n in range(1000)]
    instants[500] = None
    local = [t and t.astimezone(ZoneInfo(zone)).date() for t in instants]
    for unit in UNITS:
        column = pl.Series("t", instants, dtype=pl.Datetime(unit, "UTC")).dt.convert_time_zone(zone)
        answers = getattr(columns, question)(column)
        assert answers.dtype == DTYPES.get(question, column.dtype)
        if question in DTYPES:
            assert rows(answers) == calendar(question, local)
        else:
            midnights = [
                day and datetime(day.year, day.month, day.day) for day in calendar(question, local)
            ]
            assert answers.dt.convert_time_zone("UTC").to_list() == instants_of(midnights, zone)


def instants_of(midnights: list[datetime | None], zone: str) -> list[datetime | None]:
    """Give the first instant of days, by pyarrow."""
    shown = pa.array(midnights, pa.timestamp("us"))
    instants = pc.assume_timezone(shown, zone, ambiguous="earliest", nonexistent="latest")
    found: list[datetime | None] = instants.cast(pa.timestamp("us", "UTC")).to_pylist()
    return found


@pytest.mark.parametrize(
    ("day", "zone", "first_day", "expected"),
    [
        # Clocks went from 24:00 to 01:00.
        (date(2018, 11, 5), "America/Sao_Paulo", 7, "2018-11-04T01:00:00-02:00"),
        # From 23:30 to 00:30, which polars' own truncation puts at 01:00.
        (date(1919, 4, 2), "America/Toronto", 1, "1919-03-31T00:30:00-04:00"),
        # Friday 30 December 2011 was skipped whole.
        (date(2011, 12, 31), "Pacific/Apia", 5, "2011-12-31T00:00:00+14:00"),
        # From 24:00 back to 23:00: midnight came once, an hour later than the clocks first said.
        (date(2018, 2, 18), "America/Sao_Paulo", 7, "2018-02-18T00:00:00-03:00"),
        # From 01:00 back to 00:00: midnight came twice.
        (date(2018, 11, 4), "America/Havana", 7, "2018-11-04T00:00:00-04:00"),
    ],
)
def test_midnights(day: date, zone: str, first_day: int, expected: str) -> None:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
    for unit in UNITS:
        column = pl.Series([noon, None, noon + timedelta(hours=1)], dtype=pl.Datetime(unit, zone))
        answers = columns.week_start(column, first_day=first_day)
        assert answers.dtype == column.dtype
        assert [row and row.isoformat() for row in answers] == [expected, None, expected]


def test_parse(days: list[date | None], calendar: Any) -> None:
    for weekday, expected in ((False, calendar("week_start", days)), (True, days)):
        texts = pl.Series("w", calendar("format", days, weekday=weekday), dtype=pl.String)
        answers = columns.parse(texts, weekday=weekday)
        assert (answers.name, answers.dtype) == ("w", pl.Date())
        assert answers.to_list() == expected
        sliced = columns.parse(texts[3:-2], weekday=weekday)
        assert sliced.to_list() == expected[3:-2]
    assert columns.parse(pl.Series([], dtype=pl.String)).dtype == pl.Date


def test_parse_refuses() -> None:
    texts = pl.Series(["2025-W01", None, "2025-W53", "a text of more than twelve bytes"])
    with pytest.raises(ParseError, match="row 2") as caught:
        columns.parse(texts)
    assert caught.value.row == 2
    answers = columns.parse(texts, errors="null")
    assert answers.to_list() == [date(2024, 12, 30), None, None, None]


def test_beyond_the_weeks_is_null() -> None:
    lowest, highest = -(2**31), 2**31 - 1
    column = pl.Series([lowest, 0, highest], dtype=pl.Int32).cast(pl.Date)
    assert columns.week_number(column).to_list() == [None, 1, None]
    assert columns.is_week_start(column).to_list() == [None, False, None]


@pytest.mark.parametrize(
    "column",
    [
        pl.Series([1, 2]),
        pl.Series(["2025-01-01"]),
        pl.Series([timedelta(1)]),
        pl.Series(["2025-W01"], dtype=pl.Categorical),
        pl.DataFrame({"day": [date(2025, 1, 1)]}),
        pl.LazyFrame({"day": [date(2025, 1, 1)]}),
        pl.col("day"),
    ],
    ids=lambda column: str(getattr(column, "dtype", type(column).__name__)),
)
def test_wrong_types(question: str, column: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{question}\(\) takes"):
        getattr(columns, question)(column)


def test_parse_takes_texts_only() -> None:
    for column in (pl.Series([date(2025, 1, 1)]), pl.Series([1]), pl.Series(["a"]).cast(pl.Binary)):
        with pytest.raises(TypeError, match=rf"^parse\(\) takes .* texts, .* {column.dtype}"):
            columns.parse(column)
    with pytest.raises(TypeError, match="year_week"):
        columns.iso_week(pl.Series([date(2025, 1, 1)]))


@pytest.fixture(params=["eager", "in-memory", "streaming"])
def engine(request: pytest.FixtureRequest) -> Any:
    """Name each way in which polars evaluates an expression."""
    return request.param


def collected(frame: pl.LazyFrame, engine: Any) -> pl.DataFrame:
    """Evaluate, after the schema was declared without a look at the rows."""
    declared = frame.collect_schema()
    result = frame.collect() if engine == "eager" else frame.collect(engine=engine)
    assert result.schema == declared
    return result


def test_expressions(question: str, engine: Any, days: list[date | None], calendar: Any) -> None:
    frame = pl.DataFrame({"day": pl.Series(days, dtype=pl.Date)})
    expression = getattr(week("day"), METHODS[question])()
    expected = calendar(question, days)
    if engine == "eager":
        assert rows(frame.select(expression)["day"]) == expected
    lazy = frame.lazy()
    assert rows(collected(lazy.select(expression), engine)["day"]) == expected
    assert collected(lazy.clear().select(expression), engine).height == 0
    above = lazy.with_columns(other=expression).filter(pl.col("day") > date(2000, 1, 1))
    assert rows(collected(above, engine)["other"]) == [
        row for row, day in zip(expected, days, strict=True) if day and day > date(2000, 1, 1)
    ]


def test_expressions_of_datetimes(engine: Any) -> None:
    noon = datetime(2025, 1, 1, 12)
    for dtype in (pl.Datetime("ms"), pl.Datetime("ns", "Europe/Paris"), pl.Datetime("us", "UTC")):
        zone = ZoneInfo(dtype.time_zone) if dtype.time_zone else None
        frame = pl.LazyFrame({"t": pl.Series([noon.replace(tzinfo=zone)], dtype=dtype)})
        answers = collected(frame.select(week("t").start()), engine)["t"]
        assert answers.dtype == dtype
        assert answers.to_list() == [datetime(2024, 12, 30, tzinfo=zone)]


def test_expressions_with_options(engine: Any) -> None:
    frame = pl.LazyFrame({"day": [date(2025, 1, 1)], "text": ["2025-W01-3"], "bad": ["2025-W53"]})
    result = collected(
        frame.select(
            sunday=week("day").start(first_day=7),
            text=week("day").format(weekday=True),
            day=week("text").parse(weekday=True),
            bad=week("bad").parse(errors="null"),
        ),
        engine,
    )
    assert result.rows() == [(date(2024, 12, 29), "2025-W01-3", date(2025, 1, 1), None)]


def test_groups(engine: Any) -> None:
    first = date(2024, 12, 20)
    days = [first + timedelta(days=n) for n in range(28)]
    frame = pl.LazyFrame({"day": days, "shop": ["a", "b"] * 14, "sold": range(28)})
    by_week = frame.group_by(week("day").start()).agg(pl.col("sold").sum()).sort("day")
    expected: dict[date, int] = {}
    for n, day in enumerate(days):
        monday = day - timedelta(days=day.weekday())
        expected[monday] = expected.get(monday, 0) + n
    assert collected(by_week, engine).rows() == sorted(expected.items())
    in_groups = frame.group_by("shop").agg(week("day").number().max()).sort("shop")
    assert collected(in_groups, engine).rows() == [
        (shop, max(day.isocalendar().week for day in days[n::2])) for n, shop in enumerate("ab")
    ]
    over = frame.select(week("day").year().over("shop"))
    assert collected(over, engine)["day"].to_list() == [day.isocalendar().year for day in days]
    pairs = frame.select(week("day").year_week().alias("w")).unnest("w").unique()
    assert set(collected(pairs, engine).rows()) == {tuple(day.isocalendar()[:2]) for day in days}


def test_expressions_refuse(engine: Any) -> None:
    frame = pl.LazyFrame({"n": [1], "text": ["2025-W53"]})
    with pytest.raises(TypeError, match="week_start"):
        frame.select(week("n").start()).collect()
    with pytest.raises(pl.exceptions.ComputeError, match="week 53 does not exist in 2025"):
        collected(frame.select(week("text").parse()), engine)
    with pytest.raises(pl.exceptions.ComputeError, match="weekday"):
        collected(frame.cast({"n": pl.Date}).select(week("n").start(first_day=8)), engine)


def test_series_namespace(question: str, days: list[date | None]) -> None:
    column = pl.Series("day", days, dtype=pl.Date)
    answers = getattr(column.week, METHODS[question])()  # type: ignore[attr-defined]
    assert answers.equals(getattr(columns, question)(column), check_names=True)


def test_namespaces_are_public() -> None:
    column = pl.Series("text", ["2025-W01", None])
    expected = [date(2024, 12, 30), None]
    assert semaine.polars.SeriesWeekNamespace(column).parse().to_list() == expected
    expression = semaine.polars.ExprWeekNamespace(pl.col("text")).parse()
    assert column.to_frame().select(expression)["text"].to_list() == expected


def test_input_is_not_changed(days: list[date | None]) -> None:
    column = pl.Series(days, dtype=pl.Date)
    columns.week_start(column)
    columns.week_end(column)
    assert column.to_list() == days


@pytest.mark.parametrize("name", [*METHODS, "parse"])
def test_a_series_of_nulls_alone(name: str) -> None:
    series = pl.Series("day", [None, None])
    assert series.dtype == pl.Null
    wanted = pl.Series("day", [None, None], DTYPES.get(name, pl.Date()))
    answers = getattr(columns, name)(series)
    assert (answers.name, answers.dtype) == ("day", wanted.dtype)
    assert answers.is_null().to_list() == [True, True]
    assert answers.to_list() == wanted.to_list()


@pytest.mark.parametrize(
    ("instant", "zone", "year"),
    [
        (2**63 - 1, "Asia/Tokyo", None),
        (-(2**63) + 1, "America/New_York", None),
        # The first and the last nanosecond are in September 1677 and in April 2262.
        (2**63 - 1, "America/New_York", 2262),
        (-(2**63) + 1, "Asia/Tokyo", 1677),
    ],
)
def test_local_times_beyond_64_bits_are_null(instant: int, zone: str, year: int | None) -> None:
    column = pl.Series([instant, 0, None], dtype=pl.Int64).cast(pl.Datetime("ns", zone))
    assert columns.iso_year(column).to_list() == [year, 1970, None]

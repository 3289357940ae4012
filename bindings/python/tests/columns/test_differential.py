"""Every day of `datetime.date` in columns, against CPython and against the other libraries.

The peers are asked only where they are right: `bindings/python/tests` elsewhere, and the core's own
tests, go beyond.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from threading import Barrier
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from semaine import columns

if TYPE_CHECKING:
    from collections.abc import Callable

Ints = npt.NDArray[np.integer[Any]]

pytestmark = pytest.mark.slow

COUNT = 3_652_059
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class EveryDay:
    """Every day that `datetime.date` holds, and what `isocalendar` says of it."""

    days: npt.NDArray[np.int32]
    year: npt.NDArray[np.int32]
    week: npt.NDArray[np.int32]
    weekday: npt.NDArray[np.int32]

    @property
    def monday(self) -> npt.NDArray[np.int32]:
        """Give the Monday of each week."""
        return self.days - (self.weekday - 1)

    @property
    def answers(self) -> dict[str, Ints]:
        """Give the answers to the questions with one, as numbers."""
        return {
            "week_start": self.monday,
            "week_end": self.monday + 6,
            "week_number": self.week,
            "iso_year": self.year,
            "epoch_week": (self.monday + 3) // 7,
            "weekday": self.weekday,
            "is_week_start": (self.weekday == 1).astype(np.int32),
        }


@pytest.fixture(scope="module")
def every_day() -> EveryDay:
    """Ask `isocalendar` for every day."""
    ordinals = range(date.min.toordinal(), date.max.toordinal() + 1)
    rows: np.ndarray[Any, np.dtype[np.int32]] = np.fromiter(
        (date.fromordinal(ordinal).isocalendar() for ordinal in ordinals),
        dtype=np.dtype((np.int32, 3)),
        count=len(ordinals),
    )
    assert len(rows) == COUNT
    year, week, weekday = (np.ascontiguousarray(column) for column in rows.T)
    days = np.arange(date.min.toordinal() - EPOCH, date.max.toordinal() - EPOCH + 1, dtype=np.int32)
    assert len(days) == COUNT
    return EveryDay(days, year, week, weekday)


def of_numpy(unit: str) -> Callable[[EveryDay], Any]:
    """Make a column of NumPy."""
    return lambda every: every.days.astype("M8[D]").astype(f"M8[{unit}]")


def of_arrow(dtype: pa.DataType) -> Callable[[EveryDay], Any]:
    """Make a column of pyarrow."""
    return lambda every: pa.array(every.days).cast(pa.date32()).cast(dtype)


def of_polars(dtype: Any) -> Callable[[EveryDay], Any]:
    """Make a column of polars."""
    return lambda every: pl.Series(every.days).cast(pl.Date).cast(dtype)


COLUMNS: dict[str, Callable[[EveryDay], Any]] = {
    "numpy int32": lambda every: every.days,
    "numpy int64": lambda every: every.days.astype(np.int64),
    "numpy D": of_numpy("D"),
    "numpy s": of_numpy("s"),
    "numpy us": of_numpy("us"),
    "pyarrow date32": of_arrow(pa.date32()),
    "pyarrow date64": of_arrow(pa.date64()),
    "pyarrow timestamp": of_arrow(pa.timestamp("us")),
    "polars Date": of_polars(pl.Date),
    "polars Datetime": of_polars(pl.Datetime("ms")),
    "pandas datetime64": lambda every: pd.Series(of_numpy("s")(every)),
    "pandas Arrow": lambda every: pd.Series(
        pd.arrays.ArrowExtensionArray(of_arrow(pa.date32())(every))
    ),
}


@pytest.fixture(params=COLUMNS)
def column(request: pytest.FixtureRequest, every_day: EveryDay) -> Any:
    """Give every day in a column of each kind."""
    return COLUMNS[request.param](every_day)


def numbers(answers: Any) -> Ints:
    """Give the answers as numbers, dates as epoch days; none may be null."""
    if isinstance(answers, pl.Series):
        answers = answers.to_arrow()
    elif isinstance(answers, pd.Series):
        answers = pa.array(answers)
    if isinstance(answers, pa.ChunkedArray):
        answers = answers.combine_chunks()
    if isinstance(answers, pa.Array):
        assert answers.null_count == 0
        answers = answers.to_numpy(zero_copy_only=False)
    if answers.dtype.kind == "M":
        days = answers.astype("M8[D]")
        assert (days == answers).all()
        answers = days.astype(np.int64)
    found: Ints = answers.astype(np.int64)
    return found


def test_every_day(column: Any, every_day: EveryDay) -> None:
    for question, expected in every_day.answers.items():
        answers = numbers(getattr(columns, question)(column))
        assert len(answers) == COUNT
        assert np.array_equal(answers, expected), question


def test_every_day_in_one_pass(column: Any, every_day: EveryDay) -> None:
    answers: Any = columns.year_week(column)
    year: Any
    week: Any
    if isinstance(answers, pl.Series):
        year, week = answers.struct.field("year"), answers.struct.field("week")
    elif isinstance(answers, (pa.Array, pa.ChunkedArray)):
        year, week = (pc.struct_field(answers, name) for name in ("year", "week"))
    elif isinstance(answers, pd.DataFrame):
        year, week = answers["year"], answers["week"]
    else:
        year, week = answers
    assert np.array_equal(numbers(year), every_day.year)
    assert np.array_equal(numbers(week), every_day.week)


@pytest.mark.parametrize("first_day", range(1, 8))
def test_every_first_day(first_day: int, every_day: EveryDay) -> None:
    expected = every_day.days - (every_day.weekday - first_day) % 7
    answers = columns.week_start(every_day.days, first_day=first_day)
    assert np.array_equal(answers, expected)


@pytest.mark.parametrize("weekday", [False, True])
def test_every_text(*, weekday: bool, every_day: EveryDay) -> None:
    rows = zip(
        every_day.year.tolist(), every_day.week.tolist(), every_day.weekday.tolist(), strict=True
    )
    if weekday:
        texts = [f"{year:04}-W{week:02}-{day}" for year, week, day in rows]
    else:
        texts = [f"{year:04}-W{week:02}" for year, week, _ in rows]
    days = pa.array(every_day.days).cast(pa.date32())
    expected = pa.array(texts)
    assert columns.format(days, weekday=weekday).equals(expected)
    assert columns.format(pl.Series(days), weekday=weekday).to_arrow().cast(pa.string()) == expected
    read = every_day.days if weekday else every_day.monday
    for column in (expected, pl.Series(expected), expected.cast(pa.large_string())):
        assert np.array_equal(numbers(columns.parse(column, weekday=weekday)), read)
    array = np.array(texts)
    assert np.array_equal(columns.format(every_day.days.astype("M8[D]"), weekday=weekday), array)
    assert np.array_equal(numbers(columns.parse(array, weekday=weekday)), read)


def test_every_day_as_list(every_day: EveryDay) -> None:
    days = list(map(date.fromordinal, range(1, COUNT + 1)))
    assert columns.week_number(days) == every_day.week.tolist()
    assert columns.iso_year(days) == every_day.year.tolist()
    assert columns.weekday(days) == every_day.weekday.tolist()
    mondays = np.array(columns.week_start(days), "M8[D]")
    assert np.array_equal(numbers(mondays), every_day.monday)


def test_polars(every_day: EveryDay) -> None:
    days = of_polars(pl.Date)(every_day)
    assert columns.iso_year(days).equals(days.dt.iso_year())
    assert columns.week_number(days).cast(pl.Int8).equals(days.dt.week().cast(pl.Int8))
    assert columns.weekday(days).cast(pl.Int8).equals(days.dt.weekday().cast(pl.Int8))
    assert columns.week_start(days).equals(days.dt.truncate("1w"))
    assert columns.format(days, weekday=True).equals(days.dt.strftime("%G-W%V-%u"))


def test_pandas(every_day: EveryDay) -> None:
    days = pd.Series(of_numpy("s")(every_day))
    theirs = days.dt.isocalendar()
    ours = columns.year_week(days)
    assert (ours["year"] == theirs["year"]).all()
    assert (ours["week"] == theirs["week"]).all()
    assert (columns.weekday(days) == theirs["day"]).all()
    assert (columns.is_week_start(days) == (days.dt.day_of_week == 0)).all()
    periods = days[(days > "1700-01-01") & (days < "2200-01-01")]
    assert len(periods) == 182_620
    starts = periods.dt.to_period("W").dt.start_time
    assert (columns.week_start(periods) == starts).all()


def test_pyarrow(every_day: EveryDay) -> None:
    days = of_arrow(pa.date32())(every_day)
    theirs = pc.iso_calendar(days)
    ours = columns.year_week(days)
    assert ours.field("year").cast(pa.int64()).equals(theirs.field("iso_year"))
    assert ours.field("week").cast(pa.int64()).equals(theirs.field("iso_week"))
    assert columns.weekday(days).cast(pa.int64()).equals(theirs.field("iso_day_of_week"))
    assert columns.week_start(days).equals(pc.floor_temporal(days, unit="week"))


def test_duckdb(every_day: EveryDay) -> None:
    table = pa.table({"day": of_arrow(pa.date32())(every_day)})
    with duckdb.connect() as connection:
        connection.register("days", table)
        theirs = connection.sql(
            "select isoyear(day) as y, week(day) as w, isodow(day) as d, "
            "date_trunc('week', day)::date as m, strftime(day, '%G-W%V-%u') as t from days"
        ).to_arrow_table()
        relation = connection.sql("select day from days")
        ours = {
            name: pa.chunked_array(answers).combine_chunks()
            for name, answers in (
                ("y", columns.iso_year(relation)),
                ("w", columns.week_number(relation)),
                ("d", columns.weekday(relation)),
                ("m", columns.week_start(relation)),
                ("t", columns.format(relation, weekday=True)),
            )
        }
    for name, answers in ours.items():
        expected = theirs[name].combine_chunks()
        assert len(answers) == COUNT
        assert answers.cast(expected.type).equals(expected), name


@pytest.mark.parametrize(("years", "peer"), [(30_000, "pyarrow"), (260_000, "polars")])
def test_beyond_datetime(years: int, peer: str) -> None:
    """Compare random days as far as a peer is right: 16-bit years, and 19 bits of them."""
    furthest = years * 365
    days = np.random.default_rng(53).integers(-furthest, furthest, 1_000_000, dtype=np.int32)
    if peer == "pyarrow":
        column = pa.array(days).cast(pa.date32())
        theirs = pc.iso_calendar(column)
        pairs = [("iso_year", theirs.field("iso_year")), ("week_number", theirs.field("iso_week"))]
    else:
        column = pl.Series(days).cast(pl.Date)
        pairs = [("iso_year", column.dt.iso_year()), ("week_number", column.dt.week())]
    for question, expected in pairs:
        answers = numbers(getattr(columns, question)(column))
        assert np.array_equal(answers, numbers(expected)), question


def test_threads(every_day: EveryDay) -> None:
    """Ask the same columns from eight threads at once."""
    threads, rounds, size = 8, 4, 20_000
    some = EveryDay(*(part[-size - 7 : -7] for part in vars(every_day).values()))
    shared = [make(some) for make in COLUMNS.values()]
    shared.append([date.fromordinal(day + EPOCH) for day in some.days.tolist()])
    texts = [f"{year:04}-W{week:02}" for year, week in zip(some.year, some.week, strict=True)]
    start = Barrier(threads)

    def hammer(thread: int) -> int:
        start.wait()
        compared = 0
        for turn in range(rounds):
            for n in range(len(shared)):
                column = shared[(n + thread) % len(shared)]
                for question, expected in some.answers.items():
                    answers = getattr(columns, question)(column)
                    if isinstance(answers, list):
                        dates = isinstance(answers[0], date)
                        answers = np.array(answers, "M8[D]" if dates else np.int64)
                    assert np.array_equal(numbers(answers), expected), question
                    compared += 1
            mondays = columns.parse(columns.format(shared[turn % 2]))
            assert np.array_equal(numbers(mondays), some.monday)
            assert columns.format(shared[-1]) == texts
        return compared

    with ThreadPoolExecutor(threads) as pool:
        compared = sum(pool.map(hammer, range(threads)))
    assert compared == threads * rounds * len(shared) * len(some.answers)

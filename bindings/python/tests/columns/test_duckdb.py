"""Relations of duckdb, which export Arrow data, and its own answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from semaine import ParseError, columns


@pytest.fixture
def database() -> Any:
    """Give a database in memory, in a time zone of its own."""
    with duckdb.connect() as connection:
        yield connection


def rows(answers: Any) -> list[Any]:
    """Give the rows as the calendar does, read through the Arrow interface."""
    found = pa.chunked_array(answers).to_pylist()
    if any(isinstance(row, dict) for row in found):
        return [row and (row["year"], row["week"]) for row in found]
    return [row.date() if isinstance(row, datetime) else row for row in found]


@pytest.mark.parametrize(
    "kind", ["date", "timestamp", "timestamp_s", "timestamp_ms", "timestamp_ns"]
)
def test_relations(
    question: str, kind: str, days: list[date | None], calendar: Any, database: Any
) -> None:
    if kind == "timestamp_ns":
        days = [day for day in days if day is None or 1677 < day.year < 2262]
    table = pa.table({"n": range(len(days)), "day": pa.array(days, pa.date32())})
    database.register("days", table)
    day = duckdb.ColumnExpression("day").cast(kind).alias("day")
    relation = database.table("days").order("n").select(day)
    answers = getattr(columns, question)(relation)
    assert len(answers) == len(days)
    assert rows(answers) == calendar(question, days)


def test_many_batches(database: Any) -> None:
    relation = database.sql("select date '1970-01-01' + n::int as d from range(2_500_000) as r(n)")
    mondays = pa.chunked_array(columns.week_start(relation))
    assert mondays.num_chunks > 1
    assert mondays.type == pa.date32()
    expected = relation.select("date_trunc('week', d)::date as m").to_arrow_table()["m"]
    assert len(expected) == 2_500_000
    assert mondays.equals(expected)


def test_no_rows(question: str, database: Any) -> None:
    answers = getattr(columns, question)(database.sql("select current_date as day where false"))
    assert len(answers) == 0


def test_parse(days: list[date | None], calendar: Any, database: Any) -> None:
    table = pa.table({"n": range(len(days)), "text": calendar("format", days)})
    database.register("weeks", table)
    answers = columns.parse(database.sql("select text from weeks order by n"))
    assert rows(answers) == calendar("week_start", days)


def test_parse_refuses_what_duckdb_rolls_over(database: Any) -> None:
    texts = database.sql("select '2021-W53-1' as text")
    assert texts.select("strptime(text, '%G-W%V-%u')::date").fetchall() == [(date(2022, 1, 3),)]
    with pytest.raises(ParseError, match="row 0: week 53 does not exist in 2021"):
        columns.parse(texts, weekday=True)
    assert rows(columns.parse(texts, weekday=True, errors="null")) == [None]


def test_answers_go_back_into_duckdb(database: Any) -> None:
    relation = database.sql("select date '2024-12-28' + n::int as day from range(4) as r(n)")
    weeks = pa.table({"week": pa.chunked_array(columns.format(relation))})
    database.register("weeks", weeks)
    counts = database.sql("select week, count(*) from weeks group by week order by week")
    assert counts.fetchall() == [("2024-W52", 2), ("2025-W01", 2)]


def test_wrong_types(question: str, database: Any) -> None:
    two = database.sql("select current_date as a, current_date as b")
    number = database.sql("select 1 as n")
    text = database.sql("select 'x' as t")
    for relation in (two, number, text):
        with pytest.raises(TypeError, match=rf"^{question}\(\) "):
            getattr(columns, question)(relation)


def test_named_time_zones_are_refused(database: Any) -> None:
    database.execute("set timezone = 'Europe/Paris'")
    with pytest.raises(TypeError, match="Europe/Paris"):
        columns.week_start(database.sql("select timestamptz '2025-01-01 00:00:00+00' as t"))
    database.execute("set timezone = 'UTC'")
    answers = columns.week_start(database.sql("select timestamptz '2025-01-01 00:00:00+00' as t"))
    assert rows(answers) == [date(2024, 12, 30)]

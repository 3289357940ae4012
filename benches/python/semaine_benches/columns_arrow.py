"""Columns of Arrow's `date32` and `utf8`, beside pyarrow and duckdb."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from semaine_benches.container import FEWER, FEWEST, Container, Peer
from semaine_benches.inputs import arrow_days
from semaine_benches.oracle import expected


def column(question: str, rows: int) -> pa.Array:
    """Give the days, or the texts to parse."""
    return expected("format", rows) if question == "parse" else arrow_days(rows)


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def _duckdb(expression: str, column: pa.Array) -> Any:
    table = _connection().from_arrow(pa.table({"x": column}))
    answers = table.project(expression).to_arrow_table()
    return answers.column(0) if answers.num_columns == 1 else answers.to_struct_array()


def _sql(expression: str, rows: int = FEWER) -> dict[str, Peer]:
    return {"duckdb": (partial(_duckdb, expression), rows)}


def _pyarrow(function: Any, rows: int = FEWER, **options: Any) -> dict[str, Peer]:
    return {"pyarrow": (partial(function, **options), rows)}


DAY = 4
#: Eight bytes and an offset.
TEXT = 12

GROUPS = Container(
    "arrow",
    column,
    {
        "week_start": (DAY, DAY),
        "week_number": (DAY, 1),
        "iso_year": (DAY, 4),
        "year_week": (DAY, 5),
        "weekday": (DAY, 1),
        "format": (DAY, TEXT),
        "parse": (TEXT, DAY),
    },
    {
        "week_start": _pyarrow(pc.floor_temporal, unit="week") | _sql("date_trunc('week', x)"),
        "week_number": _pyarrow(pc.iso_week) | _sql("week(x)"),
        "iso_year": _pyarrow(pc.iso_year) | _sql("isoyear(x)"),
        "year_week": _pyarrow(pc.iso_calendar) | _sql("isoyear(x), week(x)"),
        "weekday": _pyarrow(pc.day_of_week, count_from_zero=False) | _sql("isodow(x)"),
        "format": _pyarrow(pc.strftime, FEWEST, format="%G-W%V")
        | _sql("strftime(x, '%G-W%V')", FEWEST),
        "parse": _sql("strptime(x || '-1', '%G-W%V-%u')::date", FEWEST),
    },
).groups()

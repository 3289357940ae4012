"""Weeks in polars: importing this module gives expressions and Series the namespace ``week``.

>>> from datetime import date
>>> import polars as pl
>>> import semaine.polars
>>> frame = pl.LazyFrame({"day": [date(2024, 12, 29), date(2024, 12, 30), None]})
>>> frame.select(pl.col("day").week.format()).collect()["day"].to_list()
['2024-W52', '2025-W01', None]
>>> pl.Series([date(2025, 1, 1)]).week.start().to_list()
[datetime.date(2024, 12, 30)]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from semaine import WeekError, columns
from semaine._week_namespace import WeekNamespace

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ExprWeekNamespace", "SeriesWeekNamespace"]

_DTYPES: dict[Callable[..., Any], pl.DataType] = {
    columns.week_number: pl.UInt8(),
    columns.iso_year: pl.Int32(),
    columns.year_week: pl.Struct({"year": pl.Int32(), "week": pl.UInt8()}),
    columns.epoch_week: pl.Int32(),
    columns.weekday: pl.UInt8(),
    columns.is_week_start: pl.Boolean(),
    columns.format: pl.String(),
    columns.parse: pl.Date(),
}


@pl.api.register_expr_namespace("week")
class ExprWeekNamespace(WeekNamespace[pl.Expr, pl.Expr]):
    """The namespace ``week`` of expressions: in eager, lazy and streaming frames.

    A text that :meth:`parse` refuses raises `polars.exceptions.ComputeError`, as other failures of
    a query do; its row counts from the start of what polars evaluates at once.

    Type checkers do not see what is registered at run time. They accept
    ``ExprWeekNamespace(pl.col("day"))``, which is the same as ``pl.col("day").week``.

    Examples
    --------
    >>> from datetime import date
    >>> import polars as pl
    >>> from semaine.polars import ExprWeekNamespace
    >>> frame = pl.DataFrame({"day": [date(2024, 12, 29), date(2024, 12, 30)], "sold": [3, 4]})
    >>> week = ExprWeekNamespace(pl.col("day"))
    >>> frame.group_by(week.start()).agg(pl.col("sold").sum()).sort("day").rows()
    [(datetime.date(2024, 12, 23), 3), (datetime.date(2024, 12, 30), 4)]
    """

    def _ask(self, function: Callable[..., Any], **options: object) -> pl.Expr:
        return self._column.map_batches(
            partial(_evaluate, function, options),
            return_dtype=_DTYPES.get(function, pl.self_dtype()),
            is_elementwise=True,
        )


def _evaluate(
    function: Callable[..., pl.Series], options: dict[str, object], column: pl.Series
) -> pl.Series:
    try:
        return function(column, **options)
    except WeekError as error:
        # polars makes a new exception, of which it only knows the message.
        raise pl.exceptions.ComputeError(str(error)) from error


@pl.api.register_series_namespace("week")
class SeriesWeekNamespace(WeekNamespace[pl.Series, pl.Series]):
    """The namespace ``week`` of Series.

    Examples
    --------
    >>> from datetime import date
    >>> import polars as pl
    >>> from semaine.polars import SeriesWeekNamespace
    >>> SeriesWeekNamespace(pl.Series([date(2024, 12, 30)])).year_week().to_list()
    [{'year': 2025, 'week': 1}]
    """

    def _ask(self, function: Callable[..., Any], **options: object) -> pl.Series:
        answers: pl.Series = function(self._column, **options)
        return answers

"""Many dates at once: columns of dates in, columns of answers out.

Every function takes a column as its first argument and answers with the same kind of container:

==========================================  ======================================================
a column                                    and its answers
==========================================  ======================================================
list, tuple or other iterable               ``list``
NumPy array                                 NumPy array of the same shape
pyarrow ``Array`` or ``ChunkedArray``       the same, with the same chunks
polars ``Series``                           polars ``Series`` of the same name
pandas ``Series``                           pandas ``Series`` with the same index and name
anything else that exports Arrow data       an object that exports Arrow data, too
==========================================  ======================================================

Dates are :class:`datetime.date` and :class:`datetime.datetime` in lists, ``datetime64`` of any unit
or epoch days (``int32``, ``int64``) in NumPy arrays, date32, date64 and timestamps in Arrow data.
An instant with a time zone belongs to its day in that time zone. Nulls stay null, and None and NaT
in lists become None; a NumPy array of integers or truth values, which knows no null, has 0, the
lowest number of an ``int32``, or False there. Beyond the dates that a type can hold, the answer is
null.

No library needs to be installed for the others to work, and none is imported here.

>>> from datetime import date
>>> from semaine import columns
>>> columns.week_start([date(2024, 12, 30), date(2025, 1, 5), None])
[datetime.date(2024, 12, 30), datetime.date(2024, 12, 30), None]
>>> columns.year_week([date(2024, 12, 29), date(2024, 12, 30)])
[(2024, 52), (2025, 1)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NoReturn, overload

from semaine._semaine import ArrowChunks, ArrowColumn
from semaine.columns._dispatch import answer as _answer
from semaine.columns._question import Question as _Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Protocol, TypeAlias, TypeVar

    from semaine._semaine import IsoWeek

    class _Array(Protocol):
        """An array, Series or index, whose dates are answered with one of the same type."""

        def __len__(self) -> int: ...
        def __array__(self, *_: Any, **__: Any) -> Any: ...

    class _ArrowArray(Protocol):
        def __arrow_c_array__(self, *_: Any, **__: Any) -> Any: ...

    class _ArrowStream(Protocol):
        def __arrow_c_stream__(self, *_: Any, **__: Any) -> Any: ...

    _Container: TypeAlias = _Array | _ArrowArray | _ArrowStream
    _Dates: TypeAlias = _Container | Iterable[date | None]
    _Texts: TypeAlias = _Container | Iterable[str | None]
    _ArrayT = TypeVar("_ArrayT", bound=_Array)
    _Date = TypeVar("_Date", bound=date)

__all__ = [
    "ArrowChunks",
    "ArrowColumn",
    "epoch_week",
    "format",
    "is_week_start",
    "iso_week",
    "iso_year",
    "parse",
    "week_end",
    "week_number",
    "week_start",
    "weekday",
    "year_week",
]


# Only what has the type Any fits the overloads of NoReturn, which keep it from counting as a list.
# Other iterables than sequences get Any, since arrays and Series can be iterated, too.


@overload
def week_start(column: NoReturn, /, *, first_day: int = 1, out: Any = None) -> Any: ...
@overload
def week_start(column: _ArrayT, /, *, first_day: int = 1, out: Any = None) -> _ArrayT: ...
@overload
def week_start(
    column: Sequence[_Date | None], /, *, first_day: int = 1, out: None = None
) -> list[_Date | None]: ...
@overload
def week_start(column: _Dates, /, *, first_day: int = 1, out: Any = None) -> Any: ...
def week_start(column: Any, /, *, first_day: int = 1, out: Any = None) -> Any:
    """Give the Monday of each date's week; of an instant, the midnight with which it begins.

    Parameters
    ----------
    column : list, array or Series of dates
        See :mod:`semaine.columns`.
    first_day : int, default 1
        The weekday on which weeks start, from 1 (Monday) to 7 (Sunday). Only weeks that start on
        Monday have an ISO number.
    out : numpy.ndarray, optional
        The array to write to, of the type and shape of the answer; of NumPy arrays only.

    Returns
    -------
    list, array or Series of dates
        The same kind of container and of dates; in lists, the same types, times and time zones.

    Raises
    ------
    TypeError
        If the column is no container of dates, or `out` has another type.
    ValueError
        If `out` has another shape, is read-only or not contiguous.
    WeekError
        If `first_day` is not 1 to 7.
    WeekOverflowError
        If a row of a list has an answer that :class:`datetime.date` cannot hold.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.week_start([date(2024, 12, 31), None])
    [datetime.date(2024, 12, 30), None]
    >>> columns.week_start([date(2024, 12, 31)], first_day=7)
    [datetime.date(2024, 12, 29)]

    >>> import numpy as np
    >>> columns.week_start(np.array(["2024-12-31", "NaT"], dtype="M8[D]"))
    array(['2024-12-30',        'NaT'], dtype='datetime64[D]')
    """
    return _answer(_Question("week_start", first_day=first_day), column, out)


@overload
def week_end(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def week_end(column: _ArrayT, /, *, out: Any = None) -> _ArrayT: ...
@overload
def week_end(column: Sequence[_Date | None], /, *, out: None = None) -> list[_Date | None]: ...
@overload
def week_end(column: _Dates, /, *, out: Any = None) -> Any: ...
def week_end(column: Any, /, *, out: Any = None) -> Any:
    """Give the Sunday of each date's week.

    Arguments, results and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.week_end([date(2024, 12, 31)])
    [datetime.date(2025, 1, 5)]
    """
    return _answer(_Question("week_end"), column, out)


@overload
def week_number(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def week_number(column: Sequence[date | None], /, *, out: None = None) -> list[int | None]: ...
@overload
def week_number(column: _Dates, /, *, out: Any = None) -> Any: ...
def week_number(column: Any, /, *, out: Any = None) -> Any:
    """Give the number of each date's ISO week, 1 to 53, as ``uint8``; 0 where NumPy has NaT.

    A week number needs its year: :func:`year_week` gives both, in hardly more time.

    Arguments and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.week_number([date(2024, 12, 29), date(2024, 12, 30)])
    [52, 1]
    """
    return _answer(_Question("week_number"), column, out)


@overload
def iso_year(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def iso_year(column: Sequence[date | None], /, *, out: None = None) -> list[int | None]: ...
@overload
def iso_year(column: _Dates, /, *, out: Any = None) -> Any: ...
def iso_year(column: Any, /, *, out: Any = None) -> Any:
    """Give the ISO year of each date's week, as ``int32``; the lowest where NumPy has NaT.

    Arguments and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.iso_year([date(2024, 12, 29), date(2024, 12, 30)])
    [2024, 2025]
    """
    return _answer(_Question("iso_year"), column, out)


@overload
def year_week(column: NoReturn, /) -> Any: ...
@overload
def year_week(column: Sequence[date | None], /) -> list[tuple[int, int] | None]: ...
@overload
def year_week(column: _Dates, /) -> Any: ...
def year_week(column: Any, /) -> Any:
    """Give ISO year and week number of each date in one pass.

    Returns
    -------
    list of tuple, tuple of numpy.ndarray, Arrow or polars struct, or pandas.DataFrame
        What the container has for two values a row, ``year`` and ``week``.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.year_week([date(2024, 12, 29), date(2024, 12, 30)])
    [(2024, 52), (2025, 1)]

    >>> import numpy as np
    >>> columns.year_week(np.array(["2024-12-29", "2024-12-30"], dtype="M8[s]"))
    (array([2024, 2025], dtype=int32), array([52,  1], dtype=uint8))
    """
    return _answer(_Question("year_week"), column)


@overload
def epoch_week(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def epoch_week(column: Sequence[date | None], /, *, out: None = None) -> list[int | None]: ...
@overload
def epoch_week(column: _Dates, /, *, out: Any = None) -> Any: ...
def epoch_week(column: Any, /, *, out: Any = None) -> Any:
    """Give the weeks since 1970-W01 of each date, as ``int32``; the lowest where NumPy has NaT.

    It is :attr:`semaine.IsoWeek.epoch_week`: a number to group, join and subtract weeks by.

    Arguments and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.epoch_week([date(1970, 1, 1), date(2025, 1, 1)])
    [0, 2870]
    """
    return _answer(_Question("epoch_week"), column, out)


@overload
def weekday(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def weekday(column: Sequence[date | None], /, *, out: None = None) -> list[int | None]: ...
@overload
def weekday(column: _Dates, /, *, out: Any = None) -> Any: ...
def weekday(column: Any, /, *, out: Any = None) -> Any:
    """Give each date's weekday, 1 (Monday) to 7 (Sunday), as ``uint8``; 0 where NumPy has NaT.

    Arguments and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.weekday([date(2024, 12, 29), date(2024, 12, 30)])
    [7, 1]
    """
    return _answer(_Question("weekday"), column, out)


@overload
def is_week_start(column: NoReturn, /, *, out: Any = None) -> Any: ...
@overload
def is_week_start(column: Sequence[date | None], /, *, out: None = None) -> list[bool | None]: ...
@overload
def is_week_start(column: _Dates, /, *, out: Any = None) -> Any: ...
def is_week_start(column: Any, /, *, out: Any = None) -> Any:
    """Tell of each date whether it is a Monday; False where NumPy has NaT.

    Arguments and errors are those of :func:`week_start`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.is_week_start([date(2024, 12, 29), date(2024, 12, 30)])
    [False, True]
    """
    return _answer(_Question("is_week_start"), column, out)


@overload
def format(column: NoReturn, /, *, weekday: bool = False) -> Any: ...  # noqa: A001
@overload
def format(  # noqa: A001 - the name in every language
    column: Sequence[date | None], /, *, weekday: bool = False
) -> list[str | None]: ...
@overload
def format(column: _Dates, /, *, weekday: bool = False) -> Any: ...  # noqa: A001
def format(column: Any, /, *, weekday: bool = False) -> Any:  # noqa: A001
    """Give the text of each date's week, such as ``2025-W32``; "NaT" where NumPy has NaT.

    Parameters
    ----------
    column : list, array or Series of dates
        See :mod:`semaine.columns`.
    weekday : bool, default False
        Whether the text also names the day, as in ``2025-W32-4``.

    Returns
    -------
    list, array or Series of str
        The same kind of container.

    Raises
    ------
    TypeError
        If the column is no container of dates.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.format([date(2024, 12, 29), date(2024, 12, 30), None])
    ['2024-W52', '2025-W01', None]
    >>> columns.format([date(2024, 12, 30)], weekday=True)
    ['2025-W01-1']
    """
    return _answer(_Question("format", weekday=weekday), column)


@overload
def parse(
    texts: NoReturn, /, *, weekday: bool = False, errors: Literal["raise", "null"] = "raise"
) -> Any: ...
@overload
def parse(
    texts: Sequence[str | None],
    /,
    *,
    weekday: bool = False,
    errors: Literal["raise", "null"] = "raise",
) -> list[date | None]: ...
@overload
def parse(
    texts: _Texts, /, *, weekday: bool = False, errors: Literal["raise", "null"] = "raise"
) -> Any: ...
def parse(
    texts: Any, /, *, weekday: bool = False, errors: Literal["raise", "null"] = "raise"
) -> Any:
    """Give the Monday of the week that each text names.

    Parameters
    ----------
    texts : list, array or Series of str
        Texts as :meth:`semaine.IsoWeek.parse` takes them, or, with `weekday`,
        :meth:`semaine.IsoWeekDate.parse`.
    weekday : bool, default False
        Whether the texts name days (``2025-W32-4``), and those are the answer.
    errors : {"raise", "null"}, default "raise"
        What to do with a text that is none: raise its error, or make it null.

    Returns
    -------
    list, array or Series of dates
        The same kind of container; the dates are ``datetime64[D]`` in NumPy arrays, date32 in Arrow
        data.

    Raises
    ------
    TypeError
        If the column is no container of texts.
    ParseError, WeekError
        Of the first text that is none; its attribute `row` counts from 0.
    WeekOverflowError
        If a row of a list has an answer that :class:`datetime.date` cannot hold.

    Examples
    --------
    >>> from semaine import columns
    >>> columns.parse(["2025-W01", None])
    [datetime.date(2024, 12, 30), None]
    >>> columns.parse(["2025-W01-3"], weekday=True)
    [datetime.date(2025, 1, 1)]
    >>> columns.parse(["2025-W01", "2025-W53"])
    Traceback (most recent call last):
        ...
    semaine.ParseError: row 1: week 53 does not exist in 2025, which has 52 weeks (at byte 6)
    >>> columns.parse(["2025-W01", "2025-W53"], errors="null")
    [datetime.date(2024, 12, 30), None]
    """
    if errors not in ("raise", "null"):
        message = f'parse() takes errors="raise" or errors="null", not {errors!r}'
        raise ValueError(message)
    return _answer(_Question("parse", weekday=weekday, errors=errors), texts)


def iso_week(dates: Iterable[date | None], /) -> list[IsoWeek | None]:
    """Give the :class:`semaine.IsoWeek` of each date of a list or another iterable.

    Raises
    ------
    TypeError
        If it is no list or other iterable of dates. For arrays there are :func:`year_week` and
        :func:`epoch_week`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import columns
    >>> columns.iso_week([date(2024, 12, 30), None])
    [IsoWeek(2025, 1), None]
    """
    weeks: list[IsoWeek | None] = _answer(_Question("iso_week"), dates)
    return weeks

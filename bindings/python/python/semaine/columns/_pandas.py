"""Series and indexes of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from semaine.columns import _lists, _numpy
from semaine.columns._dispatch import wrong_type
from semaine.columns._midnights import first_instant
from semaine.columns._question import Question

if TYPE_CHECKING:
    from datetime import tzinfo

# What answers with dates of the column's own type.
_MOVES = ("week_start", "week_end")

# The nullable types of the other answers.
_DTYPES = {
    "week_number": "UInt8",
    "iso_year": "Int32",
    "epoch_week": "Int32",
    "weekday": "UInt8",
    "is_week_start": "boolean",
}


def answer(question: Question, column: Any) -> Any:
    """Answer a Series with one of the same index and name, or with a DataFrame of year and week.

    An Index is answered with an Index. The rows of a column with a time zone belong to the days
    that its clocks show.
    """
    if isinstance(column, pd.Series):
        return _labelled(_answers(question, column), column)
    if isinstance(column, pd.Index):
        rows = pd.Series(column.array, name=column.name, copy=False)
        answers = _labelled(_answers(question, rows), rows)
        if isinstance(answers, pd.DataFrame):
            return pd.MultiIndex.from_frame(answers)
        return pd.Index(answers)
    raise wrong_type(question, column)


def _labelled(answers: Any, column: pd.Series[Any]) -> Any:
    if isinstance(answers, dict):
        return pd.DataFrame(answers, index=column.index, copy=False)
    return pd.Series(answers, index=column.index, name=column.name, copy=False)


def _answers(question: Question, column: pd.Series[Any]) -> Any:
    dtype = column.dtype
    if isinstance(dtype, pd.ArrowDtype):
        return _of_arrow(question, column.array)
    if dtype == "object":
        return _of_objects(question, column)
    if question.name == "parse":
        if isinstance(dtype, pd.StringDtype):
            return _of_texts(question, column, dtype)
    elif isinstance(dtype, pd.DatetimeTZDtype):
        return _of_instants(question, column, dtype.tz)
    elif dtype.kind == "M":
        return _of_datetimes(question, column.to_numpy())
    raise wrong_type(question, column, f"a pandas Series of {dtype}")


def _of_arrow(question: Question, array: Any) -> Any:
    answers = _by_pyarrow(question, array)
    if question.name == "year_week":
        years, weeks = answers.flatten()
        return {
            "year": pd.arrays.ArrowExtensionArray(years),
            "week": pd.arrays.ArrowExtensionArray(weeks),
        }
    return pd.arrays.ArrowExtensionArray(answers)


def _of_objects(question: Question, column: Any) -> Any:
    rows = column.to_numpy(dtype=object, na_value=None)
    if question.name == "parse":
        return _numpy.answer(question, rows).astype("M8[s]")
    answers = _lists.answer(question, rows.tolist())
    if question.name == "year_week":
        pairs = [(None, None) if pair is None else pair for pair in answers]
        return {
            "year": pd.array([year for year, _ in pairs], dtype="Int32"),
            "week": pd.array([week for _, week in pairs], dtype="UInt8"),
        }
    if question.name in _MOVES:
        return pd.Series(answers, dtype=object).array
    if question.name == "format":
        return pd.Series(answers, dtype=_text_dtype()).array
    return pd.Series(answers, dtype=_DTYPES[question.name]).array


def _of_texts(question: Question, column: Any, dtype: pd.StringDtype) -> Any:
    if dtype.storage == "pyarrow":
        days = _by_pyarrow(question, column.array)
        return days.cast("timestamp[s]").to_numpy(zero_copy_only=False)
    return _of_objects(question, column)


def _of_instants(question: Question, column: pd.Series[Any], zone: tzinfo) -> Any:
    answers = _of_datetimes(question, column.dt.tz_localize(None).to_numpy())
    if question.name in _MOVES:
        return _at_midnight(pd.DatetimeIndex(answers), zone)
    return answers


def _at_midnight(days: pd.DatetimeIndex, zone: tzinfo) -> Any:
    """Give the first instant of each day, where clocks are put forward or back at midnight, too."""
    earlier = np.ones(len(days), dtype=bool)
    instants: Any = pd.Series(days.tz_localize(zone, ambiguous=earlier, nonexistent="NaT"))
    skipped = instants.isna() & days.notna()
    if skipped.any():
        firsts = [first_instant(day.to_pydatetime(), zone) for day in days[skipped]]
        instants[skipped] = pd.DatetimeIndex(firsts).tz_convert(zone)
    return instants.array


def _of_datetimes(question: Question, days: Any) -> Any:
    if question.name in _MOVES:
        return _numpy.answer(question, days)
    if question.name == "format":
        return _formatted(question, days)
    answers = _numpy.answer(question, days)
    if question.name == "year_week":
        years, weeks = answers
        return {
            "year": pd.arrays.IntegerArray(years, weeks == 0),
            "week": pd.arrays.IntegerArray(weeks, weeks == 0),
        }
    if question.name == "is_week_start":
        return pd.arrays.BooleanArray(answers, _numpy.answer(Question("weekday"), days) == 0)
    null = 0 if answers.dtype == np.uint8 else np.iinfo(answers.dtype).min
    return pd.arrays.IntegerArray(answers, answers == null)


def _formatted(question: Question, days: Any) -> Any:
    dtype = _text_dtype()
    if getattr(dtype, "storage", None) == "pyarrow":
        return dtype.__from_arrow__(_by_pyarrow(question, days))
    texts = _numpy.answer(question, days)
    return pd.Series(texts, dtype=dtype).mask(texts == "NaT").array


def _by_pyarrow(question: Question, rows: Any) -> Any:
    # Not every pandas has pyarrow.
    import pyarrow as pa  # noqa: PLC0415

    from semaine.columns import _pyarrow  # noqa: PLC0415

    return _pyarrow.answer(question, pa.array(rows))


def _text_dtype() -> Any:
    """Give the type that pandas finds for texts: `object` before version 3."""
    return pd.Series([""]).dtype

"""NumPy arrays: answers are arrays of the same shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from semaine._semaine import answer_rows, fill_answers, fill_parsed, fill_parsed_rows, fill_texts
from semaine.columns._dispatch import wrong_type

if TYPE_CHECKING:
    from semaine.columns._question import Question

Array = np.ndarray[Any, np.dtype[Any]]

_DAYS = np.dtype("M8[D]")

# The types of the answers that are no dates.
_ANSWERS: dict[str, np.dtype[Any]] = {
    "week_number": np.dtype(np.uint8),
    "weekday": np.dtype(np.uint8),
    "iso_year": np.dtype(np.int32),
    "epoch_week": np.dtype(np.int32),
    "is_week_start": np.dtype(np.bool_),
}

# What the core reads without a conversion, and so what keeps its unit.
_UNITS = ("D", "s", "ms", "us", "ns")

# How many there are in a day, of the units that are shorter.
_PER_DAY = {"h": 24, "m": 24 * 60} | {
    unit: 86_400 * 1000**power
    for power, unit in enumerate(("s", "ms", "us", "ns", "ps", "fs", "as"))
}


def answer(question: Question, column: Any, out: Any = None) -> Any:
    """Answer with an array, or write to the one that is given."""
    if not isinstance(column, np.ndarray) or isinstance(column, np.ma.MaskedArray):
        raise wrong_type(question, column)
    if question.name == "parse":
        return _parsed(question, column)
    if column.dtype.kind == "O":
        if out is not None:
            message = f"{question.name}() takes no out= with a NumPy array of object"
            raise TypeError(message)
        return _listed(question, column)
    days, dates = _days(question, column)
    if question.name == "format":
        return _formatted(question, days)
    if question.name == "year_week":
        years, weeks = np.empty(days.shape, np.int32), np.empty(days.shape, np.uint8)
        _fill(question, days, years, weeks)
        return years, weeks
    wanted = _ANSWERS.get(question.name, dates)
    if out is None:
        out = np.empty(days.shape, wanted)
    else:
        _check(question, out, wanted, days.shape)
        if np.may_share_memory(days, out):
            days = days.copy()
    if question.name in _ANSWERS or wanted == days.dtype:
        _fill(question, days, out)
    else:
        midnights = np.empty_like(days)
        _fill(question, days, midnights)
        out[...] = midnights
    return out


def _days(question: Question, column: Array) -> tuple[Array, np.dtype[Any]]:
    """Give an array that the core can read, and the type of the dates to answer with."""
    dtype = column.dtype.newbyteorder("=")
    if dtype.kind == "M":
        unit, count = np.datetime_data(dtype)
        if unit == "generic":
            raise wrong_type(question, column, "a NumPy array of datetime64 without a unit")
        if count != 1 or unit not in _UNITS:
            keeps_unit = count == 1 and unit in ("h", "m")
            return _floored(column.astype(dtype), unit, count), dtype if keeps_unit else _DAYS
    elif dtype not in (np.dtype(np.int32), np.dtype(np.int64)):
        raise wrong_type(question, column, f"a NumPy array of {column.dtype}")
    return np.require(column, dtype, ["C", "A"]), dtype


def _floored(column: Array, unit: str, count: int) -> Array:
    """Give the days of instants of any unit; NaT for those that are beyond all days with a week.

    NumPy's own conversion of what overflows on the way is wrong or raises, by its version.
    """
    numbers = column.view(np.int64)
    if unit not in _PER_DAY:
        # Beyond the limit are no days with a week, and below it nothing overflows.
        limit = 2**31 // count + 1
        days = np.clip(numbers, -limit, limit).view(column.dtype).astype(_DAYS)
    else:
        step, rest = divmod(_PER_DAY[unit], count)
        if rest or step > np.iinfo(np.int64).max:
            # Python's integers are slow, and have room for the product.
            exact = numbers.astype(object) * count // _PER_DAY[unit]
            floors = np.clip(exact, -(2**32), 2**32)
        else:
            floors = numbers // step
        days = np.asarray(floors, np.int64).view(_DAYS)
        days = np.where(np.isnat(column), np.datetime64("NaT", "D"), days)
    return np.require(days, requirements="C")


def _fill(question: Question, days: Array, *answers: Array) -> None:
    fill_answers(question, _unit(days), _integers(days), *map(_integers, answers))


def _unit(days: Array) -> str:
    return np.datetime_data(days.dtype)[0] if days.dtype.kind == "M" else "D"


def _integers(array: Array) -> Array:
    """Give the same memory as integers, since datetime64 and truth values have no buffers."""
    kind = "i" if array.dtype.kind in "Mi" else "u"
    return array.reshape(-1).view(f"{kind}{array.itemsize}")


def _check(question: Question, out: Any, dtype: np.dtype[Any], shape: tuple[int, ...]) -> None:
    name = question.name
    is_array = isinstance(out, np.ndarray) and not isinstance(out, np.ma.MaskedArray)
    if not is_array or out.dtype != dtype:
        found = out.dtype if is_array else type(out).__name__
        message = f"{name}() takes out= of type {dtype}, not {found}"
        raise TypeError(message)
    if out.shape != shape:
        message = f"{name}() takes out= of shape {shape}, not {out.shape}"
        raise ValueError(message)
    if not out.flags.carray:
        message = f"{name}() takes out= that is contiguous, aligned and writeable"
        raise ValueError(message)


def _listed(question: Question, column: Array) -> Any:
    """Answer an array of objects with an array of objects."""
    answers = np.empty(column.size, object)
    answers[:] = answer_rows(question, tuple(column.ravel().tolist()))
    return answers.reshape(column.shape)


def _formatted(question: Question, days: Array) -> Array:
    """Give texts of the usual length, or, if one is longer, of the greatest."""
    usual, longest = (10, 14) if question.weekday else (8, 12)
    texts = np.empty(days.shape, f"U{usual}")
    if not _fill_texts(question, days, texts):
        texts = np.empty(days.shape, f"U{longest}")
        _fill_texts(question, days, texts)
    return texts


def _fill_texts(question: Question, days: Array, texts: Array) -> bool:
    points = texts.reshape(-1).view(np.uint32)
    return fill_texts(question, _unit(days), _integers(days), points)


def _parsed(question: Question, texts: Array) -> Array:
    days = np.empty(texts.shape, _DAYS)
    if texts.dtype.kind in "US":
        if texts.itemsize == 0:
            texts = texts.astype(f"{texts.dtype.kind}1")
        texts = np.require(texts, texts.dtype.newbyteorder("="), ["C", "A"])
        letters = texts.reshape(-1).view(np.uint32 if texts.dtype.kind == "U" else np.uint8)
        width = texts.itemsize // letters.itemsize
        fill_parsed(question, letters, width, _integers(days))
    elif texts.dtype.kind in "OT":
        null = getattr(texts.dtype, "na_object", None)
        rows = (
            None if text is null or (type(text) is str and text == "NaT") else text
            for text in texts.ravel().tolist()
        )
        fill_parsed_rows(question, tuple(rows), _integers(days))
    else:
        raise wrong_type(question, texts, f"a NumPy array of {texts.dtype}")
    return days

"""Finds the file that knows a container, without importing what the container comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from semaine.columns import _arrow, _lists

if TYPE_CHECKING:
    from semaine.columns._question import Question


class Adapter(Protocol):
    """A module that answers questions about the containers of one library."""

    def answer(self, question: Question, column: Any, /) -> Any:
        """Answer with the same kind of container.

        Raises
        ------
        TypeError
            If it is no column of dates (for ``parse``, of texts): the one of :func:`wrong_type`.
        """


# The modules here that know the containers of a library: they are imported when one arrives.
_ADAPTERS = {"numpy": "_numpy", "pandas": "_pandas", "polars": "_polars", "pyarrow": "_pyarrow"}

# What can be iterated, and is no column.
_NO_COLUMNS = (str, bytes, bytearray, memoryview, Mapping)


def answer(question: Question, column: object, out: object = None) -> Any:
    """Answer a question with the same kind of container as the column.

    Raises
    ------
    TypeError
        If the column is no container of dates, or `out` is given and it is no NumPy array.
    """
    adapter = _adapter(column)
    if adapter is None or (question.name == "iso_week" and adapter is not _lists):
        raise wrong_type(question, column)
    if out is None:
        return adapter.answer(question, column)
    if adapter.__name__ != "semaine.columns._numpy":
        message = f"{question.name}() takes out= with NumPy arrays, not with {_name(column)}"
        raise TypeError(message)
    return adapter.answer(question, column, out)


def wrong_type(question: Question, column: object, found: str = "") -> TypeError:
    """Make the error that names the function and the type that it does not take.

    Parameters
    ----------
    question : Question
        What was asked.
    column : object
        What was given.
    found : str, optional
        What is wrong with it, if that is not its type: say, the dtype of its elements.
    """
    if question.name == "iso_week":
        wanted = "a list or another iterable of dates (year_week and epoch_week take any column)"
    elif question.name == "parse":
        wanted = "a list, array or Series of texts"
    else:
        wanted = "a list, array or Series of dates"
    return TypeError(f"{question.name}() takes {wanted}, not {found or _name(column)}")


def _adapter(column: object) -> Any:
    if type(column) in (list, tuple):
        return _lists
    for base in type(column).__mro__:
        module = _ADAPTERS.get(base.__module__.partition(".")[0])
        if module is not None:
            return import_module(f"semaine.columns.{module}")
    if hasattr(column, "__arrow_c_array__") or hasattr(column, "__arrow_c_stream__"):
        return _arrow
    if isinstance(column, Iterable) and not isinstance(column, _NO_COLUMNS):
        return _lists
    return None


def _name(column: object) -> str:
    kind = type(column)
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )

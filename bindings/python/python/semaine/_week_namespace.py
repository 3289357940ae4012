"""What the namespace ``week`` offers in polars and pandas alike."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from semaine import columns

if TYPE_CHECKING:
    from collections.abc import Callable

ColumnT = TypeVar("ColumnT")
PairT = TypeVar("PairT")


class WeekNamespace(ABC, Generic[ColumnT, PairT]):
    """The functions of :mod:`semaine.columns` as methods of a column.

    Parameters
    ----------
    column : Series or expression
        The dates, or, for :meth:`parse`, the texts.
    """

    def __init__(self, column: ColumnT) -> None:
        self._column = column

    @abstractmethod
    def _ask(self, function: Callable[..., Any], **options: object) -> Any:
        """Answer with what a function of :mod:`semaine.columns` gives for the column."""

    def start(self, *, first_day: int = 1) -> ColumnT:
        """Give the Monday of each week; see :func:`semaine.columns.week_start`.

        Parameters
        ----------
        first_day : int, default 1
            The weekday on which weeks start, from 1 (Monday) to 7 (Sunday).
        """
        answers: ColumnT = self._ask(columns.week_start, first_day=first_day)
        return answers

    def end(self) -> ColumnT:
        """Give the Sunday of each week; see :func:`semaine.columns.week_end`."""
        answers: ColumnT = self._ask(columns.week_end)
        return answers

    def number(self) -> ColumnT:
        """Give the number of each week, without its year.

        See :func:`semaine.columns.week_number`. Prefer :meth:`year_week`.
        """
        answers: ColumnT = self._ask(columns.week_number)
        return answers

    def year(self) -> ColumnT:
        """Give the year of each week; see :func:`semaine.columns.iso_year`."""
        answers: ColumnT = self._ask(columns.iso_year)
        return answers

    def year_week(self) -> PairT:
        """Give year and number of each week; see :func:`semaine.columns.year_week`."""
        answers: PairT = self._ask(columns.year_week)
        return answers

    def epoch_week(self) -> ColumnT:
        """Give the weeks since 1970-W01; see :func:`semaine.columns.epoch_week`."""
        answers: ColumnT = self._ask(columns.epoch_week)
        return answers

    def weekday(self) -> ColumnT:
        """Give the weekday, 1 (Monday) to 7 (Sunday); see :func:`semaine.columns.weekday`."""
        answers: ColumnT = self._ask(columns.weekday)
        return answers

    def is_start(self) -> ColumnT:
        """Tell whether each date is a Monday; see :func:`semaine.columns.is_week_start`."""
        answers: ColumnT = self._ask(columns.is_week_start)
        return answers

    def format(self, *, weekday: bool = False) -> ColumnT:
        """Give the text of each week; see :func:`semaine.columns.format`.

        Parameters
        ----------
        weekday : bool, default False
            Whether the text also names the day, as in ``2025-W32-4``.
        """
        answers: ColumnT = self._ask(columns.format, weekday=weekday)
        return answers

    def parse(
        self, *, weekday: bool = False, errors: Literal["raise", "null"] = "raise"
    ) -> ColumnT:
        """Give the Monday of the week that each text names; see :func:`semaine.columns.parse`.

        Parameters
        ----------
        weekday : bool, default False
            Whether the texts name days (``2025-W32-4``), and those are the answer.
        errors : {"raise", "null"}, default "raise"
            What to do with a text that is none: raise its error, or make it null.
        """
        answers: ColumnT = self._ask(columns.parse, weekday=weekday, errors=errors)
        return answers

"""What a column is asked."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Question(NamedTuple):
    """A function of :mod:`semaine.columns` that was called, with its options.

    Attributes
    ----------
    name : str
        The name of the function.
    first_day : int
        The weekday on which weeks start, of ``week_start``.
    weekday : bool
        Whether texts name a day of their week, of ``format`` and ``parse``.
    errors : {"raise", "null"}
        What becomes of texts that cannot be read, of ``parse``.
    """

    name: str
    first_day: int = 1
    weekday: bool = False
    errors: Literal["raise", "null"] = "raise"

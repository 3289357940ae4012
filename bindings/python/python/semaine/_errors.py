"""What semaine raises. Codes and messages are the core's: the same in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


class WeekError(ValueError):
    """A value that was refused.

    Attributes
    ----------
    code : str
        The stable name of what is wrong, such as ``week_not_in_year``.
    value : int or None
        The number that was refused; None where a text could not be read as one.
    range : tuple of int, or None
        The smallest and the largest number that would have been accepted in its place.
    offset : int or None
        For texts, where the refused part begins, in bytes of UTF-8 from 0.
    row : int or None
        In columns, the row that was refused, from 0.

    Examples
    --------
    >>> from semaine import IsoWeek, WeekError
    >>> try:
    ...     IsoWeek(2021, 53)
    ... except WeekError as error:
    ...     print(error.code, error.value, error.range)
    week_not_in_year 53 (1, 52)
    """

    code: str
    value: int | datetime.date | None
    range: tuple[int, int] | None
    offset: int | None
    row: int | None = None

    def __init__(
        self,
        message: str,
        code: str,
        value: int | datetime.date | None = None,
        range: tuple[int, int] | None = None,  # noqa: A002 - the name in every language
        offset: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.value = value
        self.range = range
        self.offset = offset

    def __reduce__(self) -> tuple[type[WeekError], tuple[object, ...], dict[str, object]]:
        """Pickle with everything that the error says."""
        arguments = (str(self), self.code, self.value, self.range, self.offset)
        return type(self), arguments, {"row": self.row}


class ParseError(WeekError):
    """A text that is no week, or names one that does not exist.

    Examples
    --------
    >>> from semaine import IsoWeek, ParseError
    >>> try:
    ...     IsoWeek.parse("2025-w32")
    ... except ParseError as error:
    ...     print(error.code, error.offset)
    parse_expected_w 5
    """


class WeekOverflowError(WeekError, OverflowError):
    """The result of an operation lies beyond the weeks, or beyond :class:`datetime.date`.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import week_end
    >>> week_end(date.max)
    Traceback (most recent call last):
        ...
    semaine.WeekOverflowError: +10000-01-02 is beyond datetime.date, which holds 0001-01-01 to 9999-12-31
    """  # noqa: E501 - a traceback cannot be broken


class NotAMondayError(WeekError):
    """A date that had to be a Monday and is not.

    Attributes
    ----------
    value : datetime.date
        The date.
    weekday : int
        Its ISO weekday, 2 (Tuesday) to 7 (Sunday).
    monday : datetime.date
        The Monday of its week.

    Examples
    --------
    >>> from datetime import date
    >>> from semaine import IsoWeek, NotAMondayError
    >>> try:
    ...     IsoWeek.from_monday(date(2025, 8, 7))
    ... except NotAMondayError as error:
    ...     print(error.weekday, error.monday)
    4 2025-08-04
    """

    value: datetime.date  # pyright: ignore[reportIncompatibleVariableOverride] - nobody sets it
    weekday: int
    monday: datetime.date

    def __init__(
        self, message: str, value: datetime.date, weekday: int, monday: datetime.date
    ) -> None:
        super().__init__(message, "not_a_monday", value)
        self.weekday = weekday
        self.monday = monday

    def __reduce__(self) -> tuple[type[NotAMondayError], tuple[object, ...], dict[str, object]]:
        """Pickle with everything that the error says."""
        return type(self), (str(self), self.value, self.weekday, self.monday), {"row": self.row}


# Tracebacks name what users import.
for _error in (WeekError, ParseError, WeekOverflowError, NotAMondayError):
    _error.__module__ = "semaine"
del _error

"""Ranges of weeks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, overload

from semaine._semaine import IsoWeek

if TYPE_CHECKING:
    from collections.abc import Iterator


class WeekRange(Sequence[IsoWeek]):
    """Weeks at equal distances: to weeks what :class:`range` is to integers.

    :meth:`IsoWeek.range`, :meth:`IsoWeek.of_year` and :meth:`IsoWeek.overlapping_month` make them.

    Examples
    --------
    >>> from semaine import IsoWeek
    >>> weeks = IsoWeek.range(IsoWeek(2020, 52), IsoWeek(2021, 3))
    >>> [str(week) for week in weeks]
    ['2020-W52', '2020-W53', '2021-W01', '2021-W02']
    >>> len(weeks), weeks[-1], IsoWeek(2021, 1) in weeks
    (4, IsoWeek(2021, 2), True)
    >>> weeks[::2]
    WeekRange(IsoWeek(2020, 52) to IsoWeek(2021, 1), step 2)
    """

    __slots__ = ("_numbers",)

    _numbers: range

    def __init__(self, numbers: range) -> None:
        """Wrap a range of epoch weeks, all of which have to exist."""
        for end in (*numbers[:1], *numbers[-1:]):
            IsoWeek.from_epoch_week(end)
        object.__setattr__(self, "_numbers", numbers)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a range does not change."""
        message = f"WeekRange is immutable: cannot set {name!r}"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse: a range does not change."""
        message = f"WeekRange is immutable: cannot delete {name!r}"
        raise AttributeError(message)

    def __len__(self) -> int:
        """Count the weeks."""
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> IsoWeek: ...
    @overload
    def __getitem__(self, index: slice) -> WeekRange: ...
    def __getitem__(self, index: int | slice) -> IsoWeek | WeekRange:
        """Give the week at an index, or the range of a slice."""
        if isinstance(index, slice):
            return WeekRange(self._numbers[index])
        return IsoWeek.from_epoch_week(self._numbers[index])

    def __contains__(self, week: object) -> bool:
        """Tell whether a week is in the range, in constant time."""
        return isinstance(week, IsoWeek) and week.epoch_week in self._numbers

    def __iter__(self) -> Iterator[IsoWeek]:
        """Go through the weeks."""
        return map(IsoWeek.from_epoch_week, self._numbers)

    def __reversed__(self) -> Iterator[IsoWeek]:
        """Go through the weeks from the last to the first."""
        return map(IsoWeek.from_epoch_week, reversed(self._numbers))

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """Give the index of a week, in constant time.

        Parameters
        ----------
        value : IsoWeek
            The week.
        start, stop : int, optional
            Where in the range it has to be, as in a slice.

        Returns
        -------
        int
            The index.

        Raises
        ------
        ValueError
            If the week is not there.

        Examples
        --------
        >>> from semaine import IsoWeek
        >>> IsoWeek.of_year(2026).index(IsoWeek(2026, 53))
        52
        """
        if value in self:
            index = self._numbers.index(value.epoch_week)
            if index in range(*slice(start, stop).indices(len(self))):
                return index
        message = f"{value!r} is not in {self!r}"
        raise ValueError(message)

    def count(self, value: object) -> int:
        """Tell how often a week is in the range: once or not at all.

        Parameters
        ----------
        value : object
            The week; nothing else is ever in the range.

        Returns
        -------
        int
            0 or 1.

        Examples
        --------
        >>> from semaine import IsoWeek
        >>> IsoWeek.of_year(2026).count(IsoWeek(2026, 53))
        1
        """
        return int(value in self)

    def __eq__(self, other: object) -> bool:
        """Compare as sequences, as :class:`range` does."""
        if not isinstance(other, WeekRange):
            return NotImplemented
        return self._numbers == other._numbers

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(self._numbers)

    def __reduce__(self) -> tuple[type[WeekRange], tuple[range]]:
        """Pickle as the numbers of the weeks."""
        return WeekRange, (self._numbers,)

    def __repr__(self) -> str:
        """Show the first and the last week."""
        if not self:
            return "WeekRange()"
        step = f", step {self._numbers.step}" if self._numbers.step != 1 else ""
        return f"WeekRange({self[0]!r} to {self[-1]!r}{step})"

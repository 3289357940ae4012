"""Weeks in pandas: importing this module gives Series the accessor ``week``.

>>> import pandas as pd
>>> import semaine.pandas
>>> days = pd.Series(pd.to_datetime(["2024-12-29", "2024-12-30"]), index=["Sun", "Mon"])
>>> days.week.number()
Sun    52
Mon     1
dtype: UInt8

A row that has a label ``week`` hides it behind the accessor, as pandas does with the names of all
its attributes: write ``row["week"]``, not ``row.week``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from semaine._week_namespace import WeekNamespace

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["SeriesWeekAccessor"]


@pd.api.extensions.register_series_accessor("week")
class SeriesWeekAccessor(WeekNamespace["pd.Series[Any]", pd.DataFrame]):
    """The accessor ``week`` of Series.

    Type checkers do not see what is registered at run time. They accept
    ``SeriesWeekAccessor(days)``, which is the same as ``days.week``.

    Examples
    --------
    >>> import pandas as pd
    >>> from semaine.pandas import SeriesWeekAccessor
    >>> days = pd.Series(pd.to_datetime(["2024-12-29", "2024-12-30"]))
    >>> SeriesWeekAccessor(days).year_week()
       year  week
    0  2024    52
    1  2025     1
    """

    def _ask(self, function: Callable[..., Any], **options: object) -> Any:
        return function(self._column, **options)

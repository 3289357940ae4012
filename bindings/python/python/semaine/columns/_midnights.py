"""Midnights that the clocks of a time zone skip."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo

# No clock was ever further from UTC than 16 hours.
_DAY = timedelta(days=1)


def first_instant(midnight: datetime, zone: tzinfo) -> datetime:
    """Give the instant at which a day begins whose midnight is skipped.

    Neither pandas (``nonexistent="shift_forward"``) nor polars finds it where clocks are put
    forward by other steps than an hour, or from before midnight to after it.

    Parameters
    ----------
    midnight : datetime.datetime
        What the clocks would show, without time zone.
    zone : datetime.tzinfo
        The time zone.

    Returns
    -------
    datetime.datetime
        The first instant, in UTC, at which clocks show `midnight` or later.

    Examples
    --------
    In Toronto, 23:30 on the Sunday was followed by 00:30 on the Monday.

    >>> from zoneinfo import ZoneInfo
    >>> toronto = ZoneInfo("America/Toronto")
    >>> first_instant(datetime(1919, 3, 31), toronto).astimezone(toronto).isoformat()
    '1919-03-31T00:30:00-04:00'
    """
    earliest = midnight.replace(tzinfo=timezone.utc) - _DAY
    seconds = range(2 * _DAY // timedelta(seconds=1))

    def reached(second: int) -> bool:
        shown = (earliest + timedelta(seconds=second)).astimezone(zone)
        return shown.replace(tzinfo=None) >= midnight

    return earliest + timedelta(seconds=bisect_left(seconds, x=True, key=reached))

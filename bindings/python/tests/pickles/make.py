"""Write the pickles of the interpreter that runs this, for `test_pickles.py`.

Each committed file was written by the interpreter that names it, with ``python make.py``.
"""

import base64
import json
import pickle
import sys
from collections.abc import Callable
from datetime import date, datetime, timezone
from pathlib import Path

import semaine
from semaine import IsoWeek, IsoWeekDate


def values() -> list[object]:
    """Make one of everything that can be pickled; `test_pickles.py` makes the same."""
    return [
        IsoWeek(2025, 32),
        IsoWeek.MIN,
        IsoWeek.MAX,
        IsoWeekDate(2020, 53, 7),
        IsoWeekDate.MIN,
        IsoWeek.range(IsoWeek(2020, 51), IsoWeek(2021, 3), 2),
        IsoWeek.of_year(2026),
        semaine.month_week(date(2025, 9, 1)),
        semaine.week_start,
        raised(IsoWeek, 2021, 53),
        raised(IsoWeek.parse, "2025-w32"),
        raised(semaine.week_end, date.max),
        raised(IsoWeek.from_monday, datetime(2025, 8, 7, 12, tzinfo=timezone.utc)),
    ]


def raised(function: Callable[..., object], *arguments: object) -> semaine.WeekError:
    """Give the error that a call raises."""
    try:
        function(*arguments)
    except semaine.WeekError as error:
        return error
    raise AssertionError


if __name__ == "__main__":
    pickles = {
        protocol: base64.b64encode(pickle.dumps(values(), protocol)).decode()
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
    }
    file = Path(__file__).with_name("cpython-{}.{}.json".format(*sys.version_info))
    file.write_text(json.dumps(pickles, indent=1) + "\n", encoding="utf-8")

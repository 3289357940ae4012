"""`semaine.date_utils` beside the same utilities written by hand."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from semaine import date_utils
from semaine_benches import plain_date_utils
from semaine_benches.benchmark import Benchmark, each
from semaine_benches.inputs import SCALARS, dates
from semaine_benches.oracle import monday

if TYPE_CHECKING:
    from collections.abc import Callable


def _both(function: str, expected: Callable[[Any], object]) -> list[Benchmark]:
    days = dates(SCALARS)
    if function == "validate_week_start_iso8601":
        days = [monday(day) for day in days]
    answers = [expected(day) for day in days]
    return [
        each(name, "function(x)", days, answers, function=getattr(module, function))
        for name, module in (("semaine", date_utils), ("plain Python", plain_date_utils))
    ]


GROUPS = {
    f"date_utils_{function}": partial(_both, function, expected)
    for function, expected in (
        ("get_monday_of_week", monday),
        ("get_week_range_iso8601", lambda day: (monday(day), monday(day) + timedelta(days=6))),
        ("get_week_number_iso8601", lambda day: day.isocalendar().week),
        ("is_monday", lambda day: day.isoweekday() == 1),
        ("validate_week_start_iso8601", lambda day: day.isoweekday() == 1),
    )
}

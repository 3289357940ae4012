"""Lists of dates and of texts, beside the comprehensions that they replace."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from semaine import IsoWeek, columns
from semaine_benches.benchmark import Benchmark, whole
from semaine_benches.inputs import LISTED, dates
from semaine_benches.oracle import monday, week_text


def mondays() -> list[Benchmark]:
    """Ask for the Monday of each date."""
    days = dates(LISTED)
    expected = [monday(day) for day in days]
    return [
        _ours(columns.week_start, days, expected),
        whole(
            "comprehension",
            lambda: [day - timedelta(days=day.weekday()) for day in days],
            LISTED,
            expected,
        ),
        # What others pay before they can answer: the list as their own column.
        whole("pa.array, no answer", lambda: pa.array(days), LISTED, days, pa.Array.to_pylist),
        whole(
            "np.array, no answer",
            lambda: np.array(days, "M8[D]"),
            LISTED,
            days,
            np.ndarray.tolist,
        ),
    ]


def week_numbers() -> list[Benchmark]:
    """Ask for the number of each date's week."""
    days = dates(LISTED)
    expected = [day.isocalendar().week for day in days]
    return [
        _ours(columns.week_number, days, expected),
        whole("comprehension", lambda: [day.isocalendar()[1] for day in days], LISTED, expected),
    ]


def iso_weeks() -> list[Benchmark]:
    """Ask for the week of each date, as an object."""
    days = dates(LISTED)
    weeks = [day.isocalendar()[:2] for day in days]
    expected = [IsoWeek(year, week) for year, week in weeks]
    return [
        _ours(columns.iso_week, days, expected),
        whole(
            "comprehension",
            lambda: [day.isocalendar()[:2] for day in days],
            LISTED,
            weeks,
        ),
        whole("IsoWeek.of in one", lambda: [IsoWeek.of(day) for day in days], LISTED, expected),
    ]


def parsed() -> list[Benchmark]:
    """Ask for the Monday of each text."""
    days = dates(LISTED)
    texts = [week_text(day) for day in days]
    expected = [monday(day) for day in days]
    return [
        _ours(columns.parse, texts, expected),
        whole(
            "comprehension",
            lambda: [date.fromisocalendar(int(text[:4]), int(text[6:]), 1) for text in texts],
            LISTED,
            expected,
        ),
    ]


def written() -> list[Benchmark]:
    """Ask for the text of each date's week."""
    days = dates(LISTED)
    expected = [week_text(day) for day in days]

    def comprehension() -> list[str]:
        weeks = [day.isocalendar() for day in days]
        return [f"{year:04}-W{week:02}" for year, week, _ in weeks]

    return [
        _ours(columns.format, days, expected),
        whole("comprehension", comprehension, LISTED, expected),
    ]


def _ours(function: Any, inputs: list[Any], expected: list[Any]) -> Benchmark:
    return whole("semaine", lambda: function(inputs), len(inputs), expected)


GROUPS = {
    "list_week_start": mondays,
    "list_week_number": week_numbers,
    "list_iso_week": iso_weeks,
    "list_parse": parsed,
    "list_format": written,
}

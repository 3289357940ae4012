"""Texts of the vectors that all languages share, in every container of texts."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import numpy as np
import pyarrow as pa
import pytest

from semaine import WeekError, columns

if TYPE_CHECKING:
    from collections.abc import Callable

VECTORS = Path(__file__).parents[4] / "tests" / "vectors"
EPOCH = date(1970, 1, 1)
# The epoch days that `datetime.date` can hold.
FIRST, LAST = -719_162, 2_932_896


def cases(file: str) -> list[dict[str, str]]:
    with (VECTORS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def texts_of(parser: str) -> list[dict[str, Any]]:
    """Give what a parser is to make of texts: an epoch day, or an error."""
    rows: list[dict[str, Any]] = [
        {**row, "text": unquote(row["text"]), "day": int(row["result"]) if row["result"] else None}
        for row in cases("texts.csv")
        if row["function"] == parser
    ]
    if parser == "parse_week":
        for row in rows:
            # 1970-W01 began three days before 1970.
            row["day"] = None if row["day"] is None else row["day"] * 7 - 3
    assert len(rows) > 1300
    return rows


PARSERS = {"parse_week": False, "parse_week_date": True}


def epoch_days(column: Any) -> list[int | None]:
    if isinstance(column, list):
        return [None if day is None else (day - EPOCH).days for day in column]
    if isinstance(column, np.ndarray):
        days: list[int | None] = column.astype(np.int64).tolist()
        return [None if day == np.iinfo(np.int64).min else day for day in days]
    numbers: list[int | None] = column.cast(pa.int32()).to_pylist()
    return numbers


def string_dtype(texts: list[str]) -> Any:
    return np.array(texts, np.dtypes.StringDType())


CONTAINERS: dict[str, Callable[[list[str]], Any]] = {
    "list": list,
    "U": lambda texts: np.array(texts, "U"),
    "U of the other byte order": lambda texts: np.array(texts, ">U30"),
    "S": lambda texts: np.array([text.encode() for text in texts], "S"),
    "object": lambda texts: np.array(texts, object),
    "utf8": lambda texts: pa.array(texts, pa.string()),
    "large_utf8": lambda texts: pa.array(texts, pa.large_string()),
    "utf8_view": lambda texts: pa.array(texts, pa.string_view()),
}
if hasattr(np.dtypes, "StringDType"):
    CONTAINERS["StringDType"] = string_dtype


def fits(container: str, text: str) -> bool:
    """Tell whether a container can hold a text: NumPy's do not keep zeros at the end."""
    return not (container[0] in "US" and (text.endswith("\0") or len(text) > 30))


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("parser", PARSERS)
def test_every_text_of_the_vectors(parser: str, container: str) -> None:
    rows = [row for row in texts_of(parser) if fits(container, row["text"])]
    if container == "list":
        rows = [row for row in rows if row["day"] is None or FIRST <= row["day"] <= LAST]
    assert len(rows) > 1200
    column = CONTAINERS[container]([row["text"] for row in rows])
    days = columns.parse(column, weekday=PARSERS[parser], errors="null")
    assert epoch_days(days) == [row["day"] for row in rows]


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("parser", PARSERS)
def test_every_error_of_the_vectors(parser: str, container: str) -> None:
    good = "2025-W01-1" if PARSERS[parser] else "2025-W01"
    rows = [row for row in texts_of(parser) if row["error"] and fits(container, row["text"])]
    assert len(rows) > 700
    for number, row in enumerate(rows):
        before = number % 40
        column = CONTAINERS[container]([good] * before + [row["text"], good])
        with pytest.raises(WeekError, match=rf"^row {before}: ") as error:
            columns.parse(column, weekday=PARSERS[parser])
        refused = error.value
        value = None if refused.value is None else str(refused.value)
        found = (refused.row, refused.code, str(refused.offset), value)
        assert found == (before, row["error"], row["offset"], row["value"] or None)


@pytest.mark.parametrize("days", [np.int32, np.int64, "M8[D]", "M8[s]", "date32", "timestamp[s]"])
def test_every_week_of_the_vectors(days: Any) -> None:
    rows = [row for row in cases("weeks.csv") if row["monday"] and not row["error"]]
    assert len(rows) > 1000
    mondays = np.array([int(row["monday"]) for row in rows])
    # Each week is asked for by another of its days.
    numbers = mondays + np.arange(len(rows)) % 7
    texts = [row["text"] for row in rows]
    dated = [f"{text}-{number % 7 + 1}" for number, text in enumerate(texts)]
    if days == "date32":
        column: Any = pa.array(numbers.astype(np.int32)).cast(pa.date32())
    elif days == "timestamp[s]":
        column = pa.array(numbers * 86_400 + 86_399).cast(pa.timestamp("s"))
    else:
        column = (
            numbers.astype("M8[D]").astype(days) if isinstance(days, str) else numbers.astype(days)
        )
    assert columns.format(column).tolist() == texts
    assert columns.format(column, weekday=True).tolist() == dated
    parsed = columns.parse(columns.format(column))
    assert epoch_days(parsed) == mondays.tolist()


def test_weeks_of_lists() -> None:
    rows = [row for row in cases("weeks.csv") if row["monday"] and not row["error"]]
    rows = [row for row in rows if FIRST <= int(row["monday"]) <= LAST - 6]
    assert len(rows) > 500
    days = [EPOCH + timedelta(int(row["monday"]) + number % 7) for number, row in enumerate(rows)]
    assert columns.format(days) == [row["text"] for row in rows]
    assert columns.epoch_week(days) == [int(row["epoch_week"]) for row in rows]

"""Pickles that one version of Python wrote are read by every other."""

import base64
import json
import pickle
from datetime import date, datetime, timezone
from pathlib import Path

import pytest

import semaine
from semaine import (
    IsoWeek,
    IsoWeekDate,
    NotAMondayError,
    ParseError,
    WeekError,
    WeekOverflowError,
)

FILES = sorted((Path(__file__).parent / "pickles").glob("cpython-*.json"))

VALUES = [
    IsoWeek(2025, 32),
    IsoWeek.MIN,
    IsoWeek.MAX,
    IsoWeekDate(2020, 53, 7),
    IsoWeekDate.MIN,
    IsoWeek.range(IsoWeek(2020, 51), IsoWeek(2021, 3), 2),
    IsoWeek.of_year(2026),
    semaine.MonthWeek(2025, 9, 1),
    semaine.week_start,
]
ERRORS = [
    (WeekError, "week_not_in_year", 53, (1, 52), None),
    (ParseError, "parse_expected_w", None, None, 5),
    (WeekOverflowError, "datetime_out_of_range", 2_932_898, (-719_162, 2_932_896), None),
    (NotAMondayError, "not_a_monday", datetime(2025, 8, 7, 12, tzinfo=timezone.utc), None, None),
]


def test_the_pickles_of_each_version_are_there() -> None:
    assert [file.stem for file in FILES] == [f"cpython-3.{minor}" for minor in range(10, 14)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pickles_of_other_versions(file: Path) -> None:
    pickles = json.loads(file.read_text(encoding="utf-8"))
    assert list(pickles) == ["0", "1", "2", "3", "4", "5"]
    for encoded in pickles.values():
        restored = pickle.loads(base64.b64decode(encoded, validate=True))
        assert len(restored) == len(VALUES) + len(ERRORS)
        values, errors = restored[: len(VALUES)], restored[len(VALUES) :]
        for value, expected in zip(values, VALUES, strict=True):
            assert type(value) is type(expected)
            assert value == expected
        found = [
            (type(error), error.code, error.value, error.range, error.offset) for error in errors
        ]
        assert found == ERRORS
        assert str(errors[0]) == "week 53 does not exist in 2021, which has 52 weeks"
        assert errors[3].monday.date() == date(2025, 8, 4)
        assert errors[3].weekday == 4

"""What is raised: code, value, range, offset, message and class."""

import copy
import pickle
from collections.abc import Callable
from datetime import date, datetime, timezone

import pytest

from semaine import (
    IsoWeek,
    IsoWeekDate,
    NotAMondayError,
    ParseError,
    WeekError,
    WeekOverflowError,
    week_end,
    weeks_in_year,
)

Row = dict[str, str]
Vectors = Callable[[str, int], list[Row]]

YEARS = (-5_877_641, 5_881_580)
EPOCH_WEEKS = (-306_783_377, 306_783_377)
EPOCH_DAYS = (-2_147_483_642, 2_147_483_642)
HUGE = 2**63 - 1

Case = tuple[
    Callable[[], object], type[WeekError], str, int | None, tuple[int, int] | None, int | None, str
]

CASES: list[Case] = [
    (
        lambda: IsoWeekDate.from_epoch_day(EPOCH_DAYS[1] + 1),
        WeekError,
        "epoch_day_out_of_range",
        EPOCH_DAYS[1] + 1,
        EPOCH_DAYS,
        None,
        "epoch day 2147483643 is out of range: -2147483642 to 2147483642",
    ),
    (
        lambda: IsoWeekDate.MIN - 1,
        WeekOverflowError,
        "epoch_day_out_of_range",
        EPOCH_DAYS[0] - 1,
        EPOCH_DAYS,
        None,
        "epoch day -2147483643 is out of range: -2147483642 to 2147483642",
    ),
    (
        lambda: IsoWeek.from_epoch_week(EPOCH_WEEKS[1] + 1),
        WeekError,
        "epoch_week_out_of_range",
        EPOCH_WEEKS[1] + 1,
        EPOCH_WEEKS,
        None,
        "epoch week 306783378 is out of range: -306783377 to 306783377",
    ),
    (
        lambda: IsoWeek.MAX + 10**30,
        WeekOverflowError,
        "epoch_week_out_of_range",
        HUGE,
        EPOCH_WEEKS,
        None,
        "epoch week 9223372036854775807 is out of range: -306783377 to 306783377",
    ),
    (
        lambda: IsoWeek(YEARS[1] + 1, 1),
        WeekError,
        "year_out_of_range",
        YEARS[1] + 1,
        YEARS,
        None,
        "year 5881581 is out of range: -5877641 to 5881580",
    ),
    (
        lambda: weeks_in_year(-(10**30)),
        WeekError,
        "year_out_of_range",
        -HUGE - 1,
        YEARS,
        None,
        "year -9223372036854775808 is out of range: -5877641 to 5881580",
    ),
    (
        lambda: IsoWeek(0, 1).to_html(),
        WeekError,
        "html_year_out_of_range",
        0,
        (1, YEARS[1]),
        None,
        "HTML year 0 is out of range: 1 to 5881580",
    ),
    (
        lambda: IsoWeek.parse_html("0000-W01"),
        ParseError,
        "html_year_out_of_range",
        0,
        (1, YEARS[1]),
        0,
        "HTML year 0 is out of range: 1 to 5881580 (at byte 0)",
    ),
    (
        lambda: IsoWeek.overlapping_month(2025, 13),
        WeekError,
        "month_out_of_range",
        13,
        (1, 12),
        None,
        "month 13 is out of range: 1 to 12",
    ),
    (
        lambda: IsoWeek(2025, 0),
        WeekError,
        "week_out_of_range",
        0,
        (1, 53),
        None,
        "week 0 is out of range: 1 to 53",
    ),
    (
        lambda: IsoWeek.parse("2025-W54"),
        ParseError,
        "week_out_of_range",
        54,
        (1, 53),
        6,
        "week 54 is out of range: 1 to 53 (at byte 6)",
    ),
    (
        lambda: IsoWeek(2021, 53),
        WeekError,
        "week_not_in_year",
        53,
        (1, 52),
        None,
        "week 53 does not exist in 2021, which has 52 weeks",
    ),
    (
        lambda: IsoWeekDate(2025, 32, 8),
        WeekError,
        "weekday_out_of_range",
        8,
        (1, 7),
        None,
        "weekday 8 is out of range: 1 to 7",
    ),
    (
        lambda: IsoWeek.parse(""),
        ParseError,
        "parse_empty",
        None,
        None,
        0,
        "the text is empty (at byte 0)",
    ),
    (
        lambda: IsoWeek.parse("2025-W3"),
        ParseError,
        "parse_unexpected_end",
        None,
        None,
        7,
        "the text ends too early (at byte 7)",
    ),
    (
        lambda: IsoWeek.parse("2O25-W32"),
        ParseError,
        "parse_expected_digit",
        None,
        None,
        1,
        "expected a digit, found 'O' (at byte 1)",
    ),
    (
        lambda: IsoWeekDate.parse("2025-W32/4"),
        ParseError,
        "parse_expected_separator",
        None,
        None,
        8,
        "expected a separator, found '/' (at byte 8)",
    ),
    (
        lambda: IsoWeek.parse("2025-w32"),
        ParseError,
        "parse_expected_w",
        None,
        None,
        5,
        "expected 'W', found 'w' (at byte 5)",
    ),
    (
        lambda: IsoWeekDate.parse("2025-W324"),
        ParseError,
        "parse_mixed_separators",
        None,
        None,
        8,
        "expected the same form throughout, found '4' (at byte 8)",
    ),
    (
        lambda: IsoWeek.parse("-0000-W01"),
        ParseError,
        "parse_negative_zero",
        None,
        None,
        0,
        "the year zero takes no minus sign (at byte 0)",
    ),
    (
        lambda: IsoWeek.parse("2025-W32 "),
        ParseError,
        "parse_trailing",
        None,
        None,
        8,
        "expected the end of the text, found ' ' (at byte 8)",
    ),
    (
        lambda: IsoWeek(10_000, 1).monday,
        WeekOverflowError,
        "datetime_out_of_range",
        2_932_899,
        (-719_162, 2_932_896),
        None,
        "+10000-01-03 is beyond datetime.date, which holds 0001-01-01 to 9999-12-31",
    ),
]


@pytest.mark.parametrize(
    ("raises", "kind", "code", "value", "valid", "offset", "message"),
    CASES,
    ids=[f"{case[2]}-{case[1].__name__}-{case[3]}" for case in CASES],
)
def test_error(  # noqa: PLR0913, PLR0917 - one comparison of everything
    raises: Callable[[], object],
    kind: type[WeekError],
    code: str,
    value: int | None,
    valid: tuple[int, int] | None,
    offset: int | None,
    message: str,
) -> None:
    with pytest.raises(WeekError) as caught:
        raises()
    error = caught.value
    assert type(error) is kind
    found = (error.code, error.value, error.range, error.offset, str(error))
    assert found == (code, value, valid, offset, message)
    assert error.args == (message,)
    assert isinstance(error, ValueError)
    assert isinstance(error, OverflowError) is (kind is WeekOverflowError)


def test_not_a_monday() -> None:
    given = datetime(2025, 8, 7, 18, 30, tzinfo=timezone.utc)
    with pytest.raises(NotAMondayError) as caught:
        IsoWeek.from_monday(given)
    error = caught.value
    assert (error.code, error.range, error.offset) == ("not_a_monday", None, None)
    assert error.value is given
    assert error.weekday == 4
    assert error.monday == datetime(2025, 8, 4, 18, 30, tzinfo=timezone.utc)
    assert str(error) == "2025-08-07 is a Thursday, not a Monday: its week starts on 2025-08-04"


def test_every_code_of_the_core_is_raised(vectors: Vectors) -> None:
    listed = {
        row["code"]
        for row in vectors("errors.csv", 26)
        if not row["feature"] and row["columns"] == "false"
    }
    raised = {case[2] for case in CASES} | {"not_a_monday"}
    # Python's own `date` has days and months, and refuses what does not exist.
    of_dates = {"day_out_of_range", "day_not_in_month"}
    assert raised | of_dates == listed | {"datetime_out_of_range"}
    assert not raised & of_dates


def test_numbers_are_carried_where_the_list_says_so(vectors: Vectors) -> None:
    with_value = {row["code"] for row in vectors("errors.csv", 26) if row["has_value"] == "true"}
    for case in CASES:
        if case[2] != "datetime_out_of_range":
            assert (case[3] is not None) is (case[2] in with_value), case[2]


@pytest.mark.parametrize("kind", [WeekError, ParseError, WeekOverflowError, NotAMondayError])
def test_tracebacks_name_what_users_import(kind: type[WeekError]) -> None:
    assert kind.__module__ == "semaine"
    assert issubclass(kind, WeekError)


def parts(error: WeekError) -> tuple[object, ...]:
    said = [getattr(error, name, None) for name in ("weekday", "monday")]
    return (str(error), error.code, error.value, error.range, error.offset, error.row, *said)


def errors() -> list[WeekError]:
    found = []
    for raises in (
        lambda: IsoWeek(2021, 53),
        lambda: IsoWeek.parse("2025-w32"),
        lambda: week_end(date.max),
        lambda: IsoWeek.from_monday(date(2025, 8, 7)),
    ):
        with pytest.raises(WeekError) as caught:
            raises()
        found.append(caught.value)
    return found


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_errors_survive_pickling(protocol: int) -> None:
    kinds = []
    for error in errors():
        restored = pickle.loads(pickle.dumps(error, protocol))
        kinds.append(type(error))
        assert type(restored) is type(error)
        assert parts(restored) == parts(error)
    assert kinds == [WeekError, ParseError, WeekOverflowError, NotAMondayError]


def test_errors_survive_copying() -> None:
    for error in errors():
        for copied in (copy.copy(error), copy.deepcopy(error)):
            assert type(copied) is type(error)
            assert parts(copied) == parts(error)


def test_an_error_while_an_error_is_made_is_raised() -> None:
    class Stuck(date):
        def __add__(self, other: object) -> "Stuck":
            message = f"cannot add {other}"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError, match="cannot add -3 days"):
        IsoWeek.from_monday(Stuck(2025, 8, 7))

"""`IsoWeekDate` as a Python object; its arithmetic is compared in `test_vectors.py`."""

import copy
import pickle
import weakref
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from semaine import IsoWeek, IsoWeekDate, ParseError, WeekError, WeekOverflowError

DAY = IsoWeekDate(2025, 32, 4)
LAST_DAY = 2_147_483_642


def test_construction() -> None:
    for day in (
        IsoWeekDate(year=2025, week=32, weekday=4),
        IsoWeekDate(2025, 32, weekday=4),
        IsoWeekDate(np.int64(2025), np.int8(32), np.uint64(4)),
        IsoWeekDate.of(date(2025, 8, 7)),
        IsoWeekDate.of(datetime(2025, 8, 7, 23, 59)),
        IsoWeekDate.from_epoch_day((date(2025, 8, 7) - date(1970, 1, 1)).days),
        IsoWeekDate.parse("2025-W32-4"),
        IsoWeekDate.parse("2025W324"),
        IsoWeekDate.parse_lenient("\t2025-w32-4 "),
        IsoWeek(2025, 32).on(4),
    ):
        assert type(day) is IsoWeekDate
        assert day == DAY


def test_overflow() -> None:
    assert IsoWeekDate(2021, 53, 7, overflow="constrain") == IsoWeekDate(2021, 52, 7)
    with pytest.raises(WeekError) as caught:
        IsoWeekDate(2021, 53, 7)
    assert caught.value.code == "week_not_in_year"
    # A weekday is never moved.
    for weekday in (0, 8, 10**30):
        with pytest.raises(WeekError) as caught:
            IsoWeekDate(2021, 52, weekday, overflow="constrain")
        assert caught.value.code == "weekday_out_of_range"
    with pytest.raises(ValueError, match="overflow must be"):
        IsoWeekDate(2021, 53, 7, overflow="")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        IsoWeekDate(2021, 53, 7, "constrain")  # type: ignore[call-arg]


@pytest.mark.parametrize("wrong", [None, "4", 4.0, np.float32(4), b"\x04", (4,)])
def test_numbers_are_integers(wrong: int) -> None:
    for call in (
        lambda: IsoWeekDate(wrong, 32, 4),
        lambda: IsoWeekDate(2025, wrong, 4),
        lambda: IsoWeekDate(2025, 32, wrong),
        lambda: IsoWeekDate.from_epoch_day(wrong),
        lambda: DAY + wrong,
        lambda: wrong + DAY,
        lambda: DAY - wrong,
    ):
        with pytest.raises(TypeError):
            call()  # type: ignore[no-untyped-call]


def test_texts_are_str() -> None:
    for name, parse in (
        ("parse", IsoWeekDate.parse),
        ("parse_lenient", IsoWeekDate.parse_lenient),
    ):
        for wrong in (None, b"2025-W32-4", DAY, 2025):
            with pytest.raises(TypeError) as caught:
                parse(wrong)  # type: ignore[arg-type]
            expected = f"IsoWeekDate.{name}() takes a str, not {type(wrong).__name__}"
            assert str(caught.value) == expected
    for refused in ("2025-W32", "2025-W32-0", "2025-W32-8", "2021-W53-1", "2025-08-07"):
        with pytest.raises(ParseError):
            IsoWeekDate.parse(refused)
        with pytest.raises(ParseError):
            IsoWeekDate.parse_lenient(refused)


def test_properties() -> None:
    assert (DAY.year, DAY.week, DAY.weekday) == (2025, 32, 4)
    assert DAY.epoch_day == (date(2025, 8, 7) - date(1970, 1, 1)).days
    assert DAY.iso_week == IsoWeek(2025, 32)
    assert DAY.date == date(2025, 8, 7)
    assert type(DAY.date) is date


def test_texts() -> None:
    assert str(DAY) == f"{DAY}" == f"{DAY!s}" == "2025-W32-4"
    assert DAY.to_basic() == f"{DAY:basic}" == "2025W324"
    assert repr(DAY) == "IsoWeekDate(2025, 32, 4)"
    for day in (DAY, IsoWeekDate.MIN, IsoWeekDate.MAX):
        assert eval(repr(day)) == day  # noqa: S307 - what a repr is for
    assert f"{DAY:>12}|" == "  2025-W32-4|"
    for wrong in ("html", "d"):
        with pytest.raises(ValueError, match=r"[Ff]ormat"):
            format(DAY, wrong)


def test_order_is_that_of_dates() -> None:
    days = [date(2025, 8, 7) + timedelta(days) for days in (3, -400, 0, 7, 400)]
    found = sorted(map(IsoWeekDate.of, days))
    assert [day.date for day in found] == sorted(days)
    assert DAY == IsoWeekDate(2025, 32, 4)
    same = IsoWeekDate.of(DAY.date)
    assert IsoWeekDate(2025, 32, 3) < DAY <= same < IsoWeekDate(2025, 32, 5)
    assert IsoWeekDate(2026, 1, 1) > DAY >= same > IsoWeekDate(2025, 31, 7)
    for other in (date(2025, 8, 7), DAY.epoch_day, IsoWeek(2025, 32), "2025-W32-4", None):
        assert (DAY == other) is False
        assert (DAY != other) is True
        with pytest.raises(TypeError, match="not supported between instances"):
            assert DAY < other  # type: ignore[operator]


def test_hash() -> None:
    assert hash(DAY) == hash(IsoWeekDate.parse("2025W324"))
    assert len({IsoWeekDate.from_epoch_day(number) for number in range(-500, 500)}) == 1_000


def test_arithmetic() -> None:
    for one in (1, True, np.int16(1)):
        assert DAY + one == one + DAY == IsoWeekDate(2025, 32, 5)
        assert DAY - one == IsoWeekDate(2025, 32, 3)
    assert (DAY + 365).date == date(2025, 8, 7) + timedelta(365)
    assert (DAY - 365).date == date(2025, 8, 7) - timedelta(365)
    difference = DAY - IsoWeekDate(2024, 32, 4)
    assert type(difference) is int
    assert difference == 52 * 7
    assert IsoWeekDate.MAX - IsoWeekDate.MIN == 2 * LAST_DAY
    for refused in (
        lambda: DAY + DAY,  # type: ignore[operator]
        lambda: DAY - date(2025, 8, 7),  # type: ignore[operator]
        lambda: DAY + timedelta(1),  # type: ignore[operator]
        lambda: 1 - DAY,  # type: ignore[operator]
        lambda: DAY - IsoWeek(2025, 32),  # type: ignore[operator]
    ):
        with pytest.raises(TypeError):
            refused()


def test_ends() -> None:
    assert (IsoWeekDate.MIN.epoch_day, IsoWeekDate.MAX.epoch_day) == (-LAST_DAY, LAST_DAY)
    assert IsoWeekDate.MIN.iso_week == IsoWeek.MIN
    assert IsoWeekDate.MAX.iso_week == IsoWeek.MAX
    assert IsoWeekDate.MIN + 2 * LAST_DAY == IsoWeekDate.MAX
    for beyond in (
        lambda: IsoWeekDate.MAX + 1,
        lambda: IsoWeekDate.MIN - 1,
        lambda: DAY + 10**30,
        lambda: DAY - 10**30,
    ):
        with pytest.raises(WeekOverflowError):
            beyond()  # type: ignore[no-untyped-call]
    assert IsoWeekDate.of(date.min).date == date.min
    assert IsoWeekDate.of(date.max).date == date.max
    for day in (IsoWeekDate.of(date.min) - 1, IsoWeekDate.of(date.max) + 1, IsoWeekDate.MIN):
        with pytest.raises(OverflowError, match="beyond datetime"):
            assert day.date


def test_matching() -> None:
    assert IsoWeekDate.__match_args__ == ("year", "week", "weekday")
    match DAY:
        case IsoWeekDate(year, week, 4):
            assert (year, week) == (2025, 32)
        case _:
            pytest.fail("does not match")


def test_immutability() -> None:
    for name in ("year", "week", "weekday", "date", "other"):
        with pytest.raises(AttributeError):
            setattr(DAY, name, 1)
        with pytest.raises(AttributeError):
            delattr(DAY, name)
        with pytest.raises(TypeError, match="immutable"):
            setattr(IsoWeekDate, name, 1)
    with pytest.raises(TypeError, match="not an acceptable base type"):
        type("Day", (IsoWeekDate,), {})
    with pytest.raises(TypeError, match="weak reference"):
        weakref.ref(DAY)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol: int) -> None:
    for day in (DAY, IsoWeekDate.MIN, IsoWeekDate.MAX, IsoWeekDate(0, 1, 1)):
        restored = pickle.loads(pickle.dumps(day, protocol))
        assert type(restored) is IsoWeekDate
        assert restored == day


def test_copying() -> None:
    assert copy.copy(DAY) is DAY
    assert copy.deepcopy(DAY) is DAY

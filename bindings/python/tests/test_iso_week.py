"""`IsoWeek` as a Python object; its arithmetic is compared in `test_vectors.py`."""

import copy
import gc
import pickle
import weakref
from collections.abc import Callable
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from semaine import (
    IsoWeek,
    IsoWeekDate,
    NotAMondayError,
    ParseError,
    WeekError,
    WeekOverflowError,
)

WEEK = IsoWeek(2025, 32)
LAST_NUMBER = 306_783_377


class Index:
    """An integer of another class, as NumPy's are."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


class BrokenIndex:
    def __index__(self) -> int:
        message = "no number today"
        raise LookupError(message)


def test_construction() -> None:
    for week in (
        IsoWeek(2025, 32),
        IsoWeek(year=2025, week=32),
        IsoWeek(2025, week=32),
        IsoWeek(np.int32(2025), np.uint8(32)),
        IsoWeek(Index(2025), Index(32)),
        IsoWeek(2025, 32, overflow="reject"),
        IsoWeek.of(date(2025, 8, 7)),
        IsoWeek.from_monday(date(2025, 8, 4)),
        IsoWeek.from_epoch_week(WEEK.epoch_week),
        IsoWeek.parse("2025-W32"),
        IsoWeek.parse_html("2025-W32"),
        IsoWeek.parse_lenient(" 2025w32\n"),
    ):
        assert type(week) is IsoWeek
        assert week == WEEK
    assert IsoWeek(year=True, week=True) == IsoWeek(1, 1)


def test_overflow() -> None:
    assert IsoWeek(2021, 53, overflow="constrain") == IsoWeek(2021, 52)
    assert IsoWeek(2020, 53, overflow="constrain") == IsoWeek(2020, 53)
    assert IsoWeek(2020, 10**30, overflow="constrain") == IsoWeek(2020, 53)
    for number in (0, -1, -(10**30)):
        with pytest.raises(WeekError):
            IsoWeek(2021, number, overflow="constrain")
    with pytest.raises(ValueError, match='overflow must be "reject" or "constrain", not "clamp"'):
        IsoWeek(2021, 53, overflow="clamp")  # type: ignore[arg-type]
    for wrong in (None, 1, b"reject"):
        with pytest.raises(TypeError):
            IsoWeek(2021, 52, overflow=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        IsoWeek(2021, 52, "constrain")  # type: ignore[call-arg]


@pytest.mark.parametrize("wrong", [None, "2025", b"1", 1.0, float("nan"), np.float64(1), 1j, [1]])
def test_numbers_are_integers(wrong: int) -> None:
    for call in (
        lambda: IsoWeek(wrong, 1),
        lambda: IsoWeek(2025, wrong),
        lambda: IsoWeek.from_epoch_week(wrong),
        lambda: IsoWeek.of_year(wrong),
        lambda: IsoWeek.overlapping_month(wrong, 1),
        lambda: IsoWeek.overlapping_month(2025, wrong),
        lambda: WEEK.day(wrong),
        lambda: WEEK.on(wrong),
        lambda: WEEK + wrong,
        lambda: wrong + WEEK,
        lambda: WEEK - wrong,
    ):
        with pytest.raises(TypeError):
            call()


def test_errors_of_an_index_are_raised() -> None:
    broken = BrokenIndex()
    for call in (
        lambda: IsoWeek(broken, 1),
        lambda: IsoWeek(2025, broken),
        lambda: IsoWeek.from_epoch_week(broken),
        lambda: WEEK.on(broken),
        lambda: WEEK + broken,
        lambda: broken + WEEK,
        lambda: WEEK - broken,
    ):
        with pytest.raises(LookupError, match="no number today"):
            call()


@pytest.mark.parametrize("huge", [2**63, 2**64, 10**40])
@pytest.mark.parametrize("kind", [int, Index])
def test_huge_numbers_are_out_of_range(kind: Callable[[int], int], huge: int) -> None:
    for number, nearest in ((huge, 2**63 - 1), (-huge - 1, -(2**63))):
        given = kind(number)
        for call in (
            lambda: IsoWeek(given, 1),  # noqa: B023
            lambda: IsoWeek(2025, given),  # noqa: B023
            lambda: IsoWeek.from_epoch_week(given),  # noqa: B023
            lambda: IsoWeek.of_year(given),  # noqa: B023
            lambda: IsoWeek.overlapping_month(2025, given),  # noqa: B023
            lambda: WEEK.on(given),  # noqa: B023
        ):
            with pytest.raises(WeekError) as caught:
                call()
            assert caught.value.value == nearest
            assert not isinstance(caught.value, OverflowError)
        for operate in (
            lambda: WEEK + given,  # noqa: B023
            lambda: given + WEEK,  # noqa: B023
            lambda: WEEK - given,  # noqa: B023
        ):
            with pytest.raises(WeekOverflowError):
                operate()  # type: ignore[no-untyped-call]


def test_texts_are_str() -> None:
    parsers = {
        "parse": IsoWeek.parse,
        "parse_html": IsoWeek.parse_html,
        "parse_lenient": IsoWeek.parse_lenient,
    }
    for name, parse in parsers.items():
        for wrong in (None, 202_532, b"2025-W32", bytearray(b"2025-W32"), WEEK, ["2025-W32"]):
            with pytest.raises(TypeError) as caught:
                parse(wrong)  # type: ignore[arg-type]
            expected = f"IsoWeek.{name}() takes a str, not {type(wrong).__name__}"
            assert str(caught.value) == expected

        class Text(str):
            """A text of another class."""

            __slots__ = ()

        assert parse(Text("2025-W32")) == WEEK
        assert parse(np.str_("2025-W32")) == WEEK


def test_three_parsers_differ_as_documented() -> None:
    accepted = {
        "2025-W32": (True, True, True),
        "2025W32": (True, False, True),
        "+12025-W01": (True, False, True),
        "12025-W01": (False, True, False),
        "2025-w32": (False, False, True),
        " 2025-W32 ": (False, False, True),
        "2025-W3": (False, False, True),
        "0000-W01": (True, False, True),
        "2025-W32-4": (False, False, False),
        "": (False, False, False),
    }
    for text, expected in accepted.items():
        found = []
        for parse in (IsoWeek.parse, IsoWeek.parse_html, IsoWeek.parse_lenient):
            try:
                parse(text)
            except ParseError:
                found.append(False)
            else:
                found.append(True)
        assert tuple(found) == expected, text


def test_from_monday_refuses_other_days() -> None:
    for days in range(1, 7):
        with pytest.raises(NotAMondayError) as caught:
            IsoWeek.from_monday(date(2025, 8, 4) + timedelta(days))
        assert caught.value.monday == date(2025, 8, 4)
        assert caught.value.weekday == days + 1
    monday = datetime(2025, 8, 4, 12)
    assert IsoWeek.from_monday(monday) == WEEK


def test_properties() -> None:
    assert (WEEK.year, WEEK.week) == (2025, 32)
    assert WEEK.epoch_week == (date(2025, 8, 4) - date(1969, 12, 29)).days // 7
    assert WEEK.monday == date(2025, 8, 4)
    assert WEEK.sunday == date(2025, 8, 10)
    assert type(WEEK.monday) is type(WEEK.sunday) is date
    days = tuple(date(2025, 8, 4) + timedelta(days) for days in range(7))
    assert WEEK.days == days
    assert tuple(WEEK) == days
    assert len(WEEK) == 7
    assert [WEEK.day(weekday) for weekday in range(1, 8)] == [*days]
    assert [WEEK.on(weekday) for weekday in range(1, 8)] == [IsoWeekDate.of(day) for day in days]
    for wrong in (0, 8, -1):
        with pytest.raises(WeekError) as caught:
            WEEK.day(wrong)
        assert caught.value.code == "weekday_out_of_range"


def test_epoch_week_zero_is_true() -> None:
    assert IsoWeek(1970, 1).epoch_week == 0
    assert bool(IsoWeek(1970, 1)) is True


def test_texts() -> None:
    assert str(WEEK) == "2025-W32"
    assert repr(WEEK) == "IsoWeek(2025, 32)"
    assert eval(repr(WEEK)) == WEEK  # noqa: S307 - what a repr is for
    assert eval(repr(IsoWeek.MIN)) == IsoWeek.MIN  # noqa: S307
    assert f"{WEEK}|{WEEK!s}|{WEEK:}" == "2025-W32|2025-W32|2025-W32"
    assert f"{WEEK:basic} {WEEK:html}" == "2025W32 2025-W32"
    assert f"{WEEK:>10}|{WEEK:*^12}|{WEEK:s}" == "  2025-W32|**2025-W32**|2025-W32"
    assert format(IsoWeek(12_025, 1), "html") == "12025-W01"
    assert str(IsoWeek(12_025, 1)) == "+12025-W01"
    assert str(IsoWeek(-1, 1)) == "-0001-W01"
    for wrong in ("d", "%Y", "iso"):
        with pytest.raises(ValueError, match=r"[Ff]ormat"):
            format(WEEK, wrong)
    with pytest.raises(WeekError, match="HTML year"):
        format(IsoWeek(0, 1), "html")


def test_order() -> None:
    weeks = [IsoWeek(2026, 1), IsoWeek.MIN, IsoWeek(2020, 53), IsoWeek(2025, 52), IsoWeek.MAX]
    assert sorted(weeks) == [
        IsoWeek.MIN,
        IsoWeek(2020, 53),
        IsoWeek(2025, 52),
        IsoWeek(2026, 1),
        IsoWeek.MAX,
    ]
    same, later = IsoWeek(2025, 32), IsoWeek(2025, 33)
    assert WEEK == same
    assert not WEEK != same  # noqa: SIM202
    assert WEEK <= same
    assert WEEK >= same
    assert not WEEK < same
    assert not WEEK > same
    assert WEEK != later
    assert WEEK < later
    assert WEEK <= later
    assert later > WEEK
    assert later >= WEEK
    assert max(WEEK, later) is later


@pytest.mark.parametrize(
    "other",
    [WEEK.epoch_week, "2025-W32", None, (2025, 32), date(2025, 8, 4), IsoWeekDate(2025, 32, 1)],
    ids=repr,
)
def test_other_types_are_neither_equal_nor_ordered(other: object) -> None:
    assert (WEEK == other) is False
    assert (other == WEEK) is False
    assert (WEEK != other) is True
    for compare in (
        lambda: WEEK < other,  # type: ignore[operator]
        lambda: WEEK <= other,  # type: ignore[operator]
        lambda: WEEK > other,  # type: ignore[operator]
        lambda: other >= WEEK,  # type: ignore[operator]
    ):
        with pytest.raises(TypeError, match="not supported between instances"):
            compare()  # type: ignore[no-untyped-call]


def test_hash() -> None:
    assert hash(WEEK) == hash(IsoWeek(2025, 32))
    weeks = [IsoWeek.from_epoch_week(number) for number in range(-1_000, 1_000)]
    assert len(set(weeks)) == 2_000
    assert len({*map(hash, weeks)}) >= 1_999  # -1 is no hash in CPython
    assert {WEEK: "here"}[IsoWeek.of(date(2025, 8, 7))] == "here"


def test_addition() -> None:
    for one in (1, True, Index(1), np.int64(1), np.uint8(1)):
        assert WEEK + one == one + WEEK == IsoWeek(2025, 33)
        assert WEEK - one == IsoWeek(2025, 31)
    assert WEEK + 0 == WEEK - 0 == WEEK
    assert WEEK - -1 == WEEK + 1
    assert IsoWeek(2020, 53) + 1 == IsoWeek(2021, 1)
    assert IsoWeek(2025, 1) - 1 == IsoWeek(2024, 52)
    week = IsoWeek(2025, 1)
    week += 1
    assert week == IsoWeek(2025, 2)
    week -= 2
    assert week == IsoWeek(2024, 52)
    assert sum([1, 2], WEEK) == WEEK + 3
    assert list(np.array([1, 2]) + WEEK) == [WEEK + 1, WEEK + 2]


def test_subtraction() -> None:
    difference = IsoWeek(2026, 1) - IsoWeek(2025, 1)
    assert type(difference) is int
    assert difference == 52
    assert IsoWeek(2025, 1) - IsoWeek(2026, 1) == -52
    assert IsoWeek.MAX - IsoWeek.MIN == 2 * LAST_NUMBER
    assert IsoWeek.MIN - IsoWeek.MAX == -2 * LAST_NUMBER
    for refused in (
        lambda: 1 - WEEK,  # type: ignore[operator]
        lambda: WEEK + WEEK,  # type: ignore[operator]
        lambda: WEEK - IsoWeekDate(2025, 32, 1),  # type: ignore[operator]
        lambda: WEEK + timedelta(7),  # type: ignore[operator]
        lambda: WEEK - date(2025, 8, 4),  # type: ignore[operator]
        lambda: -WEEK,  # type: ignore[operator]
        lambda: WEEK * 2,  # type: ignore[operator]
        lambda: int(WEEK),  # type: ignore[call-overload]
    ):
        with pytest.raises(TypeError):
            refused()


def test_ends() -> None:
    assert (IsoWeek.MIN.epoch_week, IsoWeek.MAX.epoch_week) == (-LAST_NUMBER, LAST_NUMBER)
    assert IsoWeek.MIN + 2 * LAST_NUMBER == IsoWeek.MAX
    for beyond in (lambda: IsoWeek.MAX + 1, lambda: IsoWeek.MIN - 1, lambda: IsoWeek.MIN + -1):
        with pytest.raises(OverflowError):
            beyond()  # type: ignore[no-untyped-call]
    for ask in (
        lambda: IsoWeek.MAX.monday,
        lambda: IsoWeek.MIN.sunday,
        lambda: IsoWeek.MAX.days,
        lambda: iter(IsoWeek.MIN),
        lambda: IsoWeek.MAX.day(1),
    ):
        with pytest.raises(WeekOverflowError, match="beyond datetime"):
            ask()


def test_the_last_week_of_python() -> None:
    week = IsoWeek.of(date.max)
    assert week == IsoWeek(9999, 52)
    assert week.monday == date(9999, 12, 27)
    assert week.day(5) == date.max
    assert date.max in week
    assert week.on(7).week == 52
    for ask in (lambda: week.sunday, lambda: week.day(6), lambda: list(week)):
        with pytest.raises(WeekOverflowError):
            ask()


def test_membership() -> None:
    assert [day in WEEK for day in (date(2025, 8, 3), date(2025, 8, 4), date(2025, 8, 10))] == [
        False,
        True,
        True,
    ]
    assert datetime(2025, 8, 10, 23, 59) in WEEK
    assert date(2025, 8, 11) not in WEEK
    with pytest.raises(TypeError, match="not IsoWeekDate"):
        assert IsoWeekDate(2025, 32, 1) in WEEK  # type: ignore[operator]


def test_matching() -> None:
    assert IsoWeek.__match_args__ == ("year", "week")
    match WEEK:
        case IsoWeek(year, 32):
            assert year == 2025
        case _:
            pytest.fail("does not match")
    match WEEK:
        case IsoWeek(week=33):
            pytest.fail("matches")
        case IsoWeek(week=number):
            assert number == 32


def test_immutability() -> None:
    for name in ("year", "week", "epoch_week", "monday", "other"):
        with pytest.raises(AttributeError):
            setattr(WEEK, name, 1)
        with pytest.raises(AttributeError):
            delattr(WEEK, name)
        with pytest.raises(TypeError, match="immutable"):
            setattr(IsoWeek, name, 1)
    assert not hasattr(WEEK, "__dict__")
    with pytest.raises(TypeError, match="not an acceptable base type"):
        type("Week", (IsoWeek,), {})


def test_weak_references_are_refused() -> None:
    """As by `date`: a value has no identity that could be lost."""
    with pytest.raises(TypeError, match="weak reference"):
        weakref.ref(WEEK)


def test_weeks_hold_nothing() -> None:
    assert gc.get_referents(WEEK) in ([], [IsoWeek])


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol: int) -> None:
    for week in (WEEK, IsoWeek.MIN, IsoWeek.MAX, IsoWeek(2020, 53), IsoWeek(0, 1)):
        restored = pickle.loads(pickle.dumps(week, protocol))
        assert type(restored) is IsoWeek
        assert restored == week


def test_a_forged_pickle_is_refused() -> None:
    forged = pickle.dumps(IsoWeek(2020, 53), 0).replace(b"2020", b"2021")
    with pytest.raises(WeekError, match="week 53 does not exist in 2021"):
        pickle.loads(forged)


def test_copying() -> None:
    assert copy.copy(WEEK) is WEEK
    assert copy.deepcopy(WEEK) is WEEK
    assert copy.deepcopy([WEEK, WEEK]) == [WEEK, WEEK]

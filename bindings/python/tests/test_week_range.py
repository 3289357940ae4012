"""`WeekRange`, which is to weeks what `range` is to integers."""

import collections.abc
import copy
import pickle
import random
from datetime import date

import numpy as np
import pytest

import semaine
from semaine import IsoWeek, IsoWeekDate, WeekError, WeekRange

FIRST, END = IsoWeek(2020, 51), IsoWeek(2021, 3)
WEEKS = IsoWeek.range(FIRST, END)


def numbers(weeks: WeekRange) -> list[int]:
    return [week.epoch_week for week in weeks]


def test_weeks_of_a_range() -> None:
    assert type(WEEKS) is WeekRange
    assert [str(week) for week in WEEKS] == [
        "2020-W51",
        "2020-W52",
        "2020-W53",
        "2021-W01",
        "2021-W02",
    ]
    assert [str(week) for week in IsoWeek.range(END, FIRST, -2)] == [
        "2021-W03",
        "2021-W01",
        "2020-W52",
    ]
    assert list(IsoWeek.range(FIRST, END, 1)) == list(IsoWeek.range(FIRST, END, None))
    assert list(IsoWeek.range(FIRST, END, np.int8(2))) == list(WEEKS)[::2]
    for empty in (
        IsoWeek.range(FIRST, FIRST),
        IsoWeek.range(END, FIRST),
        IsoWeek.range(FIRST, END, -1),
    ):
        assert list(empty) == []
        assert len(empty) == 0
        assert not empty
        assert FIRST not in empty


def test_every_operation_is_that_of_a_range_of_integers() -> None:
    """Python's `range` of the epoch weeks is the model; the seed is fixed."""
    chance = random.Random(20_250_804)
    compared = 0
    for _ in range(500):
        start, stop = (chance.randrange(-30, 30) for _ in range(2))
        step = chance.choice([-5, -3, -2, -1, 1, 2, 3, 7])
        model = range(start, stop, step)
        weeks = IsoWeek.range(IsoWeek.from_epoch_week(start), IsoWeek.from_epoch_week(stop), step)
        assert numbers(weeks) == list(model)
        assert [week.epoch_week for week in reversed(weeks)] == list(reversed(model))
        assert len(weeks) == len(model)
        assert bool(weeks) is bool(model)
        for index in range(-len(model), len(model)):
            assert weeks[index].epoch_week == model[index]
        for number in range(-31, 31):
            week = IsoWeek.from_epoch_week(number)
            assert (week in weeks) is (number in model)
            assert weeks.count(week) == model.count(number)
            if number in model:
                assert weeks.index(week) == model.index(number)
                compared += 1
            else:
                with pytest.raises(ValueError, match="is not in WeekRange"):
                    weeks.index(week)
        bounds = [None, *range(-8, 9)]
        cut = slice(chance.choice(bounds), chance.choice(bounds), chance.choice([None, -2, 1, 3]))
        assert type(weeks[cut]) is WeekRange
        assert numbers(weeks[cut]) == list(model[cut])
    assert compared > 1_000


def test_index_between_bounds() -> None:
    model = list(WEEKS)
    for week in model:
        for start in range(-7, 8):
            for stop in range(-7, 8):
                try:
                    expected = model.index(week, start, stop)
                except ValueError:
                    with pytest.raises(ValueError, match="is not in"):
                        WEEKS.index(week, start, stop)
                else:
                    assert WEEKS.index(week, start, stop) == expected
    for stranger in (None, 1, "2020-W51", date(2020, 12, 14), IsoWeekDate(2020, 51, 1)):
        assert stranger not in WEEKS
        assert WEEKS.count(stranger) == 0
        with pytest.raises(ValueError, match="is not in"):
            WEEKS.index(stranger)


def test_sequence() -> None:
    assert isinstance(WEEKS, collections.abc.Sequence)
    assert isinstance(WEEKS, collections.abc.Reversible)
    assert not issubclass(WeekRange, collections.abc.MutableSequence)
    match WEEKS:
        case [first, *_, last]:
            assert (first, last) == (FIRST, END - 1)
        case _:
            pytest.fail("is no sequence")
    for index in (5, -6, 10**30):
        with pytest.raises(IndexError):
            assert WEEKS[index]
    for wrong in (None, "0", 1.0, FIRST):
        with pytest.raises(TypeError):
            assert WEEKS[wrong]  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="zero"):
        assert WEEKS[::0]
    assert random.Random(1).choice(WEEKS) in WEEKS
    assert min(WEEKS) == FIRST
    assert sorted(WEEKS, reverse=True) == list(WEEKS[::-1])


def test_iterators_are_independent() -> None:
    one, two = iter(WEEKS), iter(WEEKS)
    assert next(one) == next(two) == FIRST
    assert next(one) == FIRST + 1
    assert list(two) == list(WEEKS)[1:]
    assert list(one) == list(WEEKS)[2:]
    with pytest.raises(StopIteration):
        next(one)


def test_steps() -> None:
    with pytest.raises(ValueError, match="a step other than 0"):
        IsoWeek.range(FIRST, END, 0)
    for wrong in (1.0, "1", FIRST):
        with pytest.raises(TypeError):
            IsoWeek.range(FIRST, END, wrong)  # type: ignore[arg-type]
    for wrong_end in (None, 1, "2021-W03", date(2021, 1, 18), IsoWeekDate(2021, 3, 1)):
        with pytest.raises(TypeError):
            IsoWeek.range(FIRST, wrong_end)  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            IsoWeek.range(wrong_end, END)  # type: ignore[arg-type]
    for huge in (2**62, 10**30):
        assert list(IsoWeek.range(FIRST, END, huge)) == [FIRST]
        assert list(IsoWeek.range(END, FIRST, -huge)) == [END]


def test_the_whole_range() -> None:
    weeks = IsoWeek.range(IsoWeek.MIN, IsoWeek.MAX)
    assert len(weeks) == 2 * 306_783_377
    assert (weeks[0], weeks[-1]) == (IsoWeek.MIN, IsoWeek.MAX - 1)
    assert IsoWeek.MAX not in weeks
    assert weeks.index(IsoWeek.MAX - 1) == len(weeks) - 1
    assert next(reversed(weeks)) == IsoWeek.MAX - 1
    down = IsoWeek.range(IsoWeek.MAX, IsoWeek.MIN, -1)
    assert (down[0], down[-1]) == (IsoWeek.MAX, IsoWeek.MIN + 1)
    # The slice ends before the first week, where there is none to name.
    assert weeks[::-1][-1] == IsoWeek.MIN
    assert repr(weeks[::-1]) == f"WeekRange({IsoWeek.MAX - 1!r} to {IsoWeek.MIN!r}, step -1)"


@pytest.mark.parametrize("year", [2020, 2021, 1, 9999, 0, -1, 12_025])
def test_weeks_of_a_year(year: int) -> None:
    weeks = IsoWeek.of_year(year)
    assert type(weeks) is WeekRange
    assert [(week.year, week.week) for week in weeks] == [
        (year, number) for number in range(1, len(weeks) + 1)
    ]
    assert len(weeks) in (52, 53)


def test_weeks_of_years_at_the_ends() -> None:
    assert IsoWeek.of_year(5_881_579)[-1] == IsoWeek(5_881_579, 52)
    for year in (5_881_580, -5_877_641, 5_881_581):
        with pytest.raises(WeekError):
            IsoWeek.of_year(year)


def test_weeks_overlapping_a_month() -> None:
    months = 0
    for year in (2015, 2024, 2025, 2026):
        for month in range(1, 13):
            end = date(year + month // 12, month % 12 + 1, 1).toordinal()
            days = map(date.fromordinal, range(date(year, month, 1).toordinal(), end))
            expected = sorted({day.isocalendar()[:2] for day in days})
            found = IsoWeek.overlapping_month(year, month)
            assert [(week.year, week.week) for week in found] == expected
            months += 1
    assert months == 48
    for month in (0, 13, -1, 10**30):
        with pytest.raises(WeekError) as caught:
            IsoWeek.overlapping_month(2025, month)
        assert caught.value.code == "month_out_of_range"


def test_equality_and_hash() -> None:
    same = IsoWeek.range(FIRST, IsoWeek(2021, 2) + 1)
    assert same == WEEKS
    assert hash(same) == hash(WEEKS)
    assert {WEEKS: "here"}[same] == "here"
    # As of `range`: what counts are the weeks, not how they were described.
    assert IsoWeek.range(FIRST, FIRST + 3, 2) == IsoWeek.range(FIRST, FIRST + 4, 2)
    assert IsoWeek.range(FIRST, FIRST) == IsoWeek.range(END, FIRST)
    assert WEEKS != IsoWeek.range(FIRST, END, 2)
    for other in (list(WEEKS), tuple(WEEKS), None, range(5)):
        assert (WEEKS == other) is False
    with pytest.raises(TypeError):
        assert WEEKS < same  # type: ignore[operator]


def test_repr() -> None:
    assert repr(WEEKS) == "WeekRange(IsoWeek(2020, 51) to IsoWeek(2021, 2))"
    assert repr(WEEKS[::2]) == "WeekRange(IsoWeek(2020, 51) to IsoWeek(2021, 2), step 2)"
    assert repr(WEEKS[:0]) == "WeekRange()"


def test_immutability() -> None:
    with pytest.raises(AttributeError, match="WeekRange is immutable: cannot set '_numbers'"):
        WEEKS._numbers = range(3)  # noqa: SLF001
    with pytest.raises(AttributeError, match="WeekRange is immutable: cannot set 'other'"):
        WEEKS.other = 1
    with pytest.raises(AttributeError, match="WeekRange is immutable: cannot delete '_numbers'"):
        del WEEKS._numbers  # noqa: SLF001
    with pytest.raises(TypeError):
        WEEKS[0] = FIRST  # type: ignore[index]
    assert not hasattr(WEEKS, "__dict__")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(protocol: int) -> None:
    for weeks in (WEEKS, WEEKS[::-2], WEEKS[:0], IsoWeek.range(IsoWeek.MIN, IsoWeek.MAX)):
        restored = pickle.loads(pickle.dumps(weeks, protocol))
        assert type(restored) is WeekRange
        assert restored == weeks


def test_copying() -> None:
    assert copy.copy(WEEKS) == copy.deepcopy(WEEKS) == WEEKS


def test_the_class_is_public() -> None:
    assert semaine.WeekRange is WeekRange


@pytest.mark.parametrize("numbers", [range(306_783_378, 306_783_380), range(0, 10**12, 10**11)])
def test_weeks_that_do_not_exist_are_refused(numbers: range) -> None:
    with pytest.raises(WeekError, match="epoch week"):
        WeekRange(numbers)

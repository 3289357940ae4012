"""What holds for any week, day, number and text."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from semaine import (
    IsoWeek,
    IsoWeekDate,
    ParseError,
    WeekError,
    WeekOverflowError,
    week_range,
    week_start,
)

LAST_WEEK, LAST_DAY = 306_783_377, 2_147_483_642

weeks = st.integers(-LAST_WEEK, LAST_WEEK).map(IsoWeek.from_epoch_week)
days = st.integers(-LAST_DAY, LAST_DAY).map(IsoWeekDate.from_epoch_day)
# Surrogates, NUL and whatever else a `str` can hold; and what almost looks like a week.
texts = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.text("0123456789Ww-+ ", max_size=16),
    st.from_regex(r"[+-]?[0-9]{4,7}-?[Ww][0-9]{1,2}(-?[0-9])?.?", fullmatch=True),
)


@given(weeks)
def test_weeks_survive_their_texts(week: IsoWeek) -> None:
    assert IsoWeek.parse(str(week)) == week
    assert IsoWeek.parse(week.to_basic()) == week
    assert IsoWeek.parse_lenient(str(week).lower()) == week
    assert IsoWeek(week.year, week.week) == week
    assert IsoWeek.from_epoch_week(week.epoch_week) == week
    if week.year >= 1:
        assert IsoWeek.parse_html(week.to_html()) == week


@given(days)
def test_days_survive_their_texts(day: IsoWeekDate) -> None:
    assert IsoWeekDate.parse(str(day)) == day
    assert IsoWeekDate.parse(day.to_basic()) == day
    assert IsoWeekDate.parse_lenient(str(day).lower()) == day
    assert IsoWeekDate(day.year, day.week, day.weekday) == day
    assert day.iso_week.on(day.weekday) == day
    assert str(day).startswith(f"{day.iso_week}-")


@given(weeks, st.integers())
def test_sums_of_weeks(week: IsoWeek, weeks: int) -> None:
    number = week.epoch_week + weeks
    try:
        later = week + weeks
    except WeekOverflowError as error:
        assert not -LAST_WEEK <= number <= LAST_WEEK
        assert error.range == (-LAST_WEEK, LAST_WEEK)
        return
    assert later.epoch_week == number
    assert later - weeks == week
    assert later - week == weeks
    assert weeks + week == later
    assert week - -weeks == later


@given(days, st.integers(-2 * LAST_DAY, 2 * LAST_DAY))
def test_sums_of_days(day: IsoWeekDate, days: int) -> None:
    number = day.epoch_day + days
    try:
        later = day + days
    except WeekOverflowError as error:
        assert not -LAST_DAY <= number <= LAST_DAY
        assert error.value == number
        return
    assert later.epoch_day == number
    assert later - days == day
    assert later - day == days


@given(weeks, weeks)
def test_order_is_that_of_the_numbers(one: IsoWeek, two: IsoWeek) -> None:
    numbers = (one.epoch_week, two.epoch_week)
    assert (one < two) is (numbers[0] < numbers[1])
    assert (one <= two) is (numbers[0] <= numbers[1])
    assert (one == two) is (numbers[0] == numbers[1])
    assert (one.year, one.week) <= (two.year, two.week) or one > two
    assert one - two == numbers[0] - numbers[1]
    assert one != two or hash(one) == hash(two)


@given(st.dates())
def test_dates(day: date) -> None:
    week = IsoWeek.of(day)
    assert (week.year, week.week) == day.isocalendar()[:2]
    assert week.monday == week_start(day) == day - timedelta(day.weekday())
    assert day in week
    assert IsoWeekDate.of(day).date == day
    assert week.day(day.isoweekday()) == day
    try:
        monday, sunday = week_range(day)
    except OverflowError:
        assert (date.max - day).days < 5
    else:
        assert monday <= day <= sunday
        assert list(week) == [monday + timedelta(days) for days in range(7)]


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_datetimes(moment: datetime) -> None:
    monday = week_start(moment)
    assert monday.date() == week_start(moment.date())
    assert monday.timetz() == moment.timetz().replace(fold=0)
    assert monday.tzinfo is moment.tzinfo
    assert IsoWeek.of(moment) == IsoWeek.of(moment.date())


@given(st.integers(), st.integers())
def test_any_numbers_make_a_week_or_an_error(year: int, number: int) -> None:
    try:
        week = IsoWeek(year, number)
    except WeekError as error:
        assert error.range is not None
        low, high = error.range
        refused = year if error.code == "year_out_of_range" else number
        if error.code != "epoch_week_out_of_range":
            assert not low <= refused <= high
        assert error.offset is None
    else:
        assert (week.year, week.week) == (year, number)


def assert_text(parse: Callable[[str], object], forms: list[Callable[..., str]], text: str) -> None:
    try:
        value = parse(text)
    except ParseError as error:
        length = len(text.encode("utf-8", "surrogatepass"))
        assert error.offset is not None
        assert 0 <= error.offset <= length
        # Everything before the refused part is ASCII, so that it is an offset of characters too.
        assert text[: error.offset].isascii()
        assert str(error).endswith(f"(at byte {error.offset})")
        assert error.code.startswith("parse_") is (error.value is None)
    else:
        assert with_short_year(text) in [with_short_year(form(value)) for form in forms]


def with_short_year(text: str) -> str:
    """Write the year as briefly as can be: a sign and zeros may stand before it."""
    sign, year, rest = re.fullmatch(r"([+-]?)([0-9]{4,})(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{sign.replace('+', '')}{int(year)}{rest}"


def test_huge_texts() -> None:
    """They are refused where they go wrong, or read whole."""
    parsers = (IsoWeek.parse, IsoWeek.parse_html, IsoWeek.parse_lenient, IsoWeekDate.parse)
    for text in ("2025-W32" * 100_000, "9" * 1_000_000, "é" * 100_000, " " * 100_000, "\ud800" * 9):
        for parse in parsers:
            with pytest.raises(ParseError):
                parse(text)
    zeros = "0" * 1_000_000
    assert IsoWeek.parse(f"+{zeros}2025-W32") == IsoWeek(2025, 32)
    assert IsoWeek.parse_lenient(f"\n+{zeros[:100_000]}2025-W32" + " " * 100_000).week == 32


@given(texts)
@example("\x00")
@example("2025-W32\x00")
@example("2025-W32\ud800")
@example("\udcff2025-W32")
@example("\N{FULLWIDTH DIGIT TWO}025-W32")
@example("2025-W3\N{FULLWIDTH DIGIT TWO}")
@example("2025\N{MINUS SIGN}W32")
def test_a_text_is_a_week_or_an_error(text: str) -> None:
    assert_text(IsoWeek.parse, [str, IsoWeek.to_basic], text)
    assert_text(IsoWeek.parse_html, [IsoWeek.to_html], text)
    assert_text(IsoWeekDate.parse, [str, IsoWeekDate.to_basic], text)


@given(texts, st.sampled_from([IsoWeek, IsoWeekDate]))
@example("\ud800 2025-W32", IsoWeek)
@example("\N{NO-BREAK SPACE}2025-W32", IsoWeek)
def test_lenient_parsers_take_what_strict_ones_do(
    text: str, kind: type[IsoWeek] | type[IsoWeekDate]
) -> None:
    try:
        value = kind.parse_lenient(text)
    except ParseError as error:
        assert error.offset is not None
        assert 0 <= error.offset <= len(text.encode("utf-8", "surrogatepass"))
        for strict in (kind.parse, kind.parse_lenient):
            try:
                strict(text)
            except ParseError:
                continue
            raise AssertionError(text) from None
    else:
        assert kind.parse(str(value)) == value
        digits = [character for character in text if character.isdigit()]
        assert "".join(digits).lstrip("0").startswith(str(abs(value.year)).lstrip("0"))

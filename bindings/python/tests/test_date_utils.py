"""`semaine.date_utils` against CPython's calendar and plain arithmetic on dates."""

from __future__ import annotations

import calendar
import datetime
import importlib
import inspect
import pickle
from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING, Any

import freezegun
import pandas as pd
import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

import semaine
from semaine import date_utils

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ONE_DATE = {
    "get_monday_of_week": "d",
    "get_sunday_of_week": "d",
    "get_week_range_iso8601": "d",
    "get_week_dates": "week_start",
    "is_monday": "d",
    "validate_week_start_iso8601": "week_start",
    "convert_week_start_to_iso8601": "old",
    "get_week_number_iso8601": "d",
    "get_week_year_iso8601": "d",
    "format_week_display": "week_start",
    "next_monday": "d",
    "previous_monday": "d",
}
LISTS = ("batch_convert_week_starts", "validate_database_week_starts")
DAYS_FR = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
MONTHS_FR = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
MONTHS_EN = calendar.month_name[1:]

# Whose whole week, and the Mondays around it, `datetime.date` can hold.
inner_dates = st.dates(date(1, 1, 8), date(9999, 12, 20))
mondays = inner_dates.map(lambda d: d - timedelta(d.weekday()))


def function(name: str) -> Callable[..., Any]:
    """Find a function of the module."""
    found: Callable[..., Any] = getattr(date_utils, name)
    return found


def every_day() -> Iterator[date]:
    """Go through `datetime.date`."""
    return map(date.fromordinal, range(1, date.max.toordinal() + 1))


def test_the_module_has_the_functions_of_the_contract_and_no_other() -> None:
    names = {*ONE_DATE, *LISTS, "parse_date", "get_current_week_monday"}
    assert len(names) == 16
    assert set(date_utils.__all__) == names
    for name in names:
        assert function(name).__module__ == "semaine.date_utils"
        assert function(name).__name__ == name
        assert pickle.loads(pickle.dumps(function(name))) is function(name)


@pytest.mark.parametrize(("name", "parameter"), ONE_DATE.items())
def test_parameters_have_the_names_of_the_contract(name: str, parameter: str) -> None:
    monday = date(2025, 8, 4)
    assert next(iter(inspect.signature(function(name)).parameters)) == parameter
    assert function(name)(**{parameter: monday}) == function(name)(monday)
    with pytest.raises(TypeError, match=rf"{name}\(\)"):
        function(name)(**{f"{parameter}\ud800": monday})


@pytest.mark.parametrize("name", ONE_DATE)
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), {}),
        ((date(2025, 8, 4),) * 3, {}),
        ((), {"day": date(2025, 8, 4)}),
        ((date(2025, 8, 4),), {"day": date(2025, 8, 4)}),
        ((), {"d": date(2025, 8, 4), "week_start": date(2025, 8, 4), "old": date(2025, 8, 4)}),
    ],
)
def test_calls_with_other_arguments_are_refused(
    name: str, arguments: tuple[date, ...], named: dict[str, date]
) -> None:
    with pytest.raises(TypeError, match=rf"{name}\(\)"):
        function(name)(*arguments, **named)


@pytest.mark.slow
def test_every_day_of_datetime() -> None:
    days = 0
    monday = date.min
    for day in every_day():
        days += 1
        year, week, weekday = day.isocalendar()
        if weekday == 1:
            monday = day
        assert date_utils.get_monday_of_week(day) == monday
        assert date_utils.is_monday(day) is (day == monday)
        assert date_utils.get_week_number_iso8601(day) == week
        assert date_utils.get_week_year_iso8601(day) == year
    assert days == 3_652_059


@given(inner_dates)
def test_dates_around_a_date(day: date) -> None:
    index = day.weekday()
    monday, sunday = day - timedelta(index), day + timedelta(6 - index)
    assert date_utils.get_sunday_of_week(day) == sunday
    assert date_utils.get_week_range_iso8601(day) == (monday, sunday)
    assert date_utils.convert_week_start_to_iso8601(day) == monday
    assert date_utils.next_monday(day) == day + timedelta(7 - index)
    assert date_utils.previous_monday(day) == day - timedelta(index or 7)


@given(mondays)
def test_the_dates_of_a_week(monday: date) -> None:
    dates = date_utils.get_week_dates(monday)
    assert dates == [monday + timedelta(days) for days in range(7)]
    assert date_utils.validate_week_start_iso8601(monday) is True


@pytest.mark.parametrize(
    ("day", "previous"),
    [(date(2025, 8, 7), date(2025, 8, 4)), (date(2025, 8, 4), date(2025, 7, 28))],
)
def test_the_previous_monday_is_the_last_one_strictly_before(day: date, previous: date) -> None:
    assert date_utils.previous_monday(day) == previous


def test_the_last_days_of_2025_are_in_the_first_week_of_2026() -> None:
    day = date(2025, 12, 29)
    assert date_utils.get_week_year_iso8601(day) == 2026
    assert date_utils.get_week_number_iso8601(day) == 1


@pytest.mark.parametrize(
    ("monday", "french", "english"),
    [
        (date(2025, 8, 4), "Semaine du 4 au 10 août 2025", "Week of August 04 to 10, 2025"),
        (
            date(2025, 12, 29),
            "Semaine du 29 décembre 2025 au 4 janvier 2026",
            "Week of December 29 to January 04, 2026",
        ),
        (
            date(2025, 7, 28),
            "Semaine du 28 juillet au 3 août 2025",
            "Week of July 28 to August 03, 2025",
        ),
        (date(2025, 9, 1), "Semaine du 1 au 7 septembre 2025", "Week of September 01 to 07, 2025"),
        (
            date(2024, 2, 26),
            "Semaine du 26 février au 3 mars 2024",
            "Week of February 26 to March 03, 2024",
        ),
        (
            date(2025, 5, 26),
            "Semaine du 26 mai au 1 juin 2025",
            "Week of May 26 to June 01, 2025",
        ),
        (date(1, 1, 1), "Semaine du 1 au 7 janvier 1", "Week of January 01 to 07, 1"),
    ],
)
def test_weeks_as_phrases(monday: date, french: str, english: str) -> None:
    assert date_utils.format_week_display(monday) == french
    assert date_utils.format_week_display(monday, "fr") == french
    assert date_utils.format_week_display(monday, locale="en") == english
    for other in ("de", "fr_FR", "FR", "", None):
        assert date_utils.format_week_display(monday, other) == english


@given(mondays)
def test_phrases_of_every_month_and_year(monday: date) -> None:
    sunday = monday + timedelta(6)
    start = f"{monday.day}"
    if monday.month != sunday.month:
        start += f" {MONTHS_FR[monday.month - 1]}"
    if monday.year != sunday.year:
        start += f" {monday.year}"
    end = f"{sunday.day} {MONTHS_FR[sunday.month - 1]} {sunday.year}"
    assert date_utils.format_week_display(monday) == f"Semaine du {start} au {end}"

    end = f"{sunday.day:02}, {sunday.year}"
    if monday.month != sunday.month:
        end = f"{MONTHS_EN[sunday.month - 1]} {end}"
    start = f"{MONTHS_EN[monday.month - 1]} {monday.day:02}"
    assert date_utils.format_week_display(monday, "en") == f"Week of {start} to {end}"


@pytest.mark.parametrize(
    "name", ["get_week_dates", "validate_week_start_iso8601", "format_week_display"]
)
@pytest.mark.parametrize("weekday", range(2, 8))
def test_a_week_start_that_is_no_monday_is_refused(name: str, weekday: int) -> None:
    monday = date(2025, 8, 4)
    day = monday + timedelta(weekday - 1)
    with pytest.raises(semaine.NotAMondayError) as refused:
        function(name)(day)
    error = refused.value
    assert str(error) == (
        f"week_start doit être un lundi selon ISO 8601 : {day.isoformat()} "
        f"({DAYS_FR[weekday - 1]}), le lundi de cette semaine est 2025-08-04"
    )
    assert isinstance(error, ValueError)
    assert (error.value, error.weekday, error.monday) == (day, weekday, monday)
    assert error.code == "not_a_monday"


def test_a_refused_datetime_is_named_by_its_date_and_kept_whole() -> None:
    moment = datetime.datetime(2025, 8, 7, 18, 30, tzinfo=timezone.utc)
    with pytest.raises(
        semaine.NotAMondayError, match=r"8601 : 2025-08-07 \(jeudi\), .* est 2025-08-04$"
    ) as refused:
        date_utils.validate_week_start_iso8601(moment)
    assert refused.value.value is moment
    assert refused.value.monday == moment - timedelta(3)


@given(st.dates())
def test_dates_are_read_in_the_three_forms(day: date) -> None:
    for text in (
        f"{day.year:04}-{day.month:02}-{day.day:02}",
        f"{day.day:02}/{day.month:02}/{day.year:04}",
        f"{day.day:02}-{day.month:02}-{day.year:04}",
    ):
        read = date_utils.parse_date(text)
        assert type(read) is date
        assert read == day


UNREADABLE = [
    "",
    "hier",
    "2025-8-4",
    "4/8/2025",
    "2025/08/04",
    "04.08.2025",
    "04/08-2025",
    "04-08/2025",
    "04/08/25",
    " 2025-08-04",
    "2025-08-04\n",
    "2025-08-04T00:00:00",
    "20250804",
    "2025-W32-1",
    "0000-01-01",
    "01/01/0000",
    "2025-13-01",
    "01/13/2025",
    "2025-02-29",
    "29/02/2025",
    "32-01-2025",
    "+025-08-04",
    "-025-08-04",
    "04/08/-025",
    "04-08-+025",
    "+4/08/2025",
    "2025-+8-04",
    "٢٠٢٥-08-04",
    "2025-08-0\ud800",
    "2025-08-04\0",
]


@pytest.mark.parametrize("text", UNREADABLE)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^date illisible : ") as refused:
        date_utils.parse_date(text)
    assert repr(text) in str(refused.value)
    for form in ("YYYY-MM-DD", "DD/MM/YYYY", "DD-MM-YYYY"):
        assert form in str(refused.value)


@given(
    st.from_regex(
        r"[0-3][0-9]([/-])[01][0-9]\1[0-9]{4}|[0-9]{4}-[01][0-9]-[0-3][0-9]", fullmatch=True
    )
)
def test_a_text_of_a_form_is_read_as_strptime_reads_it_or_refused(text: str) -> None:
    form = "%Y-%m-%d" if text[4] == "-" else text[2].join(("%d", "%m", "%Y"))
    try:
        expected = datetime.datetime.strptime(text, form).date()
    except ValueError:
        with pytest.raises(ValueError, match="illisible"):
            date_utils.parse_date(text)
    else:
        assert date_utils.parse_date(text) == expected


@pytest.mark.parametrize("value", [None, 20250804, b"2025-08-04", date(2025, 8, 4)])
def test_only_texts_are_parsed(value: Any) -> None:
    with pytest.raises(TypeError, match=rf"^parse_date\(\) .* not {type(value).__name__}$"):
        date_utils.parse_date(value)


@given(st.lists(inner_dates))
def test_batches(days: list[date]) -> None:
    pairs = [(day, day - timedelta(day.weekday())) for day in days]
    assert date_utils.batch_convert_week_starts(days) == pairs
    assert date_utils.batch_convert_week_starts(iter(days)) == pairs
    messages = [
        f"Enregistrement {number} : {day.isoformat()} ({DAYS_FR[day.weekday()]}) "
        f"devrait être {monday.isoformat()}"
        for number, (day, monday) in enumerate(pairs, start=1)
        if day != monday
    ]
    assert date_utils.validate_database_week_starts(days) == (not messages, messages)


def test_a_record_is_reported_with_its_number() -> None:
    days = [date(2025, 8, 4), date(2025, 8, 7), date(2025, 8, 11), date(2025, 8, 17)]
    assert date_utils.validate_database_week_starts(days) == (
        False,
        [
            "Enregistrement 2 : 2025-08-07 (jeudi) devrait être 2025-08-04",
            "Enregistrement 4 : 2025-08-17 (dimanche) devrait être 2025-08-11",
        ],
    )


def test_what_an_iterator_raises_is_passed_on() -> None:
    def broken() -> Iterator[date]:
        yield date(2025, 8, 4)
        raise ConnectionError

    for name in LISTS:
        with pytest.raises(ConnectionError):
            function(name)(broken())


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("value", [None, 5, "", "2025-08-04", date(2025, 8, 4)])
def test_only_iterables_are_batches(name: str, value: Any) -> None:
    with pytest.raises(
        TypeError, match=rf"^{name}\(\) takes an iterable .* not {type(value).__name__}$"
    ):
        function(name)(value)


@pytest.mark.parametrize("name", [*ONE_DATE, *LISTS])
@pytest.mark.parametrize("value", [None, "2025-08-04", 20250804, 1.5, datetime.time(), pd.NaT])
def test_what_is_no_date_is_refused(name: str, value: Any) -> None:
    argument = [date(2025, 8, 4), value] if name in LISTS else value
    with pytest.raises(TypeError) as refused:
        function(name)(argument)
    place = "record 2: " if name in LISTS else ""
    assert str(refused.value) == (
        f"{place}{name}() takes a datetime.date or datetime.datetime, not {type(value).__name__}"
    )
    assert getattr(refused.value, "record", None) == (2 if name in LISTS else None)


def test_the_ends_of_the_range() -> None:
    first, last = date.min, date.max
    last_monday = date(9999, 12, 27)
    assert date_utils.is_monday(first)
    assert date_utils.get_week_range_iso8601(first) == (first, date(1, 1, 7))
    assert date_utils.get_monday_of_week(last) == last_monday
    assert date_utils.format_week_display(date(9999, 12, 20)).endswith("décembre 9999")
    beyond: list[tuple[Callable[[Any], object], date]] = [
        (date_utils.get_sunday_of_week, last),
        (date_utils.get_week_range_iso8601, last),
        (date_utils.next_monday, last),
        (date_utils.previous_monday, first),
        (date_utils.get_week_dates, last_monday),
        (date_utils.format_week_display, last_monday),
    ]
    for call, day in beyond:
        with pytest.raises(OverflowError, match=r"is beyond datetime\.date"):
            call(day)


class Day(date):
    """A date of a class of its own."""


ZONE = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    "day",
    [
        Day(2025, 8, 7),
        datetime.datetime(2025, 8, 7, 18, 30, 15, 250),
        datetime.datetime(2025, 8, 7, 18, 30, tzinfo=ZONE),
        pd.Timestamp("2025-08-07T18:30:15.000000250"),
        pd.Timestamp("2025-08-07T18:30", tz="Europe/Paris"),
        freezegun.api.FakeDate(2025, 8, 7),
        freezegun.api.FakeDatetime(2025, 8, 7, 18, 30),
    ],
    ids=lambda day: type(day).__name__,
)
def test_classes_times_and_zones_are_kept(day: Any) -> None:
    monday, sunday = day - timedelta(3), day + timedelta(3)
    expected = [
        (date_utils.get_monday_of_week(day), monday),
        (date_utils.get_sunday_of_week(day), sunday),
        (date_utils.convert_week_start_to_iso8601(day), monday),
        (date_utils.next_monday(day), day + timedelta(4)),
        (date_utils.previous_monday(day), monday),
        *zip(date_utils.get_week_range_iso8601(day), (monday, sunday), strict=True),
        *zip(
            date_utils.get_week_dates(monday),
            [monday + timedelta(days) for days in range(7)],
            strict=True,
        ),
    ]
    assert len(expected) == 14
    for got, wanted in expected:
        assert type(got) is type(wanted)
        assert got == wanted
        assert getattr(got, "tzinfo", None) == getattr(wanted, "tzinfo", None)
    (pair,) = date_utils.batch_convert_week_starts([day])
    assert pair[0] is day
    assert pair[1] == monday
    assert date_utils.get_week_number_iso8601(day) == 32
    assert date_utils.format_week_display(monday) == "Semaine du 4 au 10 août 2025"


@pytest.mark.parametrize("today", [date(2025, 8, 10), date(2025, 12, 29), date(2027, 1, 1)])
def test_the_current_week_is_that_of_a_replaced_clock(today: date) -> None:
    monday = today - timedelta(today.weekday())
    with freezegun.freeze_time(today):
        assert date_utils.get_current_week_monday() == monday
    with time_machine.travel(datetime.datetime(today.year, today.month, today.day, 12), tick=False):
        assert date_utils.get_current_week_monday() == monday


def test_the_current_week_is_that_of_a_patched_date(monkeypatch: pytest.MonkeyPatch) -> None:
    class Today(date):
        @classmethod
        def today(cls) -> Today:
            return cls(2026, 12, 31)

    monkeypatch.setattr(datetime, "date", Today)
    monday = date_utils.get_current_week_monday()
    assert monday == date(2026, 12, 28)
    assert type(monday) is Today


def test_the_clock_is_asked_at_each_call() -> None:
    before = datetime.date.today()
    monday = date_utils.get_current_week_monday()
    after = datetime.date.today()
    assert monday in {day - timedelta(day.weekday()) for day in (before, after)}


def test_the_module_can_be_imported_again() -> None:
    assert importlib.reload(date_utils) is date_utils
    assert date_utils.is_monday(date(2025, 8, 4))


@pytest.mark.parametrize(
    "batch", [date_utils.batch_convert_week_starts, date_utils.validate_database_week_starts]
)
def test_what_iterating_raises_is_passed_on(batch: Callable[[Any], object]) -> None:
    class Query:
        def __iter__(self) -> Iterator[date]:
            message = "the database is down"
            raise ConnectionError(message)

    with pytest.raises(ConnectionError, match="the database is down"):
        batch(Query())

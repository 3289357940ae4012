"""NumPy arrays, compared with what CPython's calendar says of each day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from semaine import IsoWeek, ParseError, WeekError, columns

EPOCH = date(1970, 1, 1)
# Every day of New Years of all kinds, and days all over the calendar.
DAYS = [
    *(date(year, 1, 1) + timedelta(days) for year in range(1896, 2036) for days in range(-7, 7)),
    *(date.fromordinal(ordinal) for ordinal in range(8, date.max.toordinal() - 8, 4001)),
]
UNITS = ["D", "s", "ms", "us", "ns", "h", "m"]
LENGTHS = [0, 1, 2, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025]
NULL = np.iinfo(np.int32).min

ANSWERS = {
    "week_start": lambda day: day - timedelta(day.weekday()),
    "week_end": lambda day: day + timedelta(6 - day.weekday()),
    "week_number": lambda day: day.isocalendar()[1],
    "iso_year": lambda day: day.isocalendar()[0],
    "epoch_week": lambda day: (day.toordinal() - date(1969, 12, 29).toordinal()) // 7,
    "weekday": lambda day: day.isoweekday(),
    "is_week_start": lambda day: day.isoweekday() == 1,
}
DTYPES = {
    "week_number": np.uint8,
    "iso_year": np.int32,
    "epoch_week": np.int32,
    "weekday": np.uint8,
    "is_week_start": np.bool_,
}
NULLS = {
    "week_number": 0,
    "iso_year": NULL,
    "epoch_week": NULL,
    "weekday": 0,
    "is_week_start": False,
}


def days_of(unit: str) -> list[date]:
    """Give the days that a unit can hold with their weeks."""
    if unit != "ns":
        return DAYS
    return [day for day in DAYS if 1678 <= day.year <= 2261]


def expected(name: str, days: list[date], dtype: Any) -> np.ndarray[Any, Any]:
    answers = [ANSWERS[name](day) for day in days]
    return np.array(answers, DTYPES.get(name, "M8[D]")).astype(DTYPES.get(name, dtype))


def same(actual: Any, wanted: np.ndarray[Any, Any]) -> bool:
    """Tell whether type, shape and values are the same."""
    assert type(actual) is np.ndarray
    assert actual.dtype == wanted.dtype
    assert actual.shape == wanted.shape
    np.testing.assert_array_equal(actual, wanted)
    return True


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("unit", UNITS)
def test_days_of_every_unit(name: str, unit: str) -> None:
    days = days_of(unit)
    assert len(days) > 1900
    dtype = np.dtype(f"M8[{unit}]")
    column = np.array(days, "M8[D]").astype(dtype)
    assert same(getattr(columns, name)(column), expected(name, days, dtype))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("unit", UNITS[1:])
def test_instants_belong_to_their_day(name: str, unit: Any) -> None:
    days = days_of(unit)
    dtype = np.dtype(f"M8[{unit}]")
    begins = np.array(days, "M8[D]").astype(dtype)
    ends = (begins + np.timedelta64(1, "D")) - np.timedelta64(1, unit)
    assert (ends.astype("i8") < 0).sum() > 900
    assert same(getattr(columns, name)(ends), expected(name, days, dtype))


@pytest.mark.parametrize("dtype", [np.int32, np.int64])
@pytest.mark.parametrize("name", ANSWERS)
def test_epoch_days(name: str, dtype: type[np.generic]) -> None:
    column = np.array([(day - EPOCH).days for day in DAYS], dtype)
    wanted = expected(name, DAYS, "M8[D]")
    if name not in DTYPES:
        wanted = wanted.astype(np.int64).astype(dtype)
    assert same(getattr(columns, name)(column), wanted)


@pytest.mark.parametrize("first_day", range(1, 8))
def test_weeks_that_start_on_any_day(first_day: int) -> None:
    column = np.array(DAYS, "M8[D]")
    wanted = [day - timedelta((day.isoweekday() - first_day) % 7) for day in DAYS]
    assert same(columns.week_start(column, first_day=first_day), np.array(wanted, "M8[D]"))


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("dtype", ["M8[D]", "M8[s]", "M8[h]"])
def test_every_length(length: int, dtype: str) -> None:
    days = DAYS[:length]
    assert len(days) == length
    column = np.array(days, "M8[D]").astype(dtype)
    for name in ANSWERS:
        assert same(getattr(columns, name)(column), expected(name, days, dtype))
    years, weeks = columns.year_week(column)
    assert same(years, expected("iso_year", days, None))
    assert same(weeks, expected("week_number", days, None))
    texts = columns.format(column)
    assert texts.tolist() == ["{:04}-W{:02}".format(*day.isocalendar()[:2]) for day in days]
    assert same(columns.parse(texts), expected("week_start", days, "M8[D]"))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("place", [0, 1, 31, 32, 33, 69])
@pytest.mark.parametrize("unit", UNITS)
def test_nat_stays_nat(name: str, place: int, unit: str) -> None:
    dtype = np.dtype(f"M8[{unit}]")
    days = days_of(unit)[:70]
    column = np.array(days, "M8[D]").astype(dtype)
    column[place] = np.datetime64("NaT", "D")
    wanted = expected(name, days, dtype)
    wanted[place] = NULLS.get(name, np.datetime64("NaT", "D"))
    assert same(getattr(columns, name)(column), wanted)


def test_nat_in_two_answers_and_in_texts() -> None:
    column = np.array(["2024-12-29", "NaT", "2024-12-30"], "M8[us]")
    years, weeks = columns.year_week(column)
    assert years.tolist() == [2024, NULL, 2025]
    assert weeks.tolist() == [52, 0, 1]
    assert columns.format(column).tolist() == ["2024-W52", "NaT", "2025-W01"]
    assert columns.format(column, weekday=True).tolist() == ["2024-W52-7", "NaT", "2025-W01-1"]


def packed(column: Any) -> Any:
    """Give the same column at addresses that are no multiples of its size."""
    rows = np.empty(len(column), [("padding", "u1"), ("date", column.dtype)])
    rows["date"] = column
    assert not rows["date"].flags.aligned
    return rows["date"]


def read_only(column: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    column = column.copy()
    column.flags.writeable = False
    return column


def unaligned(column: Any) -> Any:
    """Give a contiguous column that begins between two addresses for its type."""
    memory = np.zeros(column.nbytes + 1, np.uint8)
    shifted = memory[1:].view(column.dtype)
    shifted[:] = column
    assert shifted.flags.c_contiguous
    assert not shifted.flags.aligned
    return shifted


LAYOUTS = {
    "other byte order": lambda column: column.astype(column.dtype.newbyteorder(">")),
    "every third": lambda column: np.repeat(column, 3)[::3],
    "backwards": lambda column: column[::-1].copy()[::-1],
    "packed": packed,
    "unaligned": unaligned,
    "read-only": read_only,
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("dtype", ["M8[D]", "M8[ns]", "M8[h]", "M8[W]", "i4", "i8"])
def test_layouts(layout: str, dtype: str) -> None:
    days = days_of("ns")
    column = np.array(days, "M8[D]").astype(dtype if dtype[0] == "M" else "i8").astype(dtype)
    changed = LAYOUTS[layout](column)
    before = changed.copy()
    for name in [*ANSWERS, "format"]:
        function = getattr(columns, name)
        assert same(function(changed), function(column))
    np.testing.assert_array_equal(changed, before)
    assert columns.weekday(column).all()


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("shape", [(2, 35), (7, 5, 2), (70, 1), (0, 3), (3, 0)])
def test_shapes(shape: tuple[int, ...], order: Any) -> None:
    count = int(np.prod(shape))
    flat = np.array(DAYS[:count], "M8[D]")
    column = np.array(flat.reshape(shape), order=order)
    for name in ANSWERS:
        assert same(
            getattr(columns, name)(column), expected(name, DAYS[:count], "M8[D]").reshape(shape)
        )
    years, weeks = columns.year_week(column)
    assert years.shape == weeks.shape == shape
    texts = columns.format(column)
    assert same(columns.parse(texts), columns.week_start(column))


def test_an_array_without_dimensions() -> None:
    column = np.array("2025-01-01", "M8[D]")
    assert same(columns.week_start(column), np.array("2024-12-30", "M8[D]"))
    assert same(columns.format(column), np.array("2025-W01"))
    assert same(columns.parse(np.array("2025-W01")), np.array("2024-12-30", "M8[D]"))


@pytest.mark.parametrize(
    ("dtype", "first", "monday"),
    [
        ("M8[W]", "2025-01-02", "2024-12-30"),
        ("M8[M]", "2025-01", "2024-12-30"),
        ("M8[Y]", "2027", "2026-12-28"),
        ("M8[ps]", "1970-01-02T01:02:03", "1969-12-29"),
        ("M8[fs]", "1969-12-31T23:59:59", "1969-12-29"),
        ("M8[as]", "1969-12-31T23:59:59", "1969-12-29"),
        ("M8[10ms]", "2025-01-01T01:02:03", "2024-12-30"),
        ("M8[2h]", "2025-01-01T02", "2024-12-30"),
        ("M8[7D]", "2025-01-02", "2024-12-30"),
        ("M8[2Y]", "2026", "2025-12-29"),
    ],
)
def test_other_units_are_taken_as_days(dtype: str, first: str, monday: str) -> None:
    column = np.array([first, "NaT"], dtype)
    assert same(columns.week_start(column), np.array([monday, "NaT"], "M8[D]"))
    assert columns.week_number(column).tolist() == [date.fromisoformat(monday).isocalendar()[1], 0]


@pytest.mark.parametrize(
    "unit", ["Y", "M", "W", "D", "h", "m", "s", "7Y", "7D", "7h", "2m", "7s", "10ms", "7ms"]
)
@pytest.mark.parametrize("number", [2**62, 2**61 + 2**40, -(2**62), 2**63 - 1, 1 - 2**63])
def test_beyond_all_days_is_nat(unit: str, number: int) -> None:
    column = np.array([number, 0], np.int64).view(f"M8[{unit}]")
    mondays = columns.week_start(column)
    assert np.isnat(mondays).tolist() == [True, False]
    assert columns.weekday(column).tolist() == [0, 4]
    assert columns.format(column).tolist() == ["NaT", "1970-W01"]


@pytest.mark.parametrize("count", [1, 2, 7, 1000, 123_457])
@pytest.mark.parametrize(
    ("unit", "per_day"),
    [
        ("h", 24),
        ("m", 1440),
        ("s", 86_400),
        ("us", 86_400 * 10**6),
        ("ns", 86_400 * 10**9),
        ("ps", 86_400 * 10**12),
        ("fs", 86_400 * 10**15),
        ("as", 86_400 * 10**18),
    ],
)
def test_multiples_of_units_to_their_ends(unit: str, per_day: int, count: int) -> None:
    powers = [sign * 2**power for power in range(63) for sign in (1, -1)]
    numbers = [power + near for power in powers for near in (-1, 0, 1)] + [2**63 - 1, 1 - 2**63]
    column = np.array(numbers, np.int64).view(f"M8[{count}{unit}]")
    # Python's integers have no end.
    days = [number * count // per_day for number in numbers]
    weeks = [(day + 3) // 7 for day in days]
    known = [-(2**31) <= 7 * week - 3 < 2**31 - 6 for week in weeks]
    assert sum(known) > 100
    assert columns.epoch_week(column).tolist() == [
        week if is_known else NULL for week, is_known in zip(weeks, known, strict=True)
    ]
    assert columns.weekday(column).tolist() == [
        (day + 3) % 7 + 1 if is_known else 0 for day, is_known in zip(days, known, strict=True)
    ]


def test_the_ends_of_the_days() -> None:
    # Both weeks of which some days are no int32 have none, by the arithmetic of Python's integers.
    first, last = -(2**31), 2**31 - 1
    monday = first + (-first - 3) % 7  # 1969-12-29 is day -3
    sunday = last - (last - 3) % 7
    for dtype in (np.int32, np.int64):
        column = np.array([monday - 1, monday, sunday, sunday + 1], dtype)
        null = np.iinfo(dtype).min
        assert columns.week_start(column).tolist() == [null, monday, sunday - 6, null]
        assert columns.week_end(column).tolist() == [null, monday + 6, sunday, null]
        assert columns.weekday(column).tolist() == [0, 1, 7, 0]


def test_a_midnight_that_does_not_fit_is_nat() -> None:
    # The first instant that NumPy can hold is a Tuesday in 1677; its Monday began before.
    column = np.array([1 - 2**63], np.int64).view("M8[ns]")
    assert str(column[0]).startswith("1677-09-21T00:12")
    assert date(1677, 9, 21).isoweekday() == 2
    assert np.isnat(columns.week_start(column)).all()
    assert columns.weekday(column).tolist() == [2]


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("unit", UNITS)
def test_out_is_filled_and_given_back(name: str, unit: str) -> None:
    days = days_of(unit)
    dtype = np.dtype(f"M8[{unit}]")
    column = np.array(days, "M8[D]").astype(dtype)
    wanted = expected(name, days, dtype)
    out = np.empty_like(wanted)
    out.view("u1")[:] = 1
    assert getattr(columns, name)(column, out=out) is out
    assert same(out, wanted)


@pytest.mark.parametrize("unit", UNITS)
def test_out_may_be_the_column(unit: str) -> None:
    days = days_of(unit)
    dtype = np.dtype(f"M8[{unit}]")
    column = np.array([*days, *days], "M8[D]").astype(dtype)
    columns.week_start(column[: len(days)], out=column[1 : len(days) + 1])
    assert same(column[1 : len(days) + 1], expected("week_start", days, dtype))
    column = np.array(days, "M8[D]").astype(dtype)
    assert columns.week_end(column, out=column) is column
    assert same(column, expected("week_end", days, dtype))


@pytest.mark.parametrize(
    ("out", "error", "message"),
    [
        (
            np.empty(3, "M8[s]"),
            TypeError,
            r"week_start\(\) takes out= of type datetime64\[D\], not",
        ),
        (np.empty(3, ">M8[D]"), TypeError, r"not >M8\[D\]"),
        ([0, 0, 0], TypeError, r"week_start\(\) takes out= of type datetime64\[D\], not list"),
        (np.empty(2, "M8[D]"), ValueError, r"takes out= of shape \(3,\), not \(2,\)"),
        (np.empty((3, 1), "M8[D]"), ValueError, r"takes out= of shape"),
        (np.empty(6, "M8[D]")[::2], ValueError, r"contiguous, aligned and writeable"),
        (read_only(np.empty(3, "M8[D]")), ValueError, r"contiguous, aligned and writeable"),
        (packed(np.zeros(3, "M8[D]")), ValueError, r"contiguous, aligned and writeable"),
        (np.ma.zeros(3, "M8[D]"), TypeError, r"of type datetime64\[D\], not MaskedArray"),
    ],
)
def test_out_is_checked(out: Any, error: type[Exception], message: str) -> None:
    column = np.array(["2025-01-01"] * 3, "M8[D]")
    with pytest.raises(error, match=message):
        columns.week_start(column, out=out)


@pytest.mark.parametrize("column", [[EPOCH], (EPOCH,), iter([EPOCH])])
def test_out_is_for_arrays_alone(column: Any) -> None:
    with pytest.raises(TypeError, match=r"week_start\(\) takes out= with NumPy arrays, not with"):
        columns.week_start(column, out=np.empty(1, "M8[D]"))
    with pytest.raises(TypeError, match=r"takes no out= with a NumPy array of object"):
        columns.week_start(np.array([EPOCH], object), out=np.empty(1, "M8[D]"))


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (np.array([1.5]), "a NumPy array of float64"),
        (np.array([1], np.uint8), "a NumPy array of uint8"),
        (np.array([1], np.uint64), "a NumPy array of uint64"),
        (np.array([True]), "a NumPy array of bool"),
        (np.array(["2025-01-01"]), "a NumPy array of <U10"),
        (np.array([1], "m8[D]"), r"a NumPy array of timedelta64\[D\]"),
        (np.zeros(1, np.int64).view("M8"), "a NumPy array of datetime64 without a unit"),
        (np.datetime64("2025-01-01"), r"numpy\.datetime64"),
        (np.int64(5), r"numpy\.int64"),
        (np.ma.masked_array(np.array([1]), [True]), r"numpy\.ma(\.core)?\.MaskedArray"),
    ],
)
@pytest.mark.parametrize("name", [*ANSWERS, "year_week", "format"])
def test_wrong_types(name: str, column: Any, found: str) -> None:
    message = rf"^{name}\(\) takes a list, array or Series of dates, not {found}$"
    with pytest.raises(TypeError, match=message):
        getattr(columns, name)(column)


def test_wrong_types_of_texts_and_of_weeks() -> None:
    with pytest.raises(
        TypeError, match=r"^parse\(\) takes a list, array or Series of texts, not a"
    ):
        columns.parse(np.array([1]))
    with pytest.raises(TypeError, match=r"year_week and epoch_week take any column"):
        columns.iso_week(np.array(["2025-01-01"], "M8[D]"))


def test_objects_stay_objects() -> None:
    column = np.array([[date(2024, 12, 29), None], [date(2024, 12, 31), EPOCH]], object)
    mondays = columns.week_start(column)
    assert mondays.dtype == object
    assert mondays.tolist() == [
        [date(2024, 12, 23), None],
        [date(2024, 12, 30), date(1969, 12, 29)],
    ]
    assert columns.year_week(column).tolist() == [[(2024, 52), None], [(2025, 1), (1970, 1)]]
    with pytest.raises(TypeError, match=r"row 1: week_start\(\) takes a datetime\.date"):
        columns.week_start(np.array([EPOCH, "2025"], object))


def test_texts_of_expanded_years() -> None:
    # From the published rules: year 10000 begins on a Saturday, and so in W52 of 9999.
    column = np.array(["9999-12-31", "10000-01-03", "0000-01-03", "-001-12-31"], "M8[D]")
    assert columns.format(column).tolist() == ["9999-W52", "+10000-W01", "0000-W01", "-0001-W52"]
    texts = columns.format(column, weekday=True)
    assert texts.tolist() == ["9999-W52-5", "+10000-W01-1", "0000-W01-1", "-0001-W52-5"]
    assert same(columns.parse(texts, weekday=True), column)


@pytest.mark.parametrize("count", [1, 8, 1023, 1024, 1025, 2100])
@pytest.mark.parametrize("weekday", [False, True])
def test_texts(count: int, weekday: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    days = [day for day in DAYS if day.year > 1000][:count]
    column = np.array(days, "M8[D]")
    form = "%G-W%V-%u" if weekday else "%G-W%V"
    texts = [day.strftime(form) for day in days]
    written = columns.format(column, weekday=weekday)
    assert written.tolist() == texts
    wanted = column if weekday else expected("week_start", days, "M8[D]")
    widest = np.array([*texts, "2025-W01-1-and-more"])[:-1]
    for kind in (
        written,
        written.astype("S"),
        written.astype(object),
        widest,
        written.astype(">U20"),
    ):
        assert same(columns.parse(kind, weekday=weekday), wanted)


def string_arrays(texts: list[str]) -> list[Any]:
    arrays = [np.array(texts), np.array(texts, object)]
    if hasattr(np.dtypes, "StringDType") and "\ud800" not in texts:
        arrays.append(np.array(texts, np.dtypes.StringDType()))
    return arrays


def test_what_parse_refuses() -> None:
    texts = ["2025-W01"] * 1030 + ["2025-W53", "", "2021-W01"]
    for column in string_arrays(texts):
        with pytest.raises(ParseError, match=r"^row 1030: week 53 does not exist in 2025") as error:
            columns.parse(column)
        assert (error.value.row, error.value.code) == (1030, "week_not_in_year")
        mondays = columns.parse(column, errors="null")
        assert np.isnat(mondays).nonzero()[0].tolist() == [1030, 1031]
        assert mondays[-1] == np.datetime64("2021-01-04")


@pytest.mark.parametrize(
    "text", ["", "x", "2025-W1", "2025-w01", "é025-W01", "\uff12025-W01", "\ud800"]
)
def test_offsets_count_bytes_of_utf8(text: str) -> None:
    # The scalar parser, which the vectors prove, says what is wrong with a text and where.
    with pytest.raises(WeekError) as wanted:
        IsoWeek.parse(text)
    for column in string_arrays(["2025-W01", text]):
        with pytest.raises(WeekError) as error:
            columns.parse(column)
        assert str(error.value) == f"row 1: {wanted.value}"
        assert error.value.offset == wanted.value.offset
        assert error.value.row == 1


def test_texts_of_nothing() -> None:
    nats = np.array(["NaT", "2025-W01"])
    for column in (
        nats,
        nats.astype("S"),
        np.array([None, "2025-W01"], object),
        nats.astype(object),
    ):
        assert same(columns.parse(column), np.array(["NaT", "2024-12-30"], "M8[D]"))
    for kind in "US":
        assert columns.parse(np.array([], kind)).shape == (0,)
        empty = np.zeros(3, [("text", f"{kind}0")])["text"]
        assert empty.itemsize == 0
        with pytest.raises(ParseError, match=r"^row 0: the text is empty"):
            columns.parse(empty)
    with pytest.raises(TypeError, match=r"^row 1: parse\(\) takes a str, not int$"):
        columns.parse(np.array(["2025-W01", 5], object))


def test_missing_strings() -> None:
    for null in (None, float("nan")):
        column = np.array(["2025-W01", null], np.dtypes.StringDType(na_object=null))
        assert same(columns.parse(column), np.array(["2024-12-30", "NaT"], "M8[D]"))

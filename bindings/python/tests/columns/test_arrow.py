"""Arrow data of pyarrow and of other producers, compared with CPython's calendar."""

from __future__ import annotations

import gc
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from semaine import ParseError, columns
from semaine._semaine import answer_arrow
from semaine.columns._question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DAYS = [
    *(date(year, 1, 1) + timedelta(days) for year in range(1896, 2036) for days in range(-7, 7)),
    *(date.fromordinal(ordinal) for ordinal in range(8, date.max.toordinal() - 8, 4001)),
]
TYPES = {
    "date32": pa.date32(),
    "date64": pa.date64(),
    **{f"timestamp[{unit}]": pa.timestamp(unit) for unit in ("s", "ms", "us", "ns")},
    "UTC": pa.timestamp("us", "UTC"),
}
ANSWERS: dict[str, Callable[[date], Any]] = {
    "week_start": lambda day: day - timedelta(day.weekday()),
    "week_end": lambda day: day + timedelta(6 - day.weekday()),
    "week_number": lambda day: day.isocalendar()[1],
    "iso_year": lambda day: day.isocalendar()[0],
    "year_week": lambda day: dict(zip(("year", "week"), day.isocalendar(), strict=False)),
    "epoch_week": lambda day: (day.toordinal() - date(1969, 12, 29).toordinal()) // 7,
    "weekday": lambda day: day.isoweekday(),
    "is_week_start": lambda day: day.isoweekday() == 1,
    "format": lambda day: "{:04}-W{:02}".format(*day.isocalendar()[:2]),
}
OUT = {
    "week_number": pa.uint8(),
    "iso_year": pa.int32(),
    "year_week": pa.struct([("year", pa.int32()), ("week", pa.uint8())]),
    "epoch_week": pa.int32(),
    "weekday": pa.uint8(),
    "is_week_start": pa.bool_(),
    "format": pa.string(),
}
LENGTHS = [0, 1, 2, 7, 8, 9, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025]


def days_of(kind: str) -> list[date | None]:
    """Give days that a type can hold with their weeks, every fifth of them null."""
    days = DAYS if kind != "timestamp[ns]" else [day for day in DAYS if 1678 <= day.year <= 2261]
    return [None if row % 5 == 3 else day for row, day in enumerate(days)]


def expected(name: str, days: Sequence[date | None], dtype: Any) -> Any:
    answers = [None if day is None else ANSWERS[name](day) for day in days]
    if name in OUT:
        return pa.array(answers, OUT[name])
    return pa.array(answers, pa.date32()).cast(dtype)


def same(actual: Any, wanted: Any) -> bool:
    """Tell whether kind, type, rows and nulls are the same, and the memory is valid."""
    assert type(actual) is type(wanted)
    actual.validate(full=True)
    assert actual.type == wanted.type
    assert actual.null_count == wanted.null_count
    assert actual.equals(wanted)
    return True


def bits_of(valid: list[bool]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(valid, bitorder="little").tobytes())


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("kind", TYPES)
def test_every_type(name: str, kind: str) -> None:
    days = days_of(kind)
    assert len(days) > 1900
    column = pa.array(days, pa.date32()).cast(TYPES[kind])
    assert same(getattr(columns, name)(column), expected(name, days, TYPES[kind]))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_instants_belong_to_their_day(name: str, unit: str) -> None:
    dtype = pa.timestamp(unit)
    days = [day for day in DAYS if 1678 <= day.year <= 2261]
    next_days = np.array(days, "M8[D]") + np.timedelta64(1, "D")
    last = (next_days.astype(f"M8[{unit}]").view("i8") - 1).view(f"M8[{unit}]")
    column = pa.array(last, dtype)
    assert same(getattr(columns, name)(column), expected(name, list(days), dtype))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("start", [0, 1, 3, 7, 8, 13, 64])
def test_slices_begin_at_any_bit(name: str, start: int, length: int) -> None:
    days = days_of("date32")
    for kind in ("date32", "timestamp[us]"):
        column = pa.array(days, pa.date32()).cast(TYPES[kind])[start : start + length]
        assert len(column) == length
        wanted = expected(name, days[start : start + length], TYPES[kind])
        assert same(getattr(columns, name)(column), wanted)


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("place", [0, 7, 8, 31, 32, 33, 69])
def test_a_null_anywhere(name: str, place: int) -> None:
    days: list[date | None] = [*DAYS[:70]]
    days[place] = None
    assert same(getattr(columns, name)(pa.array(days)), expected(name, days, pa.date32()))
    nulls: list[date | None] = [None] * 70
    column = pa.array(nulls, pa.date32())
    assert same(getattr(columns, name)(column), expected(name, nulls, pa.date32()))


@pytest.mark.parametrize("name", ANSWERS)
def test_what_lies_under_a_null_does_not_matter(name: str) -> None:
    numbers = np.array([20_087, 2**31 - 1, -(2**31), 20_088], np.int32)
    valid = [True, False, False, True]
    column = pa.Array.from_buffers(pa.date32(), 4, [bits_of(valid), pa.py_buffer(numbers)])
    days = [date(2024, 12, 30), None, None, date(2024, 12, 31)]
    assert same(getattr(columns, name)(column), expected(name, days, pa.date32()))


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("valid", [None, [True] * 5, [True, True, False, True, True]])
@pytest.mark.parametrize("dtype", [pa.date32(), pa.timestamp("s")])
def test_days_without_a_week_become_null(name: str, valid: list[bool] | None, dtype: Any) -> None:
    numpy_type, per_day = (np.int32, 1) if dtype == pa.date32() else (np.int64, 86_400)
    last = np.iinfo(numpy_type).max
    numbers = np.array(
        [20_087 * per_day, last, 20_088 * per_day, -last, 20_089 * per_day], numpy_type
    )
    bits = None if valid is None else bits_of(valid)
    column = pa.Array.from_buffers(dtype, 5, [bits, pa.py_buffer(numbers)])
    first: list[date | None] = [
        date(2024, 12, 30),
        None,
        date(2024, 12, 31),
        None,
        date(2025, 1, 1),
    ]
    days = [day if valid is None or valid[row] else None for row, day in enumerate(first)]
    assert same(getattr(columns, name)(column), expected(name, days, dtype))


def test_a_midnight_that_does_not_fit_is_null() -> None:
    # A Tuesday in 1677 whose Monday began before the first nanosecond that there is.
    column = pa.array([1 - 2**63], pa.int64()).cast(pa.timestamp("ns"))
    assert date(1677, 9, 21).isoweekday() == 2
    assert columns.week_start(column).null_count == 1
    assert columns.weekday(column).to_pylist() == [2]


@pytest.mark.parametrize("first_day", range(1, 8))
def test_weeks_that_start_on_any_day(first_day: int) -> None:
    wanted = [day - timedelta((day.isoweekday() - first_day) % 7) for day in DAYS]
    assert same(columns.week_start(pa.array(DAYS), first_day=first_day), pa.array(wanted))


def test_texts_of_expanded_years() -> None:
    column = pa.array(np.array(["9999-12-31", "10000-01-03", "-001-12-31"], "M8[D]").astype("i8"))
    column = column.cast(pa.int32()).cast(pa.date32())
    texts = columns.format(column)
    assert same(texts, pa.array(["9999-W52", "+10000-W01", "-0001-W52"]))
    texts = columns.format(column, weekday=True)
    assert same(texts, pa.array(["9999-W52-5", "+10000-W01-1", "-0001-W52-5"]))
    assert same(columns.parse(texts, weekday=True), column)


@pytest.mark.parametrize("name", ANSWERS)
def test_chunks_stay(name: str) -> None:
    days = days_of("date32")
    parts = [[], days[:33], [], days[33:34], days[34:1200]]
    column = pa.chunked_array([pa.array(part, pa.date32()) for part in parts])
    wanted = pa.chunked_array([expected(name, part, pa.date32()) for part in parts])
    actual = getattr(columns, name)(column)
    assert same(actual, wanted)
    assert [len(chunk) for chunk in actual.chunks] == [0, 33, 0, 1, 1166]
    nothing = pa.chunked_array([], pa.date32())
    assert same(getattr(columns, name)(nothing), pa.chunked_array([], wanted.type))


@pytest.mark.parametrize("offset", ["+05:30", "-11:00", "+14:00", "-00:30", "+0530"])
def test_fixed_offsets(offset: str) -> None:
    sign = -1 if offset[0] == "-" else 1
    ahead = sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
    zone = timezone(ahead)
    moments = [datetime(2024, 12, 29, hour, 45, tzinfo=timezone.utc) for hour in range(24)] * 2
    dtype = pa.timestamp("us", offset)
    column = pa.array(moments, pa.timestamp("us", "UTC")).cast(dtype)
    local = [moment.astimezone(zone).date() for moment in moments]
    assert len(set(local)) == 2 or offset == "-00:30"
    assert columns.weekday(column).to_pylist() == [day.isoweekday() for day in local]
    mondays = [
        datetime.combine(ANSWERS["week_start"](day), datetime.min.time(), zone) for day in local
    ]
    actual = columns.week_start(column)
    assert actual.type == dtype
    assert actual.cast(pa.timestamp("us", "UTC")).to_pylist() == mondays


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
def test_zones_with_rules(zone: str) -> None:
    start = datetime(2025, 3, 1, tzinfo=timezone.utc)
    moments = [start + timedelta(hours=5 * hours) for hours in range(2000)]
    local = [moment.astimezone(ZoneInfo(zone)).date() for moment in moments]
    dtype = pa.timestamp("ms", zone)
    column = pa.array(moments, dtype)
    parts = [column[:7], column[:0], column[7:]]
    for chunked in (column, pa.chunked_array(parts)):
        mondays = columns.week_start(chunked)
        assert type(mondays) is type(chunked)
        assert mondays.type == dtype
        midnights = pc.local_timestamp(mondays).cast(pa.timestamp("s")).to_pylist()
        starts = [ANSWERS["week_start"](day) for day in local]
        assert midnights == [datetime.combine(day, datetime.min.time()) for day in starts]
        assert columns.iso_year(chunked).to_pylist() == [day.isocalendar()[0] for day in local]
        texts = [ANSWERS["format"](day) for day in local]
        assert columns.format(chunked).to_pylist() == texts
    for name in ANSWERS:
        answers = getattr(columns, name)(pa.chunked_array(parts))
        assert [len(chunk) for chunk in answers.chunks] == [7, 0, 1993]
        nothing = getattr(columns, name)(pa.chunked_array([], dtype))
        assert nothing.num_chunks == 0
        assert nothing.type == answers.type


@pytest.mark.parametrize(
    ("zone", "noon", "first"),
    [
        # From 00:00 to 01:00 on a Monday.
        ("Africa/Cairo", "1945-04-18T12:00", "1945-04-16T01:00"),
        # From 23:30 on a Sunday to 00:30 on the Monday.
        ("America/Toronto", "1919-04-01T12:00", "1919-03-31T00:30"),
    ],
)
def test_a_midnight_that_the_clocks_skip(zone: str, noon: str, first: str) -> None:
    moment = datetime.fromisoformat(noon).replace(tzinfo=ZoneInfo(zone))
    begins = datetime.fromisoformat(first).replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)
    assert (begins - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).isoweekday() == 7
    column = pa.array([moment], pa.timestamp("s", zone))
    mondays = columns.week_start(column).cast(pa.timestamp("s", "UTC"))
    assert mondays.to_pylist() == [begins]


@pytest.mark.parametrize("dtype", [pa.string(), pa.large_string(), pa.string_view()])
@pytest.mark.parametrize("weekday", [False, True])
def test_parsing(dtype: Any, weekday: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    days = [*days_of("date32"), *DAYS[:1024]]
    form = "{:04}-W{:02}-{}" if weekday else "{:04}-W{:02}"
    texts = [None if day is None else form.format(*day.isocalendar()) for day in days]
    wanted = (
        days if weekday else [None if day is None else ANSWERS["week_start"](day) for day in days]
    )
    column = pa.array(texts, dtype)
    assert same(columns.parse(column, weekday=weekday), pa.array(wanted, pa.date32()))
    for start, length in ((0, 0), (1, 33), (13, 1025), (2000, 1100)):
        part = column[start : start + length]
        assert len(part) == length
        wanted_part = pa.array(wanted[start : start + length], pa.date32())
        assert same(columns.parse(part, weekday=weekday), wanted_part)


@pytest.mark.parametrize("dtype", [pa.string(), pa.large_string(), pa.string_view()])
def test_what_parse_refuses(dtype: Any) -> None:
    texts = ["2025-W01"] * 1030 + ["2025-W53", None, "x" * 40, "2021-W01"]
    column = pa.array(texts, dtype)
    for part, row in ((column, 1030), (column[1000:], 30), (column[1032:], 0)):
        with pytest.raises(ParseError, match=rf"^row {row}: ") as error:
            columns.parse(part)
        assert error.value.row == row
    chunks = pa.chunked_array([column[:1000], column[1000:]])
    with pytest.raises(ParseError, match=r"^row 1030: week 53 does not exist in 2025") as error:
        columns.parse(chunks)
    assert (error.value.row, error.value.offset) == (1030, 6)
    mondays = columns.parse(column, errors="null")
    assert mondays.null_count == 3
    assert mondays[-4:].to_pylist() == [None, None, None, date(2021, 1, 4)]


@pytest.mark.parametrize("dtype", [pa.string(), pa.large_string(), pa.string_view()])
def test_texts_under_nulls_do_not_matter(dtype: Any) -> None:
    column = pa.array(["2025-W01", "nonsense, and long", "2025-W02"], dtype)
    buffers = [bits_of([True, False, True]), *column.buffers()[1:]]
    column = pa.Array.from_buffers(dtype, 3, buffers)
    assert columns.parse(column).to_pylist() == [date(2024, 12, 30), None, date(2025, 1, 6)]


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (pa.array([1]), "int64"),
        (pa.array(["2025-01-01"]), "utf8"),
        (pa.array(DAYS).dictionary_encode(), "dictionary-encoded values"),
        (pa.array([{"a": 1, "b": 2}]), "2 columns"),
        (pa.array([{}], pa.struct([])), "0 columns"),
        (pa.array([{"a": {"b": DAYS[0]}}]), "a struct in a struct"),
        (pa.table({"a": DAYS, "b": DAYS}), "2 columns"),
    ],
)
@pytest.mark.parametrize("name", ANSWERS)
def test_wrong_types(name: str, column: Any, found: str) -> None:
    wanted = "an Arrow column of date32, date64 or timestamp"
    with pytest.raises(TypeError, match=rf"^{name}\(\) takes {wanted}, not {found}$"):
        getattr(columns, name)(column)


@pytest.mark.parametrize(
    ("dtype", "found"),
    [
        *(
            (dtype, str(dtype))
            for dtype in (
                *(pa.bool_(), pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32()),
                *(pa.uint32(), pa.int64(), pa.uint64(), pa.binary(), pa.large_binary()),
                pa.binary_view(),
            )
        ),
        (pa.float16(), "float16"),
        (pa.float32(), "float32"),
        (pa.float64(), "float64"),
        (pa.string(), "utf8"),
        (pa.large_string(), "large_utf8"),
        (pa.string_view(), "utf8_view"),
        (pa.binary(3), "fixed_size_binary"),
        *((pa.time32(unit), "time32") for unit in ("s", "ms")),
        *((pa.time64(unit), "time64") for unit in ("us", "ns")),
        *((pa.duration(unit), "duration") for unit in ("s", "ns")),
        (pa.month_day_nano_interval(), "interval"),
        (pa.decimal128(5), "decimal"),
        (pa.list_(pa.date32()), "list"),
        (pa.large_list(pa.date32()), "large_list"),
        (pa.list_view(pa.date32()), "list_view"),
        (pa.large_list_view(pa.date32()), "large_list_view"),
        (pa.list_(pa.date32(), 2), "fixed_size_list"),
        (pa.map_(pa.string(), pa.date32()), "map"),
        (pa.sparse_union([pa.field("day", pa.date32())]), "union"),
        (pa.run_end_encoded(pa.int32(), pa.date32()), "run_end_encoded"),
    ],
    ids=str,
)
def test_wrong_types_have_arrows_names(dtype: Any, found: str) -> None:
    wanted = "an Arrow column of date32, date64 or timestamp"
    with pytest.raises(TypeError, match=rf"^week_number\(\) takes {wanted}, not {found}$"):
        columns.week_number(pa.nulls(1, dtype))


@pytest.mark.parametrize("name", [*ANSWERS, "parse"])
@pytest.mark.parametrize("length", [0, 1, 9])
def test_a_column_of_nulls_alone(name: str, length: int) -> None:
    column, function = pa.nulls(length + 1)[1:], getattr(columns, name)
    wanted = pa.nulls(length, OUT.get(name, pa.date32()))
    assert same(function(column), wanted)
    assert same(function(pa.chunked_array([column])), pa.chunked_array([wanted]))
    found = pa.chunked_array(function(pa.table({"a": column})))
    assert same(found, pa.chunked_array([wanted]))


@pytest.mark.parametrize("weekday", [False, True])
def test_many_texts_have_offsets_of_64_bits(weekday: bool) -> None:  # noqa: FBT001
    longest, question = 14 if weekday else 12, Question("format", weekday=weekday)
    # Texts of the usual length, and ones that need all the memory there is for them.
    short, long = DAYS[:70], np.array([10**9, 10**9, -(10**9)], np.int32)
    for days in (pa.array([*short, None]), pa.array(long).cast(pa.date32())):
        most = longest * len(days)
        texts = pa.array(answer_arrow(question, days, most))
        assert same(texts, columns.format(days, weekday=weekday))
        assert texts.type == pa.string()
        large = pa.array(answer_arrow(question, days, most - 1))
        assert same(large, texts.cast(pa.large_string()))
        # All arrays of a stream have the type that one of them needs.
        chunks = pa.chunked_array([days[:1], days, days[:0], days[2:]])
        wanted = columns.format(chunks, weekday=weekday)
        found = pa.chunked_array(answer_arrow(question, chunks, most - 1))
        assert same(found, wanted.cast(pa.large_string()))
        assert [len(chunk) for chunk in found.chunks] == [len(chunk) for chunk in chunks.chunks]
        assert same(pa.chunked_array(answer_arrow(question, chunks, most)), wanted)


def test_only_texts_have_other_offsets() -> None:
    for name in OUT.keys() - {"format"}:
        found = pa.array(answer_arrow(Question(name), pa.array(DAYS), 0))
        assert same(found, getattr(columns, name)(pa.array(DAYS)))


def test_wrong_types_of_texts_and_scalars() -> None:
    wanted = "an Arrow column of utf8, large_utf8 or utf8_view"
    with pytest.raises(TypeError, match=rf"^parse\(\) takes {wanted}, not date32$"):
        columns.parse(pa.array(DAYS))
    with pytest.raises(TypeError, match=rf"^parse\(\) takes {wanted}, not timestamp$"):
        columns.parse(Producer(pa.array([0], pa.timestamp("s", "Europe/Berlin"))))
    with pytest.raises(
        TypeError, match=r"takes a list, array or Series of dates, not pyarrow\.lib"
    ):
        columns.week_start(pa.scalar(DAYS[0]))
    with pytest.raises(TypeError, match=r"year_week and epoch_week take any column"):
        columns.iso_week(pa.array(DAYS))
    with pytest.raises(TypeError, match=r"year_week and epoch_week take any column"):
        columns.iso_week(Producer(pa.array(DAYS)))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"week_end\(\) takes out= with NumPy arrays"):
        columns.week_end(pa.array(DAYS), out=np.empty(len(DAYS), "M8[D]"))


class Producer:
    """An object that exports an Arrow array, as a library that nobody here knows."""

    def __init__(self, array: Any) -> None:
        self.array = array

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return self.array.__arrow_c_array__(requested_schema)


class Streaming:
    """The same for a stream of arrays."""

    def __init__(self, chunked: Any) -> None:
        self.chunked = chunked

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.chunked.__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize("name", ANSWERS)
def test_producers_of_arrays(name: str) -> None:
    days = days_of("date32")
    answers = getattr(columns, name)(Producer(pa.array(days, pa.date32())))
    assert type(answers) is columns.ArrowColumn
    assert len(answers) == len(days)
    assert repr(answers) == f"<semaine.columns.ArrowColumn of {len(days)} rows>"
    wanted = expected(name, days, pa.date32())
    for _ in range(3):
        assert same(pa.array(answers), wanted)
        assert same(pa.chunked_array(answers), pa.chunked_array([wanted]))
    assert pa.field(answers).type == wanted.type


@pytest.mark.parametrize("name", ANSWERS)
def test_producers_of_streams(name: str) -> None:
    days = days_of("date32")
    column = pa.chunked_array([pa.array(part, pa.date32()) for part in (days[:33], days[33:])])
    answers = getattr(columns, name)(Streaming(column))
    assert type(answers) is columns.ArrowChunks
    assert len(answers) == len(days)
    assert repr(answers) == f"<semaine.columns.ArrowChunks of {len(days)} rows in 2 chunks>"
    wanted = pa.chunked_array(
        [expected(name, part, pa.date32()) for part in (days[:33], days[33:])]
    )
    for _ in range(3):
        assert same(pa.chunked_array(answers), wanted)
    assert pa.field(answers).type == wanted.type


@pytest.mark.parametrize("start", [0, 3, 9])
def test_the_only_column_of_a_struct(start: int) -> None:
    rows = [{"day": day} for day in DAYS[:40]]
    rows[5], rows[12]["day"], rows[13] = None, None, None  # type: ignore[call-overload,assignment]
    days = [None if row is None else row["day"] for row in rows][start:]
    column = pa.array(rows, pa.struct([("day", pa.date32())]))[start:]
    assert same(columns.week_start(column), expected("week_start", days, pa.date32()))
    no_nulls = pa.array([{"day": day} for day in DAYS[:40]])[start:]
    wanted = expected("week_start", list(DAYS[start:40]), pa.date32())
    assert same(columns.week_start(no_nulls), wanted)
    table = pa.table({"day": pa.array(days, pa.date32())})
    for frame in (table, table.to_batches()[0], table.to_reader()):
        answers = columns.week_start(frame)
        assert pa.field(answers).name == "day"
        stream = pa.chunked_array(answers)
        assert stream.to_pylist() == expected("week_start", days, pa.date32()).to_pylist()


def test_other_producers_must_say_which_zone_they_mean() -> None:
    column = Producer(pa.array([datetime(2025, 1, 1)], pa.timestamp("us", "Europe/Berlin")))
    message = "not timestamps of the time zone Europe/Berlin: convert them to local time"
    with pytest.raises(TypeError, match=message):
        columns.week_start(column)
    for zone in ("+25:00", "+1:00", "+01:60", "+", "x01:00", "+01:00:00"):
        column = Producer(pa.array([0], pa.int64()).view(pa.timestamp("us", zone)))
        with pytest.raises(TypeError, match="of the time zone"):
            columns.week_start(column)


def test_a_stream_that_fails() -> None:
    def batches() -> Any:
        yield pa.record_batch({"day": pa.array(DAYS)})
        message = "the disk is on fire"
        raise OSError(message)

    schema = pa.schema([("day", pa.date32())])
    with pytest.raises(ValueError, match="the disk is on fire"):
        columns.week_start(Streaming(pa.RecordBatchReader.from_batches(schema, batches())))


@pytest.mark.parametrize(
    "capsules",
    [None, 5, (1, 2), (1, 2, 3), pa.array(DAYS).__arrow_c_array__()[::-1]],
)
def test_producers_that_produce_none(capsules: object) -> None:
    class Liar:
        def __arrow_c_array__(self) -> object:
            return capsules

        def __arrow_c_stream__(self) -> object:
            raise AssertionError

    with pytest.raises((TypeError, ValueError)):
        columns.week_start(Liar())


def test_capsules_are_taken_once() -> None:
    capsules = pa.array(DAYS).__arrow_c_array__()

    class Again:
        def __arrow_c_array__(self) -> object:
            return capsules

    assert len(columns.week_start(Again())) == len(DAYS)
    with pytest.raises(ValueError, match="released"):
        columns.week_start(Again())


def test_memory_is_given_back() -> None:
    days = DAYS * 4
    gc.collect()
    before = pa.total_allocated_bytes()
    for _ in range(20):
        column = pa.array([*days, None])
        texts = columns.format(column)
        columns.parse(texts.cast(pa.string_view()))
        columns.parse(pa.chunked_array([texts, texts]))
        for name in ANSWERS:
            answers = getattr(columns, name)(Producer(column))
            first, second = pa.array(answers), pa.chunked_array(answers)
            del answers
            assert first.equals(second.chunk(0))
            answers = getattr(columns, name)(Streaming(pa.chunked_array([column, column])))
            # Nobody takes these out of their capsules.
            answers.__arrow_c_schema__()
            answers.__arrow_c_stream__()
        with pytest.raises(ParseError):
            columns.parse(pa.array(["x"] * 5000))
        del column, texts, first, second, answers
    gc.collect()
    assert pa.total_allocated_bytes() == before


@pytest.mark.parametrize(
    ("instant", "zone", "year"),
    [
        (2**63 - 1, "Asia/Tokyo", None),
        (-(2**63) + 1, "America/New_York", None),
        # The first and the last nanosecond are in September 1677 and in April 2262.
        (2**63 - 1, "America/New_York", 2262),
        (-(2**63) + 1, "Asia/Tokyo", 1677),
    ],
)
def test_local_times_beyond_64_bits_are_null(instant: int, zone: str, year: int | None) -> None:
    column = pa.array([instant, 0, None], pa.int64()).cast(pa.timestamp("ns", zone))
    assert columns.iso_year(column).to_pylist() == [year, 1970, None]

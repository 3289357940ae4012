"""Arrow data made by hand: what the interface asks of whoever reads it, to the byte."""

from __future__ import annotations

import ctypes
from ctypes import (
    CFUNCTYPE,
    POINTER,
    Structure,
    addressof,
    c_char_p,
    c_int64,
    c_void_p,
    cast,
    pointer,
)
from typing import Any

import pyarrow as pa
import pytest

from semaine import columns

MONDAY = 20_087  # 2024-12-30


class Schema(Structure):
    pass


class Array(Structure):
    pass


RELEASE_SCHEMA = CFUNCTYPE(None, POINTER(Schema))
RELEASE_ARRAY = CFUNCTYPE(None, POINTER(Array))

Schema._fields_ = [
    ("format", c_char_p),
    ("name", c_char_p),
    ("metadata", c_void_p),
    ("flags", c_int64),
    ("n_children", c_int64),
    ("children", POINTER(POINTER(Schema))),
    ("dictionary", POINTER(Schema)),
    ("release", RELEASE_SCHEMA),
    ("private_data", c_void_p),
]
Array._fields_ = [
    ("length", c_int64),
    ("null_count", c_int64),
    ("offset", c_int64),
    ("n_buffers", c_int64),
    ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)),
    ("children", POINTER(POINTER(Array))),
    ("dictionary", POINTER(Array)),
    ("release", RELEASE_ARRAY),
    ("private_data", c_void_p),
]

capsule_of = ctypes.pythonapi.PyCapsule_New
capsule_of.restype = ctypes.py_object
capsule_of.argtypes = [c_void_p, c_char_p, c_void_p]


class Handmade:
    """Exports one array, and counts how often its parts are released."""

    def __init__(self, layout: bytes, buffers: list[Any], **fields: Any) -> None:
        self.released = {"schema": 0, "array": 0}
        self.buffers = buffers
        starts = [None if buffer is None else addressof(buffer) for buffer in buffers]
        self.starts = (c_void_p * max(len(starts), 1))(*starts)

        def release_schema(schema: Any) -> None:
            self.released["schema"] += 1
            ctypes.memset(addressof(schema.contents) + Schema.release.offset, 0, 8)

        def release_array(array: Any) -> None:
            self.released["array"] += 1
            ctypes.memset(addressof(array.contents) + Array.release.offset, 0, 8)

        self.schema = Schema(format=layout, release=RELEASE_SCHEMA(release_schema))
        self.array = Array(n_buffers=len(buffers), release=RELEASE_ARRAY(release_array), **fields)
        self.array.buffers = cast(self.starts, POINTER(c_void_p))

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return (
            capsule_of(addressof(self.schema), b"arrow_schema", None),
            capsule_of(addressof(self.array), b"arrow_array", None),
        )


def numbers(*values: int, size: int = 32, shift: int = 0) -> Any:
    """Give a buffer of numbers that begins so many bytes after an address for any type."""
    data = b"".join(value.to_bytes(size // 8, "little", signed=True) for value in values)
    memory = (ctypes.c_char * (len(data) + 64 + shift)).from_buffer(
        bytearray(len(data) + 64 + shift)
    )
    start = -addressof(memory) % 64 + shift
    ctypes.memmove(addressof(memory) + start, data, len(data))
    part = (ctypes.c_char * max(len(data), 1)).from_buffer(
        memory, min(start, len(memory) - len(data) - 1)
    )
    assert (addressof(part) - shift) % 64 == 0
    return part


def test_what_is_taken_is_released_once() -> None:
    producer = Handmade(b"tdD", [None, numbers(MONDAY + 2)], length=1)
    answers = columns.week_start(producer)
    assert producer.released == {"schema": 1, "array": 1}
    assert (
        pa.array(answers).to_pylist()
        == pa.array([MONDAY], pa.int32()).cast(pa.date32()).to_pylist()
    )


@pytest.mark.parametrize("layout", [b"l", b"", b"+s", b"tsu:Europe/Berlin", b"vu", b"\xff"])
def test_what_is_refused_is_released_once(layout: bytes) -> None:
    producer = Handmade(layout, [None, numbers(MONDAY)], length=1)
    with pytest.raises(TypeError, match="takes an Arrow column of"):
        columns.week_start(producer)
    assert producer.released == {"schema": 1, "array": 1}


@pytest.mark.parametrize("shift", [0, 1, 2, 3, 4, 7])
@pytest.mark.parametrize(("layout", "size", "per_day"), [(b"tdD", 32, 1), (b"tss:", 64, 86_400)])
def test_numbers_at_any_address(layout: bytes, size: int, per_day: int, shift: int) -> None:
    values = [(MONDAY + day) * per_day for day in range(40)]
    producer = Handmade(
        layout, [None, numbers(*values, size=size, shift=shift)], length=38, offset=2
    )
    assert pa.array(columns.weekday(producer)).to_pylist() == [day % 7 + 1 for day in range(2, 40)]


@pytest.mark.parametrize("shift", [0, 1, 3])
def test_offsets_of_texts_at_any_address(shift: int) -> None:
    texts = (ctypes.c_char * 16).from_buffer_copy(b"2025-W012025-W02")
    for layout, size in ((b"u", 32), (b"U", 64)):
        offsets = numbers(0, 8, 16, size=size, shift=shift)
        producer = Handmade(layout, [None, offsets, texts], length=2)
        days = pa.array(columns.parse(producer)).cast(pa.int32()).to_pylist()
        assert days == [MONDAY, MONDAY + 7]


@pytest.mark.parametrize("buffers", [[], [None], [None, None], [None, numbers()]])
@pytest.mark.parametrize("layout", [b"tdD", b"tsn:"])
def test_no_rows_need_no_memory(layout: bytes, buffers: list[Any]) -> None:
    for name in ("week_start", "weekday", "year_week", "format", "is_week_start"):
        producer = Handmade(layout, buffers, length=0)
        assert len(pa.array(getattr(columns, name)(producer))) == 0
        assert producer.released == {"schema": 1, "array": 1}


@pytest.mark.parametrize(("layout", "size"), [(b"u", 32), (b"U", 64)])
def test_no_texts_need_no_memory(layout: bytes, size: int) -> None:
    for buffers in ([None, None, None], [None, numbers(0, size=size), None]):
        assert len(pa.array(columns.parse(Handmade(layout, buffers, length=0)))) == 0
    empty = Handmade(layout, [None, numbers(0, 0, size=size), None], length=1)
    assert pa.array(columns.parse(empty, errors="null")).to_pylist() == [None]


def test_an_unknown_number_of_nulls() -> None:
    bits = (ctypes.c_uint8 * 1)(0b1011)
    producer = Handmade(b"tdD", [bits, numbers(*range(4))], length=4, null_count=-1)
    answers = pa.array(columns.weekday(producer))
    assert answers.null_count == 1
    assert answers.to_pylist() == [4, 5, None, 7]
    # If none are null, the bitmap does not count, and need not be there.
    producer = Handmade(b"tdD", [bits, numbers(*range(4))], length=4, null_count=0)
    assert pa.array(columns.weekday(producer)).to_pylist() == [4, 5, 6, 7]
    producer = Handmade(b"tdD", [None, numbers(*range(4))], length=4, null_count=-1)
    assert pa.array(columns.weekday(producer)).to_pylist() == [4, 5, 6, 7]


@pytest.mark.parametrize(
    "fields",
    [
        {"length": -1},
        {"length": 1, "offset": -1},
        {"length": 1, "n_buffers": 1},
        {"length": 1, "n_buffers": -1},
        {"length": 1, "buffers": None},
    ],
)
def test_arrays_that_contradict_themselves(fields: dict[str, Any]) -> None:
    producer = Handmade(b"tdD", [None, numbers(MONDAY)])
    for name, value in fields.items():
        setattr(producer.array, name, value)
    with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
        columns.week_start(producer)
    assert producer.released == {"schema": 1, "array": 1}


@pytest.mark.parametrize(
    "name",
    [
        *("week_start", "week_end", "week_number", "iso_year", "year_week", "epoch_week"),
        *("weekday", "is_week_start", "format"),
    ],
)
@pytest.mark.parametrize(("layout", "rows"), [(b"tdD", 2**60), (b"tsn:", 2**59), (b"n", 2**62)])
def test_more_rows_than_there_is_memory(name: str, layout: bytes, rows: int) -> None:
    for null_count in (0, 1):
        bits = (ctypes.c_uint8 * 1)() if null_count else None
        producer = Handmade(layout, [bits, numbers(MONDAY, 0)], length=rows, null_count=null_count)
        with pytest.raises(MemoryError, match="not enough memory for the column"):
            getattr(columns, name)(producer)
        assert producer.released == {"schema": 1, "array": 1}


@pytest.mark.parametrize(("length", "offset"), [(2**61, 0), (1, 2**61), (2**63 - 1, 2**63 - 1)])
def test_more_rows_than_there_are_addresses(length: int, offset: int) -> None:
    producer = Handmade(b"tdD", [None, numbers(MONDAY)], length=length, offset=offset)
    with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
        columns.week_start(producer)
    assert producer.released == {"schema": 1, "array": 1}


def test_more_rows_than_there_is_memory_for_a_copy() -> None:
    producer = Handmade(b"tdD", [None, numbers(MONDAY, shift=1)], length=2**60)
    with pytest.raises(MemoryError, match="not enough memory for the column"):
        columns.week_start(producer)
    producer = Handmade(b"n", [], length=2**62)
    with pytest.raises(MemoryError, match="not enough memory for the column"):
        columns.parse(producer)


@pytest.mark.parametrize("offsets", [(-1, 8), (8, 0), (0, -5), (9, 8)])
@pytest.mark.parametrize(("layout", "size"), [(b"u", 32), (b"U", 64)])
def test_offsets_that_lead_nowhere(layout: bytes, size: int, offsets: tuple[int, ...]) -> None:
    texts = (ctypes.c_char * 8).from_buffer_copy(b"2025-W01")
    producer = Handmade(layout, [None, numbers(*offsets, size=size), texts], length=1)
    with pytest.raises(ValueError, match="text offset"):
        columns.parse(producer)
    assert producer.released == {"schema": 1, "array": 1}


def view(length: int, text: bytes = b"", buffer: int = 0, offset: int = 0) -> bytes:
    """Give the sixteen bytes of a view."""
    start = length.to_bytes(4, "little", signed=True)
    if 0 <= length <= 12:
        return start + text.ljust(12, b"\0")
    place = buffer.to_bytes(4, "little", signed=True) + offset.to_bytes(4, "little", signed=True)
    return start + text[:4].ljust(4, b"\0") + place


def views(*rows: bytes) -> Any:
    data = b"".join(rows)
    return (ctypes.c_char * len(data)).from_buffer_copy(data)


def test_views() -> None:
    first, second = (
        (ctypes.c_char * 3).from_buffer_copy(b"..."),
        (ctypes.c_char * 16).from_buffer_copy(b"..-5877641-W27-1"),
    )
    rows = views(view(10, b"2025-W01-3"), view(14, b"-587", 1, 2))
    buffers = [None, rows, first, second, numbers(3, 16, size=64)]
    producer = Handmade(b"vu", buffers, length=2)
    days = pa.array(columns.parse(producer, weekday=True)).cast(pa.int32()).to_pylist()
    # The first week of all is that of the first Monday among the days of 32 bits.
    assert days == [MONDAY + 2, -(2**31) + (2**31 - 3) % 7]


@pytest.mark.parametrize(
    "row",
    [
        view(-1),
        view(13, b"2025", 1, 0),
        view(13, b"2025", -1, 0),
        view(13, b"2025", 0, 4),
        view(13, b"2025", 0, -1),
        view(13, b"2025", 0, 17),
        view(2**31 - 1, b"2025", 0, 0),
    ],
)
def test_views_that_lead_nowhere(row: bytes) -> None:
    text = (ctypes.c_char * 16).from_buffer_copy(b"2025-W01-1      ")
    buffers = [None, views(view(8, b"2025-W01"), row), text, numbers(16, size=64)]
    for errors in ("raise", "null"):
        producer = Handmade(b"vu", buffers, length=2)
        with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
            columns.parse(producer, errors=errors)
        assert producer.released == {"schema": 1, "array": 1}
    for missing in ([None], [None, views(row)], [None, views(row), text, numbers(-1, size=64)]):
        with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
            columns.parse(Handmade(b"vu", missing, length=1))


@pytest.mark.parametrize("children", [0, 1])
def test_structs_that_contradict_themselves(children: int) -> None:
    producer = Handmade(b"+s", [None], length=2)
    inner = Handmade(b"tdD", [None, numbers(MONDAY)], length=1)
    schemas, arrays = (
        (POINTER(Schema) * 1)(pointer(inner.schema)),
        (POINTER(Array) * 1)(pointer(inner.array)),
    )
    producer.schema.n_children, producer.array.n_children = 1, children
    producer.schema.children, producer.array.children = schemas, arrays
    with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
        columns.week_start(producer)
    assert producer.released == {"schema": 1, "array": 1}


def test_structs_without_their_children() -> None:
    no_schema, no_array = (Handmade(b"+s", [None], length=1) for _ in range(2))
    inner = Handmade(b"tdD", [None, numbers(MONDAY)], length=1)
    for producer in (no_schema, no_array):
        producer.schema.n_children = producer.array.n_children = 1
    schemas = (POINTER(Schema) * 1)(pointer(inner.schema))
    no_array.schema.children = schemas
    for producer in (no_schema, no_array):
        with pytest.raises(ValueError, match=r"^the Arrow array is malformed$"):
            columns.week_start(producer)
        assert producer.released == {"schema": 1, "array": 1}


def test_a_struct_that_contains_itself() -> None:
    producer, inner = (Handmade(b"+s", [None], length=1) for _ in range(2))
    schemas = (POINTER(Schema) * 1)(pointer(inner.schema))
    for struct in (producer.schema, inner.schema):
        struct.n_children, struct.children = 1, schemas
    with pytest.raises(TypeError, match="not a struct in a struct"):
        columns.week_start(producer)

#!/usr/bin/env python3
"""Writes the seeds of the target `columns`: one input for each way through the functions of columns.

`tests/src/columns/bytes.rs` says what the bytes mean. Run it again after a change there.
"""

import struct
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus" / "columns"

WEEKS = [f"{year:04}-W{week:02}" for year in (1970, 2020, 2025) for week in range(1, 53, 4)]
DAYS = [f"{week}-{place % 7 + 1}" for place, week in enumerate(WEEKS)]
MIN, MAX = -(2**31) + 6, 2**31 - 6


def texts(lines: list[str]) -> bytes:
    return b"t" + "\n".join(lines).encode()


def replaced(lines: list[str], place: int, line: str) -> list[str]:
    return [*lines[:place], line, *lines[place + 1 :]]


def offsets(numbers: list[int], valid: bytes, text: bytes) -> bytes:
    packed = struct.pack(f"<{len(numbers)}i", *numbers)
    return b"o" + bytes([len(numbers)]) + packed + valid + text


def numbers(clock: int, form: str, values: list[int]) -> bytes:
    return bytes([clock]) + struct.pack(f"<{len(values)}{form}", *values)


SEEDS = {
    "texts-none": texts([]),
    "texts-weeks": texts(WEEKS),
    "texts-days": texts(DAYS),
    "texts-null": texts(replaced(WEEKS, 9, "!")),
    "texts-null-with-text": texts(replaced(DAYS, 31, "!025-W01-1")),
    "texts-failure": texts(replaced(WEEKS, 20, "2025-W53")),
    "texts-failure-of-weekday": texts(replaced(DAYS, 3, "2025-W01-8")),
    "texts-expanded": texts(replaced(WEEKS, 5, "-5877641-W27")),
    "texts-basic": texts([week.replace("-", "") for week in WEEKS]),
    "texts-high-bytes": b"t" + b"\n".join([b"2025-W0\xb1"] * 34),
    "offsets-none": offsets([], b"", b""),
    "offsets-one": offsets([0], b"", b"2025-W01"),
    "offsets-even": offsets(list(range(0, 273, 8)), b"\xff" * 5, b"2025-W01" * 34),
    "offsets-slice": offsets(list(range(8, 273, 8)), b"\xff" * 5, b"2025-W01" * 34),
    "offsets-nulls": offsets(list(range(0, 273, 8)), b"\xff\x7e\x00\xff\xff", b"2025-W01" * 34),
    "offsets-decreasing": offsets([0, 8, 4, 16], b"\x07", b"2025-W01" * 2),
    "offsets-negative": offsets(list(range(-8, 273, 8)), b"\xff" * 5, b"2025-W01" * 34),
    "offsets-beyond": offsets(list(range(16, 289, 8)), b"\xff" * 5, b"2025-W01" * 34),
    "offsets-wrapping": offsets([2**31 - 8, -(2**31), 0], b"\x03", b"2025-W01" * 2),
    "days-new-years": numbers(128, "i", [365 * year + year // 4 for year in range(-40, 40)]),
    "days-first": numbers(128, "i", [MIN + day for day in range(-6, 34)]),
    "days-last": numbers(128, "i", [MAX - day for day in range(-5, 35)]),
    "wide-days": numbers(128, "q", [-(2**63), MIN - 1, MIN, 0, MAX, MAX + 1, 2**32, 2**63 - 1]),
    "instants-seconds": numbers(0, "q", [86_400 * day - day % 3 for day in range(-20, 20)]),
    "instants-milliseconds": numbers(129, "q", [86_400_000 * day - 1 for day in range(-20, 20)]),
    "instants-microseconds": numbers(254, "q", [86_400_000_000 * day for day in range(-20, 20)]),
    "instants-nanoseconds": numbers(255, "q", [2**63 - 1, -(2**63), 1 - 2**63, -1, 0, 1]),
}

if __name__ == "__main__":
    CORPUS.mkdir(parents=True, exist_ok=True)
    for name, seed in SEEDS.items():
        (CORPUS / name).write_bytes(seed)
    print(f"wrote {len(SEEDS)} seeds to {CORPUS}")

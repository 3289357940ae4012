"""A CSV file: its name, its header and its rows."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | int | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def to_bytes(self) -> bytes:
        """UTF-8 with LF, so that the bytes are the same on every system; None is an empty field."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.header)
        writer.writerows(self.rows)
        return out.getvalue().encode()


def table(name: str, header: str, rows: Iterable[Row]) -> Table:
    columns = tuple(header.split())
    kept = tuple(dict.fromkeys(rows))
    assert kept and all(len(row) == len(columns) for row in kept), name
    return Table(name, columns, kept)

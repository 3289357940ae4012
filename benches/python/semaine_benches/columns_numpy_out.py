"""NumPy's columns, answered in memory that the caller owns, beside the core alone."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

import numpy as np
from semaine_floors import Column

from semaine import columns
from semaine_benches.benchmark import Benchmark, whole
from semaine_benches.columns_numpy import DAY, days
from semaine_benches.container import comparable
from semaine_benches.inputs import COLUMN
from semaine_benches.oracle import expected

WRITTEN_TO = {
    "week_start": np.dtype("M8[D]"),
    "week_number": np.dtype("u1"),
    "iso_year": np.dtype("i4"),
    "weekday": np.dtype("u1"),
}


def _group(question: str) -> list[Benchmark]:
    out = np.empty(COLUMN, WRITTEN_TO[question])
    work = partial(getattr(columns, question), days(COLUMN), out=out)
    read, written = np.ones((2, (DAY + out.itemsize) * COLUMN // 2), np.uint8)
    return [
        whole("semaine", work, COLUMN, expected(question, COLUMN), partial(comparable, question)),
        whole("memcpy", partial(np.copyto, written, read), COLUMN, None),
        # It says how many rows are null.
        whole("Rust", getattr(_core(), question), COLUMN, 0),
    ]


@cache
def _core() -> Any:
    return Column(days(COLUMN).tobytes())


GROUPS = {f"numpy_out_{question}": partial(_group, question) for question in WRITTEN_TO}

"""What several files of tests share."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A machine that is busy makes any test slow, which says nothing of the code.
settings.register_profile(
    "semaine", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("semaine")

VECTORS = Path(__file__).parents[3] / "tests" / "vectors"

Row = dict[str, str]
Vectors = Callable[[str, int], list[Row]]


@pytest.fixture(scope="session")
def vectors() -> Vectors:
    """Read a file of test vectors: a reader that finds no rows would pass everything."""

    def read(file: str, count: int) -> list[Row]:
        with (VECTORS / file).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, strict=True))
        assert len(rows) == count, file
        return rows

    return read

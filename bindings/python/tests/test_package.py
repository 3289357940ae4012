"""The package as a whole: what its import brings along."""

import subprocess
import sys

import pytest

import semaine


def test_modules_are_attributes_before_they_are_imported() -> None:
    script = "import semaine; print(semaine.columns.__name__, semaine.date_utils.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["semaine.columns", "semaine.date_utils"]


def test_other_names_are_no_attributes() -> None:
    with pytest.raises(AttributeError, match="module 'semaine' has no attribute 'weeks'"):
        _ = semaine.weeks  # type: ignore[attr-defined]


def test_no_other_library_is_imported() -> None:
    script = "import sys, semaine.columns, semaine.date_utils; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    others = {"django", "duckdb", "numpy", "pandas", "polars", "pyarrow", "pydantic", "sqlalchemy"}
    assert "semaine._semaine" in done.stdout.split()
    assert others.isdisjoint(done.stdout.split())

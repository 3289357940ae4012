"""NaT of pandas and NumPy among the rows of lists and arrays of objects."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from semaine import columns, week_start

NAMES = [name for name in columns.__all__ if name.islower()]


def test_the_functions_are_known() -> None:
    assert len(NAMES) == 11


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "nat",
    [pd.NaT, np.datetime64("NaT", "D"), np.datetime64("NaT", "ns")],
    ids=["pandas", "D", "ns"],
)
def test_rows_that_are_nat(name: str, nat: object) -> None:
    ask = getattr(columns, name)
    known = "2025-W01" if name == "parse" else date(2025, 1, 1)
    assert ask([known, nat, None]) == [*ask([known]), None, None]
    if name != "iso_week":
        array = np.array([known, nat], object)
        assert pd.isna(np.array(ask(array), object)).tolist() == [False, True]


@pytest.mark.parametrize("row", [np.datetime64("2025-01-01"), np.timedelta64("NaT", "D")])
def test_other_scalars_of_numpy_are_no_dates(row: Any) -> None:
    kind = type(row).__name__
    with pytest.raises(TypeError, match=rf"^row 0: week_number\(\) takes .*, not {kind}$"):
        columns.week_number([row])


def test_functions_of_one_date_refuse_nat() -> None:
    nats: list[Any] = [pd.NaT, np.datetime64("NaT", "D")]
    for nat in nats:
        with pytest.raises(TypeError, match=r"^week_start\(\) takes a datetime\.date"):
            week_start(nat)

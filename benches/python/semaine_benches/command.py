"""The command line: which groups are measured, and where the figures go."""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from pathlib import Path

import pyarrow as pa

from semaine_benches import (
    columns_arrow,
    columns_numpy,
    columns_numpy_out,
    columns_pandas,
    columns_polars,
    date_utils,
    lists,
    scalars,
    texts,
)
from semaine_benches.inputs import SEED
from semaine_benches.measure import measure
from semaine_benches.versions import versions

FAMILIES = (
    scalars,
    texts,
    date_utils,
    lists,
    columns_numpy,
    columns_numpy_out,
    columns_arrow,
    columns_polars,
    columns_pandas,
)


def main() -> None:
    """Measure the groups that the pattern finds, and write their figures as JSON."""
    options = _parser().parse_args()
    pa.set_cpu_count(1)
    order = random.Random(SEED)
    figures = []
    for family in FAMILIES:
        for name, group in family.GROUPS.items():
            if not re.search(options.filter, f"{name}/"):
                continue
            sys.stderr.write(f"Measuring {name}\n")
            benchmarks = group()
            figures += [
                {"group": name, "function": benchmark.name, **times}
                for benchmark, times in zip(benchmarks, measure(benchmarks, order), strict=True)
            ]
    report = {"versions": versions(), "figures": figures}
    options.output.write_text(json.dumps(report, indent=1), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=main.__doc__, allow_abbrev=False)
    parser.add_argument("--output", type=Path, required=True, help="the file to write")
    parser.add_argument(
        "--filter",
        default="",
        help="a pattern to find in the names of groups, each followed by a slash",
    )
    return parser

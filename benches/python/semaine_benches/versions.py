"""Of which releases the figures are."""

import platform
from importlib import metadata

PACKAGES = (
    "duckdb",
    "epiweeks",
    "iso-week-date",
    "isoweek",
    "numpy",
    "pandas",
    "pendulum",
    "polars",
    "pyarrow",
    "whenever",
)


def versions() -> dict[str, str]:
    """Give the versions of Python and of every peer."""
    return {"Python": platform.python_version()} | {
        package: metadata.version(package) for package in PACKAGES
    }

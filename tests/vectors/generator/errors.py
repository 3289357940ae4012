"""The stable error codes, as the documentation lists them."""

from collections.abc import Iterator

from .table import Row, Table, table

# Codes of the core. Those that begin with `parse_` carry no number.
CODES = (
    "epoch_day_out_of_range",
    "epoch_week_out_of_range",
    "year_out_of_range",
    "html_year_out_of_range",
    "month_out_of_range",
    "day_out_of_range",
    "day_not_in_month",
    "week_out_of_range",
    "week_not_in_year",
    "weekday_out_of_range",
    "not_a_monday",
    "parse_empty",
    "parse_unexpected_end",
    "parse_expected_digit",
    "parse_expected_separator",
    "parse_expected_w",
    "parse_mixed_separators",
    "parse_negative_zero",
    "parse_trailing",
)
# Codes of functions of whole columns. No vector has columns, so that each language raises them in
# tests of its own.
COLUMNS = (
    "length_mismatch",
    "utc_offset_out_of_range",
    "text_buffer_too_small",
    "text_offset_out_of_range",
)
# Codes of the conversions to other crates' dates, each only in builds with that feature.
FEATURES = ("jiff", "chrono", "time")


def errors() -> Iterator[Row]:
    for code in CODES:
        yield code, None, "false", "false" if code.startswith("parse_") else "true"
    for code in COLUMNS:
        yield code, None, "true", "true"
    for feature in FEATURES:
        yield f"{feature}_out_of_range", feature, "false", "true"


def tables() -> Iterator[Table]:
    yield table("errors.csv", "code feature columns has_value", errors())

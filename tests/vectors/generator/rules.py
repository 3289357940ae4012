"""What the constructors accept, and how dates and weeks are written, as the documentation says."""

from dataclasses import dataclass

from . import stepper


@dataclass(frozen=True)
class Refusal:
    """An error: its code and the number that was refused."""

    code: str
    value: int | None


def date(year: int, month: int, day: int) -> int | Refusal:
    """The epoch day of a year, month and day, or the first rule that they break."""
    if not stepper.FIRST_YEAR <= year <= stepper.LAST_YEAR:
        return Refusal("year_out_of_range", year)
    if not 1 <= month <= 12:
        return Refusal("month_out_of_range", month)
    if not 1 <= day <= 31:
        return Refusal("day_out_of_range", day)
    if day > stepper.month_length(year, month):
        return Refusal("day_not_in_month", day)
    epoch_day = stepper.epoch_day(year, month, day)
    if not stepper.day_is_representable(epoch_day):
        return Refusal("epoch_day_out_of_range", epoch_day)
    return epoch_day


def week(year: int, number: int) -> int | Refusal:
    """The epoch week of an ISO year and a number, or the first rule that they break."""
    if not stepper.FIRST_YEAR <= year <= stepper.LAST_YEAR:
        return Refusal("year_out_of_range", year)
    if not 1 <= number <= 53:
        return Refusal("week_out_of_range", number)
    if number > stepper.weeks_in_year(year):
        return Refusal("week_not_in_year", number)
    epoch_week = stepper.epoch_week(year, number)
    if not stepper.week_is_representable(epoch_week):
        return Refusal("epoch_week_out_of_range", epoch_week)
    return epoch_week


def constrained_week(year: int, number: int) -> int | Refusal:
    """As `week`, where a number that is too large means the year's last week."""
    return week(year, min(number, stepper.weeks_in_year(year)))


def year_text(year: int) -> str:
    """Four digits; outside the years 0 to 9999 a sign and at least four digits."""
    return f"{year:04}" if 0 <= year <= 9999 else f"{year:+05}"


def week_text(year: int, number: int) -> str:
    return f"{year_text(year)}-W{number:02}"


def basic_week_text(year: int, number: int) -> str:
    return f"{year_text(year)}W{number:02}"


def html_week_text(year: int, number: int) -> str | None:
    """HTML's valid week string, which has no sign and begins with the year 1."""
    return f"{year:04}-W{number:02}" if year >= 1 else None

"""Weeks by hand, as backends write them: what `semaine.date_utils` replaces."""

import contextlib
import datetime

DAYS_FR = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS_FR = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
FORMS = {"YYYY-MM-DD": "%Y-%m-%d", "DD/MM/YYYY": "%d/%m/%Y", "DD-MM-YYYY": "%d-%m-%Y"}


def parse_date(text: str) -> datetime.date:
    """Read a date in one of the three forms."""
    for form in FORMS.values():
        with contextlib.suppress(ValueError):
            return datetime.datetime.strptime(text, form).date()  # noqa: DTZ007 - no time
    message = f"date illisible : {text!r}, formes acceptées : {', '.join(FORMS)}"
    raise ValueError(message)


def get_monday_of_week(d: datetime.date) -> datetime.date:
    """Give the Monday of the date's week."""
    return d - datetime.timedelta(days=d.weekday())


def get_sunday_of_week(d: datetime.date) -> datetime.date:
    """Give the Sunday of the date's week."""
    return d + datetime.timedelta(days=6 - d.weekday())


def get_week_range_iso8601(d: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Give the Monday and the Sunday of the date's week."""
    return get_monday_of_week(d), get_sunday_of_week(d)


def get_week_dates(week_start: datetime.date) -> list[datetime.date]:
    """List the seven dates of the week."""
    validate_week_start_iso8601(week_start)
    return [week_start + datetime.timedelta(days=days) for days in range(7)]


def is_monday(d: datetime.date) -> bool:
    """Tell whether the date is a Monday."""
    return d.weekday() == 0


def validate_week_start_iso8601(week_start: datetime.date) -> bool:
    """Accept a Monday, and nothing else."""
    if not is_monday(week_start):
        message = (
            f"week_start doit être un lundi selon ISO 8601 : {week_start.isoformat()} "
            f"({DAYS_FR[week_start.weekday()]}), le lundi de cette semaine est "
            f"{get_monday_of_week(week_start).isoformat()}"
        )
        raise ValueError(message)
    return True


def convert_week_start_to_iso8601(old: datetime.date) -> datetime.date:
    """Give the Monday of the week of a stored week start."""
    return get_monday_of_week(old)


def get_week_number_iso8601(d: datetime.date) -> int:
    """Give the number of the date's week."""
    return d.isocalendar()[1]


def get_week_year_iso8601(d: datetime.date) -> int:
    """Give the year of the date's week."""
    return d.isocalendar()[0]


def format_week_display(week_start: datetime.date, locale: str = "fr") -> str:
    """Phrase the week for people."""
    *_, sunday = get_week_dates(week_start)
    same_month, same_year = week_start.month == sunday.month, week_start.year == sunday.year
    if locale == "fr":
        start = f"{week_start.day}"
        if not same_month:
            start += f" {MONTHS_FR[week_start.month - 1]}"
        if not same_year:
            start += f" {week_start.year}"
        end = f"{sunday.day} {MONTHS_FR[sunday.month - 1]} {sunday.year}"
        return f"Semaine du {start} au {end}"
    start = week_start.strftime("%B %d")
    end = sunday.strftime("%d, %Y" if same_month else "%B %d, %Y")
    return f"Week of {start} to {end}"


def next_monday(d: datetime.date) -> datetime.date:
    """Give the first Monday strictly after the date."""
    return d + datetime.timedelta(days=7 - d.weekday())


def previous_monday(d: datetime.date) -> datetime.date:
    """Give the last Monday strictly before the date."""
    return d - datetime.timedelta(days=d.weekday() or 7)


def get_current_week_monday() -> datetime.date:
    """Give the Monday of the current week."""
    return get_monday_of_week(datetime.date.today())  # noqa: DTZ011 - the server's day


def batch_convert_week_starts(
    dates: list[datetime.date],
) -> list[tuple[datetime.date, datetime.date]]:
    """Pair each date with the Monday of its week."""
    return [(d, convert_week_start_to_iso8601(d)) for d in dates]


def validate_database_week_starts(dates: list[datetime.date]) -> tuple[bool, list[str]]:
    """Report the dates that are no Mondays."""
    messages = [
        f"Enregistrement {number} : {d.isoformat()} ({DAYS_FR[d.weekday()]}) "
        f"devrait être {get_monday_of_week(d).isoformat()}"
        for number, d in enumerate(dates, start=1)
        if not is_monday(d)
    ]
    return not messages, messages

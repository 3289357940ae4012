"""A reference parser, written from the documented grammar and from nothing else.

It does not read a text: it lays out, from left to right, which bytes may stand at each place
(slots), and compares. The first byte outside its slot is the error; its slot says which. Only when
every byte fits are the slots' fields joined to numbers and judged: year, week or month, then day.
"""

from dataclasses import dataclass

from . import rules, stepper
from .rules import Refusal

DIGITS = b"0123456789"
SIGNS = b"+-"
WHITE_SPACE = b" \t\n\f\r"
# Numbers beyond 64 bits are reported as the largest, with their sign.
LARGEST = 2**63 - 1

FUNCTIONS = (
    "parse_week",
    "parse_week_date",
    "parse_date",
    "parse_html",
    "parse_lenient_week",
    "parse_lenient_week_date",
)


@dataclass(frozen=True)
class Slot:
    """The bytes that may stand in one place, and the error for any other."""

    accepts: bytes
    error: str
    field: str = ""
    # Bytes that would be right in the other of the basic and the extended form.
    of_other_form: bytes = b""


@dataclass(frozen=True)
class Rejection:
    refusal: Refusal
    offset: int


def digit(field: str, of_other_form: bytes = b"") -> Slot:
    return Slot(DIGITS, "parse_expected_digit", field, of_other_form)


def separator(accepts: bytes, of_other_form: bytes = b"") -> Slot:
    return Slot(accepts, "parse_expected_separator", of_other_form=of_other_form)


def run(text: bytes, start: int, accepted: bytes) -> int:
    rest = text[start:]
    return len(rest) - len(rest.lstrip(accepted))


def starts_with_any(text: bytes, start: int, accepted: bytes) -> bool:
    return run(text, start, accepted) > 0


def year_slots(text: bytes, start: int, html: bool) -> list[Slot]:
    signed = not html and starts_with_any(text, start, SIGNS)
    sign = [Slot(SIGNS, "", "year")] if signed else []
    unlimited = signed or html
    count = max(4, run(text, start + len(sign), DIGITS)) if unlimited else 4
    return sign + [digit("year")] * count


def date_slots(text: bytes) -> list[Slot]:
    slots = year_slots(text, 0, html=False)
    for field in ("month", "day"):
        slots += [separator(b"-"), digit(field), digit(field)]
    return slots


def strict_slots(text: bytes, html: bool, weekday: bool) -> list[Slot]:
    slots = year_slots(text, 0, html)
    extended = html or not starts_with_any(text, len(slots), b"W")
    if extended:
        slots.append(separator(b"-"))
    slots += [Slot(b"W", "parse_expected_w"), digit("week"), digit("week")]
    if weekday and extended:
        slots += [separator(b"-", of_other_form=DIGITS), digit("weekday")]
    elif weekday:
        slots.append(digit("weekday", of_other_form=b"-"))
    return slots


def lenient_slots(text: bytes, weekday: bool) -> list[Slot]:
    white = Slot(WHITE_SPACE, "")
    slots = [white] * run(text, 0, WHITE_SPACE)
    slots += year_slots(text, len(slots), html=False)
    if not starts_with_any(text, len(slots), b"Ww"):
        slots.append(separator(b"- "))
    slots += [Slot(b"Ww", "parse_expected_w"), digit("week")]
    # A second digit always belongs to the week: "2025W74" is not the Thursday of week 7.
    if starts_with_any(text, len(slots), DIGITS):
        slots.append(digit("week"))
    if weekday:
        if starts_with_any(text, len(slots), b"- "):
            slots.append(separator(b"- "))
        slots.append(digit("weekday"))
    return slots + [white] * run(text, len(slots), WHITE_SPACE)


def slots_of(function: str, text: bytes) -> list[Slot]:
    match function:
        case "parse_week":
            return strict_slots(text, html=False, weekday=False)
        case "parse_week_date":
            return strict_slots(text, html=False, weekday=True)
        case "parse_html":
            return strict_slots(text, html=True, weekday=False)
        case "parse_date":
            return date_slots(text)
        case "parse_lenient_week":
            return lenient_slots(text, weekday=False)
        case "parse_lenient_week_date":
            return lenient_slots(text, weekday=True)
    raise ValueError(function)


def fault_of_form(function: str, text: bytes, slots: list[Slot]) -> Rejection | None:
    ignored = WHITE_SPACE if "lenient" in function else b""
    if not text.strip(ignored) if ignored else not text:
        return Rejection(Refusal("parse_empty", None), len(text))
    for at, (byte, slot) in enumerate(zip(text, slots, strict=False)):
        if byte in slot.of_other_form:
            return Rejection(Refusal("parse_mixed_separators", None), at)
        if byte not in slot.accepts:
            return Rejection(Refusal(slot.error, None), at)
    if len(text) < len(slots):
        return Rejection(Refusal("parse_unexpected_end", None), len(text))
    if len(text) > len(slots):
        return Rejection(Refusal("parse_trailing", None), len(slots))
    return None


def parse(function: str, text: bytes) -> int | Rejection:
    """The epoch week or epoch day of a text, or what is wrong with it and where."""
    slots = slots_of(function, text)
    fault = fault_of_form(function, text, slots)
    if fault:
        return fault

    def field(name: str) -> tuple[str, int]:
        places = [at for at, slot in enumerate(slots) if slot.field == name]
        return text[places[0] : places[-1] + 1].decode(), places[0]

    year_text, year_at = field("year")
    year = max(-LARGEST, min(int(year_text), LARGEST))
    if year == 0 and year_text.startswith("-"):
        return Rejection(Refusal("parse_negative_zero", None), year_at)
    if function == "parse_html" and not 1 <= year <= stepper.LAST_YEAR:
        return Rejection(Refusal("html_year_out_of_range", year), year_at)

    if function == "parse_date":
        (month, month_at), (day, day_at) = field("month"), field("day")
        found = rules.date(year, int(month), int(day))
        places = {
            "month_out_of_range": month_at,
            "day_out_of_range": day_at,
            "day_not_in_month": day_at,
        }
    else:
        number, week_at = field("week")
        found = rules.week(year, int(number))
        places = {"week_out_of_range": week_at, "week_not_in_year": week_at}
    if isinstance(found, Refusal):
        return Rejection(found, places.get(found.code, year_at))

    if function.endswith("week_date"):
        weekday, weekday_at = field("weekday")
        if not 1 <= int(weekday) <= 7:
            return Rejection(Refusal("weekday_out_of_range", int(weekday)), weekday_at)
        return 7 * found - 3 + int(weekday) - 1
    return found

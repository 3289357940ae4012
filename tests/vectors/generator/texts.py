"""Vectors of the parsers: texts."""

from collections.abc import Iterator

from . import grammar, rules, samples, stepper
from .grammar import FUNCTIONS, Rejection
from .stepper import FIRST_DAY, FIRST_WEEK, FIRST_YEAR, LAST_DAY, LAST_WEEK, LAST_YEAR
from .table import Row, Table, table

# What is put in the place of each byte, and before it: every class that the grammar tells apart,
# neighbours of the digits and of the letter in ASCII, and digits and hyphens of other scripts.
STRANGERS = (
    *("0", "3", "6", "9", "-", "+", "W", "w", " ", "\t", "\n", "\v", "\r", "\0"),
    *("/", ":", "V", "%", ",", '"', "\x7f", "\u2010", "\u2212"),
    # Arabic-Indic and fullwidth digits, and a fullwidth W.
    *("\u0662", "\uff12", "\uff37"),
)

VALID = {
    "parse_week": ("2026-W53", "2025W32", "+12025-W01", "-0043W11"),
    "parse_week_date": ("2026-W53-4", "2025W324", "-10000-W07-1"),
    "parse_date": ("2024-02-29", "+12025-12-31", "-0043-03-15"),
    "parse_html": ("2026-W53", "12025-W01"),
    "parse_lenient_week": ("2026-W53", " 2025 w7\n", "-0043w11"),
    "parse_lenient_week_date": ("2026-W53-4", "\t2025 w7 4 ", "2025w324"),
}

# Each of these goes through every function.
SINGLE_TEXTS = (
    *(
        "",
        " ",
        "  \t\n\f\r",
        "\n",
        "\u00a0",
        "W",
        "w",
        "-",
        "+",
        "0",
        "2025",
        "-2025",
        "null",
    ),
    # Weeks that no year has, or that only long years have.
    *(
        "2025-W00",
        "2025-W54",
        "2025-W99",
        "2025W00",
        "2025W54",
        "2025-W53",
        "2021-W53",
        "2020-W53",
    ),
    *(
        "2015-W53",
        "2014-W53",
        "2021-W53-1",
        "2019W99",
        "2019W00",
        "2019W537",
        "2026W537",
    ),
    # Weekdays.
    *(
        "2025-W32-0",
        "2025-W32-8",
        "2025-W32-9",
        "2025W320",
        "2025W328",
        "2025-W53-8",
        "2025-W00-0",
    ),
    # Mixed forms.
    *(
        "2025-W014",
        "2025W01-4",
        "2025-W01-",
        "2025W01-",
        "2025-W0142",
        "2025-W01-42",
        "2025--W01",
    ),
    # Letter case, one-digit weeks and other freedoms that people take.
    *(
        "2025-w32",
        "2025w32",
        "2025-W1",
        "2025W1",
        "2025-w1-1",
        "2025w1",
        "2025 W32",
        "2025 w7 4",
    ),
    *(
        "2025-W7-4",
        "2025W74",
        "2025W7 4",
        "2025 W74",
        "2025-W 7",
        "2025 -W07",
        "2025- W07",
    ),
    *(
        "2025/W32",
        "2025.W32",
        "2025_W32",
        "2025W 32",
        "25-W32",
        "W32-2025",
        "32/2025",
        "week 32",
    ),
    *(
        "2025-32",
        "2025-W32-Thu",
        "2025-W3a",
        "2025-Wa3",
        "202a-W32",
        "a025-W32",
        "2025-W32Z",
    ),
    # White space and company.
    *(
        " 2025-W32",
        "2025-W32 ",
        "2025-W32\n",
        "\n2025-W32",
        "\t2025-W32\r\n",
        "2025-W32\0",
    ),
    *("\v2025-W32", "2025-W32\v", "2025-W32\u00a0", "\u20032025-W32", "\ufeff2025-W32"),
    *(
        " 2025-W32-4 ",
        "2025-W32-4\n",
        "2025W324\n",
        "2025-08-07\n",
        " 2025-08-07",
        "2025-W32  4",
    ),
    # Digits, hyphens and letters that are not ASCII.
    *(
        "\uff12\uff10\uff12\uff15-W32",
        "2025-W\uff13\uff12",
        "\u0662\u0660\u0662\u0665-W32",
    ),
    *(
        "2025\u2010W32",
        "2025\u2013W32",
        "2025\u2212W32",
        "2025-\uff3732",
        "2025-W32-\uff14",
    ),
    *(
        "\u221210000-W01",
        "2025-W3\u00b2",
        "\u09e8\u09e6\u09e8\u09eb-\u09e6\u09ee-\u09e6\u09ed",
    ),
    # The year zero and its signs, leading zeros, years of one to five digits.
    *(
        "0000-W01",
        "+0000-W01",
        "-0000-W01",
        "-00000-W01",
        "-0000-W99",
        "+0000-W00",
        "-0000-W01-9",
    ),
    *(
        "0000-W01-1",
        "+0000-W01-1",
        "0000-01-01",
        "+0000-01-01",
        "-0000-01-01",
        "-0000-13-01",
    ),
    *(
        "-0000W01",
        "-0000000-W01",
        "+00002025-W32",
        "-00000001W52",
        "+2025-W32",
        "+2025-08-07",
    ),
    *(
        "5-W01",
        "25W01",
        "525-W01",
        "+25-W01",
        "-1-W01",
        "-001-W52",
        "12025-W01",
        "12025W01",
    ),
    *(
        "12025-W01-1",
        "12025-01-01",
        "00002025-W32",
        "0001-W01",
        "00000-W01",
        "+-2025-W01",
    ),
    *(
        "++2025-W01",
        "--2025-W01",
        "-+2025-W01",
        "+ 2025-W01",
        "+W01",
        "-W01",
        "+202-W01",
    ),
    # Years out of range, of any length.
    *(
        f"{sign}9999999{end}"
        for sign in "+-"
        for end in ("-W01", "-W01-1", "W01", "-01-01")
    ),
    *(
        f"{sign}{'9' * 20}{end}"
        for sign in "+-"
        for end in ("-W01", "-W01-1", "W541", "-01-01")
    ),
    *(
        "9999999-W01",
        "99999999999999999999-W01",
        "+1" + "0" * 60 + "-W01",
        "0" * 60 + "2025-W32",
    ),
    *(
        "+9223372036854775807-W01",
        "+9223372036854775808-W01",
        "-9223372036854775808-W01",
    ),
    *(
        "-9223372036854775807-01-01",
        "+2147483647-W01",
        "-2147483648-W01",
        "+2147483648-01-01",
    ),
    *(
        "+4294967296-W01",
        "4294967297-W01",
        "+18446744073709553641-W32",
        "+" + "0" * 30 + "2025W32",
    ),
    # Form before values, and years before weeks before weekdays.
    *(
        "+9999999-W54-9",
        "+9999999-W54-9x",
        "2025-W54-9",
        "2025-W53-9",
        "-0000-W54-9",
        "2025-W54x",
    ),
    # Dates that do not exist.
    *(
        "2025-00-01",
        "2025-13-01",
        "2025-99-99",
        "2025-01-00",
        "2025-01-32",
        "2025-02-29",
    ),
    *(
        "2025-02-30",
        "2025-04-31",
        "1900-02-29",
        "2000-02-29",
        "2100-02-29",
        "2024-02-29",
    ),
    *(
        "2025-8-7",
        "2025-08-7",
        "20250807",
        "2025-0807",
        "202508-07",
        "2025/08/07",
        "2025-08-07T00",
    ),
    *(
        "2025-219",
        "07.08.2025",
        "+9999999-13-32",
        "2025-00-00",
        "2025-12-31-1",
        "-0001-12-31",
    ),
    # Strings of Web Platform Tests, html/.../the-input-element/week.html.
    *(
        "2014-W52",
        "2014",
        "2014W",
        "2014W52",
        "-W52",
        "2017-w52",
        "2017-W52-",
        "2017-W52-12",
    ),
    *("W52", "2014-W03", "2014-W02", "2014-W01", "2014-W10", "2014-W11", "2014-W12"),
)


def bounds() -> Iterator[str]:
    """The weeks and days on both sides of each end of the range, in every form."""
    weeks = [
        *samples.around(FIRST_WEEK, LAST_WEEK, distance=2),
        *samples.random_weeks(8, seed=4),
    ]
    for week in weeks:
        day = stepper.stepped(7 * week)
        name = day.iso_year, day.iso_week
        extended, basic = rules.week_text(*name), rules.basic_week_text(*name)
        yield from (extended, basic, extended.lstrip("+"), extended + "-1", basic + "7")
    for epoch_day in samples.around(FIRST_DAY, LAST_DAY, distance=2):
        day = stepper.stepped(epoch_day)
        yield f"{rules.year_text(day.year)}-{day.month:02}-{day.day:02}"
    for year in samples.around(FIRST_YEAR, LAST_YEAR):
        for number in ("01", "52", "53"):
            yield f"{year:+05}-W{number}"
            yield f"{year:+05}-W{number}-9"
        yield from (f"{year:+05}-01-01", f"{year:+05}-12-31", f"{abs(year):04}-W01")


def of_function(function: str) -> Iterator[str]:
    for text in VALID[function]:
        yield from (text[:length] for length in range(len(text) + 1))
        yield from (text[:at] + text[at + 1 :] for at in range(len(text)))
        for stranger in STRANGERS:
            for at in range(len(text)):
                yield text[:at] + stranger + text[at + 1 :]
        for stranger in ("0", "-", " ", "W", "\n", "\u0662"):
            for at in range(len(text) + 1):
                yield text[:at] + stranger + text[at:]


def encoded(text: str) -> str:
    """Percent-encoded UTF-8, so that rows survive every editor and the simplest CSV reader."""
    plain = set(range(0x21, 0x7F)) - set(b'%",')
    return "".join(chr(b) if b in plain else f"%{b:02X}" for b in text.encode())


def texts() -> Iterator[Row]:
    shared = (*SINGLE_TEXTS, *bounds())
    for function in FUNCTIONS:
        for text in (*shared, *of_function(function)):
            found = grammar.parse(function, text.encode())
            if isinstance(found, Rejection):
                refusal = found.refusal
                yield (
                    function,
                    encoded(text),
                    None,
                    refusal.code,
                    found.offset,
                    refusal.value,
                )
            else:
                yield function, encoded(text), found, None, None, None


def tables() -> Iterator[Table]:
    yield table("texts.csv", "function text result error offset value", texts())

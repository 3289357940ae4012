"""Answers each date on standard input with its week, Monday, Sunday and number."""

import sys
from datetime import date

from semaine import IsoWeek, week_end, week_number, week_start

for line in sys.stdin:
    day = date.fromisoformat(line.rstrip())
    answers = IsoWeek.of(day), week_start(day), week_end(day), week_number(day)
    sys.stdout.write(" ".join(map(str, answers)) + "\n")
    sys.stdout.flush()

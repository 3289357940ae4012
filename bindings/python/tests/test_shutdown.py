"""While Python shuts down, destructors may still ask for a week."""

import subprocess
import sys

SCRIPT = """
from datetime import datetime
from semaine import IsoWeek, date_utils, week_start

class Late:
    def __init__(self):
        self.functions = [week_start, IsoWeek.of, date_utils.get_monday_of_week]
        self.datetime, self.print, self.refused = datetime(2025, 8, 7), print, TypeError

    def __del__(self):
        for function in self.functions:
            self.print(function(self.datetime))
            try:
                function(None)
            except self.refused:
                self.print("refused")

late = Late()
"""


def test_functions_of_a_date_answer_while_python_shuts_down() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    monday, week = "2025-08-04 00:00:00", "2025-W32"
    assert done.stdout.split("\n") == [monday, "refused", week, "refused", monday, "refused", ""]

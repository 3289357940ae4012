"""Writes the test vectors beside this file, or checks that they are what it would write.

python3 generate.py            writes every CSV file
python3 generate.py --check    compares instead; exits with 1 if a file differs
python3 generate.py DIR        the same for another folder, with or without --check

The published tables are facts written down by hand, so they are verified and never written.
"""

import argparse
import difflib
import sys
from itertools import islice
from pathlib import Path

from generator import (
    arithmetic,
    dates,
    errors,
    months,
    published,
    stepper,
    texts,
    weeks,
)
from generator.table import Table

HERE = Path(__file__).resolve().parent
LINES_SHOWN = 12


def tables() -> list[Table]:
    return [
        *dates.tables(),
        *weeks.tables(),
        *months.tables(),
        *arithmetic.tables(),
        *texts.tables(),
        *errors.tables(),
    ]


def differs(table: Table, folder: Path) -> bool:
    path = folder / table.name
    wanted = table.to_bytes()
    found = path.read_bytes() if path.exists() else b""
    if found == wanted:
        return False
    print(f"{table.name} differs from what the generator writes:")
    diff = difflib.unified_diff(
        found.decode(errors="replace").splitlines(),
        wanted.decode().splitlines(),
        "committed",
        "generated",
        lineterm="",
        n=1,
    )
    print("\n".join(islice(diff, LINES_SHOWN)))
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description="Generates the test vectors.")
    parser.add_argument(
        "--check", action="store_true", help="compare with the files, write none"
    )
    parser.add_argument("folder", nargs="?", type=Path, default=HERE, metavar="DIR")
    arguments = parser.parse_args()
    folder: Path = arguments.folder

    stepper.assert_equal_to_cpython()
    faults = published.faults(HERE / "published")
    for fault in faults:
        print(fault)

    if arguments.check:
        different = [table.name for table in tables() if differs(table, folder)]
        return 1 if faults or different else 0

    folder.mkdir(parents=True, exist_ok=True)
    for table in tables():
        (folder / table.name).write_bytes(table.to_bytes())
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

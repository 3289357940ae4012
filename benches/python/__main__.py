"""Measures semaine beside its peers: `cargo xtask bench python` runs it where all are installed."""

import os

# A figure is CPU time for a date, which says nothing where it is shared among threads. polars reads
# the variable when it is imported.
os.environ["POLARS_MAX_THREADS"] = "1"

from semaine_benches.command import main

main()

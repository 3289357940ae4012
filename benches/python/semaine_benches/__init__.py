"""The benchmarks of the Python package: a file for each kind of work, and what measures them."""

"""Run the benchmark with `python -m benchmarks`."""

from __future__ import annotations

from benchmarks import measure, one_file

if __name__ == "__main__":
    one_file.main()
    measure.main()

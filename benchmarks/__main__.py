"""Run the benchmark with `python -m benchmarks`."""

from __future__ import annotations

from benchmarks.measure import main

if __name__ == "__main__":
    main()

"""Run the fuzzer with `python -m fuzz`."""

from __future__ import annotations

from fuzz.lanes import command

if __name__ == "__main__":
    command()

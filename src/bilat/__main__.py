"""Run the command line with `python -m bilat`."""

from __future__ import annotations

from bilat.commands import main

if __name__ == "__main__":
    main()

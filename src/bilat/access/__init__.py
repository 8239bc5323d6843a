"""What an analyst's install needs: load tables, describe them, explain a value. Nothing here checks or compiles.

In go the files of a release, or of build/dev in a checkout. Out come data frames, descriptions, and chains of claims.
May import the floor only; pandas and pyarrow are imported when a table is loaded.
"""

from __future__ import annotations

from bilat.access.catalogue import Description, describe, tables
from bilat.access.chain import Chain, explain
from bilat.access.frames import load, read
from bilat.access.states import current, versions

__all__ = ["Chain", "Description", "current", "describe", "explain", "load", "read", "tables", "versions"]

"""What an analyst's install needs: load tables, describe them, explain a value. Nothing here checks or compiles.

In go the files of a release, or of build/dev in a checkout. Out come data frames, descriptions, and chains of claims.
May import the floor only; pandas and pyarrow are imported when a table is loaded.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from bilat.access.catalogue import Description, describe, tables
    from bilat.access.chain import Chain, explain
    from bilat.access.frames import load, read
    from bilat.access.states import current, versions

__all__ = ["Chain", "Description", "current", "describe", "explain", "load", "read", "tables", "versions"]

_MODULES: Final = {
    "catalogue": ("Description", "describe", "tables"),
    "chain": ("Chain", "explain"),
    "frames": ("load", "read"),
    "states": ("current", "versions"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import what is asked for when it is asked for."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(importlib.import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

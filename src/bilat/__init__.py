"""bilat: official contacts between two states, each value with who says so.

>>> import bilat
>>> bilat.tables()[:2]
['claim_origins', 'claims']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bilat.access import Chain, Description, describe, explain, load, tables, versions

    data_version: str | None

__all__ = [
    "Chain",
    "Description",
    "__version__",
    "data_version",
    "describe",
    "explain",
    "load",
    "tables",
    "versions",
]
__version__ = "0.2.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import what is asked for when it is asked for: `import bilat` alone loads nothing else."""
    if name in __all__:
        from bilat import access

        if name == "data_version":
            return access.current()
        return getattr(access, name)
    raise AttributeError(f"module 'bilat' has no attribute {name!r}")

"""bilat: official contacts between two states, each value with who says so.

>>> import bilat
>>> bilat.tables()[:2]
['claim_origins', 'claims']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bilat.access import Chain, Description, describe, explain, load, tables

__all__ = ["Chain", "Description", "__version__", "describe", "explain", "load", "tables"]
__version__ = "0.0.1"


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Import what is asked for when it is asked for: `import bilat` alone loads nothing else."""
    if name in __all__:
        from bilat import access

        return getattr(access, name)
    raise AttributeError(f"module 'bilat' has no attribute {name!r}")

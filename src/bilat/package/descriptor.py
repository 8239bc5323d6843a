"""The descriptor of a package: what people wrote in the root's datapackage.json, and a resource for each file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from bilat import contract

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PARQUET: Final = "application/vnd.apache.parquet"
# What people write in the root's descriptor; everything else in it is made.
BY_HAND: Final = ("$schema", "name", "title", "description", "keywords", "licenses", "contributors")


def package(about: Mapping[str, Any], tables: Iterable[str], written: Path, version: str | None) -> dict[str, Any]:
    """Return the whole descriptor of a written folder; without a version it is no release."""
    names = sorted(tables)
    resources = [_csv(name, written) for name in names] + [_parquet(name, written) for name in names]
    by_hand = {name: about[name] for name in BY_HAND if name in about}
    return {**by_hand, **({"version": version} if version else {}), "resources": resources}


def _csv(name: str, written: Path) -> dict[str, Any]:
    about = contract.tables()[name]
    return {
        "name": name,
        "type": "table",
        "title": about.title,
        "description": about.description,
        "path": f"csv/{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": f"schemas/{name}.schema.json",
        **_content(written / "csv" / f"{name}.csv"),
    }


def _parquet(name: str, written: Path) -> dict[str, Any]:
    """A Parquet file is listed as a file: frictionless would misread its missing numbers as a table."""
    return {
        "name": f"{name}-parquet",
        "title": contract.tables()[name].title,
        "path": f"parquet/{name}.parquet",
        "format": "bin",
        "mediatype": PARQUET,
        **_content(written / "parquet" / f"{name}.parquet"),
    }


def _content(path: Path) -> dict[str, Any]:
    raw = path.read_bytes()
    return {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"}

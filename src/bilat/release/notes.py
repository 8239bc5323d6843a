"""What a release says of itself to people: README.md, and CHANGES.md with what is new in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bilat.release import changes, index
from bilat.release.version import Version

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bilat.tabular import Compiled


def write(tables: Mapping[str, Compiled], root: Path, version: str, draft: Path) -> None:
    """Write both notes into an unpublished folder."""
    about = json.loads((root / "datapackage.json").read_text("utf-8"))
    (draft / "README.md").write_bytes(readme(tables, about["title"], version).encode())
    older = [known for known in index.versions(root) if Version.parse(known) < Version.parse(version)]
    previous = root / "build" / older[-1] if older else None
    (draft / "CHANGES.md").write_bytes(changes.page(tables, version, previous).encode())


def readme(tables: Mapping[str, Compiled], title: str, version: str) -> str:
    """Return the card of a release: what it is, how to read it, its tables, how to cite it."""
    lines = [
        f"# {title}",
        "",
        f"Release {version} of the dataset bilat. Every table is here as CSV (`csv/`, UTF-8, missing = empty without",
        "quotes) and as Parquet (`parquet/`, typed); `datapackage.json` and `schemas/` say what each column means.",
        "Verify the files with `sha256sum -c SHA256SUMS`.",
        "",
        "| table | one row is | rows |",
        "|---|---|---:|",
        *(
            f"| {name} | {table.projection.contract.row} | {table.data.num_rows:,} |"
            for name, table in sorted(tables.items())
        ),
        "",
        "Filter `meetings` by `counted` before you count; a missing value means that no source says.",
        "",
        f"Cite as: The bilat contributors. {title}. Version {version}. Licence: CC BY 4.0.",
        "",
        "The records were drafted and re-read with language models from stored excerpts of the cited pages, and",
        "were not checked by human coders.",
    ]
    return "\n".join(lines) + "\n"

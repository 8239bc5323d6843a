"""Put the current release and the schemas into wheel and sdist; an editable install reads the checkout instead."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReleaseHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds exactly one release: the one that the root's datapackage.json names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files; fail loudly if the release is not there, rather than ship a package without data."""
        if self.target_name == "wheel" and version == "editable":
            return
        root = Path(self.root)
        number = json.loads((root / "datapackage.json").read_text("utf-8")).get("version")
        release = root / "build" / str(number)
        if not (release / "datapackage.json").is_file():
            raise FileNotFoundError(
                f"build/{number}/datapackage.json is missing: make the release first, then the wheel"
            )
        include = build_data["force_include"]
        if self.target_name == "sdist":
            include[str(release)] = f"build/{number}"
            return
        include[str(root / "schemas")] = "bilat/_schemas"
        for name in ("parquet", "datapackage.json", "provenance.json", "SHA256SUMS"):
            include[str(release / name)] = f"bilat/_release/{name}"

"""What a wheel without extras must do, run by the Python into which it was installed: load every table, offline.

Not a test of the suite: `make wheel-check` builds the wheel, installs it into a clean environment and runs this there.
"""

from __future__ import annotations

import importlib.util
import socket
import sys


class NoNetwork(socket.socket):
    """A socket that cannot be made."""

    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("an installed package opened a connection")


def main() -> None:
    """Load every table of the packed release and look at its types."""
    import bilat

    loaded = {"pandas", "pyarrow"} & set(sys.modules)
    assert not loaded, f"import bilat pulls in {loaded}"
    for extra in ("pandera", "frictionless", "jsonschema_rs", "yaml"):
        assert importlib.util.find_spec(extra) is None, f"{extra} is installed: this is no clean environment"
    socket.socket = NoNetwork  # type: ignore[misc]
    types = {"datetime64[s]", "Int32", "boolean", "str", "float64"}
    for table in bilat.tables():
        frame = bilat.load(table)
        odd = {str(dtype) for dtype in frame.dtypes} - types
        assert not odd, f"{table} has columns of type {odd}"
    record = bilat.load("meetings")["id"].iloc[0]
    print(f"{len(bilat.tables())} tables of release {bilat.data_version} load offline; explain({record!r}):")
    print(str(bilat.explain(record)).splitlines()[1])


if __name__ == "__main__":
    main()

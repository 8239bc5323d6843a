"""Rewrite the parts of README.md that the current release decides: counts, rows, tables, a printed chain.

Run by `make docs`; a test compares what stands there with what this would write.
"""

from __future__ import annotations

from pathlib import Path

import bilat
import marked

PAGE = Path(__file__).parents[1] / "README.md"
SHOWN = (
    "2021-06-16-geneva-summit",
    "2021-09-22-milley-gerasimov",
    "2021-10-13-nuland-kozak",
    "2021-11-02-burns-patrushev",
    "2021-12-30-biden-putin-call",
)
EXPLAINED = ("2021-06-16-geneva-expanded-session", "duration")


def parts() -> dict[str, str]:
    """Return every part by its name."""
    return {
        "counts": counts(),
        "rows": rows(),
        "links": links(),
        "chain": chain(),
        "tables": tables(),
        "citation": citation(),
    }


def counts() -> str:
    """Return how much is in the release, in one sentence."""
    meetings, claims, sources = bilat.load("meetings"), bilat.load("claims"), bilat.load("sources")
    contacts = int(meetings["counted"].sum())
    return (
        f"Release {bilat.data_version} holds {contacts} counted contacts in {len(meetings)} records,\n"
        f"with {len(claims):,} claims from {len(sources)} documents."
    )


def rows() -> str:
    """Return five contacts as a table."""
    flat = bilat.load("meetings_flat").set_index("id").loc[list(SHOWN)]
    rows = [
        (
            row["date_start"].date(),
            *row[["title", "mode", "n_confirming_sides", "n_independent"]],
            "yes" if row["contested"] else "no",
        )
        for _, row in flat.iterrows()
    ]
    return marked.table(("day", "contact", "mode", "sides that confirm:", "independent origins:", "contested"), rows)


def links() -> str:
    """Return where the files are, and how large they are together."""
    folder = PAGE.parent / "build" / str(bilat.data_version)
    sizes = [sum(path.stat().st_size for path in (folder / kind).iterdir()) // 1024 for kind in ("csv", "parquet")]
    where = f"build/{bilat.data_version}"
    return (
        f"All tables of release {bilat.data_version}: [CSV]({where}/csv) ({sizes[0]:,} KB) ·"
        f" [Parquet]({where}/parquet) ({sizes[1]:,} KB) · [what changed]({where}/CHANGES.md)."
    )


def chain() -> str:
    """Return what `bilat explain` prints for one value."""
    record, field = EXPLAINED
    return f"```console\n$ bilat explain {record} {field}\n{bilat.explain(record, field)}\n```"


def tables() -> str:
    """Return every table with what one row is."""
    rows = [
        (f"[{name}](docs/codebook/tables/{name}.md)", bilat.describe(name).table.row, f"{len(bilat.load(name)):,}")
        for name in bilat.tables()
    ]
    return marked.table(("table", "one row is", "rows:"), rows)


def citation() -> str:
    """Return how the release is cited, as text and as BibTeX."""
    title = "Official contacts between the United States and Russia, 2021-01-20 to 2022-02-24"
    version = bilat.data_version
    return (
        f"> The bilat contributors. *{title}*. Version {version}. CC BY 4.0.\n\n"
        "```bibtex\n@misc{bilat,\n  author = {{The bilat contributors}},\n"
        f"  title = {{{title}}},\n  version = {{{version}}}\n}}\n```"
    )


if __name__ == "__main__":
    marked.rewrite(PAGE, parts())

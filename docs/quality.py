"""Rewrite the parts of docs/quality.md that the current release decides: errors, agreement, counts, comparisons.

Run by `make docs`; a test compares what stands there with what this would write.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

import bilat
import marked

PAGE = Path(__file__).parent / "quality.md"
HISTORIAN = Path(__file__).parent / "curation" / "historian.csv"
VERDICTS = ("confirmed", "corrected", "unsupported", "added", "not-found")
# The heads of the historian's lists, as people of this dataset.
TRAVELLERS = ("biden-joseph", "blinken-antony")


def parts() -> dict[str, str]:
    """Return every part by its name."""
    return {
        "size": size(),
        "readings": readings("path", "what was read"),
        "methods": readings("method", "method"),
        "drafts": drafts(),
        "support": support(),
        "months": months(),
        "tallies": tallies(),
        "historian": historian(),
    }


def size() -> str:
    """Return how much was made and read again, in one sentence."""
    meetings, again = bilat.load("meetings"), bilat.load("readings")
    contacts, claims, sources = int(meetings["counted"].sum()), len(bilat.load("claims")), len(bilat.load("sources"))
    return (
        f"Release {bilat.data_version}: {len(meetings)} meeting records, {contacts} of them counted contacts;\n"
        f"{claims:,} claims from {sources:,} documents. {again['record'].nunique()} records were read a second time,\n"
        f"at {len(again):,} places; {checked_by_people() or 'none'} of them by a person."
    )


def checked_by_people() -> int:
    """Return how many records name somebody who checked them."""
    if "credits" not in bilat.tables():
        return 0
    credits_ = bilat.load("credits")
    return int(credits_.loc[credits_["credit"] == "reviewer", "record"].nunique())


def readings(by: str, head: str) -> str:
    """Return the verdicts of second readings by the first word of a column, with the share that was wrong."""
    found = bilat.load("readings")
    counted = pd.crosstab(found[by].str.partition(".")[0], found["verdict"]).reindex(columns=VERDICTS, fill_value=0)
    counted = counted.assign(n=counted.sum(axis=1)).sort_values("n", ascending=False)
    rows = [(name, row["n"], *row[list(VERDICTS)], wrong(row)) for name, row in counted.iterrows()]
    total = counted.sum()
    if len(rows) > 1:
        rows.append(("all", total["n"], *total[list(VERDICTS)], wrong(total)))
    return marked.table((head, "n:", *(f"{verdict}:" for verdict in VERDICTS), "wrong:"), rows)


def wrong(row: pd.Series[int]) -> str:
    """Return the share of values that the second reading changed or took out, of those it could judge."""
    judged = row["confirmed"] + row["corrected"] + row["unsupported"]
    return f"{(row['corrected'] + row['unsupported']) / judged:.0%}" if judged else "-"


def drafts() -> str:
    """Return which share of the claims of two independent first drafts stands in both, by kind of value."""
    found = bilat.load("codings")
    kinds = found["path"].str.partition(".")[0]
    both = found.groupby(kinds)["in_both"].agg(["size", "sum"]).sort_values("size", ascending=False)
    rows = [(name, row["size"], row["sum"], f"{row['sum'] / row['size']:.0%}") for name, row in both.iterrows()]
    rows.append(("all", len(found), found["in_both"].sum(), f"{found['in_both'].mean():.0%}"))
    return marked.table(("claims about", "claims:", "in both drafts:", "share:"), rows)


def support() -> str:
    """Return how many counted contacts rest on how many independent origins and confirming sides."""
    found = bilat.load("meetings_flat")
    origins = found["n_independent"].clip(upper=4).map(lambda n: "4 or more" if n == 4 else str(n))
    counted = pd.crosstab(origins, found["n_confirming_sides"]).reindex(columns=[0, 1, 2], fill_value=0)
    rows = [(name, *row, row.sum()) for name, row in counted.iterrows()]
    heads = ("independent origins", "no side confirms:", "one side:", "both sides:", "contacts:")
    return marked.table(heads, rows)


def months() -> str:
    """Return contacts that began in each month beside the searches that were about it."""
    contacts = bilat.load("meetings_flat")["date_start"].dt.strftime("%Y-%m").value_counts()
    searches = bilat.load("coverage")
    spans = searches.query("window_start.notna() and window_end.notna()")
    rows = []
    for month in pd.period_range("2021-01", "2022-02", freq="M"):
        about = spans[(spans["window_start"] <= month.end_time) & (spans["window_end"] >= month.start_time)]
        rows.append((month, contacts.get(str(month), 0), len(about), about["read"].sum()))
    return marked.table(("month", "contacts:", "searches:", "hits read:"), rows)


def tallies() -> str:
    """Return every published count beside what the records make of it."""
    found = bilat.load("tally_check")
    told = bilat.load("tallies").set_index(["meeting", "id"])["window"]
    rows = [
        (
            row["meeting"],
            row["tally"],
            told[(row["meeting"], row["tally"])],
            f"{row['comparator']} {row['n_reported']} {row['unit']}{'' if row['n_reported'] == 1 else 's'}",
            row["n_surely"],
            row["n_possibly"],
            row["verdict"],
        )
        for _, row in found.iterrows()
    ]
    heads = ("record", "count", "window", "published", "surely:", "possibly:", "verdict")
    return marked.table(heads, rows)


def historian() -> str:
    """Return each meeting abroad of the President or the Secretary of State beside the historian's row for the day."""
    people = bilat.load("meeting_participants").query(f"participant in {TRAVELLERS}")
    met = bilat.load("meetings_flat").query("mode == 'in-person' and country != 'US'")
    listed = pd.read_csv(HISTORIAN, dtype=str)
    contacts = met.merge(people[["meeting", "participant"]], left_on="id", right_on="meeting").sort_values("date_start")
    rows = []
    for _, contact in contacts.iterrows():
        day = contact["date_start"].strftime("%Y-%m-%d")
        found = listed[(listed["person"] == contact["participant"]) & (listed["start"] <= day) & (listed["end"] >= day)]
        trips = ", ".join(f"{trip['id']} {trip['country']}" for _, trip in found.iterrows()) or "none"
        named = "yes" if (found["names_russia"] == "yes").any() else "no"
        rows.append((day, contact["id"], trips, named))
    return marked.table(("day", "our record", "the historian's rows for that person and day", "Russia named"), rows)


if __name__ == "__main__":
    marked.rewrite(PAGE, parts())

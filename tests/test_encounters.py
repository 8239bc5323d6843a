"""One encounter is not taken for two, nor two for one; nobody is in two distant places at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bilat import checking

WORLD = Path(__file__).parent / "world"
MEETING = """title: Doe meets Roe
kind: meeting
status: occurred
date: {date}
mode: in-person
place: {place}
setting: bilateral
participants:
  XA: {{doe-jane: principal}}
  XR: {{roe-ivan: principal}}
evidence:
- source: arcadia-readout
  says: {{status: occurred, date: {date}, mode: in-person, place: {place}}}
  supports: [participants.XA.doe-jane, participants.XR.roe-ivan]
"""


def found(tmp_path: Path, **files: str) -> list[str]:
    """Return the codes of what is found in the invented world with some more files."""
    datasets = tmp_path / "datasets"
    shutil.copytree(WORLD, datasets)
    for name, text in files.items():
        (datasets / f"{name.replace('__', '/')}.yaml").write_text(text, "utf-8")
    return [finding.code for finding in checking.check(tmp_path).findings]


def meeting(date: str, place: str = "arcadia-city") -> str:
    """Return the record of a meeting on a day at a place."""
    return MEETING.format(date=date, place=place)


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("2021-05-04", ["X03"]),
        ("2021-05-04?", ["X04"]),
        ("2021-05-02", ["X04"]),
        ("[2021-05-03, 2021-05-04]", ["X04"]),
        ("2021-04-30", []),
        ("2021", []),
    ],
)
def test_days_decide_whether_two_are_one(tmp_path: Path, date: str, codes: list[str]) -> None:
    """The same day is an error, a near one a warning, a far or vague one nothing."""
    first, second = meeting("2021-05-04"), meeting(date)

    assert found(tmp_path, meetings__a=first, meetings__b=second) == codes


def test_places_decide_whether_two_are_one(tmp_path: Path) -> None:
    """A place inside the other may be the same; another city is not, and then one of the two days is wrong."""
    here, there = meeting("2021-05-04"), meeting("2021-05-04", "ruritania-city")

    assert found(tmp_path / "near", meetings__a=here, meetings__b=meeting("2021-05-04", "arcadia")) == ["X03"]
    assert found(tmp_path / "far", meetings__a=here, meetings__b=there) == ["C07", "C07"]


@pytest.mark.parametrize(("lon", "codes"), [(3.5, []), (5.5, ["C07", "C07"])])
def test_coordinates_go_before_countries(tmp_path: Path, lon: float, codes: list[str]) -> None:
    """Two towns on either side of a border may be near enough for one day; beyond three hundred kilometres none are."""
    towns = {
        f"places__{name}": f"name: {name}\ntype: city\npart_of: {country}\ncountry: {code}\nlat: 45.0\nlon: {at}\n"
        for name, country, code, at in (("aa", "arcadia", "XA", 1.0), ("rr", "ruritania", "XR", lon))
    }
    meetings = {"meetings__a": meeting("2021-05-04", "aa"), "meetings__b": meeting("2021-05-04", "rr")}

    assert found(tmp_path, **towns, **meetings) == codes

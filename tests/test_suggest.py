"""What is written amiss is recognised across spellings, scripts and transliterations; strangers are nobody."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bilat import checking, suggest

WORLD = Path(__file__).parent / "world"
PEOPLE = {
    "antonov-anatoly": ["Anatoly Antonov"],
    "biden-joseph": ["Joseph Biden", "Joe Biden"],
    "blinken-antony": ["Antony Blinken", "Энтони Блинкен"],
    "burns-nicholas": ["Nicholas Burns"],
    "burns-william": ["William Burns", "Уильям Бёрнс"],
    "donfried-karen": ["Karen Donfried"],
    "gerasimov-valery": ["Valery Gerasimov"],
    "kerry-john": ["John Kerry"],
    "kozak-dmitry": ["Dmitry Kozak"],
    "lavrov-sergey": ["Sergey Lavrov"],
    "milley-mark": ["Mark Milley"],
    "naryshkin-sergei": ["Sergei Naryshkin"],
    "neuberger-anne": ["Anne Neuberger"],
    "nuland-victoria": ["Victoria Nuland"],
    "patrushev-nikolai": ["Nikolai Patrushev"],
    "peskov-dmitry": ["Dmitry Peskov"],
    "price-ned": ["Ned Price"],
    "putin-vladimir": ["Vladimir Putin"],
    "ryabkov-sergei": ["Sergei Ryabkov", "Сергей Рябков"],
    "sherman-wendy": ["Wendy Sherman"],
    "sullivan-jake": ["Jake Sullivan"],
    "sullivan-john": ["John Sullivan"],
    "ushakov-yuri": ["Yuri Ushakov"],
    "zakharova-maria": ["Maria Zakharova"],
}
SLIPS = {
    "Нюрнбергер": "neuberger-anne",
    "Ryabkow": "ryabkov-sergei",
    "Rjabkow-Sergej": "ryabkov-sergei",
    "Рябков": "ryabkov-sergei",
    "Lawrow": "lavrov-sergey",
    "Лавров": "lavrov-sergey",
    "Uschakow": "ushakov-yuri",
    "Ouchakov": "ushakov-yuri",
    "ushakof-yuri": "ushakov-yuri",
    "blinkin-antony": "blinken-antony",
    "Patruschew": "patrushev-nikolai",
    "patrouchev-nikolai": "patrushev-nikolai",
    "Gerasimow": "gerasimov-valery",
    "Naryschkin": "naryshkin-sergei",
    "Sulliwan-jake": "sullivan-jake",
    "nulland-victoria": "nuland-victoria",
    "Kosak": "kozak-dmitry",
    "donfrid-karen": "donfried-karen",
    "Kerri": "kerry-john",
    "Neuburger": "neuberger-anne",
    "Peskow": "peskov-dmitry",
    "Antonow": "antonov-anatoly",
    "Milly-mark": "milley-mark",
    "sherman-wendi": "sherman-wendy",
    "Sacharowa": "zakharova-maria",
    "william-burns": "burns-william",
    "buden-joe": "biden-joseph",
}
STRANGERS = (
    "merkel-angela",
    "macron-emmanuel",
    "erdogan",
    "xi-jinping",
    "scholz",
    "johnson-boris",
    "zelensky-volodymyr",
    "stoltenberg-jens",
    "guterres-antonio",
    "bolton-john",
    "shoigu-sergei",
    "Медведев",
    "burns-ursula",
)


@pytest.mark.parametrize(("slip", "meant"), SLIPS.items())
def test_a_slip_leads_to_who_is_meant(slip: str, meant: str) -> None:
    """The first suggestion is the person, in whatever script or romanisation the name was written."""
    assert [meant] == suggest.akin(slip, PEOPLE)[:1]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_a_stranger_is_taken_for_nobody(stranger: str) -> None:
    """Whoever is not in the registry is no slip of somebody who is, not even with the same surname."""
    assert suggest.akin(stranger, PEOPLE) == []


def test_the_order_of_the_names_decides_nothing() -> None:
    """Two that are equally near come by id."""
    both = {"sullivan-john": ["John Sullivan"], "sullivan-jake": ["Jake Sullivan"]}

    assert suggest.akin("Салливан", both) == ["sullivan-jake", "sullivan-john"]


@pytest.mark.parametrize("word", ["", "-", "’", "ъ", "2021", "漢字", "a" * 300])
def test_anything_can_be_asked_for(word: str) -> None:
    """No text is too odd to be looked up."""
    assert suggest.akin(word, PEOPLE) == []


@pytest.mark.parametrize("alone", [False, True])
def test_an_unknown_id_is_answered_with_ids_and_names(tmp_path: Path, alone: bool) -> None:
    """A file checked alone finds the same nearest people as the whole does, and shows what they are called."""
    shutil.copytree(WORLD, tmp_path / "datasets")
    file = tmp_path / "datasets" / "meetings" / "2021-fish-talks.yaml"
    file.write_text(file.read_text("utf-8").replace("[doe-jane]", "[doh-jane]"), "utf-8")
    found = checking.check_some(tmp_path, [file]) if alone else checking.check(tmp_path)

    assert [f.help for f in found.findings if f.code == "R01"] == ["the nearest that exist: `doe-jane` (Jane Doe)"]

"""Classes of values that never change."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from bilat.findings import Finding, Location
from bilat.frozen import Frozen, as_dict, replace


class Shape(Frozen):
    """A thing with a name."""

    name: str
    corners: int = 0


class Coloured(Shape):
    """A thing with a name and a colour."""

    colour: str = "white"


def test_values_are_given_in_order_or_by_name() -> None:
    """What a class annotates comes after what it inherits, and what has a default may be left out."""
    made = Coloured("square", 4, colour="red")

    assert as_dict(made) == {"name": "square", "corners": 4, "colour": "red"}
    assert Coloured("dot", 0, "white") == Coloured(name="dot")
    assert repr(made) == "Coloured(name='square', corners=4, colour='red')"


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, "b", 2), {}), (("a",), {"name": "b"}), (("a",), {"size": 1})],
    ids=["too few", "too many", "twice", "unknown"],
)
def test_whoever_gives_too_little_or_too_much_is_told(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Every field has one value, and no value goes anywhere else."""
    with pytest.raises(TypeError, match="name, corners, colour"):
        Coloured(*values, **named)


def test_nothing_changes() -> None:
    """Fields are neither set nor deleted, and no other attribute is added."""
    made = Shape("square", 4)
    for name in ("corners", "size"):
        with pytest.raises(AttributeError, match="never changes"):
            setattr(made, name, 5)
    with pytest.raises(AttributeError, match="never changes"):
        del made.corners

    assert not hasattr(made, "__dict__")


def test_things_are_equal_if_their_values_are_and_they_are_of_one_class() -> None:
    """Equal things are one in a set; a thing of a narrower class is another one."""
    made = {Shape("dot"), Shape("dot"), replace(Shape("square"), name="dot"), Coloured("dot")}

    assert len(made) == 2
    assert Shape("dot") != ("dot", 0)


def test_a_thing_can_be_copied() -> None:
    """Copies, deep ones too, are equal to what was copied."""
    found = Finding("R01", Location("a.yaml", 3), "a fact")

    assert [found] * 2 == [copy.copy(found), copy.deepcopy(found)]


def test_a_class_can_be_matched_by_order() -> None:
    """Patterns name the fields in the order in which values are given."""
    match Coloured("square", 4):
        case Shape(name, corners):
            found = (name, corners)

    assert found == ("square", 4)

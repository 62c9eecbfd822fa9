"""Tests of classes whose objects stay as they are made."""

from __future__ import annotations

from dataclasses import field, replace

from eventwright.frozen import frozen


@frozen
class Point:
    """Where something is, and how it came there."""

    x: int
    y: int = 0
    way: list[int] = field(default_factory=list, compare=False)


@frozen
class Nowhere:
    """Is in no place."""


@frozen
class Anywhere:
    """Is in any place."""


def test_objects_are_equal_where_their_compared_fields_are() -> None:
    assert Point(1, 2, way=[3]) == Point(1, 2)
    assert Point(1, 2) != Point(2, 1)
    assert len({Point(1, 2, way=[3]), Point(1, 2)}) == 1


def test_objects_of_other_classes_are_never_equal() -> None:
    assert Nowhere() == Nowhere()
    assert Nowhere() != Anywhere()
    assert Point(1) != 1


def test_objects_show_what_they_are_made_of() -> None:
    assert f"{Point(1)} {Nowhere()}" == "Point(x=1, y=0) Nowhere()"


def test_objects_are_matched_and_replaced_like_those_of_any_dataclass() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert replace(Point(1, 2), y=3) == Point(1, 3)

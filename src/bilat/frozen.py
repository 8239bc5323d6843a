"""Classes of named values that never change, as frozen dataclasses with slots are, made at a hundredth of their cost.

A command lives for a tenth of a second, and `dataclasses` writes and compiles six methods for each class: for some
sixty classes that was a quarter of it. Here all classes share the same few methods. Type checkers see dataclasses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

F = TypeVar("F", bound="Frozen")


@dataclass_transform(frozen_default=True)
class _Kind(type):
    """Gives a class a slot for each name that its body annotates, after those that it inherits."""

    _names: tuple[str, ...]
    _defaults: Mapping[str, Any]
    _setters: tuple[Callable[[Any, Any], None], ...]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Kind:
        own = tuple(body.get("__annotations__", ()))
        above = [base for base in bases if isinstance(base, _Kind)]
        names = (*(field for base in above for field in base._names), *own)
        defaults = {field: value for base in above for field, value in base._defaults.items()}
        defaults |= {field: body.pop(field) for field in own if field in body}
        made = super().__new__(cls, name, bases, body | {"__slots__": own, "__match_args__": names})
        made._names, made._defaults = names, defaults
        made._setters = tuple(getattr(made, field).__set__ for field in names)
        return made


class Frozen(metaclass=_Kind):
    """A thing that is its values: made from them, in order or by name, equal if they are, and never changed."""

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - the subclasses say what they take
        kind = type(self)
        if named or len(values) != len(kind._names):
            values = _all(kind, values, named)
        for put, value in zip(kind._setters, values, strict=True):
            put(self, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} never changes: {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if isinstance(other, Frozen) and type(other) is type(self) else False

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in as_dict(self).items())})"

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return type(self), _values(self)


def replace(thing: F, **changes: Any) -> F:  # noqa: ANN401 - whatever the fields hold
    """Return a copy with other values in some of its fields."""
    return type(thing)(**(as_dict(thing) | changes))


def as_dict(thing: Frozen) -> dict[str, Any]:
    """Return the values by the names of their fields."""
    return dict(zip(type(thing)._names, _values(thing), strict=True))


def _values(thing: Frozen) -> tuple[Any, ...]:
    return tuple([getattr(thing, name) for name in type(thing)._names])


def _all(kind: _Kind, values: tuple[Any, ...], named: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return a value for each field, in order.

    Raises:
        TypeError: Some field has none or two, or there is no such field.
    """
    given = dict(zip(kind._names, values, strict=False))
    found = {**kind._defaults, **given, **named}
    if len(values) > len(kind._names) or given.keys() & named.keys() or found.keys() != set(kind._names):
        odd = sorted((found.keys() ^ set(kind._names)) | (given.keys() & named.keys()))
        raise TypeError(
            f"{kind.__name__} takes {', '.join(kind._names)}, each once; look at: {', '.join(odd) or values}"
        )
    return tuple([found[name] for name in kind._names])

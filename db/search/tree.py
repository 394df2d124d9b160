"""The tree that a query is read into: words, fields, and what joins them. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens one after another.

    `prefix`: the last one is a beginning. `fuzzy`: how many letters may be off. `near`: how many
    tokens may stand between them; then their order does not count.
    """

    tokens: tuple[str, ...]
    prefix: bool = False
    fuzzy: int = 0
    near: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """`name:value`, the name in its first English form. `until` ends a range of dates."""

    name: str
    value: str
    prefix: bool = False
    until: str = ""


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Tree


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a leaf may stand in the text, and what it is worth (as typed: 1.0).

    `why`: empty as typed, else `place` (the other language's name), `related` or `fuzzy`.
    """

    tokens: tuple[str, ...]
    prefix: bool = False
    near: int = 0
    worth: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words with the forms that they take in this library.

    `context`: a region is called so; beside other words, lying in that region is enough.
    """

    forms: tuple[Form, ...]
    context: bool = False


Tree = Words | Field | And | Or | Not | Leaf


def joined(kind: type[And | Or], parts: list[Tree | None]) -> Tree | None:
    """Join parts, leaving out what is empty or said twice; one part stands alone."""
    flat: dict[Tree, None] = {}
    for part in parts:
        if isinstance(part, kind):
            flat |= dict.fromkeys(part.parts)
        elif part is not None:
            flat[part] = None
    if len(flat) < 2:
        return next(iter(flat), None)
    return kind(tuple(flat))


def leaves(tree: Tree | None) -> list[Leaf]:
    """Return the leaves that a hit may show: those that are not under a NOT, in order."""
    match tree:
        case Leaf():
            return [tree]
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves(part)]
    return []


def fields(tree: Tree | None) -> list[Field]:
    """Return the fields that are asked for: those that are not under a NOT."""
    match tree:
        case Field():
            return [tree]
        case And(parts) | Or(parts):
            return [found for part in parts for found in fields(part)]
    return []

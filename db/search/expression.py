"""A query tree as an FTS5 expression: words, what joins them, and the region of a node. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.search.analysis import query_tokens
from db.search.places import other_names
from db.search.tables import MARK, NODES
from db.search.tree import And, Field, Form, Leaf, Not, Or, Tree


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words are looked for: a table of postings, in all or in some of its columns."""

    table: str
    columns: str = ""


def express(tree: Tree, scope: Scope) -> str | None:
    """Return the FTS5 expression, None when FTS5 cannot say it (NOT alone, most fields)."""
    match tree:
        case Leaf():
            return any_form(tree, scope)
        case Field("region") if scope.table == NODES:
            return any_form(_region(tree), scope, MARK)
        case Or(parts):
            found = [express(part, scope) for part in parts]
            return None if None in found else f"({' OR '.join(filter(None, found))})"
        case And(parts):
            return _express_all(parts, scope)
    return None


def any_form(leaf: Leaf, scope: Scope, mark: str = "") -> str:
    """Return the expression of a leaf; with a mark, of its tokens as a region's name."""
    found = [_one_form(form, mark) for form in leaf.forms]
    whole = found[0] if len(found) == 1 else f"({' OR '.join(found)})"
    return f"{{{scope.columns}}} : {whole}" if scope.columns and not mark else whole


def _region(field: Field) -> Leaf:
    tokens = query_tokens(field.value)
    forms = [Form(tokens, field.prefix), *(Form(name) for name in other_names(tokens))]
    return Leaf(tuple(forms))


def _express_all(parts: tuple[Tree, ...], scope: Scope) -> str | None:
    wanted = [part for part in parts if not isinstance(part, Not)]
    found = [_express_beside(part, scope) for part in wanted]
    banned = [express(part.part, scope) for part in parts if isinstance(part, Not)]
    if not wanted or None in found or None in banned:
        return None
    if scope.table == NODES:
        words = [part for part in wanted if isinstance(part, Leaf)]
        others = [part for part in wanted if not isinstance(part, (Leaf, Field))]
        if words and not others and all(word.context for word in words):
            found.append(f"({' OR '.join(any_form(word, scope) for word in words)})")
    both = f"({' AND '.join(filter(None, found))})"
    return f"({both} NOT ({' OR '.join(filter(None, banned))}))" if banned else both


def _express_beside(part: Tree, scope: Scope) -> str | None:
    """Return the expression of a part that stands beside others."""
    if isinstance(part, Leaf) and part.context and scope.table == NODES:
        return f"({any_form(part, scope)} OR {any_form(as_name(part), scope, MARK)})"
    return express(part, scope)


def as_name(leaf: Leaf) -> Leaf:
    """Return the leaf with whole words: `p` shall not stand for every region that begins so."""
    return Leaf(tuple(replace(form, prefix=False) for form in leaf.forms))


def _one_form(form: Form, mark: str) -> str:
    """Tokens are letters and digits, so nothing in the quotation marks can mean anything."""
    if form.near:
        tokens = " ".join(f'"{mark}{token}"' for token in form.tokens)
        return f"NEAR({tokens}, {form.near})"
    phrase = " ".join(mark + token for token in form.tokens)
    return f'"{phrase}"*' if form.prefix else f'"{phrase}"'

"""The query language: Whoosh's tolerant parser, and Whoosh's view of our analysis.

Importing this module loads Whoosh (80 ms); `query.py` does so when a query needs it.
ANDNOT, REQUIRE and ANDMAYBE are off: Whoosh 2.7.4 builds wrong sets of them, and `a NOT b` says it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from whoosh import fields as whoosh_fields
from whoosh import query as whoosh_query
from whoosh.analysis import Token, Tokenizer
from whoosh.qparser import (
    FieldsPlugin,
    FuzzyTermPlugin,
    GroupPlugin,
    OperatorsPlugin,
    PhrasePlugin,
    PrefixPlugin,
    QueryParser,
    RangePlugin,
    syntax,
)
from whoosh.qparser.taggers import RegexTagger

from db.search.analysis import fold, query_tokens, tokens
from db.search.fields import NAMES, PATTERN, field_name, read_field, read_range
from db.search.query import read_plain, read_word, words_of
from db.search.tree import And, Not, Or, Tree, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

DEFAULT = "words"
FARTHEST = 2
"""Letters that a fuzzy word may be off."""
PREFIX = r'(?P<text>[^\s*()":\[\]{}]+)[*]+(?=\s|$|\))'


class Analyzer(Tokenizer):  # type: ignore[misc]
    """Our tokens as Whoosh wants them; in query mode without the last half of a final pair."""

    def __call__(
        self,
        value: str,
        *,
        mode: str = "",
        tokenize: bool = True,
        start_pos: int = 0,
        **kwargs: Any,  # noqa: ANN401 - Whoosh's own
    ) -> Iterator[Token]:
        """Yield one token object again and again, as Whoosh's own tokenizers do."""
        token = Token(mode=mode, **kwargs)
        found = tokens(value) if tokenize else [(fold(value), 0, len(value))]
        if mode == "query" and tokenize:
            found = found[: len(query_tokens(value))]
        for at, (text, start, end) in enumerate(found):
            token.text = text
            token.boost = 1.0
            token.stopped = False
            token.pos = start_pos + at
            token.startchar, token.endchar = start, end
            yield token


class KnownFields(FieldsPlugin):  # type: ignore[misc]
    """Fields by all their names, and only those: `12:30` and `http://…` stay words."""

    class FieldnameTagger(RegexTagger):  # type: ignore[misc]
        """Makes the field's own name of the name that was typed."""

        def create(self, parser: Any, match: Any) -> Any:  # noqa: ANN401
            """Return the node that names the field of what follows."""
            return syntax.FieldnameNode(field_name(match.group("text")), match.group(0))

    def __init__(self) -> None:
        super().__init__(expr=rf"(?<!\w)(?P<text>(?i:{PATTERN})):(?=\S)")


@cache
def _parser() -> QueryParser:
    text = whoosh_fields.TEXT(analyzer=Analyzer(), multitoken_query="phrase")
    verbatim = {name: whoosh_fields.ID() for name in NAMES}
    schema = whoosh_fields.Schema(**{DEFAULT: text}, **verbatim)
    plugins = [
        KnownFields(),
        PrefixPlugin(PREFIX),
        FuzzyTermPlugin(),
        PhrasePlugin(),
        RangePlugin(),
        GroupPlugin(),
        OperatorsPlugin(AndNot=None, AndMaybe=None, Require=None),
    ]
    return QueryParser(DEFAULT, schema, plugins=plugins)


def read(text: str) -> tuple[Tree | None, tuple[str, ...]]:
    """Read a query with Whoosh; return its tree and the `field:value` that mean nothing."""
    odd: list[str] = []
    return _tree(_parser().parse(text, normalize=False), odd), tuple(odd)


def _tree(node: Any, odd: list[str]) -> Tree | None:  # noqa: ANN401 - Whoosh has no types
    match node:
        case whoosh_query.And():
            return joined(And, [_tree(part, odd) for part in node])
        case whoosh_query.Or():
            return joined(Or, [_tree(part, odd) for part in node])
        case whoosh_query.Not():
            part = _tree(node.query, odd)
            return None if part is None else Not(part)
        case whoosh_query.Term() | whoosh_query.Phrase() | whoosh_query.Prefix():
            return _leaf(node, odd)
        case whoosh_query.TermRange():
            return _range(node, odd)
        case whoosh_query.FuzzyTerm():
            return _leaf(node, odd)
    return None


def _leaf(node: Any, odd: list[str]) -> Tree | None:  # noqa: ANN401
    prefix = isinstance(node, whoosh_query.Prefix)
    is_phrase = isinstance(node, whoosh_query.Phrase)
    if node.fieldname != DEFAULT:
        value = " ".join(node.words) if is_phrase else node.text
        return _field(node.fieldname, value, prefix, odd)
    if is_phrase:
        return words_of(tuple(node.words), near=node.slop - 1)
    fuzzy = min(node.maxdist, FARTHEST) if isinstance(node, whoosh_query.FuzzyTerm) else 0
    return read_word(node.text, prefix=prefix, fuzzy=fuzzy)


def _field(name: str, value: str, prefix: bool, odd: list[str]) -> Tree | None:
    found = read_field(name, value, prefix=prefix)
    if found is not None:
        return found
    odd.append(f"{name}:{value}")
    return read_plain(value, prefix=prefix)


def _range(node: Any, odd: list[str]) -> Tree | None:  # noqa: ANN401
    name, start, end = node.fieldname, node.start or "", node.end or ""
    if name != DEFAULT:
        found = read_range(name, start, end)
        if found is not None:
            return found
        odd.append(f"{name}:[{start} to {end}]")
    return read_plain(f"{start} to {end}")

"""`search`: the hits as lines or as JSON, and beside them what a person should know."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from db.model import Ask
from desktop.cli.output import opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from db.model import Answer, Hint, Hit

HINTS = {
    "field": "“{words}:” is no field; it was searched as a word.",
    "value": "“{words}” means nothing here; it was searched as words.",
    "operator": "“{words}” joins nothing here; use AND, OR, NOT, quotation marks and brackets.",
    "long": "Only the beginning of the query was read.",
    "suggestion": "Did you mean: {words}",
    "related": "{count} more with related words: --related",
}


def search(args: argparse.Namespace) -> int:
    """Print the hits, best first; hints and how many there are go to standard error."""
    ask = Ask(
        " ".join(args.query),
        scope=args.scope,
        order=args.order,
        related=args.related,
        glossary=args.glossary,
        around=args.around,
    )
    with opened(args) as library:
        answer = library.search(ask, args.limit)
    print_facts(args, [_hit_facts(h) for h in answer.hits], map(_hit_line, answer.hits))
    if not getattr(args, "json", False):
        for line in _beside(answer):
            print(line, file=sys.stderr)
    return 0


def _hit_facts(hit: Hit) -> dict[str, object]:
    """Return a hit as its JSON; the keys are for ever."""
    return {
        "score": hit.score,
        "kind": hit.kind,
        "uid": hit.uid,
        "path": hit.path,
        "document": hit.document,
        "edition": hit.edition,
        "region": hit.region,
        "snippet": hit.snippet,
        "via": hit.via,
        "title": hit.title,
        "reason": hit.reason,
        "marks": [list(mark) for mark in hit.marks],
        "start": hit.start,
        "end": hit.end,
    }


def _hit_line(hit: Hit) -> str:
    why = f"  ({hit.reason or hit.via})" if hit.via != "text" else ""
    return f"{hit.path or hit.kind}  {' '.join(hit.snippet.split())}{why}"


def _beside(answer: Answer) -> Iterator[str]:
    """Yield what stands beside the hits: what was left out, what was not understood."""
    if answer.total == 0:
        yield "Nothing was found."
    elif answer.total is not None and answer.total > len(answer.hits):
        yield f"{len(answer.hits)} of {answer.total}; more with --limit."
    yield from map(_hint_line, answer.hints)


def _hint_line(hint: Hint) -> str:
    return HINTS[hint.kind].format(words=hint.words, count=hint.count)

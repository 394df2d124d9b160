"""`editions`, `compare` and `review`: what a new edition did to clauses and notes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.cli.output import note_facts, opened, print_facts

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from db.model import EditionUid, Node
    from db.revision import Pair, Review
    from desktop.library import Library


def list_editions(args: argparse.Namespace) -> int:
    """List the editions of a document, newest first, with what became of the notes in each."""
    with opened(args) as library:
        document = library.document(args.document)
        known = [_edition_facts(library, *one) for one in library.editions(document.uid)]
    print_facts(args, known, map(_edition_line, known))
    return 0


def _edition_facts(library: Library, edition: EditionUid, label: str) -> dict[str, object]:
    tally = library.tally(edition)
    return {
        "uid": edition,
        "edition": label,
        "title": library.document_of(edition).facts.title,
        "notes": len(library.notes(edition)),
        "moved": tally.moved,
        "review": tally.review,
        "orphaned": tally.orphaned,
    }


def _edition_line(known: dict[str, object]) -> str:
    return (
        f"{known['edition']}  {known['title']}: {known['notes']} notes, {known['moved']} moved, "
        f"{known['review']} to check, {known['orphaned']} without a place"
    )


def compare(args: argparse.Namespace) -> int:
    """Compare two editions of a document clause by clause."""
    with opened(args) as library:
        old, new = _two(library, args)
        pairs = library.compare(old, new)
    wanted = [p for p in pairs if not args.kind or p.kind in args.kind]
    counts = Counter(p.kind for p in pairs)
    facts = {"counts": dict(counts), "clauses": list(map(_pair_facts, wanted))}
    print_facts(args, facts, _compare_lines(counts, wanted))
    return 0


def _two(library: Library, args: argparse.Namespace) -> tuple[EditionUid, EditionUid]:
    """Return the two editions that the line names: by default the newest and the one before."""
    new = library.edition(args.document)
    document = library.document_of(new)
    if args.old:
        return library.edition(f"{document.uid}@{args.old}"), new
    known = [edition for edition, _ in library.editions(document.uid)]
    at = known.index(new)
    return known[min(at + 1, len(known) - 1)], new


def _pair_facts(pair: Pair) -> dict[str, object]:
    return {
        "kind": pair.kind,
        "likeness": round(pair.likeness, 3),
        "certain": pair.is_certain,
        "old": [{"path": n.path, "text": n.text} for n in pair.old],
        "new": [{"path": n.path, "text": n.text} for n in pair.new],
    }


SIGNS = {"kept": "=", "moved": ">", "changed": "~", "added": "+", "deleted": "-"}


def _compare_lines(counts: Counter[str], pairs: Sequence[Pair]) -> Iterator[str]:
    yield "  ".join(f"{kind} {counts[kind]}" for kind in SIGNS)
    for pair in pairs:
        places = " → ".join(filter(None, (_paths(pair.old), _paths(pair.new))))
        yield f"{SIGNS[pair.kind]} {places}"
        if pair.kind in ("changed", "deleted"):
            yield f"    - {_words(pair.old)}"
        if pair.kind in ("changed", "added"):
            yield f"    + {_words(pair.new)}"


def _paths(nodes: Sequence[Node]) -> str:
    return ", ".join(n.path for n in nodes)


def _words(nodes: Sequence[Node]) -> str:
    return " ".join(" ".join(n.text.split()) for n in nodes)


def list_reviews(args: argparse.Namespace) -> int:
    """List the notes whose place in the newest edition a person must say."""
    with opened(args) as library:
        document = library.document(args.document).uid if args.document else None
        waiting = [_review_facts(library, r) for r in library.reviews(document)]
    print_facts(args, waiting, _review_lines(waiting))
    return 0


def _review_facts(library: Library, review: Review) -> dict[str, object]:
    return {
        "note": note_facts(review.note),
        "state": review.state,
        "edition": review.edition_label,
        "candidates": [
            {
                "number": number,
                "score": c.score,
                "start": c.start,
                "end": c.end,
                "text": library.text(review.edition, c.start, c.end),
                "place": library.place_words(review.edition, c.start),
            }
            for number, c in enumerate(review.candidates, 1)
        ],
    }


def _review_lines(waiting: Sequence[dict[str, object]]) -> Iterator[str]:
    for one in waiting:
        note, candidates = one["note"], one["candidates"]
        assert isinstance(note, dict)
        assert isinstance(candidates, list)
        yield f"{note['uid']}  {note['document']}@{note['edition']}:{note['path']}  {one['state']}"
        yield f"  “{note['quote']}”"
        for c in candidates:
            words = " ".join(str(c["text"]).split())
            yield f"  {c['number']}. {c['score']:.2f}  {c['place']}  “{words}”"


def accept(args: argparse.Namespace) -> int:
    """Put a note where one of its candidates is."""
    with opened(args) as library:
        note = library.accept_candidate(args.uid, args.candidate)
    print_facts(args, note_facts(note), iter((f"{note.uid}  {note.path}",)))
    return 0


def place(args: argparse.Namespace) -> int:
    """Put a note on a place of the newest edition, or on words there."""
    with opened(args) as library:
        node = library.place(args.at).node
        if args.quote:
            anchor = library.find_quote(node, args.quote, args.occurrence)
        else:
            anchor = library.anchor_on(node)
        note = library.place_note(args.uid, anchor)
    print_facts(args, note_facts(note), iter((f"{note.uid}  {note.path}",)))
    return 0


def keep(args: argparse.Namespace) -> int:
    """Leave notes on the older edition."""
    with opened(args) as library:
        library.keep_on_old(args.uids)
    print_facts(args, args.uids, iter(args.uids))
    return 0


def detach(args: argparse.Namespace) -> int:
    """Take notes off their places; they stay notes."""
    with opened(args) as library:
        library.detach_notes(args.uids)
    print_facts(args, args.uids, iter(args.uids))
    return 0

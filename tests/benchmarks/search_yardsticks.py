"""What search is measured beside: FTS5 written by hand, a pure Whoosh index, and the queries.

By hand there are two. `rows`: a contentless FTS5 table over our pairs of Chinese characters, which
gives 20 rows with their words and cannot do more. `snippets`: FTS5 with its own copy of the text,
each Chinese character set apart by an invisible space (U+200B) so that `unicode61` sees it, which
gives 20 rows with FTS5's own snippets and marks: what search as a reader sees it takes without us.
"""

from __future__ import annotations

import json
import re
import sqlite3
import time

from db.search.analysis import index_text
from db.search.stems import distance

ROWS = 20
TYPED = "typing"
_han = re.compile("([\u2e80-\u9fff\uf900-\ufaff])")
SPACE = "\u200b"


# FTS5 by hand


def by_hand(file, clauses, clock=time.perf_counter):
    """Write the clauses into one table and two FTS5 tables; return it and the seconds of the first."""
    conn = sqlite3.connect(file, isolation_level=None)
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("CREATE TABLE clause(id INTEGER PRIMARY KEY, title, region, body)")
    conn.execute(
        "CREATE VIRTUAL TABLE f USING fts5(title, body, content='', tokenize='ascii',"
        " prefix='1 2 3')"
    )
    conn.execute("CREATE VIRTUAL TABLE s USING fts5(title, body, prefix='1 2 3')")
    conn.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row')")
    start = clock()
    conn.execute("BEGIN")
    rows = [(n, c["title"], c["region"], c["body"]) for n, c in enumerate(clauses, 1)]
    conn.executemany("INSERT INTO clause VALUES (?, ?, ?, ?)", rows)
    conn.executemany(
        "INSERT INTO f(rowid, title, body) VALUES (?, ?, ?)",
        ((n, index_text(title), index_text(body)) for n, title, _, body in rows),
    )
    conn.execute("COMMIT")
    taken = clock() - start
    conn.execute("BEGIN")
    conn.executemany(
        "INSERT INTO s(rowid, title, body) VALUES (?, ?, ?)",
        ((n, _set_apart(title), _set_apart(body)) for n, title, _, body in rows),
    )
    conn.execute("COMMIT")
    return conn, taken


def _set_apart(text):
    return _han.sub(rf"\1{SPACE}", text)


def match_of(conn, query, *, pairs):
    """Return the FTS5 expression that a person would write for a query of the file."""
    kind = query["t"]
    if kind in ("zh", "zhand"):
        spans = query["s"] if isinstance(query["s"], list) else [query["s"]]
        return " AND ".join((_paired if pairs else _spaced)(span) for span in spans)
    words = [f'"{word}"' for word in query["w"]]
    if kind == "fuzzy":
        return " OR ".join(f'"{word}"' for word in _near(conn, query["w"][0])) or words[0]
    if kind == "phrase":
        return '"' + " ".join(query["w"]) + '"'
    if kind == "prefix":
        return " AND ".join(words) + "*"
    if kind == "bool":
        return f"({words[0]} OR {words[1]}) NOT {words[2]}"
    return " AND ".join(words)


def _paired(span):
    pairs = " ".join(span[i : i + 2] for i in range(len(span) - 1))
    return f'"{pairs}"' if pairs else f'"{span}"*'


def _spaced(span):
    return '"' + " ".join(span) + '"'


def _near(conn, word):
    """Return the words that are one letter off, all with its first letter looked at."""
    terms = conn.execute(
        "SELECT term FROM v WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?",
        (word[0], chr(ord(word[0]) + 1), len(word) - 1, len(word) + 1),
    )
    return [term for (term,) in terms if distance(word, term, 1) <= 1]


def ask_by_hand(conn, query, *, ranked, snippets=False):
    """Return 20 rows of hand-written FTS5, with their words or with snippets."""
    table = "s" if snippets else "f"
    where, values = f"{table} MATCH ?", [match_of(conn, query, pairs=not snippets)]
    if query.get("region"):
        where += " AND c.region = ?"
        values.append(query["region"])
    order = f"bm25({table}, 3.0, 1.0)" if ranked else f"{table}.rowid"
    shown = f"snippet({table}, 1, '[', ']', '…', 24)" if snippets else "c.body"
    return conn.execute(
        f"SELECT c.id, c.title, {shown} FROM {table} CROSS JOIN clause c ON c.id = {table}.rowid"
        f" WHERE {where} ORDER BY {order} LIMIT {ROWS}",
        values,
    ).fetchall()


# a pure Whoosh index


def whoosh_of(folder, clauses, clock=time.perf_counter):
    """Build a pure Whoosh index with our analyzer; return a searcher, a parser and the seconds."""
    from whoosh import fields as f
    from whoosh.index import create_in
    from whoosh.qparser import FuzzyTermPlugin, MultifieldParser

    from db.search.language import Analyzer

    text = {"analyzer": Analyzer(), "stored": True, "multitoken_query": "phrase"}
    schema = f.Schema(
        title=f.TEXT(**text, field_boost=3.0), body=f.TEXT(**text), region=f.ID(stored=True)
    )
    folder.mkdir()
    start = clock()
    made = create_in(folder, schema)
    writer = made.writer(limitmb=256)
    for clause in clauses:
        writer.add_document(title=clause["title"], body=clause["body"], region=clause["region"])
    writer.commit()
    taken = clock() - start
    parser = MultifieldParser(["title", "body"], schema)
    parser.add_plugin(FuzzyTermPlugin())
    return made.searcher(), parser, taken


def ask_whoosh(searcher, parser, query):
    """Return 20 rows of Whoosh."""
    found = searcher.search(parser.parse(typed(query)), limit=ROWS)
    return [hit.fields() for hit in found]


# the queries


def typed(query):
    """Return what a person types for a query of the file."""
    kind = query["t"]
    region = f' region:"{query["region"]}"' if query.get("region") else ""
    if kind == "zh":
        return query["s"]
    if kind == "zhand":
        return " ".join(query["s"])
    if kind == "phrase":
        return '"' + " ".join(query["w"]) + '"'
    if kind == "prefix":
        return " ".join(query["w"]) + "*"
    if kind == "fuzzy":
        return query["w"][0] + "~"
    if kind == "bool":
        one, other, banned = query["w"]
        return f"({one} OR {other}) NOT {banned}{region}"
    return " ".join(query["w"]) + region


def by_class(folder, most):
    """Return class → queries; typing two words letter by letter is a class of its own."""
    classes = json.loads((folder / "queries-100k.json").read_text("utf-8"))
    classes = {name: queries[:most] for name, queries in classes.items()}
    letters = []
    for query in classes.get("typing2", []):
        whole = " ".join(query["w"])
        cut = [whole[:end] for end in range(1, len(whole) + 1) if whole[end - 1] != " "]
        letters += [{"t": "prefix", "w": part.split()} for part in cut]
    return {**classes, TYPED: letters}

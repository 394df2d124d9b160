"""Stand-in until the search room is built."""

from db.model import *


def find_ranked(conn, query, limit=20, *, typing=False, **_):
    from db import documents, nodes

    hits, words = [], query.lower().split()
    for doc in documents.load_documents(conn):
        for n in nodes.load_nodes(conn, doc.edition):
            low = (n.text + " " + (n.region or "") + n.name).lower()
            if words and all(w in low for w in words):
                at = max(0, n.text.lower().find(words[0]))
                hits.append(
                    Hit(
                        1.0,
                        n.kind,
                        n.uid,
                        n.path,
                        doc.name,
                        doc.label,
                        n.region,
                        n.text[max(0, at - 40) : at + 80],
                        "text",
                        ((min(at, 40), min(at, 40) + len(words[0])),),
                        n.start + at,
                        n.start + at + len(words[0]),
                        n.title,
                        "",
                        n.uid,
                        doc.edition,
                    )
                )
    return hits[:limit]


def find_first(conn, query, limit=30, **_):
    return find_ranked(conn, query, limit)


def count(conn, query):
    return len(find_ranked(conn, query, 10**6))

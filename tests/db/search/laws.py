"""A Chinese regulation and an English law to search in, and hands to store notes with."""

from pathlib import Path

from db import documents, nodes, notes
from db.model import Anchor, Ask, DocumentFacts, Node, NodeUid, Note, NoteUid, ParsedEdition, Zone
from db.search import facets, results, suggestions

ROOT = Path(__file__).resolve().parents[3]
PLAN = ROOT / "resources" / "plans" / "east-west-2022.json"
NOW = "2026-01-01T00:00:00.000Z"

CHINESE = """第一章 总则
第一条 为了加强盐湖资源保护，促进5G网络建设，制定本条例。
第二条 青海省、宁夏回族自治区人民政府负责本条例的实施。
第三条 鼓励科技援青，支持西宁、海东等国家农业科技园区发展。
第二章 监督管理
第四条 任何单位和个人不得泄露商业秘密；违反规定的，依法处理。
第五条 研发（R&D）经费由国家和企业共同承担，锂、镁等资源统一管理。
第六条 水利部门会同生态环境部门治理水土流失。"""
ENGLISH = """Chapter I General
§ 1 The Council shall purchase salt “at cost” — no mayor may offer less.
§ 2 A naïve café owner cooperates; cooperation is cooperative, and cooperating pays.
Chapter II Remedies
§ 3 No person shall fish in the salt lake after dark, nor before dawn in the lake of salt.
§ 4 Judgment for fraud is entered within 30 days, in the ordinary course.
§ 5 Lithium, potassium and magnesium are listed in Schedule 5G."""


def law(text, title, *, region=None, date="", lede=""):
    """Make an edition of lines: those that begin with Chapter or 第…章 are headings."""
    whole, nodes, chapter, number = lede, [], "", 0
    for line in text.splitlines():
        start, end = len(whole), len(whole) + len(line)
        whole += f"{line}\n"
        heading = line.startswith("Chapter") or "章" in line[:4]
        if heading:
            chapter, number = str(int(chapter or 0) + 1), 0
            about = ("chapter", chapter, chapter, start, end, line, 0, "")
        else:
            number += 1
            path = f"{chapter}.{number}"
            about = ("clause", path, str(number), start, end, line, 1, chapter)
        nodes.append(Node(NodeUid(""), *about, zone="body", region=region))
    zones = (Zone("lede", 0, len(lede)), Zone("body", len(lede), len(whole)))
    return ParsedEdition(
        DocumentFacts(title, name=title, date=date, issuers=("People's Congress",)),
        whole,
        tuple(nodes),
        tuple(zone for zone in zones if zone.end > zone.start),
    )


def add(base, parsed, **more):
    """Store an edition."""
    with base.write() as conn:
        return documents.add_edition(conn, parsed, label="1", now=NOW, **more)


def note(base, uid, body="", *, on=None, quote="", **facts):
    """Save a note, on a node when one is given."""
    anchor = None
    if on is not None:
        node, edition = on
        anchor = Anchor(edition, "node", node.start, node.end, quote, first=node.uid, last=node.uid)
    made = Note(NoteUid(uid), body=body, created=NOW, changed=NOW, anchor=anchor, **facts)
    with base.write() as conn:
        return notes.save_note(conn, made)


def place(base, path, document=None):
    """Return a node and its edition by its path."""
    found = nodes.find_nodes(base.conn, path, document and document.edition)
    return found[0][1], found[0][0]


def answers(hits):
    """Return what identifies hits."""
    return [(hit.document, hit.path) for hit in hits]


def paths(hits):
    """Return the paths of hits."""
    return [hit.path for hit in hits]


def find_first(conn, query, limit, **more):
    """Return the first hits of a query that is being typed."""
    return list(results.find_first(conn, Ask(query, typing=True, **more), limit).hits)


def find_ranked(conn, query, limit, **more):
    """Return the best hits of a query."""
    return list(results.find_ranked(conn, Ask(query, **more), limit).hits)


def count(conn, query, **more):
    """Return how many hits a query has."""
    return results.count(conn, Ask(query, **more))


def count_facets(conn, query, **more):
    """Return the parts of a query's hits."""
    return facets.count_facets(conn, Ask(query, **more)).facets


def suggest(conn, query, *limit):
    """Return what may have been meant."""
    return suggestions.suggest(conn, Ask(query), *limit)

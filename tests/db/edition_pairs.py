"""Small editions for moving notes: laws built by hand, and anchors as the library makes them."""

from dataclasses import replace

from db.anchors import Mover
from db.model import Anchor, EditionUid, node_uid
from tests.db.conftest import Builder

OLD, NEW = EditionUid("old"), EditionUid("new")
FIRST = "为了加强湖泊保护，防治水污染，根据宪法，制定本法。"
SECOND = "国务院水行政主管部门负责全国湖泊保护工作的监督管理。"
THIRD = "禁止在湖泊保护范围内新建、扩建排放污水的工厂。"
FOURTH = "违反前条规定的，由县级人民政府责令拆除，并处十万元以下的罚款。"
FIFTH = "本法自公布之日起施行。"
LAW = (FIRST, SECOND, THIRD, FOURTH, FIFTH)
NEWLY = "各级人民政府应当每年向社会公布湖泊水质监测的结果，接受公众监督。"


def law(*articles, front="湖泊保护法\n"):
    """Return text and nodes of a law; an article is a sentence or several."""
    built = Builder("湖泊保护法").front(front).add("preamble", "0", "")
    for number, article in enumerate(articles, 1):
        built.add("article", f"{number}", f"第{number}条")
        clauses = [article] if isinstance(article, str) else article
        for at, words in enumerate(clauses, 1):
            built.add("clause", f"{number}.{at}", words)
    edition = built.build()
    return edition.text, tuple(replace(n, uid=node_uid("hash", n.path)) for n in edition.nodes)


def passage(edition, words, occurrence=1):
    """Return the anchor on words of an edition."""
    text, _ = edition
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return span(text, start, start + len(words))


def span(text, start, end):
    before, after = text[max(0, start - 32) : start], text[end : end + 32]
    return Anchor(OLD, "passage", start, end, text[start:end], before, after)


def on_node(edition, path):
    """Return the anchor on a whole place."""
    text, nodes = edition
    node = next(n for n in nodes if n.path == path)
    anchor = span(text, node.start, node.end)
    return Anchor(
        OLD, "node", node.start, node.end, anchor.quote, anchor.prefix, anchor.suffix, node.uid,
        node.uid,
    )  # fmt: skip


def move(old, new, anchor):
    """Return the row of the anchor in the new edition, and the words that it stands on."""
    row = Mover(old, new).move(anchor, NEW)
    return row, new[0][row.anchor.start : row.anchor.end]

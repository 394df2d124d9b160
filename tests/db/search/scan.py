"""The library read row by row, without any index: what a query must find."""

from dataclasses import dataclass, field
from functools import cache

from db.search import analysis
from db.search.places import other_bodies, other_names
from db.search.stems import distance, stem
from db.search.tree import And, Field, Not, Or, Words


@dataclass
class Row:
    """A node or a note: its columns as tokens, and what fields ask for."""

    columns: list[list[str]]
    region: list[str]
    facts: dict[str, str] = field(default_factory=dict)
    is_note: bool = False


NODES = """
SELECT n.uid, n.edition, n.region, n.start, n."end", h.words, n.kind, n.zone, e.title, e.date,
    e.issuers, d.group_name, EXISTS (SELECT 1 FROM anchor a JOIN note x ON x.id = a.note
        WHERE x.deleted = '' AND n.uid IN (a.first, a.last))
FROM node n JOIN edition e ON e.id = n.edition JOIN document d ON d.id = e.document
LEFT JOIN search_hidden h ON h.node = n.id WHERE n."end" > n.start
"""
NOTES = """
SELECT n.uid, n.body, coalesce(a.quote, ''), n.color, n.status, n.sensitivity, n.created, n.author,
    p.zone, p.region, e.title, d.group_name,
    (SELECT group_concat(tag, char(10)) FROM note_tag WHERE note = n.id)
FROM note n LEFT JOIN anchor a ON a.note = n.id LEFT JOIN node p ON p.uid = a.first
LEFT JOIN edition e ON e.id = a.edition LEFT JOIN document d ON d.id = e.document
WHERE n.deleted = ''
"""


class Scan:
    """Finds what a tree means by reading everything."""

    def __init__(self, conn, *, related=False):
        self.related = related
        self.rows = {}
        texts = {}
        for edition, text in conn.execute(
            "SELECT edition, text FROM source ORDER BY edition, start"
        ):
            texts[edition] = texts.get(edition, "") + text
        for uid, edition, region, start, end, hidden, *facts in conn.execute(NODES):
            names = ("kind", "zone", "doc", "date", "by", "group", "noted")
            columns = [analysis.words(c) for c in (texts[edition][start:end], hidden or "")]
            self.rows[uid] = Row(
                columns, analysis.words(region or ""), dict(zip(names, facts, strict=True))
            )
        for uid, body, quote, *facts, region, title, group, tags in conn.execute(NOTES):
            names = ("color", "status", "sensitivity", "date", "by", "zone")
            columns = [analysis.words(c) for c in (body, quote, tags or "")]
            known = dict(zip(names, facts, strict=True))
            known |= {"doc": title, "group": group, "tags": tags or "", "body": body}
            self.rows[uid] = Row(columns, analysis.words(region or ""), known, is_note=True)

    def find(self, tree):
        return {uid for uid, row in self.rows.items() if self.holds(tree, row)}

    def holds(self, tree, row):
        match tree:
            case None:
                return False
            case Or(parts):
                return any(self.holds(part, row) for part in parts)
            case Not(part):
                return not self.holds(part, row)
            case And(parts):
                return self.all_hold(parts, row)
            case Field("region"):
                return lies_in(Words(analysis.query_tokens(tree.value)), row, tree.prefix)
            case Field():
                return note_has(tree, row) if row.is_note else node_has(tree, row)
        return any(self.stands(tree, column) for column in row.columns)

    def all_hold(self, parts, row):
        """Beside other words the region that a clause lies in stands for its name, not alone."""
        words = [part for part in parts if isinstance(part, Words)]
        lenient = len(words) > 1 and not row.is_note
        own = lying = False
        for part in parts:
            if self.holds(part, row):
                own = own or not isinstance(part, (Not, Field))
            elif lenient and part in words and len(part.tokens[0]) > 1 and lies_in(part, row):
                lying = True
            else:
                return False
        return own or not lying

    def stands(self, leaf, column):
        if leaf.near:
            return is_near(leaf, column)
        if any(stands(form, column) for form in forms(leaf)):
            return True
        word = leaf.tokens[0]
        if len(leaf.tokens) > 1 or analysis.is_han(word):
            return False
        return any(is_like(word, other, leaf.fuzzy, self.related) for other in column)


@cache
def is_like(word, other, fuzzy, related):
    if len(other) < 3 or not other.isalpha():
        return False
    near = fuzzy and distance(word, other, fuzzy) <= fuzzy
    if near and (fuzzy == 1 or other[0] == word[0]):
        return True
    return related and stem(word) == stem(other)


def forms(leaf):
    """Return (tokens, prefix) for the words and the place's other name."""
    return [(leaf.tokens, leaf.prefix), *((name, False) for name in other_names(leaf.tokens))]


def lies_in(leaf, row, prefix=False):
    names = [(leaf.tokens, prefix), *forms(leaf)[1:]]
    return any(stands(name, row.region) for name in names)


def stands(form, column):
    tokens, prefix = form
    size = len(tokens)
    if not prefix and tokens[0] not in column:
        return False
    for at in range(len(column) - size + 1):
        *start, last = column[at : at + size]
        begun = prefix and last.startswith(tokens[-1])
        if start == list(tokens[:-1]) and (last == tokens[-1] or begun):
            return True
    return False


def is_near(leaf, column):
    """Whether two tokens stand with at most so many tokens between them."""
    one, other = ([at for at, word in enumerate(column) if word == token] for token in leaf.tokens)
    return any(a != b and abs(a - b) - 1 <= leaf.near for a in one for b in other)


def node_has(asked, row):
    value, facts = asked.value, row.facts
    match asked.name:
        case "kind" if value == "heading":
            return facts["kind"] != "clause"
        case "in":
            return value == "clause" or (value == "heading" and facts["kind"] != "clause")
        case "noted":
            return (value == "yes") == bool(facts["noted"])
        case "by":
            names = (value, *other_bodies(value))
            return any(name.lower() in facts["by"].lower() for name in names)
        case "doc" | "group":
            return value.lower() in facts[asked.name].lower()
        case "kind" | "zone":
            return value == facts[asked.name]
    return is_at(asked, facts["date"])


def note_has(asked, row):
    value, facts = asked.value, row.facts
    match asked.name:
        case "kind" | "in":
            return value == "note" or (value == "highlight" and not facts["body"])
        case "noted":
            return value == "yes"
        case "tag":
            tags = facts["tags"].lower().split("\n")
            return any(t == value.lower() or t.startswith(f"{value.lower()}/") for t in tags)
        case "color" | "status" | "sensitivity" | "zone":
            return value.lower() == facts[asked.name].lower()
        case "doc" | "group" | "by":
            return value.lower() in (facts[asked.name] or "").lower()
    return is_at(asked, facts["date"])


def is_at(asked, date):
    match asked.name:
        case "after":
            return date >= asked.value
        case "before":
            return date != "" and date < asked.value
        case "date":
            until = asked.until
            return date != "" and date >= asked.value and date[: len(until)] <= until
    return False

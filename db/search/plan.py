"""A query tree becomes an FTS5 expression and SQL conditions: exact sets, whatever is nested.

Words, AND, OR and a NOT beside something go into one MATCH. Fields become conditions. What FTS5
cannot say (a NOT alone or inside an OR, a field inside an OR) becomes SQL over sets of rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.model import CLAUSE
from db.search import stems
from db.search.analysis import is_han
from db.search.expression import Scope, any_form, as_name, express
from db.search.filling import SEARCHED
from db.search.filters import condition
from db.search.narrowing import narrow
from db.search.places import other_names
from db.search.tables import AROUND, LAST_PLACE, MARK, MEMOS, NODES, NOTES
from db.search.tree import And, Field, Form, Leaf, Not, Or, Tree, Words, fields, joined

if TYPE_CHECKING:
    import sqlite3

    from db.model import Ask
    from db.search.filters import Sql

MOST_GAPS = 200
"""Stretches of rows left out one by one; more of them are looked up row by row."""

PLACE_WORTH, RELATED_WORTH, FUZZY_WORTH = 0.9, 0.5, 0.5

JOINS = {
    NODES: "CROSS JOIN node n ON n.id = search_node.rowid",
    NOTES: "CROSS JOIN note n ON n.id = search_note.rowid",
    MEMOS: "CROSS JOIN memo n ON n.id = search_memo.rowid",
    AROUND: "CROSS JOIN search_place n ON n.id = search_around.rowid",
}
BASES = {NODES: "node n", NOTES: "note n", MEMOS: "memo n", AROUND: "search_place n"}
BESIDE = {
    NODES: "",
    NOTES: " LEFT JOIN anchor a ON a.note = n.id AND a.edition ="
    f" {LAST_PLACE} LEFT JOIN node p ON p.uid = a.first"
    " LEFT JOIN edition e ON e.id = a.edition LEFT JOIN document d ON d.id = e.document",
    MEMOS: "",
    AROUND: " JOIN search_edition s ON s.edition = n.edition JOIN edition e ON e.id = n.edition"
    " JOIN document d ON d.id = e.document",
}
ALIVE = {
    NODES: 'n."end" > n.start',
    NOTES: "n.deleted = '' AND coalesce(d.removed, '') = ''",
    MEMOS: "n.deleted = ''",
    AROUND: "s.old = 0 AND d.removed = ''",
}
IN_HEADINGS = Field("in", "heading")
EVERY = "1"
"""The condition that leaves nothing out."""
ALIVE_IN_EDITION = {NOTES: "n.deleted = ''", MEMOS: "0", AROUND: EVERY}
"""The same inside an edition that was asked for, which may be an older one."""
TABLES_OF = {
    "all": (NODES, NOTES, MEMOS),
    "clauses": (NODES,),
    "notes": (NOTES,),
    "memos": (MEMOS,),
}
"""Scope of a query → the tables that are searched."""
SILENT = (
    "SELECT edition FROM search_edition WHERE old UNION SELECT e.id FROM document d"
    " JOIN edition e ON e.document = d.id WHERE d.removed <> ''"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of one table of postings that a query means."""

    table: str
    match: str
    conditions: tuple[str, ...]
    values: tuple[object, ...]
    tree: Tree
    scope: Scope

    def match_of(self, tree: Tree, columns: str = "") -> str:
        """Return the FTS5 expression of a tree like ours; `columns` to look in these only."""
        scope = Scope(self.table, columns) if columns else self.scope
        words = _divided(tree, scope)[0]
        return (words and express(words, scope)) or ""

    @property
    def row(self) -> str:
        """The name of a row's id in the SQL."""
        return f"{self.table}.rowid" if self.match else "n.id"

    def sql(self, select: str, more: str = "", match: str = "") -> tuple[str, list[object]]:
        """Return `SELECT select FROM …` over the rows, with `match` for ours, `more` at the end."""
        match = match or self.match
        source = BASES[self.table] + BESIDE[self.table]
        where = [*self.conditions]
        if match:
            joins = self.table != NODES or "n." in " ".join((select, *where))
            source = f"{self.table} {JOINS[self.table] + BESIDE[self.table] if joins else ''}"
            where.insert(0, f"{self.table} MATCH ?")
        values = [match, *self.values] if match else [*self.values]
        chosen = " AND ".join(where) or EVERY
        return f"SELECT {select} FROM {source} WHERE {chosen} {more}", values


def resolve(conn: sqlite3.Connection, tree: Tree, ask: Ask) -> Tree:
    """Give each of the words the forms that it takes in this library."""
    match tree:
        case Words():
            return Leaf(_forms(conn, tree, ask))
        case And(parts):
            found = [resolve(conn, part, ask) for part in parts]
            if ask.glossary and sum(isinstance(part, Leaf) for part in found) > 1:
                found = [_with_context(conn, part) for part in found]
            return And(tuple(found))
        case Or(parts):
            return Or(tuple(resolve(conn, part, ask) for part in parts))
        case Not(part):
            return Not(resolve(conn, part, ask))
    return tree


def _forms(conn: sqlite3.Connection, words: Words, ask: Ask) -> tuple[Form, ...]:
    forms = [Form(words.tokens, words.prefix, words.near)]
    if ask.glossary and not words.near:
        names = other_names(words.tokens)
        forms += [Form(name, worth=PLACE_WORTH, why="place") for name in names]
    if len(words.tokens) == 1 and not is_han(words.tokens[0]):
        word = words.tokens[0]
        if words.fuzzy:
            near = stems.similar(conn, word, words.fuzzy)
            forms += [Form((other,), worth=FUZZY_WORTH, why="fuzzy") for other in near]
        if ask.related:
            kin = stems.related(conn, word)
            forms += [Form((other,), worth=RELATED_WORTH, why="related") for other in kin]
    return tuple(forms)


def _with_context(conn: sqlite3.Connection, part: Tree) -> Tree:
    """Mark a leaf that names a region: beside other words, lying there is enough."""
    if not isinstance(part, Leaf) or len(part.forms[0].tokens[0]) < 2:
        return part
    found = conn.execute(
        f"SELECT 1 FROM {NODES} WHERE {NODES} MATCH ? LIMIT 1",
        (any_form(as_name(part), Scope(NODES), MARK),),
    ).fetchone()
    return replace(part, context=True) if found else part


def plans(conn: sqlite3.Connection, tree: Tree, ask: Ask) -> list[Plan]:
    """Return the plan for each table of postings that a resolved tree is looked for in."""
    tables = list(TABLES_OF[ask.scope])
    zones = {f.value for f in fields(tree) if f.name == "zone"} - set(SEARCHED)
    if NODES in tables and (zones or ask.around):
        tables.append(AROUND)
    found = [_plan(conn, tree, table, ask) for table in tables]
    return [plan for plan in found if "0" not in plan.conditions]


def _plan(conn: sqlite3.Connection, tree: Tree, table: str, ask: Ask) -> Plan:
    scope = Scope(table, _columns(tree, ask) if table == NODES else "")
    words, rest = _divided(tree, scope)
    conditions: list[str] = []
    values: list[object] = []
    for part in rest:
        sql, more = _sql(conn, part, scope)
        conditions.append(sql)
        values += more
    match = (words and express(words, scope)) or ""
    row = f"{table}.rowid" if match else "n.id"
    for sql, more in (*narrow(conn, ask, table, row), _alive(conn, table, ask, row)):
        if sql != EVERY:
            conditions.append(sql)
            values += more
    return Plan(table, match, tuple(conditions), tuple(values), tree, scope)


def _columns(tree: Tree, ask: Ask) -> str:
    """Return the columns of node postings that are looked in; headings have no `text`."""
    asked = [{f.value} for f in _beside(tree) if f.name == "kind" or f == IN_HEADINGS]
    if any(kinds and not kinds & {CLAUSE, ""} for kinds in (set(ask.kinds), *asked)):
        return "heading hidden" if ask.glossary else "heading"
    return "" if ask.glossary else "heading text"


def _beside(tree: Tree) -> list[Field]:
    """Return the fields that every match must have."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    return [part for part in parts if isinstance(part, Field)]


def _divided(tree: Tree, scope: Scope) -> tuple[Tree | None, list[Tree]]:
    """Return the part of the tree that FTS5 can say, and the parts that SQL must."""
    parts = tree.parts if isinstance(tree, And) else (tree,)
    said = [part for part in parts if express(part, scope) is not None]
    if said:
        said += [p for p in parts if isinstance(p, Not) and express(p.part, scope) is not None]
    return joined(And, [*said]), [part for part in parts if part not in said]


def _sql(conn: sqlite3.Connection, tree: Tree, scope: Scope) -> tuple[str, list[object]]:
    """Return a condition on `n` for any tree."""
    match, table = express(tree, scope), scope.table
    if match is not None:
        return f"n.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", [match]
    match tree:
        case Not(part):
            sql, values = _sql(conn, part, scope)
            return f"NOT coalesce({sql}, 0)", values
        case And(parts) | Or(parts):
            found = [_sql(conn, part, scope) for part in parts]
            word = " AND " if isinstance(tree, And) else " OR "
            joined_sql = word.join(sql for sql, _ in found)
            return f"({joined_sql})", [value for _, values in found for value in values]
    assert isinstance(tree, Field)
    return condition(conn, tree, table)


def _alive(conn: sqlite3.Connection, table: str, ask: Ask, row: str) -> Sql:
    """Leave out older editions, removed documents and the trash."""
    if table == NODES and ask.edition is not None:
        return (EVERY if row != "n.id" else ALIVE[NODES]), []
    if table != NODES:
        return (ALIVE[table] if ask.edition is None else ALIVE_IN_EDITION[table]), []
    silent = _silent(conn)
    own = [] if row != "n.id" else [ALIVE[table]]
    if len(silent) > MOST_GAPS:
        return " AND ".join([*own, f"n.edition NOT IN ({SILENT})"]), []
    gaps = [f"{row} NOT BETWEEN ? AND ?"] * len(silent)
    return " AND ".join([*own, *gaps]) or EVERY, [end for gap in silent for end in gap]


def _silent(conn: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return the stretches of rows of older editions and removed documents, merged."""
    rows = conn.execute(
        f"SELECT first, last FROM search_edition WHERE edition IN ({SILENT}) AND last >= first"
        " ORDER BY first"
    )
    merged: list[tuple[int, int]] = []
    for first, last in rows:
        if merged and merged[-1][1] == first - 1:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged

"""Memo, notes, clauses → file: pure, no Qt, no SQL. May import `db.model` and `db.errors`."""

"""File → `ParsedEdition`: pure, no Qt, no SQL. May import `db.model` and `db.errors`."""

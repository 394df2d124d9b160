"""Full-text search: the only room that knows Whoosh and FTS5; it is handed a connection.

`analysis` makes tokens, `query` and `language` read what a person types, `index` keeps the FTS5
tables and `building` makes them anew, `plan` turns a query into SQL, `results` answers, `facets`
counts, `suggestions` tells what else could be asked. May import `db.model`, `db.errors`.
"""

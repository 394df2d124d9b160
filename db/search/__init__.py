"""Full-text search: the only room that knows Whoosh and FTS5. It is handed a connection, it opens none."""

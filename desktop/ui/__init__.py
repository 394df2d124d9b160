"""The window: the only room with PySide6. May import `desktop.library`, `history`, `changes`, `db.model`, `db.errors`."""

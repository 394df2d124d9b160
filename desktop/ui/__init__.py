"""The window: the only room with PySide6. It shows and asks; `desktop.library` decides."""

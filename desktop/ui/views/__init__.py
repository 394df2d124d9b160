"""Widgets of the main window: they show, they never decide."""

"""The document base: what we know and keep. No Qt; imports nothing from `desktop`."""

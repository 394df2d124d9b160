from pathlib import Path


def build(_options: list[str]) -> list[Path]:
    return []

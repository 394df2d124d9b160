"""The door: `python -m desktop`, the installed and the frozen program all start here."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Open the window, or do the command of the line without one; return the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # first: a spawned worker of the frozen program must not get further
    words = sys.argv[1:] if arguments is None else arguments
    wish = asks_for_the_window(words)
    if wish is not None:
        from desktop.app import run_window

        return run_window(*wish)
    from desktop.cli import build_parser, run

    args = build_parser().parse_args(arguments)
    if args.self_test:
        from desktop.self_test import run_self_test

        return run_self_test(args.self_test)
    if hasattr(args, "deed"):
        return run(args)
    from desktop.app import run_window

    return run_window(getattr(args, "library", None))


def asks_for_the_window(words: list[str]) -> tuple[Path | None, list[Path]] | None:
    """Return the library and the files of a plain start, None when it is a command.

    For it no parser of all commands is built (11 ms). A file has a full path, as a file manager
    hands it over, or an ending: no command has either.
    """
    folder, rest = None, words
    if len(words) >= 2 and words[0] == "--library" and not words[1].startswith("-"):
        folder, rest = Path(words[1]), words[2:]
    files = [Path(word) for word in rest if not word.startswith("-")]
    if len(files) == len(rest) and all(_is_file(file) for file in files):
        return folder, [file.absolute() for file in files]
    return None


def _is_file(path: Path) -> bool:
    return (path.is_absolute() or bool(path.suffix)) and path.exists()


if __name__ == "__main__":
    sys.exit(main())

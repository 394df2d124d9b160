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
    if asks_for_the_window(words):
        from desktop.app import run_window

        return run_window(Path(words[1]) if words else None)
    from desktop.cli import build_parser, run

    args = build_parser().parse_args(arguments)
    if args.self_test:
        from desktop.self_test import run_self_test

        return run_self_test(args.self_test)
    if hasattr(args, "deed"):
        return run(args)
    from desktop.app import run_window

    return run_window(getattr(args, "library", None))


def asks_for_the_window(words: list[str]) -> bool:
    """Tell a plain start from a command: for it no parser of all commands is built (11 ms)."""
    return not words or (
        len(words) == 2 and words[0] == "--library" and not words[1].startswith("-")
    )


if __name__ == "__main__":
    sys.exit(main())

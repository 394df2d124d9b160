"""The door: `python -m desktop`, the installed and the frozen program all start here."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Open the window, or do the command of the line without one; return the exit code."""
    from multiprocessing import freeze_support

    freeze_support()  # first: a spawned worker of the frozen program must not get further
    from desktop.cli import build_parser, run

    args = build_parser().parse_args(arguments)
    if args.self_test:
        from desktop.self_test import run_self_test

        return run_self_test(args.self_test)
    if hasattr(args, "deed"):
        return run(args)
    from desktop.app import run_window

    return run_window(getattr(args, "library", None))


if __name__ == "__main__":
    sys.exit(main())

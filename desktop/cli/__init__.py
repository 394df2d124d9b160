"""The same deeds without a window: `clausebook …` is `python -m desktop …`. No Qt.

Exit codes: 0 done, 1 a plain sentence on stderr, 2 wrong usage (argparse's own). `parser.py` holds
the words, one module per noun the deeds; the library loads only when a command runs.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.cli.parser import build_parser

if TYPE_CHECKING:
    import argparse

__all__ = ["build_parser", "run"]


def run(args: argparse.Namespace) -> int:
    """Do the command of the parsed line and return the exit code."""
    from db.errors import UserError

    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        return int(args.deed(args))
    except UserError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0

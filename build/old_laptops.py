"""A second bundle for old systems (UOS 20, Kylin V10): made in a Debian 11, whose glibc is 2.31."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def build(_options: list[str]) -> list[Path]:
    """Make all that Linux is given, for old systems."""
    sys.exit("Not written yet.")

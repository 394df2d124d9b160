"""The modules of build/ are no package: they are found beside `dev.py`, as they find each other."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "build"))

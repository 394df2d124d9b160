"""What every test needs: Qt without a screen, no trace in the user's folders, a library with the plan."""

import os
import shutil
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("CLAUSEBOOK_LANGUAGE", "en")

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "reference" / "seed.outline.tsv"


@pytest.fixture(scope="session")
def made_library(tmp_path_factory) -> Path:
    """A closed library with the shipped plan in it, made once; copy it, never open it."""
    from desktop import paths
    from desktop.library import Library

    folder = tmp_path_factory.mktemp("made") / "library"
    Library.open(folder, plans=paths.plans()).close()
    return folder


@pytest.fixture
def folder(made_library, tmp_path) -> Path:
    """The folder of a fresh library with the plan in it."""
    return Path(shutil.copytree(made_library, tmp_path / "library"))


@pytest.fixture
def library(folder):
    """An open library with the plan in it."""
    from desktop.library import Library

    opened = Library.open(folder)
    yield opened
    opened.close()

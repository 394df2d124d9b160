"""What the tests of the window share: the languages, a library with the real plan, a window."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def _translations():
    """Compile the translations as build/dev.py does."""
    script = ROOT / "build" / "translations.py"
    subprocess.run([sys.executable, str(script), "compile"], check=True, capture_output=True)
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture
def speaking(qapp):
    """Return what makes the program speak a language until the test is over."""
    from desktop.ui.language import silence, speak

    yield speak
    silence()
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture
def english(speaking):
    """English with its plurals."""
    return speaking("en")


@pytest.fixture
def chinese(speaking):
    """Simplified Chinese."""
    return speaking("zh_CN")


@pytest.fixture
def settings(tmp_path):
    """Choices of a fresh user."""
    from desktop.settings import Settings

    return Settings(tmp_path / "settings.json")


@pytest.fixture
def house(english, library, settings, qtbot):
    """The whole window on a library with the plan, in sight."""
    from desktop.app import make_application
    from desktop.ui import theme
    from desktop.ui.house import House

    make_application()
    theme.apply("light")
    house = House(library, settings)
    house.window.resize(1366, 768)
    house.window.show()
    qtbot.waitExposed(house.window)
    house.window.activateWindow()
    house.window.field.setFocus()
    yield house
    house.close()
    qtbot.wait(0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if w.objectName() == "window"]
    assert left == [], "a closed window is still there"

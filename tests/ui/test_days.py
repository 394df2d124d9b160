from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.days import day_words, moment_words

TODAY = date(2026, 11, 24)


def local_noon(year, month, day):
    """Noon of a local day, as the model writes it."""
    return datetime(year, month, day, 12).astimezone().astimezone(UTC).isoformat()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("day", "words"),
    [
        ((2026, 11, 24), "today"),
        ((2026, 11, 23), "yesterday"),
        ((2026, 11, 20), "20 Nov"),
        ((2024, 2, 29), "29 Feb 2024"),
        ((2026, 11, 25), "25 Nov"),
    ],
)
def test_a_day_is_said_as_people_say_it(day, words):
    QLocale.setDefault(QLocale("en"))
    assert day_words(local_noon(*day), TODAY) == words


@pytest.mark.parametrize("moment", ["", "soon"])
def test_no_moment_is_no_words(moment):
    assert day_words(moment) == ""
    assert moment_words(moment) == ""


def test_a_moment_without_a_zone_is_universal_time():
    assert day_words("2026-11-20T12:00:00", TODAY) == day_words("2026-11-20T12:00:00Z", TODAY)

"""The day of a moment as people say it: today, yesterday, 20 Nov, 20 Nov 2024."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from desktop.ui.words import tr

if TYPE_CHECKING:
    from datetime import date


def local_time(moment: str) -> datetime | None:
    """Return a moment of the model in local time; None when there is none."""
    try:
        stamp = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).astimezone()


def day_words(moment: str, today: date | None = None) -> str:
    """Return the day of a moment of the model, in local time; '' when there is none."""
    stamp = local_time(moment)
    if stamp is None:
        return ""
    day, now = stamp.date(), today or datetime.now().astimezone().date()
    if day == now:
        return tr("today")
    if day == now - timedelta(days=1):
        return tr("yesterday")
    shape = tr("d MMM") if day.year == now.year else tr("d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), shape)


def moment_words(moment: str) -> str:
    """Return day and time of a moment in full, for tooltips."""
    stamp = local_time(moment)
    if stamp is None:
        return ""
    day = QDate(stamp.year, stamp.month, stamp.day)
    when = QDateTime(day, QTime(stamp.hour, stamp.minute))
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)


def day_and_time(moment: str) -> str:
    """Return the day of a moment as people say it, with the time of the day."""
    stamp = local_time(moment)
    if stamp is None:
        return ""
    hour = QLocale().toString(QTime(stamp.hour, stamp.minute), QLocale.FormatType.ShortFormat)
    return f"{day_words(moment)} {hour}"

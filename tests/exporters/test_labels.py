"""The added words: dates, and the same words in both languages."""

from dataclasses import fields

import pytest

from desktop.exporters.labels import CHINESE, ENGLISH, date_in_words, labels_for


@pytest.mark.parametrize(
    ("moment", "english", "chinese"),
    [
        ("2022-03-03", "3 March 2022", "2022年3月3日"),
        ("2026-11-24T12:00:00.000Z", "24 November 2026", "2026年11月24日"),
        ("2022", "2022", "2022"),
        ("", "", ""),
        ("spring", "spring", "spring"),
    ],
)
def test_dates_are_told_in_words(moment, english, chinese):
    assert date_in_words(moment, ENGLISH) == english
    assert date_in_words(moment, CHINESE) == chinese


def test_no_word_is_missing_in_either_language():
    assert ENGLISH.damage.keys() == CHINESE.damage.keys()
    for field in fields(ENGLISH):
        assert getattr(ENGLISH, field.name)
        assert getattr(CHINESE, field.name)


@pytest.mark.parametrize("language", ["zh", "zh_CN", "ZH-hans"])
def test_every_spelling_of_chinese_is_chinese(language):
    assert labels_for(language) is CHINESE


@pytest.mark.parametrize("language", ["en", "", "de"])
def test_everything_else_is_english(language):
    assert labels_for(language) is ENGLISH

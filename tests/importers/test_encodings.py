"""The bytes tell the encoding; neither the name nor a declaration is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers.encodings import decode, is_text

CHINESE = "第一条　为了规范个人信息处理活动，促进个人信息合理利用，根据宪法，制定本法。\r\n国家建立健全个人信息保护制度。"
TRADITIONAL = (
    "第一條　為了規範個人資料處理活動，促進個人資料合理利用，根據憲法，制定本法。國家建立制度。"
)
ENGLISH = "The Secretary shall – under this “Act” – publish the café’s list."
RUSSIAN = "Однажды, в студеную зимнюю пору, я из лесу вышел; был сильный мороз."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *(
            (CHINESE, e)
            for e in (
                "utf-8",
                "utf-8-sig",
                "gb18030",
                "gbk",
                "utf-16",
                "utf-16-le",
                "utf-16-be",
                "utf-32",
            )
        ),
        *((TRADITIONAL, e) for e in ("big5", "utf-8", "utf-16-le")),
        *((ENGLISH, e) for e in ("cp1252", "utf-8", "utf-16-le", "utf-16-be")),
        *((RUSSIAN, e) for e in ("cp1251", "koi8-r", "cp866", "utf-8")),
    ],
)
def test_an_encoding_is_found(text, encoding):
    assert decode(text.encode(encoding))[0] == text


def test_utf8_with_a_few_bad_bytes_stays_utf8():
    content = (CHINESE * 20).encode()
    assert decode(content[:300] + b"\xff" + content[300:])[1] == "utf-8"


def test_a_picture_is_no_text():
    assert not is_text(bytes(range(256)) * 40)
    assert is_text(ENGLISH.encode("cp1252"))


def test_samples_in_old_encodings_are_read(samples):
    assert decode((samples / "hostile/russian-cp866.txt").read_bytes())[0].startswith(
        "Однажды, в студеную"
    )
    assert "“windows”" in decode((samples / "hostile/win1252.txt").read_bytes())[0]


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded(content):
    assert isinstance(decode(content)[0], str)

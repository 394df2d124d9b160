"""ICU's tables: read, chosen and written again so that ICU finds them."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import icu
import pytest

HEAD = struct.pack("<HBB", 32, 0xDA, 0x27) + b"\0" * 8 + b"CmnD" + b"\0" * 16


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("root.res", True),
        ("pool.res", True),
        ("supplementalData.res", True),
        ("zh.res", True),
        ("zh_Hans_CN.res", True),
        ("en_US.res", True),
        ("de.res", False),
        ("af_NA.res", False),
        ("coll/ucadata.icu", True),
        ("coll/zh.res", True),
        ("coll/ja.res", False),
        ("zone/zh.res", True),
        ("brkitr/cjdict.dict", False),
        ("curr/zh.res", False),
        ("translit/root.res", False),
        ("gb18030.cnv", True),
        ("ibm-1386_P100-2001.cnv", True),
        ("ibm-37_P100-1995.cnv", False),
        ("cnvalias.icu", True),
        ("nfkc.nrm", True),
        ("unames.icu", False),
    ],
)
def test_tables_are_kept_by_name(name, kept):
    assert icu.keeps(name) is kept


def test_a_package_is_written_as_it_was_read():
    tables = [("a.res", b"one" * 7), ("b/c.icu", b"two"), ("z.cnv", b"")]
    package = icu.write(HEAD, "icudt73l/", tables)
    prefix, found = icu.read(package)
    assert prefix == "icudt73l/"
    assert [(name, table.rstrip(b"\0")) for name, table in found] == tables
    assert icu.write(HEAD, prefix, found) == package


def test_every_table_begins_at_a_multiple_of_sixteen():
    package = icu.write(HEAD, "icudt73l/", [("a.res", b"x" * 5), ("bb.res", b"y" * 17)])
    count = struct.unpack_from("<I", package, 32)[0]
    starts = [struct.unpack_from("<II", package, 36 + 8 * n)[1] for n in range(count)]
    assert all((32 + start) % 16 == 0 for start in starts)


@pytest.mark.parametrize("content", [b"\x7fELF" * 20, b"\0" * 64, HEAD[:14] + b"X" + HEAD[15:]])
def test_another_layout_is_refused(content):
    with pytest.raises(icu.NotAsExpectedError):
        icu.read(content)


COLLATE = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale, QStringDecoder
collator = QCollator(QLocale("zh_CN"))
print(sorted("中 阿 波 次".split(), key=cmp_to_key(collator.compare)))
print([QStringDecoder(name).isValid() for name in ("GB18030", "GBK", "GB2312", "Big5", "no such")])
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("objcopy"), reason="binutils"
)
def test_qt_sorts_and_decodes_chinese_with_the_small_tables(tmp_path):
    import PySide6

    libraries = Path(PySide6.__file__).parent / "Qt" / "lib"
    big = next(libraries.glob("libicudata.so.*"))
    assert icu.trim_library(big, tmp_path / big.name)
    assert (tmp_path / big.name).stat().st_size < big.stat().st_size / 5
    told = [
        subprocess.run(
            [sys.executable, "-c", COLLATE], env=env, capture_output=True, text=True, check=True
        ).stdout
        for env in ({"LANG": "C.UTF-8"}, {"LANG": "C.UTF-8", "LD_PRELOAD": tmp_path / big.name})
    ]
    assert told[0] == told[1]
    assert "['阿', '波', '次', '中']" in told[1]
    assert "[True, True, True, True, False]" in told[1]

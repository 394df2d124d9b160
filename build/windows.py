"""Windows: the installer (NSIS), the portable archive, and what Explorer tells of the program."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import product

SOURCES = product.ROOT / "build" / "windows"
PORTABLE = "clausebook-portable.txt"  # desktop/paths.py looks for it
PAYLOAD = "CLAUSEBOOK_PAYLOAD"
"""This variable names another folder than the frozen program, to try the installer without it."""

WORDS_OF_MARKER = (
    "While this file lies beside the program, the library and the settings are kept in data\\.\r\n"
    "只要本文件与程序放在一起，资料库和设置就保存在 data\\ 文件夹中。\r\n"
)


def payload() -> Path:
    """Return the folder that is packed."""
    return Path(os.environ.get(PAYLOAD) or product.DIST)


def build_installer(_options: list[str]) -> list[Path]:
    """Make setup.exe in `out/`; makensis runs on every system."""
    makensis = _makensis()
    target = product.OUT / f"{product.NAME}-{product.version()}-setup.exe"
    defines = {
        "VERSION": product.version(),
        "NUMBERS": numbers(product.version()),
        "PAYLOAD": payload(),
        "OUTPUT": target,
        "ICON": product.ICONS / "clausebook.ico",
        "SIDE": product.ICONS / "side.bmp",
        "LICENSE": product.ROOT / "LICENSE",
    }
    sign = "/" if sys.platform == "win32" else "-"
    words = [f"{sign}D{name}={value}" for name, value in defines.items()]
    command = [makensis, f"{sign}V2", f"{sign}WX", *words, str(SOURCES / "clausebook.nsi")]
    env = os.environ | {"SOURCE_DATE_EPOCH": product.moment()}
    if subprocess.run(command, env=env, check=False).returncode:
        sys.exit("makensis refused the script; the lines above say why.")
    return [target]


def _makensis() -> str:
    usual = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"
    return str(usual) if usual.is_file() else product.must("makensis", "nsis")


def build_portable(_options: list[str]) -> list[Path]:
    """Make the .zip that runs from a stick and keeps everything there."""
    target = product.OUT / f"{product.NAME}-{product.version()}-windows-portable.zip"
    folder = payload()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            _add(archive, path.relative_to(folder).as_posix(), path.read_bytes())
        _add(archive, PORTABLE, WORDS_OF_MARKER.encode("utf-8-sig"))
    return [target]


def _add(archive: zipfile.ZipFile, place: str, content: bytes) -> None:
    year, month, day = (int(n) for n in product.day().split("-"))
    entry = zipfile.ZipInfo(f"Clausebook/{place}", (year, month, day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def numbers(version: str) -> str:
    """Return a version as Windows wants it, four numbers: `0.1.0.0`."""
    found = [part for part in version.split(".") if part.isdecimal()]
    return ".".join([*found, "0", "0", "0", "0"][:4])


def write_version_file(file: Path) -> None:
    """Write what Explorer shows under Details, in PyInstaller's form."""
    words = {
        "CompanyName": "The Clausebook authors",
        "FileDescription": "Clausebook",
        "FileVersion": product.version(),
        "LegalCopyright": "MIT license",
        "OriginalFilename": "clausebook.exe",
        "ProductName": "Clausebook",
        "ProductVersion": product.version(),
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in words.items())
    four = "(" + ", ".join(numbers(product.version()).split(".")) + ")"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n",
        "utf-8",
    )

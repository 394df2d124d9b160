"""What goes into the frozen program: explicit rules, so that it does not depend on the machine.

A default bundle takes what happens to be installed where it is made: GTK when it is there, no
window plugin when libxcb-icccm is not. Here modules and plugins are named, and of the libraries
only those go in that something kept needs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Needs = Mapping[str, Iterable[str]]  # a file or library → those that it links to
    Row = tuple[str, str, str]  # PyInstaller's: place in the bundle, file, kind

EXCLUDED_MODULES = [
    "IPython",
    "PIL",
    "PySide6.QtDBus",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_hashlib",  # OpenSSL; Python has the same hashes of its own
    "_pytest",
    "_decimal",  # Python has the same in Python, and nobody here counts with it
    "_ssl",
    "asyncio",
    "curses",
    "doctest",
    "ensurepip",
    "hypothesis",
    "lib2to3",
    "lxml.ElementInclude",
    "lxml.builder",
    "lxml.cssselect",
    "lxml.html.ElementSoup",
    "lxml.html._difflib",
    "lxml.html.builder",
    "lxml.html.clean",
    "lxml.html.diff",
    "lxml.html.html5parser",
    "lxml.html.soupparser",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "numpy",
    "pandas",
    "pdb",
    "pip",
    "pkg_resources",
    "pydoc",
    "pytest",
    "readline",  # GPL
    "setuptools",
    "ssl",
    "test",
    "tkinter",
    "smtplib",
    "unittest",
    "xmlrpc",
]

PLUGINS: dict[str, tuple[str, ...]] = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qsvg"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": (
        "qcocoa",
        "qminimal",
        "qoffscreen",
        "qwayland",
        "qwayland-generic",
        "qwindows",
        "qxcb",
    ),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cocoaprintersupport", "cupsprintersupport", "windowsprintersupport"),
    "styles": ("qmacstyle", "qmodernwindowsstyle", "qwindowsvistastyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}
"""Folder of Qt's plugins → the names that are kept; a folder that is not named goes."""

QT_LANGUAGES = ("en", "zh_CN")

LEFT_TO_THE_SYSTEM = {
    "libX11.so.6",
    "libX11-xcb.so.1",  # one with libX11; two copies of it in one process do not know each other
    "libcups.so.2",  # the system's own speaks to its own printers; without it there is still PDF
    "libdbus-1.so.3",  # there wherever there is a desktop; ours would drag systemd in
    "libexpat.so.1",
    "libfontconfig.so.1",  # the system's reads the system's settings, which may be newer than ours
    "libfreetype.so.6",
    "libgcc_s.so.1",
    "libglib-2.0.so.0",
    "libgssapi_krb5.so.2",  # for QtNetwork; a single window is all that is lost without it
    "libgthread-2.0.so.0",
    "libstdc++.so.6",  # an older copy of ours would keep the system's newer drivers from loading
    "libz.so.1",
}
"""What every desktop has, and where a second copy does harm (the list that AppImages go by)."""

EXPECTED_OF_THE_SYSTEM = LEFT_TO_THE_SYSTEM | {
    "ld-linux-aarch64.so.1",
    "ld-linux-x86-64.so.2",
    "libEGL.so.1",
    "libGL.so.1",
    "libc.so.6",
    "libdl.so.2",
    "libm.so.6",
    "libpthread.so.0",
    "libresolv.so.2",
    "librt.so.1",
    "libutil.so.1",
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libxcb.so.1",
}
"""What the frozen program may need beyond its folder: C, drivers, and what every desktop has."""

FORBIDDEN = re.compile(
    r"readline|lib(gtk|gdk|atk|pango|cairo|ssl|crypto)\b|Qt6(Qml|Quick|Pdf|VirtualKeyboard)"
)
"""Names that must not be in a bundle, whatever the machine has."""

LIMITS = {"linux": 105_000_000}
"""The size, unpacked, that a bundle may have."""

MACOS_IDENTIFIER = "clausebook.Clausebook"

OPTIMIZE = 2
"""Without the words for programmers: docstrings and assertions are a sixth of the code."""

TEMPLATES_UNPACKED = "docx/templates/default-docx-template/"


def keeps(place: str) -> bool:
    """Tell whether a file goes into the bundle, by its place in it."""
    path = place.replace("\\", "/")
    if found := re.search(r"/plugins/([^/]+)/(?:lib)?([^/.]+)\.[^/]+$", path):
        return found[2] in PLUGINS.get(found[1], ())
    if found := re.search(r"/translations/([^/]+)\.qm$", path):
        kind, _, language = found[1].partition("_")
        return not path.startswith("PySide6") or (kind == "qtbase" and language in QT_LANGUAGES)
    if "_cpp_avx2." in path:  # rapidfuzz has the same for every processor, and takes it then
        return False
    if path.rpartition("/")[2] in LEFT_TO_THE_SYSTEM | {"opengl32sw.dll", "d3dcompiler_47.dll"}:
        return False
    if ".dist-info/" in path or path.endswith(".py.typed"):
        return path.endswith(("/METADATA", "/entry_points.txt"))  # versions are asked of these
    return not path.startswith((TEMPLATES_UNPACKED, "lxml/isoschematron/"))


def is_library(place: str) -> bool:
    """Tell whether a file is only there because others link to it (on Linux)."""
    name = place.replace("\\", "/").rpartition("/")[2]
    in_subfolder = place.count("/") and not place.startswith("PySide6/Qt/lib/")
    return re.match(r"lib(?!python3).+\.so(\.|$)", name) is not None and not in_subfolder


def reachable(roots: Iterable[str], needs: Needs) -> set[str]:
    """Return the roots and everything that they need, and what that needs, and so on."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs.get(name, ())
    return found


def trim(rows: Iterable[Row], needs_of: Callable[[list[str]], Needs]) -> list[Row]:
    """Return the rows of a bundle that go in; `needs_of` tells the libraries that files name.

    Libraries that nothing kept needs go, and links to files that went.
    """
    kept = [row for row in rows if keeps(row[0])]
    binaries = [row for row in kept if row[2] in ("BINARY", "EXTENSION")]
    told = needs_of([file for _, file, _ in binaries])
    needs = {_name(place): told.get(file, set()) for place, file, _ in binaries}
    used = reachable((_name(row[0]) for row in binaries if not is_library(row[0])), needs)
    return [row for row in kept if _is_used(row, used, set(needs))]


def _is_used(row: Row, used: set[str], binaries: set[str]) -> bool:
    place, file, kind = row
    if kind == "SYMLINK":
        target = _name(file)
        return target in binaries and target in used
    return not is_library(place) or _name(place) in used


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def keeps_resource(path: str) -> bool:
    """Tell whether a file below `resources/` is carried; `path` is relative to it."""
    return not path.endswith((".ts", ".pyc")) and path.partition("/")[0] != "screenshots"


def mac_properties() -> dict[str, object]:
    """Return what macOS is told of the program: the files that it can be asked to open."""
    kinds = {
        "Text": ("public.plain-text",),
        "HTML": ("public.html",),
        "Markdown": ("net.daringfireball.markdown",),
        "PDF": ("com.adobe.pdf",),
        "Word": ("org.openxmlformats.wordprocessingml.document",),
    }
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh_CN"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": name,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": list(types),
            }
            for name, types in kinds.items()
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "NSHighResolutionCapable": True,
    }

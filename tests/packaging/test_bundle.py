"""What goes into the frozen program: rules as pure functions."""

import bundle
import linking
import pytest

QT = "PySide6/Qt"


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        (f"{QT}/plugins/platforms/libqxcb.so", True),
        (f"{QT}/plugins/platforms/libqoffscreen.so", True),
        (f"{QT}/plugins/platforms/libqwayland.so", True),
        (f"{QT}/plugins/platforms/libqminimalegl.so", False),
        (f"{QT}/plugins/platforms/libqeglfs.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        (f"{QT}/plugins/platforms/libqcocoa.dylib", True),
        (f"{QT}/plugins/iconengines/libqsvgicon.so", True),
        (f"{QT}/plugins/imageformats/libqsvg.so", True),
        (f"{QT}/plugins/imageformats/libqjpeg.so", False),
        (f"{QT}/plugins/imageformats/libqtiff.so", False),
        (f"{QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (f"{QT}/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so", True),
        (f"{QT}/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        (f"{QT}/plugins/platformthemes/libqgtk3.so", False),
        (f"{QT}/plugins/tls/libqopensslbackend.so", False),
        (f"{QT}/translations/qtbase_zh_CN.qm", True),
        (f"{QT}/translations/qtbase_de.qm", False),
        (f"{QT}/translations/qt_help_zh_CN.qm", False),
        ("resources/translations/clausebook_zh_CN.qm", True),
        ("resources/plans/000_982e410499621ecc.txt", True),
        ("docx/templates/default.docx", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
        ("libstdc++.so.6", False),
        ("libglib-2.0.so.0", False),
        ("rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so", True),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so", False),
        ("libcups.so.2", False),
        ("PySide6\\opengl32sw.dll", False),
        ("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", True),
    ],
)
def test_files_are_kept_by_name(place, kept):
    assert bundle.keeps(place) is kept


@pytest.mark.parametrize(
    ("place", "library"),
    [
        ("libX11.so.6", True),
        (f"{QT}/lib/libQt6Gui.so.6", True),
        ("libpython3.11.so.1.0", False),
        ("shiboken6/libshiboken6.abi3.so.6.11", False),
        ("PySide6/QtGui.abi3.so", False),
        (f"{QT}/plugins/platforms/libqxcb.so", False),
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so", False),
        ("libreadme.txt", False),
    ],
)
def test_a_library_is_what_others_link_to(place, library):
    assert bundle.is_library(place) is library


def test_reaching_follows_needs_and_stands_rings():
    needs = {"a": ["b"], "b": ["c", "a"], "d": ["e"]}
    assert bundle.reachable(["a"], needs) == {"a", "b", "c"}
    assert bundle.reachable([], needs) == set()


def test_only_needed_libraries_go_in_whatever_the_machine_has():
    rows = [
        (f"{QT}/plugins/platforms/libqxcb.so", "/s/libqxcb.so", "BINARY"),
        (f"{QT}/plugins/platformthemes/libqgtk3.so", "/s/libqgtk3.so", "BINARY"),
        (f"{QT}/lib/libQt6Gui.so.6", "/s/libQt6Gui.so.6", "BINARY"),
        (f"{QT}/lib/libQt6Qml.so.6", "/s/libQt6Qml.so.6", "BINARY"),
        ("libQt6Gui.so.6", f"{QT}/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libQt6Qml.so.6", f"{QT}/lib/libQt6Qml.so.6", "SYMLINK"),
        ("libxcb-icccm.so.4", "/usr/lib/libxcb-icccm.so.4", "BINARY"),
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
        ("libcairo.so.2", "/usr/lib/libcairo.so.2", "BINARY"),
        ("libpython3.11.so.1.0", "/p/libpython3.11.so.1.0", "BINARY"),
        ("python3.11/lib-dynload/math.so", "/p/math.so", "EXTENSION"),
        ("resources/a.txt", "/r/a.txt", "DATA"),
    ]
    needs = {
        "/s/libqxcb.so": {"libQt6Gui.so.6", "libxcb-icccm.so.4", "libc.so.6"},
        "/s/libqgtk3.so": {"libgtk-3.so.0"},
        "/usr/lib/libgtk-3.so.0": {"libcairo.so.2"},
    }
    kept = [place for place, _, _ in bundle.trim(rows, lambda _files: needs)]
    assert kept == [
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/lib/libQt6Gui.so.6",
        "libQt6Gui.so.6",
        "libxcb-icccm.so.4",
        "libpython3.11.so.1.0",
        "python3.11/lib-dynload/math.so",
        "resources/a.txt",
    ]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("plans/east-west-2022.json", True),
        ("licenses/material-design-icons.txt", True),
        ("screenshots/main-window.png", False),
        ("translations/clausebook_zh_CN.ts", False),
        ("plans/__pycache__/x.pyc", False),
    ],
)
def test_resources_are_carried_but_not_their_sources(path, kept):
    assert bundle.keeps_resource(path) is kept


@pytest.mark.parametrize(
    ("name", "forbidden"),
    [
        ("_internal/libreadline.so.8", True),
        ("_internal/python3.11/lib-dynload/readline.cpython-311-x86_64-linux-gnu.so", True),
        ("_internal/libgtk-3.so.0", True),
        ("_internal/libcrypto.so.3", True),
        ("_internal/PySide6/Qt/lib/libQt6Qml.so.6", True),
        ("_internal/libk5crypto.so.3", False),
        ("_internal/PySide6/Qt/lib/libQt6Network.so.6", False),
    ],
)
def test_what_must_not_be_there_is_known_by_name(name, forbidden):
    assert (bundle.FORBIDDEN.search(name) is not None) is forbidden


def test_the_modules_that_we_need_are_not_excluded():
    needed = {
        "PySide6.QtNetwork",
        "PySide6.QtSvg",
        "sqlite3",
        "multiprocessing",
        "lxml",
        "lxml.etree",
        "email",
    }
    assert not needed & set(bundle.EXCLUDED_MODULES)
    assert {"readline", "tkinter", "_ssl"} <= set(bundle.EXCLUDED_MODULES)


def test_what_a_binary_names_is_read_from_objdump():
    told = """
/a/libone.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libtwo.so.2
  SONAME               libone.so
  NEEDED               libc.so.6

/a/none.txt: file format not recognized
/a/libtwo.so.2:     file format elf64-x86-64
"""
    assert linking.parse(told) == {
        "/a/libone.so": {"libtwo.so.2", "libc.so.6"},
        "/a/libtwo.so.2": set(),
    }

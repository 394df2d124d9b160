"""The list of what is inside: complete, with a text for each license, the same bytes each time."""

import json
from collections import defaultdict
from pathlib import Path

import inventory
import pytest

LICENSES = Path(__file__).resolve().parents[2] / "resources" / "licenses"
ROWS = [
    ("PySide6/Qt/lib/libQt6Core.so.6", "/x/libQt6Core.so.6", "BINARY"),
    ("PySide6/Qt/lib/libicudata.so.73", "/x/libicudata.so.73", "BINARY"),
    ("lxml/etree.so", "/x/etree.so", "EXTENSION"),
    ("resources/plans/a.txt", "/x/a.txt", "DATA"),
]
NAMES = defaultdict(lambda: "licenses/any.txt")
MODULES = ["docx.oxml", "whoosh.index", "desktop.app", "db", "json", "PySide6.QtCore"]


@pytest.fixture(autouse=True)
def without_freezer(monkeypatch):
    """Let something else stand in for PyInstaller: tests run where it is not installed."""
    dist = inventory.metadata.distribution
    monkeypatch.setattr(
        inventory.metadata,
        "distribution",
        lambda name: dist("pluggy" if name == "pyinstaller" else name),
    )


@pytest.fixture
def inside():
    return inventory.collect(ROWS, MODULES, LICENSES)


def test_packages_python_qt_fonts_and_icons_are_listed(inside):
    names = {component.name for component in inside}
    assert {"python", "lxml", "python-docx", "PySide6_Essentials", "Whoosh", "icu"} <= names
    assert {"noto-sans-sc", "material-design-icons"} <= names
    assert not names & {"clausebook", "desktop", "db", "json", "setuptools", "pip"}


def test_every_component_brings_its_license(inside):
    assert [name for name in inventory.without_text(inside) if name != "python"] == []
    assert "NOASSERTION" not in {component.license for component in inside}


def test_the_texts_and_the_list_go_into_the_bundle(inside, tmp_path):
    rows = inventory.write(inside, tmp_path, "1.2", 0)
    places = {place for place, _, _ in rows}
    assert {"sbom.cdx.json", "licenses/lxml.txt", "licenses/noto-sans-sc.txt"} <= places
    assert all(Path(file).stat().st_size for _, file, _ in rows)
    first = (tmp_path / "sbom.cdx.json").read_bytes()
    inventory.write(inside, tmp_path, "1.2", 0)
    assert (tmp_path / "sbom.cdx.json").read_bytes() == first


def test_the_list_is_cyclonedx(inside):
    bill = json.loads(json.dumps(inventory.bill(inside, "1.2", 0, NAMES)))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert bill["metadata"]["timestamp"] == "1970-01-01T00:00:00Z"
    assert bill["serialNumber"].startswith("urn:uuid:")
    refs = [part["bom-ref"] for part in bill["components"]]
    assert len(refs) == len(set(refs))


def test_a_sqlite_that_was_compiled_here_is_listed():
    rows = [("libsqlite3.so.0", "/nowhere/libsqlite3.so.0", "BINARY")]
    found = inventory.collect(rows, [], LICENSES)
    assert [c.license for c in found if c.name == "sqlite"] == ["blessing"]
    assert "libsqlite3.so.0" not in inventory.without_text(found)


def test_a_license_in_an_old_encoding_can_be_read():
    assert inventory.in_utf8("Jürgen ©".encode("latin-1")).decode("utf-8") == "Jürgen ©"
    assert inventory.in_utf8("许可".encode()).decode("utf-8") == "许可"


def test_a_library_of_nobody_is_told_without_a_license():
    found = inventory.collect([("libodd.so.1", "/nowhere/libodd.so.1", "BINARY")], [], LICENSES)
    assert "libodd.so.1" in inventory.without_text(found)

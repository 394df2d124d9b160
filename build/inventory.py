"""What is inside the frozen program: every component with its version and its license texts.

The texts go into the bundle under `licenses/`, the list as `sbom.cdx.json` (CycloneDX 1.5).
"""

from __future__ import annotations

import json
import platform
import re
import sqlite3
import subprocess
import sys
import sysconfig
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bundle import Row

LEGAL = re.compile(r"(?i)(licen[cs]e|copying|notice|authors)")
OURS = {"desktop", "db"}
SPDX = {
    "Apache License, Version 2.0": "Apache-2.0",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and "
    "distribute non-free programs (including commercial ones)": "GPL-2.0-or-later WITH "
    "Bootloader-exception",
    "Two-clause BSD license": "BSD-2-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: Public Domain": "LicenseRef-public-domain",
}
"""What packages say of their license → the same as SPDX writes it."""

CARRIED = {  # what lies in resources/ and was made by others: name, version, license, text
    "icons": ("material-design-icons", "", "Apache-2.0", "material-design-icons.txt"),
    "fonts": ("noto-sans-sc", "2.004", "OFL-1.1", "noto-sans-sc.txt"),
}
TEXTS_ELSEWHERE = {  # their wheels carry no license text
    "PySide6_Essentials": ("lgpl-3.0.txt", "gpl-3.0.txt"),
    "shiboken6": ("lgpl-3.0.txt", "gpl-3.0.txt"),
    "Whoosh": ("whoosh.txt",),
}


class Component(NamedTuple):
    """Something in the bundle that was made by others, and the files that hold its license."""

    name: str
    version: str
    license: str
    purl: str
    texts: tuple[Path, ...]


def collect(rows: Iterable[Row], modules: Iterable[str], licenses: Path) -> list[Component]:
    """Return what a bundle of these files and modules is made of, sorted by name.

    `licenses` is the folder with the texts that packages do not bring themselves.
    """
    kept = list(rows)
    tops = {m.partition(".")[0] for m in modules} | {_top(place) for place, _, _ in kept}
    found = [*_distributions(tops, licenses), _python(), *_carried(licenses)]
    if any("libicudata" in place for place, _, _ in kept):
        version = next((m[1] for r in kept if (m := re.search(r"icudata\.so\.(\d+)", r[0]))), "")
        texts = (licenses / "icu.txt",)
        found.append(Component("icu", version, "Unicode-3.0", f"pkg:generic/icu@{version}", texts))
    foreign = [file for place, file, kind in kept if _is_foreign(place, kind)]
    if own := [
        f for f in foreign if Path(f).name.startswith("libsqlite3") and _owner(Path(f)) is None
    ]:
        foreign.remove(own[0])
        found.append(_sqlite(licenses))
    found += _system_packages(foreign)
    return sorted(found, key=lambda c: (c.name.lower(), c.version))


def _top(place: str) -> str:
    return re.split(r"[/\\.]", place, maxsplit=1)[0]


def _is_foreign(place: str, kind: str) -> bool:
    """Tell whether a file is a library of the building system: those lie at the top."""
    return kind == "BINARY" and "/" not in place and not place.startswith("libpython")


def _distributions(tops: set[str], licenses: Path) -> list[Component]:
    """Return the Python packages that the modules come from, and the program's starter."""
    owners = metadata.packages_distributions()
    names = {name for top in tops - OURS for name in owners.get(top, ())}
    found = []
    for name in sorted({*names, "pyinstaller"} - {"clausebook", "setuptools", "pip"}):
        dist = metadata.distribution(name)
        purl = f"pkg:pypi/{re.sub(r'[-_.]+', '-', name).lower()}@{dist.version}"
        texts = tuple(_legal_files(dist)) + tuple(
            licenses / text for text in TEXTS_ELSEWHERE.get(dist.metadata["Name"], ())
        )
        found.append(Component(name, dist.version, _license_of(dist), purl, texts))
    return found


def _legal_files(dist: metadata.Distribution) -> list[Path]:
    files = [p for p in dist.files or () if ".dist-info" in str(p) and p.suffix != ".py"]
    return [Path(str(p.locate())) for p in files if LEGAL.search("/".join(p.parts[1:]))]


def _license_of(dist: metadata.Distribution) -> str:
    told = dist.metadata
    classifiers = [c for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    fields = (*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ()))
    for words in (*fields, *classifiers):
        if words and "\n" not in words:
            return SPDX.get(str(words), str(words))
    return "NOASSERTION"


def _python() -> Component:
    version = platform.python_version()
    places = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE"]
    places += [
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version[:4]}/copyright"),
    ]
    texts = tuple(p for p in places if p.exists())[:1]
    return Component("python", version, "PSF-2.0", f"pkg:generic/python@{version}", texts)


def _sqlite(licenses: Path) -> Component:
    """Return the SQLite that was compiled for this program, and not by a distribution."""
    purl = f"pkg:generic/sqlite@{sqlite3.sqlite_version}"
    text = (licenses / "sqlite.txt",)
    return Component("sqlite", sqlite3.sqlite_version, "blessing", purl, text)


def _carried(licenses: Path) -> list[Component]:
    found = []
    for folder, (name, version, spdx, text) in CARRIED.items():
        if (licenses.parent / folder).is_dir():
            purl = (
                f"pkg:npm/{name}@{version}"
                if folder == "icons"
                else f"pkg:generic/{name}@{version}"
            )
            found.append(Component(name, version, spdx, purl, (licenses / text,)))
    return found


def _system_packages(files: Iterable[str]) -> list[Component]:
    """Return the Debian packages that libraries were taken from; on other systems, their names."""
    found: dict[str, Component] = {}
    for file in files:
        package = _owner(Path(file))
        if package is None:
            if not re.match(r"lib(Qt6|icu|pyside6|shiboken6)", Path(file).name):
                found[file] = Component(Path(file).name, "", "NOASSERTION", "", ())
            continue
        name, version = package
        text = Path("/usr/share/doc") / name / "copyright"
        purl = f"pkg:deb/debian/{name}@{version}"
        texts = (text,) if text.exists() else ()
        found[name] = Component(name, version, "LicenseRef-see-text", purl, texts)
    return list(found.values())


def _owner(file: Path) -> tuple[str, str] | None:
    """Return the Debian package of a file and its version; None when no package has it."""
    real = file.resolve()
    for place in (file, real, *(Path(str(p).removeprefix("/usr")) for p in (file, real))):
        told = _told("dpkg", "-S", str(place))
        if told:
            name = told.partition(":")[0]
            return name, _told("dpkg-query", "-W", "-f=${Version}", name).split(":")[-1]
    return None


def _told(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def write(components: Iterable[Component], folder: Path, version: str, stamp: int) -> list[Row]:
    """Write the texts and the list below `folder`; return them as rows of a bundle."""
    known = list(components)
    texts = {text: in_utf8(text.read_bytes()) for component in known for text in component.texts}
    names = text_names(known, texts)
    (folder / "licenses").mkdir(parents=True, exist_ok=True)
    for text, name in names.items():
        (folder / name).write_bytes(texts[text])
    sbom = folder / "sbom.cdx.json"
    sbom.write_text(json.dumps(bill(known, version, stamp, names), indent=1) + "\n", "utf-8")
    places = [*sorted(set(names.values())), "sbom.cdx.json"]
    return [(place, str(folder / place), "DATA") for place in places]


def in_utf8(content: bytes) -> bytes:
    """Return a text in UTF-8; what is in another encoding is in the one of old Western texts."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1").encode()
    return content


def text_names(components: Iterable[Component], texts: Mapping[Path, bytes]) -> dict[Path, str]:
    """Return where each text lies in the bundle; the same words lie there once."""
    names: dict[Path, str] = {}
    by_words: dict[bytes, str] = {}
    for component in components:
        for number, text in enumerate(component.texts):
            name = f"licenses/{component.name}{f'-{number}' if number else ''}.txt"
            names[text] = by_words.setdefault(texts[text], name)
    return names


def bill(
    components: Iterable[Component], version: str, stamp: int, names: Mapping[Path, str]
) -> dict[str, object]:
    """Return the list of components as CycloneDX writes it; the same input gives the same bytes."""
    parts = [_part(c, [names[text] for text in c.texts]) for c in components]
    seed = json.dumps([version, stamp, parts], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, seed)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(stamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "name": "clausebook",
                "version": version,
                "licenses": [{"expression": "MIT"}],
            },
        },
        "components": parts,
    }


def _part(component: Component, texts: list[str]) -> dict[str, object]:
    spoken = component.license
    known = re.fullmatch(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*", spoken)
    license_ = {"expression": spoken} if known else {"license": {"name": spoken}}
    part: dict[str, object] = {"type": "library", "name": component.name}
    if component.version:
        part["version"] = component.version
    if component.license != "NOASSERTION":
        part["licenses"] = [license_]
    if component.purl:
        part |= {"bom-ref": component.purl, "purl": component.purl}
    if texts:
        part["properties"] = [{"name": "clausebook:license-text", "value": t} for t in texts]
    return part


def without_text(components: Iterable[Component]) -> list[str]:
    """Return the names of the components whose license nobody could read in the bundle."""
    return [c.name for c in components if not c.texts]

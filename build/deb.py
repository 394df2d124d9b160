"""The .deb: what it depends on is computed from what its binaries link to."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING

import linking
import linux_tree
import product

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

OPTIONAL = ("cupsprintersupport", "qwayland", "wayland", "WaylandClient")
"""Parts that only some desktops load: what they need is recommended, the window opens without."""

BY_HAND = ("fontconfig",)  # libfontconfig draws nothing but boxes without its settings


SMALLEST = ("-Zxz", "-z9", "-Sextreme")


def build(_options: list[str]) -> list[Path]:
    """Make the package in `out/`."""
    target = product.OUT / f"{product.NAME}_{package_version()}_{product.architecture()}.deb"
    pack(lay(product.OUT / "work" / "deb"), target, SMALLEST)
    return [target]


def lay(root: Path) -> Path:
    """Lay the tree of the package and its control files; return `root`."""
    product.must("dpkg-shlibdeps", "dpkg-dev")
    linux_tree.lay(root)
    bundle = root / "usr" / "lib" / product.NAME
    if not product.suffix():
        leave_to_debian(bundle / "_internal")
    overrides = root / "usr" / "share" / "lintian" / "overrides" / product.NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_bytes((linux_tree.SOURCES / "lintian-overrides").read_bytes())
    doc = root / "usr" / "share" / "doc" / product.NAME
    (doc / "changelog.gz").write_bytes(linux_tree.packed(changelog().encode()))
    linux_tree.settle(root)
    control = root / "DEBIAN"
    control.mkdir()
    (control / "control").write_text(control_file(root, computed_needs(bundle)), "utf-8")
    (control / "md5sums").write_text(sums(root), "utf-8")
    linux_tree.settle(control)
    return root


def pack(root: Path, target: Path, squeeze: Sequence[str]) -> None:
    """Make a package of a tree; the same tree gives the same bytes."""
    command = ["dpkg-deb", "--root-owner-group", *squeeze, "--build", str(root), str(target)]
    env = os.environ | {"SOURCE_DATE_EPOCH": product.moment()}
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)


def leave_to_debian(inside: Path) -> None:
    """Take out the libraries that came from Debian: there they are, with their security updates."""
    for library in inside.glob("lib*.so*"):
        if not library.is_symlink() and not library.name.startswith("libpython"):
            library.unlink()
    bill = inside / "sbom.cdx.json"
    told = json.loads(bill.read_text("utf-8"))
    gone = [c for c in told["components"] if c.get("purl", "").startswith("pkg:deb/")]
    told["components"] = [c for c in told["components"] if c not in gone]
    kept = {p["value"] for c in told["components"] for p in c.get("properties", ())}
    for text in (inside / "licenses").iterdir():
        if f"licenses/{text.name}" not in kept:
            text.unlink()
    bill.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def brought_along(inside: Path) -> set[str]:
    """Return the Debian packages whose libraries lie in the bundle."""
    told = json.loads((inside / "sbom.cdx.json").read_text("utf-8"))
    parts = told["components"]
    return {c["name"] for c in parts if c.get("purl", "").startswith("pkg:deb/")}


def package_version() -> str:
    """Return the version; a package for old systems sorts below the one for new systems."""
    suffix = product.suffix()
    return product.version() + (f"~{suffix}" if suffix else "")


def computed_needs(bundle: Path) -> dict[str, str]:
    """Return `Depends` and `Recommends` as dpkg-shlibdeps reads them out of the binaries."""
    folders = sorted({str(Path(f).parent) for f in linking.binaries(bundle)})
    options = ["-O", "--ignore-missing-info", *(f"-l{folder}" for folder in folders)]
    files = []
    for file in linking.binaries(bundle):
        optional = any(word in file for word in OPTIONAL)
        files += ["-dRecommends" if optional else "-dDepends", f"-e{file}"]
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "debian" / "control"
        stub.parent.mkdir()
        stub.write_text(f"Source: {product.NAME}\n\nPackage: {product.NAME}\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", *options, *files]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"dpkg-shlibdeps could not tell what the program needs:\n{done.stderr}")
    return parse_needs(done.stdout, brought_along(bundle / "_internal"))


def parse_needs(told: str, inside: Collection[str] = ()) -> dict[str, str]:
    """Return the fields that dpkg-shlibdeps printed, without the packages that lie inside.

    What is depended on is not recommended too.
    """
    found = dict(re.findall(r"^shlibs:(\w+)=(.*)$", told, re.MULTILINE))
    depends = {_name(n): n for n in _listed(found.get("Depends", "")) if _name(n) not in inside}
    depends |= {name: name for name in BY_HAND}
    recommends = [n for n in _listed(found.get("Recommends", "")) if _name(n) not in depends]
    fields = {"Depends": ", ".join(depends[name] for name in sorted(depends))}
    return fields | ({"Recommends": ", ".join(recommends)} if recommends else {})


def _listed(field: str) -> list[str]:
    return [need.strip() for need in field.split(",") if need.strip()]


def _name(need: str) -> str:
    return need.split()[0]


def control_file(root: Path, needs: dict[str, str]) -> str:
    """Return the text of DEBIAN/control."""
    size = sum(p.lstat().st_size for p in (root / "usr").rglob("*") if not p.is_dir())
    fields = {
        "Package": product.NAME,
        "Version": package_version(),
        "Architecture": product.architecture(),
        "Maintainer": product.MAINTAINER,
        "Installed-Size": str(size // 1024),
        **needs,
        "Section": "editors",
        "Priority": "optional",
        "Description": product.SUMMARY,
    }
    lines = [f"{key}: {value}" for key, value in fields.items()]
    return "\n".join([*lines, *(f" {line}" for line in product.DESCRIPTION)]) + "\n"


def changelog() -> str:
    """Return Debian's form of a changelog: that this version exists, and where to read more."""
    date = subprocess.run(
        ["date", "--utc", "--rfc-email", f"--date=@{product.moment()}"],
        capture_output=True,
        text=True,
        check=True,
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
    ).stdout.strip()
    return (
        f"{product.NAME} ({package_version()}) stable; urgency=medium\n\n"
        f"  * What changed for users: Help in the window, and CHANGELOG.md of the sources.\n\n"
        f" -- {product.MAINTAINER}  {date}\n"
    )


def sums(root: Path) -> str:
    """Return the MD5 sums that dpkg checks installed files with."""
    files = sorted(p for p in (root / "usr").rglob("*") if p.is_file() and not p.is_symlink())
    lines = (
        f"{md5(p.read_bytes(), usedforsecurity=False).hexdigest()}  {p.relative_to(root)}\n"
        for p in files
    )
    return "".join(lines)

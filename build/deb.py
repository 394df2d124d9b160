"""The .deb: what it depends on is computed from what its binaries link to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from hashlib import md5
from pathlib import Path

import linking
import linux_tree
import product

OPTIONAL = ("cupsprintersupport", "qwayland", "wayland", "WaylandClient")
"""Parts that only some desktops load: what they need is recommended, the window opens without."""

BY_HAND = ("fontconfig",)  # libfontconfig draws nothing but boxes without its settings


def build(_options: list[str]) -> list[Path]:
    """Make the package in `out/`."""
    product.must("dpkg-shlibdeps", "dpkg-dev")
    root = linux_tree.lay(product.OUT / "work" / "deb")
    target = product.OUT / f"{product.NAME}_{package_version()}_{product.architecture()}.deb"
    overrides = root / "usr" / "share" / "lintian" / "overrides" / product.NAME
    overrides.parent.mkdir(parents=True)
    overrides.write_bytes((linux_tree.SOURCES / "lintian-overrides").read_bytes())
    doc = root / "usr" / "share" / "doc" / product.NAME
    (doc / "changelog.gz").write_bytes(linux_tree.packed(changelog().encode()))
    control = root / "DEBIAN"
    control.mkdir()
    linux_tree.settle(root)
    needs = computed_needs(root / "usr" / "lib" / product.NAME)
    (control / "control").write_text(control_file(root, needs), "utf-8")
    (control / "md5sums").write_text(sums(root), "utf-8")
    linux_tree.settle(control)
    squeeze = ["-Zxz", "-z9", "-Sextreme"]
    command = ["dpkg-deb", "--root-owner-group", *squeeze, "--build", str(root), str(target)]
    quiet = subprocess.DEVNULL
    env = os.environ | {"SOURCE_DATE_EPOCH": product.moment()}
    subprocess.run(command, env=env, stdout=quiet, check=True)
    return [target]


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
    return parse_needs(done.stdout)


def parse_needs(told: str) -> dict[str, str]:
    """Return the fields that dpkg-shlibdeps printed; what is depended on is not recommended too."""
    found = dict(re.findall(r"^shlibs:(\w+)=(.*)$", told, re.MULTILINE))
    depends = {_name(n): n for n in _listed(found.get("Depends", ""))}
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

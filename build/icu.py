"""The tables of ICU, less those that nobody here reads: they are a quarter of an untrimmed bundle.

Of ICU Qt calls the collator, the converters and the names of time zones and nothing else (`objdump
-T libQt6Core.so.6` lists the functions). Word breaking, transliteration, currencies, units, names
of languages and the languages that the window does not speak go. The package of tables and its
directory are described in ICU's source, `common/ucmndata.h`.
"""

from __future__ import annotations

import platform
import re
import struct
import subprocess
import tempfile
from pathlib import Path

HEAD = struct.Struct("<HBB")
MAGIC = (0xDA, 0x27)
UNREAD_FILES = ("langInfo.res", "unames.icu")
UNREAD = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
LOCALE = re.compile(r"(?:[a-z]{2,3})(?:_\w+)?\.res")
SPOKEN = re.compile(r"(?:en|zh)[_.]")
CONVERTERS = re.compile(
    r"gb18030|windows-9[35]|ibm-(?:1386|1383|1375|1373|5471|5348|912|923|9400)_|iso-8859"
)
"""Chinese and Western code pages: what an old desktop here may be set to; the rest is UTF-8."""

OUTPUTS = {"x86_64": "elf64-x86-64", "aarch64": "elf64-littleaarch64"}


class NotAsExpectedError(ValueError):
    """The tables are not laid out as this module knows them: they are left alone."""


def keeps(name: str) -> bool:
    """Tell whether a table is kept, by its name in the package: `coll/zh.res`."""
    folder, _, file = name.rpartition("/")
    if folder in UNREAD or file.endswith((".spp", ".cfu")) or name in UNREAD_FILES:
        return False
    if file.endswith(".cnv"):
        return CONVERTERS.match(file) is not None
    return not LOCALE.fullmatch(file) or SPOKEN.match(file) is not None


def trimmed(package: bytes) -> bytes:
    """Return a package of tables with those that `keeps` names, in the same order."""
    prefix, tables = read(package)
    return write(
        package[: HEAD.unpack_from(package)[0]], prefix, [t for t in tables if keeps(t[0])]
    )


def read(package: bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """Return the prefix of the names and the tables of a package, sorted by name as ICU wants."""
    size, *magic = HEAD.unpack_from(package)
    if tuple(magic) != MAGIC or package[12:16] != b"CmnD":
        raise NotAsExpectedError
    (count,) = struct.unpack_from("<I", package, size)
    rows = list(struct.iter_unpack("<II", package[size + 4 : size + 4 + 8 * count]))
    ends = [start for _, start in rows[1:]] + [len(package) - size]
    found = []
    for (name_at, start), end in zip(rows, ends, strict=True):
        name = package[size + name_at : package.index(b"\0", size + name_at)].decode("ascii")
        found.append((name, package[size + start : size + end]))
    prefix = found[0][0].partition("/")[0] + "/"
    if not all(name.startswith(prefix) for name, _ in found):
        raise NotAsExpectedError
    return prefix, [(name.removeprefix(prefix), table) for name, table in found]


def write(head: bytes, prefix: str, tables: list[tuple[str, bytes]]) -> bytes:
    """Return a package of these tables; each begins at a multiple of 16 as ICU wants."""
    names = [f"{prefix}{name}".encode("ascii") + b"\0" for name, _ in tables]
    place = 4 + 8 * len(tables)
    name_places = []
    for name in names:
        name_places.append(place)
        place += len(name)
    directory, content = bytearray(struct.pack("<I", len(tables))), bytearray()
    begin = place + -(len(head) + place) % 16
    for name_at, (_, table) in zip(name_places, tables, strict=True):
        directory += struct.pack("<II", name_at, begin + len(content))
        content += table + b"\0" * (-len(table) % 16)
    padding = b"\0" * (begin - place)
    return bytes(head + directory + b"".join(names) + padding + content)


def trim_library(library: Path, target: Path) -> bool:
    """Write a smaller libicudata to `target`; False, and nothing written, when it is a strange one.

    The package is taken out of the library and put into a new one under the same names, with
    binutils alone.
    """
    symbol = _symbol(library)
    output = OUTPUTS.get(platform.machine())
    if not symbol or not output:
        return False
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "tables"
        _run(folder, "objcopy", "-O", "binary", "--only-section=.rodata", library, data)
        try:
            data.write_bytes(trimmed(data.read_bytes()))
        except (NotAsExpectedError, struct.error, ValueError):
            return False
        section = "--rename-section=.data=.rodata,alloc,load,readonly,data,contents"
        named = f"--add-symbol={symbol}=.rodata:0,global,object"
        dropped = [f"-N_binary_tables_{end}" for end in ("start", "end", "size")]
        _run(folder, "objcopy", "-I", "binary", "-O", output, "tables", "raw.o")
        _run(folder, "objcopy", "--set-section-alignment", ".data=16", "raw.o", "even.o")
        _run(folder, "objcopy", section, named, *dropped, "even.o", "named.o")
        flags = ["-shared", "--build-id=sha1", "-znoexecstack", "-soname", library.name]
        _run(folder, "ld", *flags, "named.o", "-o", target)
    return True


def _symbol(library: Path) -> str:
    """Return the name under which ICU looks for its tables, '' when there is not exactly one."""
    told = subprocess.run(["objdump", "-T", library], capture_output=True, text=True, check=False)
    found = re.findall(r"\.rodata\s.*\b(icudt\d+_dat)$", told.stdout, re.MULTILINE)
    return found[0] if len(found) == 1 else ""


def _run(folder: str, *command: str | Path) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)

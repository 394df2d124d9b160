#!/bin/sh
# Run inside a Debian 11, as root: builds SQLite and Python of Debian 12 from Debian's own sources,
# since those of Debian 11 are too old (3.34 and 3.9). Usage: old-python.sh PREFIX MIRROR
set -eu
prefix=$1
mirror=$2
export DEBIAN_FRONTEND=noninteractive

printf 'deb-src %s bookworm main\n' "$mirror" > /etc/apt/sources.list.d/bookworm-sources.list
apt-get update -qq
apt-get install -y -qq --no-install-recommends build-essential ca-certificates dpkg-dev \
    libbz2-dev libexpat1-dev libffi-dev liblzma-dev libssl-dev pkg-config tcl uuid-dev zlib1g-dev >/dev/null

mkdir -p /src
cd /src
apt-get source -qq --download-only python3.11 sqlite3
dpkg-source --no-check -x sqlite3_*.dsc sqlite3 >/dev/null
dpkg-source --no-check -x python3.11_*.dsc python3.11 >/dev/null

# These came anew with glibc 2.29; the older ones, which every glibc still has, give the same values.
for name in exp exp2 log log2 pow; do
    printf '__asm__(".symver %s,%s@GLIBC_2.2.5");\n' "$name" "$name"
done > /src/older-math.h
older="-include /src/older-math.h"

cd /src/sqlite3
./configure --quiet --prefix="$prefix" --disable-static --disable-tcl --enable-fts5 \
    CFLAGS="-O2 $older -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_SECURE_DELETE" >/dev/null
make -s -j2 >/dev/null 2>&1
make -s install >/dev/null

# Debian keeps pip out of its own Python; ours is nobody's system Python. The environment gets it
# from the wheel that comes with the sources.
cd /src/python3.11
# Debian links this one into the interpreter; as a module it has to say that it looks inside.
sed -i '1i #define Py_BUILD_CORE_MODULE 1' Modules/pyexpat.c
# sem_clockwait came with glibc 2.30; without it a wait is timed as on every older system.
ac_cv_func_sem_clockwait=no ./configure --quiet --prefix="$prefix" --enable-shared --without-ensurepip --with-system-expat \
    CFLAGS="-I$prefix/include $older" LDFLAGS="-L$prefix/lib -Wl,-rpath,$prefix/lib" >/dev/null
make -s -j2 >/dev/null 2>&1
make -s install >/dev/null 2>&1
mkdir -p "$prefix/wheels"
cp Lib/ensurepip/_bundled/pip-*.whl "$prefix/wheels/"
cp LICENSE "$prefix/lib/python3.11/LICENSE.txt"

"$prefix/bin/python3.11" -c 'import bz2, ctypes, lzma, pyexpat, sqlite3, ssl, sys, uuid, zlib
assert sqlite3.sqlite_version_info >= (3, 40), sqlite3.sqlite_version
sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")
print("Python", sys.version.split()[0], "with SQLite", sqlite3.sqlite_version)'

#!/bin/sh
# Installs Clausebook @VERSION@ for one user: no root, no network. Options: --prefix FOLDER
set -eu

say() { # English, Chinese
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        zh*) printf '%s\n' "$2" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

prefix=${HOME:?}/.local
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=${2:?--prefix needs a folder}; shift 2 ;;
        --prefix=*) prefix=${1#--prefix=}; shift ;;
        *) say "Unknown option: $1. There is only --prefix FOLDER." "未知选项：$1。仅支持 --prefix 文件夹。" >&2; exit 2 ;;
    esac
done

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
prefix=$(cd "$prefix" && pwd)
program=$prefix/lib/clausebook
if [ -e "$program" ] && [ ! -e "$program/uninstall.sh" ]; then
    say "$program is not ours: nothing was installed." "$program 不是本程序的文件夹，未安装任何内容。" >&2
    exit 1
fi

# The new program is whole before the old one goes; what fails on the way leaves the old one.
rm -rf "$program.new" "$program.old"
cp -R "$here/program" "$program.new"
(cd "$here/share" && find . \( -type f -o -type l \)) | sed 's|^\./||' > "$program.new/share-files.txt"
cp "$here/uninstall.sh" "$program.new/uninstall.sh"
chmod 755 "$program.new/uninstall.sh"
[ ! -e "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"

cp -R "$here/share/." "$prefix/share/"
for name in clausebook clausebook-cli; do
    ln -sf "../lib/clausebook/$name" "$prefix/bin/$name"
done
entry=$prefix/share/applications/clausebook.desktop
awk -v program="$program/clausebook" '/^Exec=/ { print "Exec=\"" program "\" %F"; next } { print }' \
    "$here/share/applications/clausebook.desktop" > "$entry"

command -v update-desktop-database >/dev/null && update-desktop-database -q "$prefix/share/applications" || true
command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -qtf "$prefix/share/icons/hicolor" 2>/dev/null || true

say "Clausebook @VERSION@ is installed in $program." "Clausebook @VERSION@ 已安装到 $program。"
say "Start it from the menu of the desktop or with $prefix/bin/clausebook." "可从桌面菜单或用 $prefix/bin/clausebook 启动。"
say "To remove it: $program/uninstall.sh" "卸载：$program/uninstall.sh"

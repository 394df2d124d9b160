#!/bin/sh
# Removes Clausebook as install.sh laid it. The library is kept; --with-library removes it too,
# after a question that --yes answers.
set -eu
prefix=$(cd "$(dirname "$0")/../.." && pwd)

say() { # English, Chinese
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        zh*) printf '%s\n' "$2" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

program=$prefix/lib/clausebook
library=${XDG_DATA_HOME:-${HOME:?}/.local/share}/Clausebook
remove_library=no
answer=
for word in "$@"; do
    case $word in
        --with-library) remove_library=yes ;;
        --yes) answer=yes ;;
        *) say "Unknown option: $word" "未知选项：$word" >&2; exit 2 ;;
    esac
done

if [ $remove_library = yes ] && [ -e "$library" ] && [ -z "$answer" ]; then
    say "Type yes to delete the library with all notes and memos: $library" \
        "将删除资料库及全部笔记和摘编：$library。确认请输入 yes"
    read -r answer || answer=no
fi

while read -r file; do
    rm -f "$prefix/share/$file"
done < "$program/share-files.txt"
rm -f "$prefix/bin/clausebook" "$prefix/bin/clausebook-cli"
# The caches of the desktop forget us, or go when nothing else is in their folder.
for cache in applications/mimeinfo.cache icons/hicolor/icon-theme.cache; do
    folder=$prefix/share/${cache%/*}
    [ -e "$prefix/share/$cache" ] || continue
    if [ "$(find "$folder" -type f | wc -l)" = 1 ]; then
        rm -f "$prefix/share/$cache"
    else
        case $cache in
            applications/*) command -v update-desktop-database >/dev/null && update-desktop-database -q "$folder" || true ;;
            *) command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -qtf "$folder" 2>/dev/null || true ;;
        esac
    fi
done
# Folders that are empty now were ours or nobody's.
sed 's|/[^/]*$||' "$program/share-files.txt" | sort -ur | while read -r folder; do
    while [ "$folder" != . ] && rmdir "$prefix/share/$folder" 2>/dev/null; do
        folder=$(dirname "$folder")
    done
done
rm -rf "$program"
rmdir "$prefix/bin" "$prefix/lib" 2>/dev/null || true

say "Clausebook is removed." "Clausebook 已卸载。"
if [ $remove_library = yes ] && [ "$answer" = yes ]; then
    rm -rf "$library"
    say "The library is deleted: $library" "资料库已删除：$library"
elif [ -e "$library" ]; then
    say "The library stays: $library" "资料库仍保留：$library"
fi

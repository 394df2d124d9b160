"""The words that people see: `tr` translates them, and here stand those that lower rooms name.

`tr` takes a literal first argument, always: build/translations.py collects the literals. `mark`
marks a literal that is translated later, when it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from db.errors import UserError

CONTEXT = "Clausebook"


def tr(text: str, *, n: int | None = None, **values: object) -> str:
    """Return the translation of `text`: `%n` counts with the right plural, `{name}` is filled in.

    >>> tr("Printed as “{term}”", term="aid the youth")
    'Printed as “aid the youth”'
    """
    count = -1 if n is None else n
    words = str(QCoreApplication.translate(CONTEXT, text, None, count))
    return words.format(**values) if values else words


def mark(text: str) -> str:
    """Return `text` itself; it is collected for translation and shown through `tr` later."""
    return text


SENTENCES: dict[str, str] = {
    "library-missing": mark(
        "There is no library in {folder}. Nothing was changed. Choose another folder."
    ),
    "library-unwritable": mark(
        "The folder {folder} cannot be written to. Nothing was changed. Choose a folder of "
        "your own."
    ),
    "library-locked": mark(
        "The library in {folder} is being used by another program right now. Nothing was "
        "changed. Close the other program and try again."
    ),
    "library-read-only": mark(
        "The library in {folder} is open for reading only, because the folder cannot "
        "be written to. Nothing was saved. Copy the library to a folder of your own "
        "to change it."
    ),
    "library-old-read-only": mark(
        "The library in {folder} was made by an older Clausebook and cannot be "
        "brought up to date, because the folder cannot be written to. Nothing was "
        "changed. Copy the folder to a place of your own and open it there."
    ),
    "library-unreadable": mark(
        "You may not read the library in {folder}. Nothing was changed. Ask its "
        "owner, or choose another folder."
    ),
    "trash-unknown": mark("There is no {uid} in the trash. Nothing was changed."),
    "backup-failed": mark(
        "No backup could be made ({detail}). The library and the older backups are as "
        "they were. Free some space or check the disk."
    ),
    "backup-full": mark(
        "There is no room on the disk for a backup. The library and the older backups "
        "are as they were. Free some space."
    ),
    "copy-failed": mark(
        "The library could not be copied to {folder} ({detail}). It is where it was, "
        "with everything in it. Free some space or choose another folder."
    ),
    "backup-unknown": mark("There is no backup {name}. Nothing was changed."),
    "backup-bad": mark(
        "The backup {name} is damaged ({detail}). Nothing was changed. Choose another one."
    ),
    "library-there": mark(
        "There is a library in {folder} already. Nothing was changed. Choose an empty folder."
    ),
    "library-inside": mark(
        "The folder {folder} is part of the library itself. Nothing was changed. "
        "Choose another folder."
    ),
    "library-portable": mark(
        "The library of a portable Clausebook stays beside the program. Nothing was "
        "moved. Copy it instead."
    ),
    "rescue-nothing": mark("Nothing in {file} could be read. It was left exactly as it is."),
    "library-newer": mark(
        "The library in {folder} was written by a newer Clausebook (schema {found}, this "
        "one knows {known}). Nothing was changed. Install the newer version to open it."
    ),
    "library-damaged": mark(
        "The library file {file} is damaged ({detail}). It was left exactly as it is. "
        "Restore a backup, rescue what can still be read, or start with an empty "
        "library."
    ),
    "library-not-ours": mark(
        "The file {file} is not a Clausebook library. It was left exactly as it is. Choose "
        "another folder."
    ),
    "disk-full": mark(
        "The disk is full. What was saved before is safe; the last change was not saved. "
        "Free some space and do it again."
    ),
    "disk-error": mark(
        "The disk refused to save ({detail}). What was saved before is safe; the last "
        "change was not saved. Check the disk and do it again."
    ),
    "sqlite-old": mark(
        "This computer's SQLite is {found}; Clausebook needs {needed} or newer. Nothing was"
        " changed."
    ),
    "place-unknown": mark("There is no place {place} in the library."),
    "place-ambiguous": mark("{place} stands in more than one document. Say which: {choices}."),
    "document-ambiguous": mark(
        "There is more than one document that “{name}” could mean. Say which: {choices}."
    ),
    "document-unknown": mark(
        "There is no document {name} in the library. Known documents: {choices}."
    ),
    "edition-unknown": mark("{name} has no edition {edition}. Known editions: {choices}."),
    "quote-count": mark(
        "The quote was found {count} times in {place}, not exactly once. Nothing was saved."
        " Quote more words, or say which one with --occurrence."
    ),
    "quote-missing": mark(
        "The quote was found 0 times in {place}. Nothing was saved. Copy the words exactly "
        "as they are printed."
    ),
    "occurrence-missing": mark(
        "The quote was found {count} times in {place}, so there is no occurrence {wanted}. "
        "Nothing was saved."
    ),
    "note-unknown": mark("There is no note {uid}."),
    "note-empty": mark("A note needs words, a quote, a tag or a color. Nothing was saved."),
    "color-unknown": mark("{color} is not a color of Clausebook. Choose one of {choices}."),
    "memo-unknown": mark("There is no memo “{title}”. Make it first with: memo new."),
    "memo-exists": mark(
        "There is a memo “{title}” already. Nothing was changed. Choose another title."
    ),
    "memo-empty": mark("The memo “{title}” has nothing in it yet. Nothing was written."),
    "memo-ambiguous": mark("More than one memo matches “{title}”. Use its uid: {choices}."),
    "title-empty": mark("A memo needs a title. Nothing was changed."),
    "notes-none": mark("There are no notes here to export. Nothing was written."),
    "export-failed": mark(
        "{file} could not be written ({detail}). Your notes and memos are as they were. "
        "Choose another folder, or close the program that has the file open."
    ),
    "search-empty": mark("A search needs words or a name. Nothing was saved."),
    "search-unknown": mark("There is no saved search {uid}."),
    "review-none": mark("The note {uid} does not wait for a place. Nothing was changed."),
    "review-edition": mark(
        "That place is in the edition {edition}; the note looks for one in {wanted}. Nothing was "
        "changed."
    ),
    "candidate-unknown": mark(
        "There is no candidate {number}; the note has {count}. Nothing was changed."
    ),
    "undo-conflict": mark(
        "“{words}” cannot be undone: it was changed since by another window or program. "
        "Nothing was changed."
    ),
    "edition-used": mark(
        "Notes or memo quotations were made on this edition of “{name}”. It stays, and "
        "nothing was changed. Delete them first if you want to take the edition away."
    ),
    "group-unnamed": mark("A group needs a name. Nothing was changed."),
    "undo-nothing": mark("There is nothing to undo."),
    "redo-nothing": mark("There is nothing to redo."),
    "import-empty": mark(
        "Nothing in {file} could be recognized as text of a document. Nothing was imported."
    ),
    "import-missing": mark("There is no file {file}. Nothing was imported."),
    "import-own": mark("{file} belongs to the library itself. Nothing was imported."),
    "document-title-empty": mark("A document needs a title. Nothing was changed."),
    "file-empty": mark("{file} is empty. Nothing was imported. Ask for the file again."),
    "file-no-words": mark("{file} has no words in it. Nothing was imported."),
    "file-protected": mark(
        "{file} is protected with a password. Nothing was imported. Open it in its own "
        "program, save it without the password and import that."
    ),
    "file-scan": mark(
        "{file} is a scan: pictures of pages without text. Nothing was imported. Run text "
        "recognition (OCR) on it, or ask for the text, and import that."
    ),
    "file-damaged": mark(
        "{file} is damaged or was cut off. Nothing was imported. Get the file again from "
        "where it came from."
    ),
    "file-bomb": mark(
        "{file} unpacks to far more than any document has. It was not opened, to protect "
        "this computer. Nothing was imported."
    ),
    "file-unsafe": mark(
        "{file} contains instructions (XML entities) that no document needs. It was not "
        "opened, to protect this computer. Nothing was imported."
    ),
    "file-not-document": mark(
        "{file} is not a text, web page, Markdown, Word or PDF file. Nothing was imported."
    ),
    "file-old-word": mark(
        "{file} is an old Word or other Office file (.doc). Nothing was imported. Save it "
        "as .docx or PDF and import that."
    ),
    "file-costly": mark(
        "{file} needs more time or memory than any document should. Reading it was stopped,"
        " to protect this computer. Nothing was imported. Save it in another format and "
        "import that."
    ),
    "file-large": mark("{file} is larger than 200 MB. Nothing was imported."),
    "file-unreadable": mark(
        "{file} could not be read ({detail}). Nothing was imported. Check that it is still "
        "there and that you may open it."
    ),
    "line-bad": mark("Line {number}: {detail}"),
    "resource-missing": mark(
        "A part of the program is missing: {file}. Your library is safe. Install Clausebook again."
    ),
    "status-unknown": mark("{status} is not a status of a note. Choose one of {choices}."),
    "sensitivity-unknown": mark(
        "{sensitivity} is not a sensitivity of a note. Choose one of {choices}."
    ),
    "tag-unknown": mark("No note has the tag {tag}. Nothing was changed."),
    "tag-empty": mark("A tag needs a name. Nothing was changed."),
    "bookmark-unknown": mark("There is no bookmark {uid}."),
    "bookmark-untitled": mark("A bookmark needs a title. Nothing was changed."),
    "export-restricted": mark(
        "Everything here is restricted ({count}). Nothing was written. Say that restricted "
        "notes shall be included, or choose other notes."
    ),
}
# end of sentences

STEPS: dict[str, str] = {
    "add bookmark": mark("add bookmark"),
    "add note": mark("add note"),
    "save search": mark("save search"),
    "rename search": mark("rename search"),
    "change search": mark("change search"),
    "move search": mark("move search"),
    "delete search": mark("delete search"),
    "restore search": mark("restore search"),
    "add to memo": mark("add to memo"),
    "change author": mark("change author"),
    "change color": mark("change color"),
    "change sensitivity": mark("change sensitivity"),
    "change status": mark("change status"),
    "change tags": mark("change tags"),
    "delete bookmark": mark("delete bookmark"),
    "delete memo": mark("delete memo"),
    "delete note": mark("delete note"),
    "detach note": mark("detach note"),
    "edit document": mark("edit document"),
    "edit memo": mark("edit memo"),
    "edit note": mark("edit note"),
    "highlight": mark("highlight"),
    "import": mark("import"),
    "merge tags": mark("merge tags"),
    "move bookmark": mark("move bookmark"),
    "keep on old edition": mark("keep on old edition"),
    "move in memo": mark("move in memo"),
    "move to group": mark("move to group"),
    "name colors": mark("name colors"),
    "move note": mark("move note"),
    "new edition": mark("new edition"),
    "new memo": mark("new memo"),
    "remove document": mark("remove document"),
    "remove from memo": mark("remove from memo"),
    "remove tag": mark("remove tag"),
    "rename bookmark": mark("rename bookmark"),
    "rename group": mark("rename group"),
    "rename memo": mark("rename memo"),
    "rename tag": mark("rename tag"),
    "restore document": mark("restore document"),
    "restore memo": mark("restore memo"),
    "restore note": mark("restore note"),
    "restore from trash": mark("restore from trash"),
    "restore bookmark": mark("restore bookmark"),
}


def sentence(error: UserError) -> str:
    """Return the sentence of an error in the language of the window."""
    return _said(SENTENCES[error.code]).format(**error.values)


def step_words(words: str) -> str:
    """Return the words of an undo step in the language of the window."""
    return _said(words)


def _said(text: str) -> str:
    return str(QCoreApplication.translate(CONTEXT, text))

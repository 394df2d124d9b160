"""The two kinds of error: a `UserError` has a plain sentence for people; everything else is a bug.

The sentences say what happened, what was kept and what to do next. The table is the only place
where they are written; `desktop/ui/words.py` holds the same texts for translation.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "library-missing": "There is no library in {folder}. Nothing was changed. Choose another folder.",
    "library-unwritable": "The folder {folder} cannot be written to. Nothing was changed. Choose a folder of your own.",
    "library-locked": "The library in {folder} is being used by another program right now. "
    "Nothing was changed. Close the other program and try again.",
    "library-read-only": "The library in {folder} is open for reading only, because the folder cannot be written to. "
    "Nothing was saved. Copy the library to a folder of your own to change it.",
    "library-old-read-only": "The library in {folder} was made by an older Clausebook and cannot be brought up to date, "
    "because the folder cannot be written to. Nothing was changed. Copy the folder to a place of your own and open it there.",
    "library-unreadable": "You may not read the library in {folder}. Nothing was changed. Ask its owner, or choose another folder.",
    "trash-unknown": "There is no {uid} in the trash. Nothing was changed.",
    "backup-failed": "No backup could be made ({detail}). The library and the older backups are as they were. "
    "Free some space or check the disk.",
    "backup-full": "There is no room on the disk for a backup. The library and the older backups are as they were. "
    "Free some space.",
    "copy-failed": "The library could not be copied to {folder} ({detail}). It is where it was, with everything in it. "
    "Free some space or choose another folder.",
    "backup-unknown": "There is no backup {name}. Nothing was changed.",
    "backup-bad": "The backup {name} is damaged ({detail}). Nothing was changed. Choose another one.",
    "library-there": "There is a library in {folder} already. Nothing was changed. Choose an empty folder.",
    "library-inside": "The folder {folder} is part of the library itself. Nothing was changed. Choose another folder.",
    "library-portable": "The library of a portable Clausebook stays beside the program. Nothing was moved. Copy it instead.",
    "rescue-nothing": "Nothing in {file} could be read. It was left exactly as it is.",
    "library-newer": "The library in {folder} was written by a newer Clausebook (schema {found}, this one knows {known}). "
    "Nothing was changed. Install the newer version to open it.",
    "library-damaged": "The library file {file} is damaged ({detail}). It was left exactly as it is. "
    "Restore a backup, rescue what can still be read, or start with an empty library.",
    "library-not-ours": "The file {file} is not a Clausebook library. It was left exactly as it is. Choose another folder.",
    "disk-full": "The disk is full. What was saved before is safe; the last change was not saved. "
    "Free some space and do it again.",
    "disk-error": "The disk refused to save ({detail}). What was saved before is safe; the last change was not saved. "
    "Check the disk and do it again.",
    "sqlite-old": "This computer's SQLite is {found}; Clausebook needs {needed} or newer. Nothing was changed.",
    "place-unknown": "There is no place {place} in the library.",
    "place-ambiguous": "{place} stands in more than one document. Say which: {choices}.",
    "document-ambiguous": "There is more than one document that “{name}” could mean. Say which: {choices}.",
    "document-unknown": "There is no document {name} in the library. Known documents: {choices}.",
    "edition-unknown": "{name} has no edition {edition}. Known editions: {choices}.",
    "quote-count": "The quote was found {count} times in {place}, not exactly once. Nothing was saved. "
    "Quote more words, or say which one with --occurrence.",
    "quote-missing": "The quote was found 0 times in {place}. Nothing was saved. Copy the words exactly as they are printed.",
    "occurrence-missing": "The quote was found {count} times in {place}, so there is no occurrence {wanted}. Nothing was saved.",
    "note-unknown": "There is no note {uid}.",
    "note-empty": "A note needs words, a quote, a tag or a color. Nothing was saved.",
    "status-unknown": "{status} is not a status of a note. Choose one of {choices}.",
    "sensitivity-unknown": "{sensitivity} is not a sensitivity of a note. Choose one of {choices}.",
    "tag-unknown": "No note has the tag {tag}. Nothing was changed.",
    "tag-empty": "A tag needs a name. Nothing was changed.",
    "bookmark-unknown": "There is no bookmark {uid}.",
    "bookmark-untitled": "A bookmark needs a title. Nothing was changed.",
    "export-restricted": "Everything here is restricted ({count}). Nothing was written. "
    "Say that restricted notes shall be included, or choose other notes.",
    "color-unknown": "{color} is not a color of Clausebook. Choose one of {choices}.",
    "memo-unknown": "There is no memo “{title}”. Make it first with: memo new.",
    "memo-exists": "There is a memo “{title}” already. Nothing was changed. Choose another title.",
    "memo-empty": "The memo “{title}” has nothing in it yet. Nothing was written.",
    "memo-ambiguous": "More than one memo matches “{title}”. Use its uid: {choices}.",
    "title-empty": "A memo needs a title. Nothing was changed.",
    "notes-none": "There are no notes here to export. Nothing was written.",
    "export-failed": "{file} could not be written ({detail}). Your notes and memos are as they were. "
    "Choose another folder, or close the program that has the file open.",
    "search-empty": "A search needs words or a name. Nothing was saved.",
    "search-unknown": "There is no saved search {uid}.",
    "review-none": "The note {uid} does not wait for a place. Nothing was changed.",
    "review-edition": "That place is in the edition {edition}; the note looks for one in {wanted}. Nothing was changed.",
    "candidate-unknown": "There is no candidate {number}; the note has {count}. Nothing was changed.",
    "undo-conflict": "“{words}” cannot be undone: it was changed since by another window or program. Nothing was changed.",
    "edition-used": "Notes or memo quotations were made on this edition of “{name}”. It stays, and nothing was changed. "
    "Delete them first if you want to take the edition away.",
    "group-unnamed": "A group needs a name. Nothing was changed.",
    "undo-nothing": "There is nothing to undo.",
    "redo-nothing": "There is nothing to redo.",
    "import-empty": "Nothing in {file} could be recognized as text of a document. Nothing was imported.",
    "import-missing": "There is no file {file}. Nothing was imported.",
    "import-own": "{file} belongs to the library itself. Nothing was imported.",
    "document-title-empty": "A document needs a title. Nothing was changed.",
    "file-empty": "{file} is empty. Nothing was imported. Ask for the file again.",
    "file-no-words": "{file} has no words in it. Nothing was imported.",
    "file-protected": "{file} is protected with a password. Nothing was imported. Open it in its own program, "
    "save it without the password and import that.",
    "file-scan": "{file} is a scan: pictures of pages without text. Nothing was imported. "
    "Run text recognition (OCR) on it, or ask for the text, and import that.",
    "file-damaged": "{file} is damaged or was cut off. Nothing was imported. Get the file again from where it came from.",
    "file-bomb": "{file} unpacks to far more than any document has. It was not opened, to protect this computer. Nothing was imported.",
    "file-unsafe": "{file} contains instructions (XML entities) that no document needs. It was not opened, to protect this computer. "
    "Nothing was imported.",
    "file-not-document": "{file} is not a text, web page, Markdown, Word or PDF file. Nothing was imported.",
    "file-old-word": "{file} is an old Word or other Office file (.doc). Nothing was imported. Save it as .docx or PDF and import that.",
    "file-costly": "{file} needs more time or memory than any document should. Reading it was stopped, to protect this computer. "
    "Nothing was imported. Save it in another format and import that.",
    "file-large": "{file} is larger than 200 MB. Nothing was imported.",
    "file-unreadable": "{file} could not be read ({detail}). Nothing was imported. Check that it is still there and that you may open it.",
    "line-bad": "Line {number}: {detail}",
    "resource-missing": "A part of the program is missing: {file}. Your library is safe. Install Clausebook again.",
}


class UserError(Exception):
    """Something a person can understand and act on: a code of `SENTENCES` and its values."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(SENTENCES[code].format(**values))

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return str(self)

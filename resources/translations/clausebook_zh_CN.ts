<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Clausebook</name>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Yellow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Green</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Red</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Blue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Violet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Orange</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Teal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Gr&amp;ay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Export &amp;memo…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Export these notes…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Export what is shown…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Show the library’s &amp;folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Copy with c&amp;itation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Find on this page…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Find &amp;next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Find &amp;previous</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Search clauses and notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Notes pane</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>N&amp;ormal text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>As the &amp;system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Full screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Previous page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Next page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Go to place…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Next p&amp;ane</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Highlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Add note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Delete note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Add to memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Open memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;New memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Delete memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Keys and help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Show the &amp;log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;About Clausebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;File</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Theme</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Highlight &amp;in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write the notes in view to a Word document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/exporting.py" />
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write the memo, or the notes in view, to a Word document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Highlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Mark the chosen words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/memo_model.py" />
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write a note on the chosen words, or on the clause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Put the clause into the memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>yesterday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>d MMM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>d MMM yyyy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>About Clausebook</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Clausebook log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>An offline desk reference for policy plans and laws.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Your library: {folder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>MIT license; icons by Pictogrammers (Apache License 2.0)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/names.py" />
      <source>OK</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/names.py" />
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Choose a folder for the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>The library could not be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Choose another folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Notes on {place}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Word document (*.docx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Exported to {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>There is no memo yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Show in folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Copied with its citation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Something unexpected happened. Your notes are safe: each change is saved at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Show details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>The log is kept in {file}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Please send this text to whoever looks after Clausebook for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Undone: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Done again: {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Undo {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Redo {step}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Memo of {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Memo “{title}” deleted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>There is no clause here to put into a memo</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n clauses added to “{title}”</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n notes added to “{title}”</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Open memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Open a memo first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>New memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Title of the memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Clause</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Heading</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by its tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by its heading</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by a note on it</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>%n clauses</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n headings</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>%n notes</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n hits</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/memo_model.py" />
      <source>Own text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/memo_model.py" />
      <source>Quotation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/notes_model.py" />
      <source>Written {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/notes_model.py" />
      <source>Changed {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/reading.py" />
      <source>Around the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>Memos</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/reading.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Preamble</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n paragraphs</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n memos</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this region</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this section</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this task</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this measure</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this chapter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this article</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/noting.py" />
      <source>%n notes moved to the trash</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>Select some words first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>There is no clause here to note on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/reading.py" />
      <source>Go to place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/reading.py" />
      <source>Place, as the margin shows it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>What to do with this block</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Move up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Move down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Edit the words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Go to its place in the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Add own text below</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Remove from the memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/breadcrumb.py" />
      <source>Where you are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Yellow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Green</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Red</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Blue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Violet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Orange</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Teal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Gray</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Color</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Find on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Previous match (Shift+F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Next match (F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Close (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Not on this page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>{number} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Type a word in the field at the top: clauses and notes answer while you type. Up and Down choose a hit, Return goes there, Esc returns to the contents.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Select words in the text. Press H to mark them, 1 to 8 for another color, N to write a note, M to put the clause into the memo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Everything is saved at once. Ctrl+Z takes back the last deed, whatever it was; deleted notes wait in the trash.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Open the memo below the contents, put its paragraphs in order and export it as a Word document: every quotation carries its citation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>only while the text has the focus</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Keys and help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Confirmed in a Chinese source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Partly confirmed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Inferred, not confirmed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The original wording was not seen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The numeral is printed as “{term}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The sentence breaks off here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Two things run together here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The full stop is missing here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The numeral is printed wrongly here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>This passage stands twice in the source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The source is damaged here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Printed as “{term}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The text is shown as it is printed.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>and %n more</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Noted without words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_block.py" />
      <source>shortened here, exported in full</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Blocks of the memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Own words…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Own words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/message_bar.py" />
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/message_bar.py" />
      <source>Close this message (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/navigator.py" />
      <source>Contents of the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_card.py" />
      <source>around the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Esc leaves the note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Edit note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Your note…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>State of the note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Note on “{quote}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_list.py" />
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Edit note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Color</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>As in the &amp;text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>Add to &amp;memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>E&amp;xport…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Select words in the text and press N to write a note, or 1–8 to highlight them in a color.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Export these notes…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Write these notes to a Word document (Ctrl+E)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Quote these notes in a memo, in the order of the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Fewer letters find more. Esc clears the filter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Nothing is noted here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>{shown} of {total}</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Add %n notes to memo</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Filter notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>No note here fits “{words}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_ends.py" />
      <source>Previous page: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_ends.py" />
      <source>Next page: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Page chrome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>News lede</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Circular</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Contact</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Body</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Annex</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>printed as “{term}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Fewer words find more, and the beginning of a word is enough: “lith” finds lithium. Chinese needs no spaces.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>The first {shown} of {total}, as in the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Best first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>First matches, as in the text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Search results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Close the results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Close the results (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Nothing found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Nothing found for “{query}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>The best {shown} of {total}, best first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Search clauses and notes   (Ctrl+Shift+F)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Clear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>What to do with the chosen words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Copy with citation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Add to memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Add note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>{percent} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>State of your changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Where you are and what is here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Normal text size (Ctrl+0)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>All changes saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Saving…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>The last change was not saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Text size {percent} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/tags_field.py" />
      <source>Tags, separated by commas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Deleted notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Deleted notes stay here until you restore them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Nothing here.</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Restore %n notes</source>
      <translation type="unfinished">
        <numerusform />
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no library in {folder}. Nothing was changed. Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The folder {folder} cannot be written to. Nothing was changed. Choose a folder of your own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} is being used by another program right now. Nothing was changed. Close the other program and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} was written by a newer Clausebook (schema {found}, this one knows {known}). Nothing was changed. Install the newer version to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library file {file} is damaged ({detail}). It was left exactly as it is. Copy the folder to a safe place and restore a backup, or start with a new folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The file {file} is not a Clausebook library. It was left exactly as it is. Choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The disk is full. What was saved before is safe; the last change was not saved. Free some space and do it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The disk refused to save ({detail}). What was saved before is safe; the last change was not saved. Check the disk and do it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>This computer's SQLite is {found}; Clausebook needs {needed} or newer. Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no place {place} in the library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{place} stands in more than one document. Say which: {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is more than one document that “{name}” could mean. Say which: {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no document {name} in the library. Known documents: {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{name} has no edition {edition}. Known editions: {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found {count} times in {place}, not exactly once. Nothing was saved. Quote more words, or say which one with --occurrence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found 0 times in {place}. Nothing was saved. Copy the words exactly as they are printed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found {count} times in {place}, so there is no occurrence {wanted}. Nothing was saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no note {uid}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A note needs words, a quote, a tag or a color. Nothing was saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{color} is not a color of Clausebook. Choose one of {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no memo “{title}”. Make it first with: memo new.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is a memo “{title}” already. Nothing was changed. Choose another title.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The memo “{title}” has nothing in it yet. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>More than one memo matches “{title}”. Use its uid: {choices}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A memo needs a title. Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There are no notes here to export. Nothing was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} could not be written ({detail}). Your notes and memos are as they were. Choose another folder, or close the program that has the file open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>“{words}” cannot be undone: it was changed since by another window or program. Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is nothing to undo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is nothing to redo.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Line {number}: {detail}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A part of the program is missing: {file}. Your library is safe. Install Clausebook again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>add note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>add to memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change color</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>edit memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>edit note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>highlight</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>new memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename memo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore note</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>

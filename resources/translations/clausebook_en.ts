<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Clausebook</name>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n documents</source>
      <translation>
        <numerusform>%n document</numerusform>
        <numerusform>%n documents</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n memos</source>
      <translation>
        <numerusform>%n memo</numerusform>
        <numerusform>%n memos</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <location filename="../../desktop/ui/views/memo_page.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>%n notes</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n bookmarks</source>
      <translation>
        <numerusform>%n bookmark</numerusform>
        <numerusform>%n bookmarks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n searches</source>
      <translation>
        <numerusform>%n search</numerusform>
        <numerusform>%n searches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n notes on these documents keep their words and carry their quotation.</source>
      <translation>
        <numerusform>%n note on these documents keeps its words and carries its quotation.</numerusform>
        <numerusform>%n notes on these documents keep their words and carry their quotation.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n highlights on these documents go along.</source>
      <translation>
        <numerusform>%n highlight on these documents goes along.</numerusform>
        <numerusform>%n highlights on these documents go along.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n documents stay, because memos quote them.</source>
      <translation>
        <numerusform>%n document stays, because memos quote it.</numerusform>
        <numerusform>%n documents stay, because memos quote them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <source>%n of {total} notes are restricted.</source>
      <translation>
        <numerusform>%n of {total} notes is restricted.</numerusform>
        <numerusform>%n of {total} notes are restricted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n documents have lost their entry</source>
      <translation>
        <numerusform>%n document has lost its entry</numerusform>
        <numerusform>%n documents have lost their entry</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n stretches of text are lost and shown as �</source>
      <translation>
        <numerusform>%n stretch of text is lost and shown as �</numerusform>
        <numerusform>%n stretches of text are lost and shown as �</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n memos have lost their title</source>
      <translation>
        <numerusform>%n memo has lost its title</numerusform>
        <numerusform>%n memos have lost their title</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n notes have lost their words and are kept as highlights</source>
      <translation>
        <numerusform>%n note has lost its words and is kept as a highlight</numerusform>
        <numerusform>%n notes have lost their words and are kept as highlights</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n notes have lost their document and carry their quotation</source>
      <translation>
        <numerusform>%n note has lost its document and carries its quotation</numerusform>
        <numerusform>%n notes have lost their document and carry their quotation</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/exporting.py" />
      <source>%n restricted notes were left out</source>
      <translation>
        <numerusform>%n restricted note was left out</numerusform>
        <numerusform>%n restricted notes were left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/keeping.py" />
      <source>%n things deleted for ever</source>
      <translation>
        <numerusform>%n thing deleted for ever</numerusform>
        <numerusform>%n things deleted for ever</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n clauses added to “{title}”</source>
      <translation>
        <numerusform>%n clause added to “{title}”</numerusform>
        <numerusform>%n clauses added to “{title}”</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n notes added to “{title}”</source>
      <translation>
        <numerusform>%n note added to “{title}”</numerusform>
        <numerusform>%n notes added to “{title}”</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>%n clauses</source>
      <translation>
        <numerusform>%n clause</numerusform>
        <numerusform>%n clauses</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n headings</source>
      <translation>
        <numerusform>%n heading</numerusform>
        <numerusform>%n headings</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n passages around the text</source>
      <translation>
        <numerusform>%n passage around the text</numerusform>
        <numerusform>%n passages around the text</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <location filename="../../desktop/ui/views/results.py" />
      <source>%n hits</source>
      <translation>
        <numerusform>%n hit</numerusform>
        <numerusform>%n hits</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>%n paragraphs</source>
      <translation>
        <numerusform>%n paragraph</numerusform>
        <numerusform>%n paragraphs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/noting.py" />
      <source>%n notes moved to the trash</source>
      <translation>
        <numerusform>%n note moved to the trash</numerusform>
        <numerusform>%n notes moved to the trash</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n notes moved</source>
      <translation>
        <numerusform>%n note moved</numerusform>
        <numerusform>%n notes moved</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n notes to check</source>
      <translation>
        <numerusform>%n note to check</numerusform>
        <numerusform>%n notes to check</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n to check</source>
      <translation>
        <numerusform>%n to check</numerusform>
        <numerusform>%n to check</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/shelving.py" />
      <source>%n documents are in the trash, with their notes</source>
      <translation>
        <numerusform>%n document is in the trash, with its notes</numerusform>
        <numerusform>%n documents are in the trash, with their notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>Drop to import %n files</source>
      <translation>
        <numerusform>Drop to import %n file</numerusform>
        <numerusform>Drop to import %n files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>%n more</source>
      <translation>
        <numerusform>%n more</numerusform>
        <numerusform>%n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>%n places</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>%n doubts</source>
      <translation>
        <numerusform>%n doubt</numerusform>
        <numerusform>%n doubts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>about %n minutes left</source>
      <translation>
        <numerusform>about %n minute left</numerusform>
        <numerusform>about %n minutes left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n refused</source>
      <translation>
        <numerusform>%n refused</numerusform>
        <numerusform>%n refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported, with doubts</source>
      <translation>
        <numerusform>%n imported, with doubts</numerusform>
        <numerusform>%n imported, with doubts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported</source>
      <translation>
        <numerusform>%n imported</numerusform>
        <numerusform>%n imported</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n new editions</source>
      <translation>
        <numerusform>%n new edition</numerusform>
        <numerusform>%n new editions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n already there</source>
      <translation>
        <numerusform>%n already there</numerusform>
        <numerusform>%n already there</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n documents imported</source>
      <translation>
        <numerusform>%n document imported</numerusform>
        <numerusform>%n documents imported</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>stopped, %n files were not read</source>
      <translation>
        <numerusform>stopped, %n file was not read</numerusform>
        <numerusform>stopped, %n files were not read</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>%n quotations</source>
      <translation>
        <numerusform>%n quotation</numerusform>
        <numerusform>%n quotations</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>%n own texts</source>
      <translation>
        <numerusform>%n own text</numerusform>
        <numerusform>%n own texts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Add %n notes to memo</source>
      <translation>
        <numerusform>Add %n note to memo</numerusform>
        <numerusform>Add %n notes to memo</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/results.py" />
      <source>%n matches</source>
      <translation>
        <numerusform>%n match</numerusform>
        <numerusform>%n matches</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>%n more by related words</source>
      <translation>
        <numerusform>%n more by related words</numerusform>
        <numerusform>%n more by related words</numerusform>
      </translation>
    </message>
  </context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Clausebook</name>
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
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>%n notes</source>
      <translation>
        <numerusform>%n note</numerusform>
        <numerusform>%n notes</numerusform>
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
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n memos</source>
      <translation>
        <numerusform>%n memo</numerusform>
        <numerusform>%n memos</numerusform>
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
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>%n doubts</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>about %n minutes left</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n refused</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported, with doubts</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n new editions</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n already there</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n documents imported</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>stopped, %n files were not read</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
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
  </context>
</TS>

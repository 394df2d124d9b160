<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Clausebook</name>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n clauses added to “{title}”</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n notes added to “{title}”</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>%n clauses</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n headings</source>
      <translation type="unfinished">
        <numerusform />
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
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n hits</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n paragraphs</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n memos</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/noting.py" />
      <source>%n notes moved to the trash</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>and %n more</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Add %n notes to memo</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Restore %n notes</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
</TS>

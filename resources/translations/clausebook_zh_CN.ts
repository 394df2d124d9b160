<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Clausebook</name>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>all the words, in any order; a word that is still typed counts as a beginning</source>
      <translation>含全部词语，顺序不限；正在输入的词按开头匹配</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>the words side by side</source>
      <translation>紧邻的词语</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>the words near each other, at most so many words between them</source>
      <translation>相近的词语，其间最多隔几个词</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>one or the other; one without the other; in brackets first</source>
      <translation>任一词；含前者而不含后者；括号内优先</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>words that begin so</source>
      <translation>以此开头的词</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>words spelled almost so: one letter off, or two</source>
      <translation>拼写相近的词：差一个或两个字母</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>also where the print hides the name; the hit says how it is printed</source>
      <translation>也包括译文掩盖了名称之处；结果会说明原文如何印刷</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>only in this region</source>
      <translation>只在该地区</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>only in this document, from this issuer, in this group of documents</source>
      <translation>只在该文件、该发文机关、该分组</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>only tasks, regions, clauses …; only headings</source>
      <translation>只找任务、地区、条款等；只找标题</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>by the date of the document, or of the note</source>
      <translation>按文件日期或笔记日期</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>only notes; only highlights; only memos</source>
      <translation>只找笔记；只找高亮；只找摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>notes with this tag, color, status, sensitivity</source>
      <translation>带该标签、颜色、状态、密级的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>places with notes on them; places without</source>
      <translation>有笔记之处；没有笔记之处</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <source>what stands around the plan: lede, circular, chrome</source>
      <translation>方案前后的文字：导语、通知、网页</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>You type</source>
      <translation>输入</translation>
    </message>
    <message>
      <location filename="../../desktop/library/asking.py" />
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>You find</source>
      <translation>找到</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Yellow</source>
      <translation>黄色(&amp;Y)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Green</source>
      <translation>绿色(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Red</source>
      <translation>红色(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Blue</source>
      <translation>蓝色(&amp;B)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Violet</source>
      <translation>紫色(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Orange</source>
      <translation>橙色(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Teal</source>
      <translation>青色(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Gr&amp;ay</source>
      <translation>灰色(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Import…</source>
      <translation>导入(&amp;I)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Import f&amp;older…</source>
      <translation>导入文件夹(&amp;O)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;About this document…</source>
      <translation>文件信息(&amp;A)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Move to &amp;group…</source>
      <translation>移到分组(&amp;G)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Re&amp;name the group…</source>
      <translation>重命名分组(&amp;N)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Open the o&amp;riginal file</source>
      <translation>打开原始文件(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Compare editions…</source>
      <translation>比较版本(&amp;C)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Move the &amp;document to the trash</source>
      <translation>将文件移到回收站(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>As they were &amp;added</source>
      <translation>按添加顺序(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>By &amp;name</source>
      <translation>按名称(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>By &amp;date</source>
      <translation>按日期(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Export &amp;memo…</source>
      <translation>导出摘编(&amp;M)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Export these notes…</source>
      <translation>导出这些笔记(&amp;E)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Export what is shown…</source>
      <translation>导出当前内容…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Show the library’s &amp;folder</source>
      <translation>打开资料库文件夹(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Backups…</source>
      <translation>备份(&amp;B)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Copy the library…</source>
      <translation>复制资料库(&amp;C)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Move the library…</source>
      <translation>移动资料库(&amp;M)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Copy with c&amp;itation</source>
      <translation>复制并附出处(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Find in this document…</source>
      <translation>在本文件中查找(&amp;F)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Find &amp;next</source>
      <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Find &amp;previous</source>
      <translation>查找上一处(&amp;P)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Search clauses and notes</source>
      <translation>检索条款与笔记(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Hits in the contents</source>
      <translation>在目录中显示结果(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Save this search…</source>
      <translation>保存此检索(&amp;S)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Rename the search…</source>
      <translation>重命名检索(&amp;R)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>Move &amp;up</source>
      <translation>上移(&amp;U)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>Move &amp;down</source>
      <translation>下移(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Re&amp;move the search</source>
      <translation>移除检索(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Clear recent searches</source>
      <translation>清除最近的检索(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Notes pane</source>
      <translation>笔记栏(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Larger text</source>
      <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Smaller text</source>
      <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>N&amp;ormal text size</source>
      <translation>恢复文字大小(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>As the &amp;system</source>
      <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Light</source>
      <translation>浅色(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Full screen</source>
      <translation>全屏(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Back</source>
      <translation>后退(&amp;B)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Forward</source>
      <translation>前进(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Previous page</source>
      <translation>上一页(&amp;P)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Next page</source>
      <translation>下一页(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Go to place…</source>
      <translation>转到条款(&amp;G)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Next p&amp;ane</source>
      <translation>下一窗格(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Trash</source>
      <translation>回收站(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Highlight</source>
      <translation>标记(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Add note</source>
      <translation>添加笔记(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>On the task or &amp;heading</source>
      <translation>注于任务或标题(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>On the &amp;region or chapter</source>
      <translation>注于地区或章(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>On the whole &amp;document</source>
      <translation>注于整个文件(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Na&amp;mes of the colors…</source>
      <translation>颜色名称(&amp;M)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Tags…</source>
      <translation>标签(&amp;T)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Your name…</source>
      <translation>您的姓名(&amp;Y)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Book&amp;mark this place</source>
      <translation>为此处加书签(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Check moved notes…</source>
      <translation>核对移动的笔记(&amp;C)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Delete note</source>
      <translation>删除笔记(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Add to memo</source>
      <translation>加入摘编(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Open memo</source>
      <translation>打开摘编(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;New memo</source>
      <translation>新建摘编(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Delete memo</source>
      <translation>删除摘编(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Keys and help</source>
      <translation>快捷键与帮助(&amp;K)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>How to &amp;search</source>
      <translation>检索方法(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Show the &amp;log</source>
      <translation>查看日志(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;About Clausebook</source>
      <translation>关于 Clausebook(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Go</source>
      <translation>转到(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Note</source>
      <translation>笔记(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Memo</source>
      <translation>摘编(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Library</source>
      <translation>资料库(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>&amp;Theme</source>
      <translation>主题(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Lan&amp;guage</source>
      <translation>语言(&amp;G)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Sort &amp;documents</source>
      <translation>文件排序(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Saved s&amp;earches</source>
      <translation>已保存的检索(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Highlight &amp;in</source>
      <translation>标记颜色(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Add note &amp;on</source>
      <translation>添加笔记于(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Put the chosen documents into a group</source>
      <translation>把所选文件放入一个分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Show what changed between two editions, clause by clause</source>
      <translation>逐条显示两个版本之间的修改</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write the notes in view to a Word document</source>
      <translation>将当前显示的笔记写入 Word 文档</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <location filename="../../desktop/ui/exporting.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write the memo, or the notes in view, to a Word document</source>
      <translation>将摘编或当前显示的笔记写入 Word 文档</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Highlight</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Mark the chosen words</source>
      <translation>标记所选文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/memo_model.py" />
      <location filename="../../desktop/ui/views/note_editor.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Note</source>
      <translation>笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Write a note on the chosen words, or on the clause</source>
      <translation>为所选文字或本条款写笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Bookmark</source>
      <translation>书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Keep this place in the tree, or let it go</source>
      <translation>把此处留在目录中，或取消</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Say where notes belong whose clause a new edition changed</source>
      <translation>为新版本改动了所在条款的笔记指明位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Memo</source>
      <translation>摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <source>Put the clause into the memo</source>
      <translation>将本条款加入摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/actions.py" />
      <location filename="../../desktop/ui/note_words.py" />
      <source>{color} – {name}</source>
      <translation>{color}：{name}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>The library lies in a folder that {service} synchronizes. Never open it on two computers at once; to be safe, move it to a folder that is not synchronized.</source>
      <translation>资料库位于由“{service}”同步的文件夹中。切勿在两台电脑上同时打开；为安全起见，请把它移到不同步的文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Backup made</source>
      <translation>已制作备份</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Copy the library to an empty folder</source>
      <translation>把资料库复制到空文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Copying the library…</source>
      <translation>正在复制资料库…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>The library was copied to {folder}</source>
      <translation>资料库已复制到 {folder}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Move the library to an empty folder</source>
      <translation>把资料库移动到空文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Read only</source>
      <translation>只读</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>The library is open for reading only, because {folder} cannot be written to. Nothing that you change is saved. Copy the library to a folder of your own to work with it.</source>
      <translation>资料库以只读方式打开，因为 {folder} 无法写入。您所做的更改不会保存。要使用它，请把资料库复制到您自己的文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>A program that synchronizes this folder has put other versions of the library beside it: {names}. They were left as they are and nothing of them is shown here.</source>
      <translation>同步此文件夹的程序在资料库旁边放置了其他版本：{names}。这些文件保持原样，其内容不会在此显示。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Move the library…</source>
      <translation>移动资料库…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Copy the library…</source>
      <translation>复制资料库…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Show the folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <source>Backups…</source>
      <translation>备份…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/backups.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Rescue what can be read</source>
      <translation>抢救可读取的内容</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>The bookmark “{title}” is deleted</source>
      <translation>书签“{title}”已删除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>There is no place here to keep</source>
      <translation>此处无可加书签的位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>Bookmark “{title}”</source>
      <translation>已加书签“{title}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>&amp;Open</source>
      <translation>打开(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>&amp;Rename…</source>
      <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <location filename="../../desktop/ui/house.py" />
      <location filename="../../desktop/ui/importing.py" />
      <location filename="../../desktop/ui/memoing.py" />
      <location filename="../../desktop/ui/noting.py" />
      <location filename="../../desktop/ui/reviewing.py" />
      <location filename="../../desktop/ui/searches.py" />
      <location filename="../../desktop/ui/shelving.py" />
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <source>Rename bookmark</source>
      <translation>重命名书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/bookmarking.py" />
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/comparing.py" />
      <source>“{name}” has one edition</source>
      <translation>“{name}”只有一个版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>d MMM</source>
      <translation>M月d日</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/days.py" />
      <source>d MMM yyyy</source>
      <translation>yyyy年M月d日</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>About Clausebook</source>
      <translation>关于 Clausebook</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Clausebook log</source>
      <translation>Clausebook 日志</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Details</source>
      <translation>详细信息</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>An offline desk reference for policy plans and laws.</source>
      <translation>政策规划与法律法规的离线案头工具书。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>Your library: {folder}</source>
      <translation>您的资料库：{folder}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/about.py" />
      <source>MIT license; icons by Pictogrammers (Apache License 2.0)</source>
      <translation>MIT 许可；图标来自 Pictogrammers（Apache 许可证 2.0）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>At the start</source>
      <translation>启动时</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>While working</source>
      <translation>使用期间</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>By hand</source>
      <translation>手动</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before an update of the library</source>
      <translation>资料库升级前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before an import</source>
      <translation>导入前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before a merge</source>
      <translation>合并前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before a restore</source>
      <translation>恢复前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before the trash was emptied</source>
      <translation>清空回收站前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Before a rescue</source>
      <translation>抢救前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Made</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Occasion</source>
      <translation>缘由</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Documents</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/note_list.py" />
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Notes</source>
      <translation>笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Memos</source>
      <translation>摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Size</source>
      <translation>大小</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>{day}, {time}</source>
      <translation>{day} {time}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Backups</source>
      <translation>备份</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Backups, the last made first</source>
      <translation>备份，最新的在前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Restore…</source>
      <translation>恢复…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Back up now</source>
      <translation>立即备份</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Restore a backup</source>
      <translation>恢复备份</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Put the library back to {moment}?</source>
      <translation>把资料库恢复到{moment}的状态？</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>What is in the library now is kept as a backup first: you can undo this.</source>
      <translation>资料库现有的内容会先保存为一个备份，因此可以撤销。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <location filename="../../desktop/ui/noting.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <location filename="../../desktop/ui/dialogs/buttons.py" />
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>A backup is made when you start, every hour while something changes, and before anything large. Some of each hour, day and week are kept.</source>
      <translation>启动时、有更改时每小时一次，以及重大操作之前，都会自动制作备份。每小时、每天、每周的备份各保留若干个。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>There is no backup yet. The first is made soon after something has changed.</source>
      <translation>还没有备份。内容更改后不久就会制作第一个备份。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/backups.py" />
      <source>Backing up…</source>
      <translation>正在备份…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/buttons.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/color_names.py" />
      <source>Names of the colors</source>
      <translation>颜色名称</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/color_names.py" />
      <source>Say what each color means to you. Exports explain the colors in use.</source>
      <translation>说明每种颜色对您的含义。导出的文档会注明所用的颜色。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/document_facts.py" />
      <source>About this document</source>
      <translation>文件信息</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n documents</source>
      <translation>
        <numerusform>%n 个文件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n memos</source>
      <translation>
        <numerusform>%n 份摘编</numerusform>
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
        <numerusform>%n 条笔记</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>%n bookmarks</source>
      <translation>
        <numerusform>%n个书签</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n searches</source>
      <translation>
        <numerusform>%n 个搜索</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>Delete for ever</source>
      <translation>永久删除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>Delete for ever: {counts}?</source>
      <translation>永久删除：{counts}？</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>This cannot be undone. A backup is made first.</source>
      <translation>此操作无法撤销。删除前会先制作备份。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n notes on these documents keep their words and carry their quotation.</source>
      <translation>
        <numerusform>这些文件上的 %n 条笔记会保留文字并带上引文。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n highlights on these documents go along.</source>
      <translation>
        <numerusform>这些文件上的 %n 处高亮将一并删除。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/emptying.py" />
      <source>%n documents stay, because memos quote them.</source>
      <translation>
        <numerusform>%n 个文件因被摘编引用而保留。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <source>They stay out of the document, with the words that they mark.</source>
      <translation>这些笔记及其所标的文字不会写入文档。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <source>%n of {total} notes are restricted.</source>
      <translation>
        <numerusform>{total}条笔记中有%n条为限制级。</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <source>&amp;Include restricted notes</source>
      <translation>包含限制级笔记(&amp;I)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/restricted.py" />
      <source>Export…</source>
      <translation>导出…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>&amp;Rename or merge…</source>
      <translation>重命名或合并(&amp;R)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>&amp;Take off all notes</source>
      <translation>从所有笔记移除(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>{value}  ({count})</source>
      <translation>{value}（{count}）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>A name that is in use merges the two. “group/name” puts a tag into a group.</source>
      <translation>若新名称已在使用，则两个标签合并。“组/名称”把标签归入一组。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>No note has a tag yet. Tags are written below a note, parted by commas.</source>
      <translation>还没有带标签的笔记。标签写在笔记下方，以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>Rename or merge a tag</source>
      <translation>重命名或合并标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/tags.py" />
      <source>New name of “{tag}” in all notes</source>
      <translation>“{tag}”在所有笔记中的新名称</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n documents have lost their entry</source>
      <translation>
        <numerusform>%n 个文件的条目已丢失</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n stretches of text are lost and shown as �</source>
      <translation>
        <numerusform>%n 段文字已丢失，显示为 �</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n memos have lost their title</source>
      <translation>
        <numerusform>%n 份摘编的标题已丢失</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n notes have lost their words and are kept as highlights</source>
      <translation>
        <numerusform>%n 条笔记的文字已丢失，保留为高亮</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>%n notes have lost their document and carry their quotation</source>
      <translation>
        <numerusform>%n 条笔记所在的文件已丢失，引文写入笔记中</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>The damaged library was kept in {folder}.</source>
      <translation>损坏的资料库保留在 {folder}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Restore a backup…</source>
      <translation>恢复备份…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>The library as it was; the damaged file is kept beside it.</source>
      <translation>回到备份时的资料库；损坏的文件保留在旁边。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>A new library of every note and text that is still whole.</source>
      <translation>用仍然完好的笔记和文本建立新的资料库。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Start an empty library, keep the damaged file</source>
      <translation>从空资料库开始，保留损坏的文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>The damaged file goes into a folder beside it, as it is.</source>
      <translation>损坏的文件原样移入旁边的文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Choose another folder…</source>
      <translation>选择其他文件夹…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/house.py" />
      <source>Rescuing what can be read…</source>
      <translation>正在抢救可读取的内容…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>The library could not be opened.</source>
      <translation>无法打开资料库。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Choose a folder for the library</source>
      <translation>选择资料库文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <location filename="../../desktop/ui/house.py" />
      <source>Restoring the backup…</source>
      <translation>正在恢复备份…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/dialogs/trouble.py" />
      <source>Saved: {counts}.</source>
      <translation>已保存：{counts}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/doubts.py" />
      <source>“{words}” begins with {label}; the numbers before it are not there.</source>
      <translation>“{words}”以{label}开头，但前面的编号不存在。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/doubts.py" />
      <source>“{words}” follows {last}; {wanted} is not there.</source>
      <translation>“{words}”接在 {last} 之后，缺少 {wanted}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/doubts.py" />
      <source>Many signs of this file cannot be read; it may be a scan with a poor text layer.</source>
      <translation>此文件中有许多无法识别的字符，可能是文字层质量较差的扫描件。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/doubts.py" />
      <source>{lost} of the {all} bookmarks of this file are not in its text, such as “{words}”.</source>
      <translation>此文件的 {all} 个书签中有 {lost} 个不在正文中，例如“{words}”。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/doubts.py" />
      <source>The lines of this text are numbered; the numbers were not read as an outline.</source>
      <translation>此文本带有行号，行号未作为提纲读取。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <location filename="../../desktop/ui/views/scope_button.py" />
      <source>Notes on {place}</source>
      <translation>{place} 笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Exported to {file}</source>
      <translation>已导出到 {file}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Word document (*.docx)</source>
      <translation>Word 文档 (*.docx)</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/exporting.py" />
      <source>%n restricted notes were left out</source>
      <translation>
        <numerusform>%n条限制级笔记未写入</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <location filename="../../desktop/ui/memoing.py" />
      <source>There is no memo yet</source>
      <translation>还没有摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/exporting.py" />
      <location filename="../../desktop/ui/shelving.py" />
      <source>Show in folder</source>
      <translation>打开所在文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Copied with its citation</source>
      <translation>已复制并附出处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Something unexpected happened. Your notes are safe: each change is saved at once.</source>
      <translation>发生意外错误。您的笔记是安全的：每次更改都已即时保存。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Show details</source>
      <translation>查看详情</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>The log is kept in {file}.</source>
      <translation>日志保存在 {file}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/helping.py" />
      <source>Please send this text to whoever looks after Clausebook for you.</source>
      <translation>请将以下内容发送给为您维护 Clausebook 的人员。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>The library is as it was {moment}</source>
      <translation>资料库已恢复到{moment}的状态</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>The library now lies in {folder}</source>
      <translation>资料库现在位于 {folder}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>What could not be saved before is saved now.</source>
      <translation>先前未能保存的内容现已保存。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>Moving the library…</source>
      <translation>正在移动资料库…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>What you wrote last could not be saved yet. It is tried again every moment.</source>
      <translation>您最后写的内容还没能保存，程序正在不断重试。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/house.py" />
      <source>Close without saving it</source>
      <translation>不保存并关闭</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>“{name}” is in the library</source>
      <translation>“{name}”已存入资料库</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <location filename="../../desktop/ui/views/import_page.py" />
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Import folder</source>
      <translation>导入文件夹</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Reading {file}</source>
      <translation>正在读取 {file}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>“{name}” has a new edition</source>
      <translation>“{name}”有了新版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Importing</source>
      <translation>正在导入</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Importing {done} of {total}</source>
      <translation>正在导入第 {done} 个，共 {total} 个</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Another import is running</source>
      <translation>另一项导入正在进行</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Import another file…</source>
      <translation>导入其他文件…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Plans and laws</source>
      <translation>规划和法规</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/importing.py" />
      <source>Show the report</source>
      <translation>显示报告</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Undone: {step}</source>
      <translation>已撤销：{step}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Done again: {step}</source>
      <translation>已重做：{step}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Emptying the trash…</source>
      <translation>正在清空回收站…</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/keeping.py" />
      <source>%n things deleted for ever</source>
      <translation>
        <numerusform>已永久删除 %n 项</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Undo {step}</source>
      <translation>撤销“{step}”(&amp;U)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>&amp;Redo {step}</source>
      <translation>重做“{step}”(&amp;R)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/keeping.py" />
      <source>Memos quote what is here: it stays</source>
      <translation>这里的内容被摘编引用，予以保留</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Memo of {date}</source>
      <translation>{date} 摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Memo “{title}” deleted</source>
      <translation>已删除摘编“{title}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>There is no clause here to put into a memo</source>
      <translation>此处没有可加入摘编的条款</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n clauses added to “{title}”</source>
      <translation>
        <numerusform>已将 %n 条条款加入“{title}”</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/memoing.py" />
      <source>%n notes added to “{title}”</source>
      <translation>
        <numerusform>已将 %n 条笔记加入“{title}”</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Open memo</source>
      <translation>打开摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>Open a memo first</source>
      <translation>请先打开一份摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <source>New memo</source>
      <translation>新建摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/memoing.py" />
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Title of the memo</source>
      <translation>摘编标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/compare_model.py" />
      <source>Kept</source>
      <translation>未变</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/compare_model.py" />
      <source>Moved</source>
      <translation>移位</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/compare_model.py" />
      <source>Changed</source>
      <translation>修改</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/compare_model.py" />
      <source>Added</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/compare_model.py" />
      <source>Deleted</source>
      <translation>删除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>printed as {words}</source>
      <translation>印作 {words}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>named {words}</source>
      <translation>名称 {words}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Clauses</source>
      <translation>条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Highlights</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Parts</source>
      <translation>编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Chapters</source>
      <translation>章</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Sections</source>
      <translation>节</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Regions</source>
      <translation>地区</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Tasks</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Measures</source>
      <translation>措施</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Articles</source>
      <translation>条</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Paragraphs</source>
      <translation>款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Items</source>
      <translation>项</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Annexes</source>
      <translation>附件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Headings</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Preamble</source>
      <translation>前言</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Page chrome</source>
      <translation>网页框架</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>News lede</source>
      <translation>新闻导语</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Circular</source>
      <translation>通知</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Contact</source>
      <translation>联系方式</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Passage</source>
      <translation>段落</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Clause</source>
      <translation>条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>Heading</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/note_card.py" />
      <source>around the text</source>
      <translation>正文以外</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by its tag</source>
      <translation>标签匹配</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by its heading</source>
      <translation>标题匹配</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>found by a note on it</source>
      <translation>所附笔记匹配</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/noting.py" />
      <source>%n clauses</source>
      <translation>
        <numerusform>%n 条条款</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n headings</source>
      <translation>
        <numerusform>%n 个标题</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <source>%n passages around the text</source>
      <translation>
        <numerusform>正文以外 %n 段</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/hits_model.py" />
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <location filename="../../desktop/ui/views/results.py" />
      <source>%n hits</source>
      <translation>
        <numerusform>%n 处结果</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/memo_model.py" />
      <source>Own text</source>
      <translation>自撰文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/memo_model.py" />
      <source>Quotation</source>
      <translation>引文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/notes_model.py" />
      <location filename="../../desktop/ui/views/note_facts.py" />
      <source>Written {time}</source>
      <translation>写于 {time}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/notes_model.py" />
      <location filename="../../desktop/ui/views/note_facts.py" />
      <source>Changed {time}</source>
      <translation>修改于 {time}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/reading.py" />
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Around the text</source>
      <translation>正文以外</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <source>Bookmarks</source>
      <translation>书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Trash</source>
      <translation>回收站</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/models/outline_model.py" />
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>%n paragraphs</source>
      <translation>
        <numerusform>%n 段</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>preamble</source>
      <translation>序言</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>part</source>
      <translation>编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>subpart</source>
      <translation>分编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>chapter</source>
      <translation>章</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>subchapter</source>
      <translation>分章</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>section</source>
      <translation>节</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>subsection</source>
      <translation>小节</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>region</source>
      <translation>地区</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>task</source>
      <translation>任务</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>measure</source>
      <translation>措施</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>article</source>
      <translation>条</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>paragraph</source>
      <translation>款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>item</source>
      <translation>项</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>subitem</source>
      <translation>目</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>point</source>
      <translation>点</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>heading</source>
      <translation>小标题</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>annex</source>
      <translation>附件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/models/preview_model.py" />
      <source>clause</source>
      <translation>条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/naming.py" />
      <source>Your name</source>
      <translation>您的姓名</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/naming.py" />
      <source>New notes bear it, and documents that you export name it as their author.</source>
      <translation>新笔记以此署名，导出的文档也以此为作者。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Still open</source>
      <translation>未结</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Question</source>
      <translation>疑问</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Waiting for an answer</source>
      <translation>待答复</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Done</source>
      <translation>已办结</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Public</source>
      <translation>公开</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Internal</source>
      <translation>内部</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Restricted</source>
      <translation>受限</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Red</source>
      <translation>红色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Violet</source>
      <translation>紫色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Orange</source>
      <translation>橙色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Teal</source>
      <translation>青色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_words.py" />
      <source>Gray</source>
      <translation>灰色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/note_writing.py" />
      <source>The note was changed elsewhere at the same time; both versions are in it.</source>
      <translation>这条笔记同时在别处被修改；两个版本都已保存在其中。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this place</source>
      <translation>此处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>the preamble</source>
      <translation>前言</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this region</source>
      <translation>本地区</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this section</source>
      <translation>本部分</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this task</source>
      <translation>本任务</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this measure</source>
      <translation>本措施</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this part</source>
      <translation>本编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this chapter</source>
      <translation>本章</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this article</source>
      <translation>本条</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>The note was moved to the trash elsewhere; your last words are in it.</source>
      <translation>这条笔记在别处被移入回收站；您最后写的文字已保存在其中。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this page</source>
      <translation>本页</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/noting.py" />
      <source>%n notes moved to the trash</source>
      <translation>
        <numerusform>已将 %n 条笔记移入回收站</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>this document</source>
      <translation>本文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>whole library</source>
      <translation>整个资料库</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>Select some words first</source>
      <translation>请先选择文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/noting.py" />
      <source>There is no clause here to note on</source>
      <translation>此处没有可作笔记的条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reading.py" />
      <source>Go to place</source>
      <translation>转到条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reading.py" />
      <source>Place, as the margin shows it</source>
      <translation>条款编号，如页边所示</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n notes moved</source>
      <translation>
        <numerusform>%n 条笔记已随文移动</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>“{name}” has a new edition: {moved}.</source>
      <translation>“{name}”有了新版本：{moved}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>moved from {place} of {edition}</source>
      <translation>自 {edition} {place}移来</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n notes to check</source>
      <translation>
        <numerusform>%n 条笔记待核对</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>A new edition changed their clauses: say where they belong</source>
      <translation>新版本修改了这些笔记所在的条款，请指明它们的位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>Show what changed</source>
      <translation>查看修改</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>“{name}” has a new edition.</source>
      <translation>“{name}”有了新版本。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/reviewing.py" />
      <source>%n to check</source>
      <translation>
        <numerusform>%n 条待核对</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>“{name}” has a new edition: {moved}, {asked}.</source>
      <translation>“{name}”有了新版本：{moved}，{asked}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>moved from {edition}</source>
      <translation>自 {edition} 移来</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>Select the words where the note belongs, or stand on its clause.</source>
      <translation>请选中笔记所属的文字，或将光标停在所属条款上。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>New editions: {moved}, {asked}.</source>
      <translation>新版本：{moved}，{asked}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>Put the note here</source>
      <translation>笔记放在这里</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>Back to the list</source>
      <translation>返回列表</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/reviewing.py" />
      <source>Check them</source>
      <translation>去核对</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>The recent searches are forgotten</source>
      <translation>最近的检索已清除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Saved below the documents</source>
      <translation>已保存，列在文件下方</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>The saved search “{name}” was removed</source>
      <translation>已移除检索“{name}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Nothing was searched for yet</source>
      <translation>还没有检索记录</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <location filename="../../desktop/ui/searching.py" />
      <source>Search for something first</source>
      <translation>请先检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Choose a saved search first</source>
      <translation>请先选择一个已保存的检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Save this search</source>
      <translation>保存此检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Name of the search</source>
      <translation>检索名称</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Rename the search</source>
      <translation>重命名检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searches.py" />
      <source>Clear recent searches</source>
      <translation>清除最近的检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searching.py" />
      <source>This is the last hit</source>
      <translation>已是最后一条结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searching.py" />
      <source>This is the first hit</source>
      <translation>已是第一条结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/searching.py" />
      <source>Back to the hits for “{query}”</source>
      <translation>返回“{query}”的检索结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Group; empty takes out of the group</source>
      <translation>分组；留空则移出分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>“{title}” is in the trash, with its notes</source>
      <translation>“{title}”及其笔记已移到回收站</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Move to &amp;group</source>
      <translation>移到分组(&amp;G)</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/shelving.py" />
      <source>%n documents are in the trash, with their notes</source>
      <translation>
        <numerusform>%n 个文件连同笔记已移到回收站</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Choose a document in the tree first</source>
      <translation>请先在目录中选择一个文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Choose a group in the tree first</source>
      <translation>请先在目录树中选择一个分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>&amp;No group</source>
      <translation>不分组(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>No original file is kept of this document</source>
      <translation>未保存此文件的原始文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>No program opens {file}</source>
      <translation>没有可打开 {file} 的程序</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Move to group</source>
      <translation>移到分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Rename the group</source>
      <translation>重命名分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Name of the group</source>
      <translation>分组名称</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/shelving.py" />
      <source>Ne&amp;w group…</source>
      <translation>新建分组(&amp;W)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/tending.py" />
      <source>Search is being made anew: {percent} %</source>
      <translation>正在重建检索：{percent} %</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/tending.py" />
      <source>Search was made anew</source>
      <translation>检索已重建</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>What to do with this block</source>
      <translation>对此段的操作</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Edit the words</source>
      <translation>编辑文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Go to its place in the text</source>
      <translation>转到原文位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Add own text below</source>
      <translation>在下方添加自撰文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/block_bar.py" />
      <source>Remove from the memo</source>
      <translation>从摘编中移除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/breadcrumb.py" />
      <source>Where you are</source>
      <translation>当前位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/breadcrumb.py" />
      <source>{edition} · older edition</source>
      <translation>{edition} · 旧版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/breadcrumb.py" />
      <source>Edition {edition}</source>
      <translation>版本 {edition}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/breadcrumb.py" />
      <source>Read another edition of this document</source>
      <translation>阅读本文件的其他版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/color_row.py" />
      <source>Color</source>
      <translation>颜色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_card.py" />
      <source>{kind}?</source>
      <translation>{kind}？</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Clauses of both editions</source>
      <translation>两个版本的条款</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Compare editions</source>
      <translation>比较版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Older edition</source>
      <translation>旧版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Newer edition</source>
      <translation>新版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Comparing the two editions…</source>
      <translation>正在比较两个版本…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>Nothing of this kind. Choose another kind above.</source>
      <translation>没有这一类条款。请在上方选择其他类别。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/compare_page.py" />
      <source>There is nothing to compare.</source>
      <translation>没有可比较的内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>You see what was recognized and can correct it before it is saved.</source>
      <translation>保存之前，您可以查看并更正识别结果。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>They are read and saved one after the other. A report tells what became of each.</source>
      <translation>逐个读取并保存，结束后报告每个文件的结果。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>Every plan and law in it is read and saved. A report tells what became of each.</source>
      <translation>读取并保存其中的每份规划和法规，结束后报告每个文件的结果。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>Drop to import “{name}”</source>
      <translation>松开即可导入“{name}”</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>Drop to import %n files</source>
      <translation>
        <numerusform>松开即可导入 %n 个文件</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/drop_overlay.py" />
      <source>Drop to import the folder “{name}”</source>
      <translation>松开即可导入文件夹“{name}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>Hits by document</source>
      <translation>按文件分布</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>Hits by region</source>
      <translation>按地区分布</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>Hits by kind</source>
      <translation>按类型分布</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>Click to widen again</source>
      <translation>点击取消限定</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>Click to see only these</source>
      <translation>点击只看这些</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/facet_rows.py" />
      <source>%n more</source>
      <translation>
        <numerusform>另有 %n 项</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Short name</source>
      <translation>简称</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Number</source>
      <translation>文号</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Issued by</source>
      <translation>发文机关</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Region</source>
      <translation>地区</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/facts_form.py" />
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Find in this document</source>
      <translation>在本文件中查找</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Previous match (Shift+F3)</source>
      <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Next match (F3)</source>
      <translation>下一处 (F3)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Close (Esc)</source>
      <translation>关闭 (Esc)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>{number} of {total}</source>
      <translation>第 {number} 处，共 {total} 处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/find_bar.py" />
      <source>Not in this document</source>
      <translation>本文件中没有</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Type a word in the field at the top: clauses and notes answer while you type. Up and Down choose a hit, Return goes there, Esc returns to the contents.</source>
      <translation>在顶部输入框中键入词语，条款与笔记会随键入即时显示。用上下方向键选择结果，按回车键前往，按 Esc 键返回目录。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Select words in the text. Press H to mark them, 1 to 8 for another color, N to write a note, M to put the clause into the memo.</source>
      <translation>在正文中选择文字。按 H 键标记，按 1 至 8 选用其他颜色，按 N 键写笔记，按 M 键将条款加入摘编。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Everything is saved at once. Ctrl+Z takes back the last deed, whatever it was; deleted notes wait in the trash.</source>
      <translation>所有更改即时保存。按 Ctrl+Z 可撤销上一步操作；已删除的笔记保留在回收站中。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Open the memo below the contents, put its paragraphs in order and export it as a Word document: every quotation carries its citation.</source>
      <translation>在目录下方打开摘编，调整各段顺序，导出为 Word 文档，每处引文均附出处。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Whatever you type finds something or nothing; it is never an error. Click an example to try it.</source>
      <translation>输入任何内容都不会出错，只有找到或没找到之分。点击示例即可试用。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Exact words come first. The switches below the hits add related words, the readings of the glossary, and the text around the plan.</source>
      <translation>完全一致的词排在最前。结果下方的开关可加入相关词、词汇表释读以及方案前后的文字。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>How to search</source>
      <translation>检索方法</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>only while the text has the focus</source>
      <translation>仅在正文处于焦点时有效</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/help_page.py" />
      <source>Keys and help</source>
      <translation>快捷键与帮助</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Confirmed in a Chinese source</source>
      <translation>已据中文来源确认</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Partly confirmed</source>
      <translation>部分确认</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Inferred, not confirmed</source>
      <translation>据推断，未确认</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The original wording was not seen</source>
      <translation>未见原文表述</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The numeral is printed as “{term}”.</source>
      <translation>此处序号印作“{term}”。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The sentence breaks off here.</source>
      <translation>句子在此处中断。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Two things run together here.</source>
      <translation>此处两项内容连在一起。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The full stop is missing here.</source>
      <translation>此处缺少句号。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The numeral is printed wrongly here.</source>
      <translation>此处序号印刷有误。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>This passage stands twice in the source.</source>
      <translation>此段在来源文件中出现两次。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The source is damaged here.</source>
      <translation>来源文件此处有损。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Printed as “{term}”</source>
      <translation>印作“{term}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>The text is shown as it is printed.</source>
      <translation>正文按来源文件原样显示。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>and %n more</source>
      <translation>
        <numerusform>另有 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/hover_card.py" />
      <source>Noted without words</source>
      <translation>笔记没有文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Promote</source>
      <translation>升级</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>One level up, with all below it</source>
      <translation>连同下级上移一级</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Demote</source>
      <translation>降级</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>One level down, with all below it</source>
      <translation>连同下级下移一级</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Join with the one before</source>
      <translation>与前一处合并</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Make one of this place and the one before</source>
      <translation>将此处与前一处合为一处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Split here</source>
      <translation>在此拆分</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Cut the place in two at the caret</source>
      <translation>在光标处将此处一分为二</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Retitle…</source>
      <translation>改标题…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Give the heading a short name of your own</source>
      <translation>为标题另起简称</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Not part of the document</source>
      <translation>不属于本文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Leave out the selected words, or the place</source>
      <translation>略去所选文字或此处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Take the last correction back</source>
      <translation>撤销上一次更正</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Do the correction again</source>
      <translation>再次进行该更正</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>%n places</source>
      <translation>
        <numerusform>%n 处</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Save in library</source>
      <translation>存入资料库</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Short name; empty shows the printed words</source>
      <translation>简称；留空则显示原文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Doubts</source>
      <translation>疑点</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Do not import</source>
      <translation>不导入</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Leave this file as it is; nothing is stored (Esc)</source>
      <translation>保持此文件不变，不存入任何内容 (Esc)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Save as a separate document</source>
      <translation>另存为单独文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Save in library (Ctrl+S)</source>
      <translation>存入资料库 (Ctrl+S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Recognized structure</source>
      <translation>识别出的结构</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Save as new edition of “{name}”</source>
      <translation>存为“{name}”的新版本</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>%n doubts</source>
      <translation>
        <numerusform>%n 个疑点</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>no doubts</source>
      <translation>没有疑点</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Open it</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>This text is in the library already, as “{name}”.</source>
      <translation>此文本已在资料库中，名为“{name}”。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Take it out of the trash</source>
      <translation>从回收站取出</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>This text is in the trash, as “{name}”.</source>
      <translation>这份文本在回收站中，名为“{name}”。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_preview.py" />
      <source>Retitle</source>
      <translation>改标题</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>about %n minutes left</source>
      <translation>
        <numerusform>约剩 %n 分钟</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>less than a minute left</source>
      <translation>剩余不到一分钟</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>Progress of the import</source>
      <translation>导入进度</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>Stop; what is finished is kept (Esc)</source>
      <translation>停止；已完成的予以保留 (Esc)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_progress.py" />
      <source>{done} of {total}: {file}</source>
      <translation>第 {done} 个，共 {total} 个：{file}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n refused</source>
      <translation>
        <numerusform>%n 个被拒绝</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported, with doubts</source>
      <translation>
        <numerusform>%n 个已导入，有疑点</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n imported</source>
      <translation>
        <numerusform>%n 个已导入</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n new editions</source>
      <translation>
        <numerusform>%n 个新版本</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n already there</source>
      <translation>
        <numerusform>%n 个已存在</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>%n documents imported</source>
      <translation>
        <numerusform>已导入 %n 个文件</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>Report of the import</source>
      <translation>导入报告</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>Copy the report</source>
      <translation>复制报告</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_report.py" />
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Back to the text</source>
      <translation>返回正文</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/import_report.py" />
      <source>stopped, %n files were not read</source>
      <translation>
        <numerusform>已停止，%n 个文件未读取</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>not part of the document</source>
      <translation>不属于本文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>introduction of the web page</source>
      <translation>网页导语</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>letter that sends the document</source>
      <translation>印发通知</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>contact</source>
      <translation>联系方式</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>document</source>
      <translation>正文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/import_source.py" />
      <source>Source text</source>
      <translation>原文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_block.py" />
      <source>shortened here, exported in full</source>
      <translation>此处为节略，导出时为全文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Blocks of the memo</source>
      <translation>摘编各段</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Own words…</source>
      <translation>自撰文字…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_list.py" />
      <source>Own words</source>
      <translation>自撰文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>This memo is empty</source>
      <translation>此摘编尚无内容</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Add clauses with M while you read, notes with the button below them, and your own words with “Add text”.</source>
      <translation>阅读时按 M 键加入条款，用笔记下方的按钮加入笔记，用“添加文字”写入自己的文字。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Back to the text (Esc)</source>
      <translation>返回正文 (Esc)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Add text</source>
      <translation>添加文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Write own words below the chosen block (Ins)</source>
      <translation>在所选段落下方写入文字 (Ins)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Export to Word…</source>
      <translation>导出为 Word…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>Write this memo to a Word document, with every citation</source>
      <translation>将此摘编写入 Word 文档，各引文均附出处</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>%n quotations</source>
      <translation>
        <numerusform>%n 处引文</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/memo_page.py" />
      <source>%n own texts</source>
      <translation>
        <numerusform>%n 段自撰文字</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/message_bar.py" />
      <source>Close this message</source>
      <translation>关闭此消息</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/message_bar.py" />
      <source>Close this message (Esc)</source>
      <translation>关闭此消息 (Esc)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/navigator.py" />
      <source>Filter documents</source>
      <translation>筛选文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_card.py" />
      <source>whole document</source>
      <translation>整个文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Esc leaves the note</source>
      <translation>按 Esc 键结束编辑</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Edit note</source>
      <translation>编辑笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Your note…</source>
      <translation>写笔记…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>State of the note</source>
      <translation>笔记状态</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Note on “{quote}”</source>
      <translation>关于“{quote}”的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_editor.py" />
      <source>Saved</source>
      <translation>已保存</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_facts.py" />
      <source>Author</source>
      <translation>作者</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_facts.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_facts.py" />
      <source>Sensitivity</source>
      <translation>公开范围</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>No longer only “{value}”</source>
      <translation>不再只看“{value}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>Filter and order</source>
      <translation>筛选与排序</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>Show a&amp;ll notes</source>
      <translation>显示全部笔记(&amp;L)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Color</source>
      <translation>颜色(&amp;C)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>&amp;Tag</source>
      <translation>标签(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Status</source>
      <translation>状态(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>Se&amp;nsitivity</source>
      <translation>公开范围(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_filter.py" />
      <source>&amp;Author</source>
      <translation>作者(&amp;A)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Order</source>
      <translation>排序(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Edit note</source>
      <translation>编辑笔记(&amp;E)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>&amp;Newest first</source>
      <translation>最新在前(&amp;N)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>Last changed &amp;first</source>
      <translation>最近修改在前(&amp;F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>As in the &amp;text</source>
      <translation>按正文顺序(&amp;T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>By c&amp;olor</source>
      <translation>按颜色(&amp;O)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>By &amp;status</source>
      <translation>按状态(&amp;S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>Add to &amp;memo</source>
      <translation>加入摘编(&amp;M)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/note_menu.py" />
      <source>E&amp;xport…</source>
      <translation>导出(&amp;X)…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Select words in the text and press N to write a note, or 1–8 to highlight them in a color.</source>
      <translation>在正文中选择文字，按 N 键写笔记，或按 1–8 键用颜色标记。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Export these notes…</source>
      <translation>导出这些笔记…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Write these notes to a Word document (Ctrl+E)</source>
      <translation>将这些笔记写入 Word 文档 (Ctrl+E)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Quote these notes in a memo, in the order of the text</source>
      <translation>按正文顺序将这些笔记引入摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Fewer letters find more. Esc clears the filter.</source>
      <translation>减少字词可找到更多。按 Esc 键清除筛选。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Nothing is noted here yet</source>
      <translation>此处尚无笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>{shown} of {total}</source>
      <translation>{shown}/{total}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Add %n notes to memo</source>
      <translation>
        <numerusform>将 %n 条笔记加入摘编</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Filter notes</source>
      <translation>筛选笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>Press a chip above to take a part of the filter away.</source>
      <translation>点按上方的条件可将其去掉。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>No note here fits “{words}”</source>
      <translation>此处没有符合“{words}”的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/notes_pane.py" />
      <source>No note here fits the filter</source>
      <translation>此处没有符合筛选条件的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/nothing_found.py" />
      <source>Fewer words find more, and the beginning of a word is enough: “lith” finds lithium. Chinese needs no spaces.</source>
      <translation>减少词语可找到更多；英文只需输入词首，如“lith”可找到 lithium；中文无需空格。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/nothing_found.py" />
      <source>Did you mean</source>
      <translation>您要找的是不是</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/nothing_found.py" />
      <source>Search everything</source>
      <translation>在全部内容中检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/nothing_found.py" />
      <source>Nothing found for “{query}”</source>
      <translation>没有找到“{query}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_ends.py" />
      <source>Previous page: {title}</source>
      <translation>上一页：{title}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_ends.py" />
      <source>Next page: {title}</source>
      <translation>下一页：{title}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Plan</source>
      <translation>方案</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Body</source>
      <translation>正文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>Annex</source>
      <translation>附件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/page_layout.py" />
      <source>printed as “{term}”</source>
      <translation>印作“{term}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Nothing is open</source>
      <translation>尚未打开内容</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Choose a place on the left to read it.</source>
      <translation>请在左侧选择要阅读的条款。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/reader.py" />
      <source>Text of {title}</source>
      <translation>{title} 正文</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>More than {count} found</source>
      <translation>找到 {count} 条以上</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>{shown} of {total} shown</source>
      <translation>显示 {shown} / {total} 条</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Search results</source>
      <translation>检索结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Show the hits in the contents</source>
      <translation>在目录中显示结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Show the hits in the contents (Ctrl+T)</source>
      <translation>在目录中显示结果 (Ctrl+T)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Close the results</source>
      <translation>关闭检索结果</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Close the results (Esc)</source>
      <translation>关闭检索结果 (Esc)</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/results.py" />
      <source>%n matches</source>
      <translation>
        <numerusform>命中 %n 处</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/results.py" />
      <source>Nothing found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>{document}: its clause of {old} is not in {new}. The note is kept; say where it belongs.</source>
      <translation>{document}：{old} 的所在条款在 {new} 中没有。笔记已保留，请指明它的位置。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>{document}: its clause changed from {old} to {new}. Where does the note belong?</source>
      <translation>{document}：所在条款从 {old} 到 {new} 有修改。这条笔记属于哪里？</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Notes to check</source>
      <translation>待核对的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Previous note (Left)</source>
      <translation>上一条笔记（←）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Next note (Right)</source>
      <translation>下一条笔记（→）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>The old words</source>
      <translation>原文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>The new words</source>
      <translation>新文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Open it in the text</source>
      <translation>在正文中打开</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Where it might belong</source>
      <translation>可能的位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Put it here</source>
      <translation>放在这里</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>The note belongs to the new words (Return)</source>
      <translation>笔记属于右侧新文字（回车）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Choose in the text…</source>
      <translation>在正文中选择…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Show the new edition and choose words or a clause (C)</source>
      <translation>打开新版本，选择文字或条款（C）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>The note stays in the old edition and is not asked about (K)</source>
      <translation>笔记留在旧版本，不再询问（K）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Detach</source>
      <translation>解除位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>The note stays, without a place in any edition (D)</source>
      <translation>笔记保留，但不再附在任何版本的文字上（D）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Note {number} of {total}</source>
      <translation>第 {number} 条，共 {total} 条</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Keep on {edition}</source>
      <translation>留在 {edition}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>Nothing to check: every note has its place.</source>
      <translation>没有待核对的笔记：每条笔记都有位置。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>A highlight without words</source>
      <translation>只有标记，没有文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/review_page.py" />
      <source>No clause of this edition is like it.</source>
      <translation>本版本中没有与之相近的条款。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/saved_searches.py" />
      <source>Saved searches</source>
      <translation>已保存的检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/scope_button.py" />
      <source>Which notes are shown</source>
      <translation>显示哪些笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/scope_button.py" />
      <source>All notes of this document</source>
      <translation>本文件的全部笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/scope_button.py" />
      <source>All notes of the library</source>
      <translation>资料库的全部笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/scope_button.py" />
      <source>Notes on this place</source>
      <translation>此处的笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Best first</source>
      <translation>按相关度排序</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>As in the text</source>
      <translation>按原文顺序</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Match related words</source>
      <translation>匹配相关词</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>“cooperate” also finds “cooperation”; exact words come first</source>
      <translation>“cooperate”也能找到“cooperation”；完全一致的词排在最前</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Glossary readings</source>
      <translation>词汇表释读</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>“Qinghai” or 青海 also finds the words that a translation put in its place</source>
      <translation>检索“Qinghai”或青海，也能找到译文中代替它的词语</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Text around the plan</source>
      <translation>方案前后的文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Also look in news lede, circular and page chrome</source>
      <translation>同时检索新闻导语、通知和网页文字</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Where to search</source>
      <translation>检索范围</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Order of the hits: {order}</source>
      <translation>结果排序：{order}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Change the order of the hits</source>
      <translation>更改结果排序</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_choices.py" />
      <source>Search in: {scope}</source>
      <translation>检索范围：{scope}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Search clauses and notes   (Ctrl+Shift+F)</source>
      <translation>检索条款与笔记   (Ctrl+Shift+F)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Recent and saved searches (Down)</source>
      <translation>最近和已保存的检索（向下键）</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Save this search… (Ctrl+Shift+S)</source>
      <translation>保存此检索… (Ctrl+Shift+S)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>How to search (F1)</source>
      <translation>检索方法 (F1)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_field.py" />
      <source>Remove from the saved searches</source>
      <translation>从已保存的检索中移除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>There is no field “{words}”: it was searched as a word. F1 shows the fields.</source>
      <translation>没有“{words}”这个字段，已按普通词检索。按 F1 查看可用字段。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>“{words}” means nothing here: it was searched as words.</source>
      <translation>“{words}”在这里没有含义，已按普通词检索。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>“{words}” was searched as a word: AND, OR and NOT join words here.</source>
      <translation>“{words}”已按普通词检索；可用 AND、OR、NOT 连接词语。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>The index is being made anew: not everything is found yet.</source>
      <translation>正在重建索引，暂时还不能找到全部内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>Only the beginning of this long query was searched.</source>
      <translation>检索内容过长，只检索了开头部分。</translation>
    </message>
    <message numerus="yes">
      <location filename="../../desktop/ui/views/search_hints.py" />
      <source>%n more by related words</source>
      <translation>
        <numerusform>按相关词还有 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>What to do with the chosen words</source>
      <translation>对所选文字的操作</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Copy with citation</source>
      <translation>复制并附出处</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Add to memo</source>
      <translation>加入摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/selection_bar.py" />
      <source>Add note</source>
      <translation>添加笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>{percent} %</source>
      <translation>{percent}%</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>State of your changes</source>
      <translation>更改状态</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Where you are and what is here</source>
      <translation>当前位置与内容</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Normal text size (Ctrl+0)</source>
      <translation>恢复文字大小 (Ctrl+0)</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>All changes saved</source>
      <translation>所有更改已保存</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>The last change was not saved</source>
      <translation>上次更改未能保存</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Text size {percent} %</source>
      <translation>文字大小 {percent}%</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/status_line.py" />
      <source>Saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/tags_field.py" />
      <source>Tags, separated by commas</source>
      <translation>标签，以逗号分隔</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Deleted notes, memos and documents</source>
      <translation>已删除的笔记、摘编和文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Delete for ever…</source>
      <translation>永久删除…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Empty the trash…</source>
      <translation>清空回收站…</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Memo “{title}”</source>
      <translation>摘编“{title}”</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>What was deleted stays here until you restore it or empty the trash.</source>
      <translation>删除的内容会一直保留在这里，直到您恢复它或清空回收站。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Nothing here.</source>
      <translation>此处为空。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/trash_page.py" />
      <source>Document</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/views/tree.py" />
      <source>Contents of the library</source>
      <translation>资料库目录</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no library in {folder}. Nothing was changed. Choose another folder.</source>
      <translation>{folder} 中没有资料库。未作任何更改。请选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The folder {folder} cannot be written to. Nothing was changed. Choose a folder of your own.</source>
      <translation>文件夹 {folder} 不可写入。未作任何更改。请选择您有写入权限的文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} is being used by another program right now. Nothing was changed. Close the other program and try again.</source>
      <translation>{folder} 中的资料库正被其他程序使用。未作任何更改。请关闭该程序后重试。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} is open for reading only, because the folder cannot be written to. Nothing was saved. Copy the library to a folder of your own to change it.</source>
      <translation>{folder} 中的资料库以只读方式打开，因为该文件夹无法写入。没有保存任何内容。要修改，请把资料库复制到您自己的文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} was made by an older Clausebook and cannot be brought up to date, because the folder cannot be written to. Nothing was changed. Copy the folder to a place of your own and open it there.</source>
      <translation>{folder} 中的资料库由较旧的 Clausebook 建立，而该文件夹无法写入，因此不能升级。没有改动任何内容。请把文件夹复制到您自己的位置，再从那里打开。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>You may not read the library in {folder}. Nothing was changed. Ask its owner, or choose another folder.</source>
      <translation>您没有读取 {folder} 中资料库的权限。没有改动任何内容。请联系其所有者，或选择另一个文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no {uid} in the trash. Nothing was changed.</source>
      <translation>回收站中没有 {uid}。没有改动任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>No backup could be made ({detail}). The library and the older backups are as they were. Free some space or check the disk.</source>
      <translation>无法制作备份（{detail}）。资料库和以前的备份保持原样。请腾出空间或检查磁盘。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no room on the disk for a backup. The library and the older backups are as they were. Free some space.</source>
      <translation>磁盘空间不足，无法制作备份。资料库和以前的备份保持原样。请腾出一些空间。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library could not be copied to {folder} ({detail}). It is where it was, with everything in it. Free some space or choose another folder.</source>
      <translation>无法把资料库复制到 {folder}（{detail}）。资料库仍在原处，内容完整。请腾出空间或选择另一个文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no backup {name}. Nothing was changed.</source>
      <translation>没有备份 {name}。没有改动任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The backup {name} is damaged ({detail}). Nothing was changed. Choose another one.</source>
      <translation>备份 {name} 已损坏（{detail}）。没有改动任何内容。请选择另一个备份。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is a library in {folder} already. Nothing was changed. Choose an empty folder.</source>
      <translation>{folder} 中已经有一个资料库。没有改动任何内容。请选择一个空文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The folder {folder} is part of the library itself. Nothing was changed. Choose another folder.</source>
      <translation>文件夹 {folder} 属于资料库本身。没有改动任何内容。请选择另一个文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library of a portable Clausebook stays beside the program. Nothing was moved. Copy it instead.</source>
      <translation>便携版 Clausebook 的资料库始终与程序放在一起。没有移动任何内容。请改用复制。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Nothing in {file} could be read. It was left exactly as it is.</source>
      <translation>{file} 中没有任何可读内容。文件原样保留。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library in {folder} was written by a newer Clausebook (schema {found}, this one knows {known}). Nothing was changed. Install the newer version to open it.</source>
      <translation>{folder} 中的资料库由更新版本的 Clausebook 写入（结构版本 {found}，本程序支持 {known}）。未作任何更改。请安装新版本后打开。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The library file {file} is damaged ({detail}). It was left exactly as it is. Restore a backup, rescue what can still be read, or start with an empty library.</source>
      <translation>资料库文件 {file} 已损坏（{detail}）。文件原样保留。请恢复备份、抢救仍可读取的内容，或从一个空资料库重新开始。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The file {file} is not a Clausebook library. It was left exactly as it is. Choose another folder.</source>
      <translation>文件 {file} 不是 Clausebook 资料库。文件保持原样。请选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The disk is full. What was saved before is safe; the last change was not saved. Free some space and do it again.</source>
      <translation>磁盘已满。此前保存的内容是安全的；上次更改未能保存。请释放空间后重新操作。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The disk refused to save ({detail}). What was saved before is safe; the last change was not saved. Check the disk and do it again.</source>
      <translation>磁盘无法保存（{detail}）。此前保存的内容是安全的；上次更改未能保存。请检查磁盘后重新操作。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>This computer's SQLite is {found}; Clausebook needs {needed} or newer. Nothing was changed.</source>
      <translation>本机 SQLite 版本为 {found}；Clausebook 需要 {needed} 或更新版本。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no place {place} in the library.</source>
      <translation>资料库中没有条款 {place}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{place} stands in more than one document. Say which: {choices}.</source>
      <translation>{place} 出现在多份文件中。请指明是哪一份：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is more than one document that “{name}” could mean. Say which: {choices}.</source>
      <translation>“{name}”可能指多份文件。请指明是哪一份：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no document {name} in the library. Known documents: {choices}.</source>
      <translation>资料库中没有文件 {name}。现有文件：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{name} has no edition {edition}. Known editions: {choices}.</source>
      <translation>{name} 没有版本 {edition}。现有版本：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found {count} times in {place}, not exactly once. Nothing was saved. Quote more words, or say which one with --occurrence.</source>
      <translation>引文在 {place} 中出现 {count} 次，而不是恰好一次。未作保存。请引用更多文字，或用 --occurrence 指明是哪一处。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found 0 times in {place}. Nothing was saved. Copy the words exactly as they are printed.</source>
      <translation>引文在 {place} 中未出现。未作保存。请按原文准确复制。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The quote was found {count} times in {place}, so there is no occurrence {wanted}. Nothing was saved.</source>
      <translation>引文在 {place} 中出现 {count} 次，没有第 {wanted} 处。未作保存。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no note {uid}.</source>
      <translation>没有笔记 {uid}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A note needs words, a quote, a tag or a color. Nothing was saved.</source>
      <translation>笔记须有文字、引文、标签或颜色。未作保存。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{color} is not a color of Clausebook. Choose one of {choices}.</source>
      <translation>{color} 不是 Clausebook 的颜色。请选用：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no memo “{title}”. Make it first with: memo new.</source>
      <translation>没有摘编“{title}”。请先用 memo new 新建。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is a memo “{title}” already. Nothing was changed. Choose another title.</source>
      <translation>已有摘编“{title}”。未作任何更改。请改用其他标题。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The memo “{title}” has nothing in it yet. Nothing was written.</source>
      <translation>摘编“{title}”尚无内容。未写入任何文件。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>More than one memo matches “{title}”. Use its uid: {choices}.</source>
      <translation>有多份摘编与“{title}”相符。请使用其编号：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A memo needs a title. Nothing was changed.</source>
      <translation>摘编须有标题。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There are no notes here to export. Nothing was written.</source>
      <translation>此处没有可导出的笔记。未写入任何文件。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} could not be written ({detail}). Your notes and memos are as they were. Choose another folder, or close the program that has the file open.</source>
      <translation>无法写入 {file}（{detail}）。您的笔记和摘编未受影响。请选择其他文件夹，或关闭正在使用该文件的程序。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A search needs words or a name. Nothing was saved.</source>
      <translation>检索需要词语或名称。未保存任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no saved search {uid}.</source>
      <translation>没有保存的检索 {uid}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>The note {uid} does not wait for a place. Nothing was changed.</source>
      <translation>笔记 {uid} 不需要重新定位。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>That place is in the edition {edition}; the note looks for one in {wanted}. Nothing was changed.</source>
      <translation>该位置属于版本 {edition}，而这条笔记要在版本 {wanted} 中定位。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no candidate {number}; the note has {count}. Nothing was changed.</source>
      <translation>没有第 {number} 个候选位置，这条笔记只有 {count} 个。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>“{words}” cannot be undone: it was changed since by another window or program. Nothing was changed.</source>
      <translation>无法撤销“{words}”：相关内容此后已被其他窗口或程序更改。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Notes or memo quotations were made on this edition of “{name}”. It stays, and nothing was changed. Delete them first if you want to take the edition away.</source>
      <translation>“{name}”的这个版本上已有笔记或备忘录引文。该版本予以保留，未作任何更改。如要撤下该版本，请先删除这些内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A group needs a name. Nothing was changed.</source>
      <translation>分组需要名称。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is nothing to undo.</source>
      <translation>没有可撤销的操作。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is nothing to redo.</source>
      <translation>没有可重做的操作。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Nothing in {file} could be recognized as text of a document. Nothing was imported.</source>
      <translation>{file} 中没有可识别为文件正文的内容。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no file {file}. Nothing was imported.</source>
      <translation>没有文件 {file}。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} belongs to the library itself. Nothing was imported.</source>
      <translation>{file} 属于资料库自身的文件。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A document needs a title. Nothing was changed.</source>
      <translation>文件须有标题。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is empty. Nothing was imported. Ask for the file again.</source>
      <translation>{file} 是空文件。未导入任何内容。请重新索取该文件。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} has no words in it. Nothing was imported.</source>
      <translation>{file} 中没有文字。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is protected with a password. Nothing was imported. Open it in its own program, save it without the password and import that.</source>
      <translation>{file} 受密码保护。未导入任何内容。请用原程序打开，另存为无密码文件后再导入。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is a scan: pictures of pages without text. Nothing was imported. Run text recognition (OCR) on it, or ask for the text, and import that.</source>
      <translation>{file} 是扫描件，只有页面图像而没有文字。未导入任何内容。请先进行文字识别（OCR），或索取文字版后再导入。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is damaged or was cut off. Nothing was imported. Get the file again from where it came from.</source>
      <translation>{file} 已损坏或不完整。未导入任何内容。请从原来源重新获取该文件。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} unpacks to far more than any document has. It was not opened, to protect this computer. Nothing was imported.</source>
      <translation>{file} 解压后远超一般文件的大小。为保护本机，未予打开。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} contains instructions (XML entities) that no document needs. It was not opened, to protect this computer. Nothing was imported.</source>
      <translation>{file} 含有一般文件不需要的指令（XML 实体）。为保护本机，未予打开。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is not a text, web page, Markdown, Word or PDF file. Nothing was imported.</source>
      <translation>{file} 不是文本、网页、Markdown、Word 或 PDF 文件。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is an old Word or other Office file (.doc). Nothing was imported. Save it as .docx or PDF and import that.</source>
      <translation>{file} 是旧版 Word 或其他 Office 文件（.doc）。未导入任何内容。请另存为 .docx 或 PDF 后再导入。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} needs more time or memory than any document should. Reading it was stopped, to protect this computer. Nothing was imported. Save it in another format and import that.</source>
      <translation>读取 {file} 所需的时间或内存远超一般文件。为保护本机，已停止读取。未导入任何内容。请另存为其他格式后再导入。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} is larger than 200 MB. Nothing was imported.</source>
      <translation>{file} 超过 200 MB。未导入任何内容。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{file} could not be read ({detail}). Nothing was imported. Check that it is still there and that you may open it.</source>
      <translation>无法读取 {file}（{detail}）。未导入任何内容。请确认文件仍在原处且您有权打开。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Line {number}: {detail}</source>
      <translation>第 {number} 行：{detail}</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A part of the program is missing: {file}. Your library is safe. Install Clausebook again.</source>
      <translation>程序缺少文件：{file}。您的资料库是安全的。请重新安装 Clausebook。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{status} is not a status of a note. Choose one of {choices}.</source>
      <translation>{status}不是笔记的状态。可选：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>{sensitivity} is not a sensitivity of a note. Choose one of {choices}.</source>
      <translation>{sensitivity}不是笔记的密级。可选：{choices}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>No note has the tag {tag}. Nothing was changed.</source>
      <translation>没有笔记带有标签“{tag}”。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A tag needs a name. Nothing was changed.</source>
      <translation>标签需要名称。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>There is no bookmark {uid}.</source>
      <translation>没有书签{uid}。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>A bookmark needs a title. Nothing was changed.</source>
      <translation>书签需要标题。未作任何更改。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>Everything here is restricted ({count}). Nothing was written. Say that restricted notes shall be included, or choose other notes.</source>
      <translation>这里的内容均为限制级（{count}条）。未写入任何内容。请指明包含限制级笔记，或另选笔记。</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>add bookmark</source>
      <translation>添加书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>add note</source>
      <translation>添加笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>save search</source>
      <translation>保存检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename search</source>
      <translation>重命名检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change search</source>
      <translation>修改检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>move search</source>
      <translation>移动检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete search</source>
      <translation>删除检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore search</source>
      <translation>恢复检索</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>add to memo</source>
      <translation>加入摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change author</source>
      <translation>更改作者</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change color</source>
      <translation>更改颜色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change sensitivity</source>
      <translation>更改密级</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change status</source>
      <translation>更改状态</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>change tags</source>
      <translation>更改标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete bookmark</source>
      <translation>删除书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete memo</source>
      <translation>删除摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>delete note</source>
      <translation>删除笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>detach note</source>
      <translation>解除笔记位置</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>edit document</source>
      <translation>编辑文件信息</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>edit memo</source>
      <translation>编辑摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>edit note</source>
      <translation>编辑笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>highlight</source>
      <translation>标记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>import</source>
      <translation>导入</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>merge tags</source>
      <translation>合并标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>move bookmark</source>
      <translation>移动书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>keep on old edition</source>
      <translation>留在旧版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>move in memo</source>
      <translation>在摘编中移动</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>move to group</source>
      <translation>移到分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>name colors</source>
      <translation>命名颜色</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>move note</source>
      <translation>移动笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>new edition</source>
      <translation>新版本</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>new memo</source>
      <translation>新建摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>remove document</source>
      <translation>移除文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>remove from memo</source>
      <translation>从摘编中移除</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>remove tag</source>
      <translation>移除标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename bookmark</source>
      <translation>重命名书签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename group</source>
      <translation>重命名分组</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename memo</source>
      <translation>重命名摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>rename tag</source>
      <translation>重命名标签</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore document</source>
      <translation>恢复文件</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore memo</source>
      <translation>恢复摘编</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore note</source>
      <translation>恢复笔记</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore from trash</source>
      <translation>从回收站恢复</translation>
    </message>
    <message>
      <location filename="../../desktop/ui/words.py" />
      <source>restore bookmark</source>
      <translation>恢复书签</translation>
    </message>
  </context>
</TS>

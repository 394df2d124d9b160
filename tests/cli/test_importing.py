"""`import`: files become documents with the same tree, a bad file stops no other."""

LAW = """# 某市湖泊保护条例

（2020年1月2日某市人民代表大会常务委员会通过）

## 第一章 总则

第一条 为了保护湖泊，制定本条例。

第二条 本市行政区域内湖泊的保护，适用本条例。法律另有规定的，从其规定。

第三条 市人民政府应当履行下列职责：

（一）编制规划；

（二）组织巡查。

## 第二章 附则

第四条 本条例自2020年3月1日起施行。
"""


def test_a_law_becomes_a_tree_that_can_be_searched_noted_and_cited(say, tmp_path):
    file = tmp_path / "湖泊.md"
    file.write_text(LAW, "utf-8")
    (report,) = say("import", str(file), "--json").json
    assert (report["state"], report["title"]) == ("imported", "某市湖泊保护条例")
    assert report["doubts"] == []
    nodes = say("tree", "某市湖泊保护条例", "--json").json
    text = {n["path"]: n for n in nodes}
    kinds = [n["kind"] for n in nodes]
    assert (kinds.count("chapter"), kinds.count("article")) == (2, 4)
    assert any(n["text"] == "编制规划；" or "编制规划" in n["text"] for n in nodes)
    (hit,) = [h for h in say("search", "组织巡查", "--json").json if h["kind"] != "note"][:1]
    place = f"某市湖泊保护条例:{hit['path']}"
    assert say("note", "add", "--at", place, "--quote", "巡查", "--body", "谁来巡查？").code == 0
    assert "《某市湖泊保护条例》" in say("show", place).out
    assert text[hit["path"]]["zone"] in ("body", "plan")


def test_the_same_file_again_says_so_and_an_edited_one_is_an_edition(say, tmp_path):
    file = tmp_path / "law.md"
    file.write_text(LAW, "utf-8")
    say("import", str(file))
    assert say("import", str(file), "--json").json[0]["state"] == "same"
    file.write_text(LAW.replace("组织巡查", "组织巡查和检查"), "utf-8")
    assert say("import", str(file), "--dry-run", "--json").json[0]["state"] == "edition"
    assert say("import", str(file), "--json").json[0]["state"] == "edition"
    assert len(say("library", "--json").json["documents"]) == 2


def test_a_dry_run_stores_nothing(say, tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "law.txt").write_text(LAW.replace("#", ""), "utf-8")
    assert say("import", str(papers), "--dry-run").code == 0
    assert len(say("library", "--json").json["documents"]) == 1


def test_a_folder_goes_on_after_a_bad_file_and_says_why(say, tmp_path):
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.docx").write_bytes(b"PK\x03\x04 not really")
    (papers / "b.md").write_text(LAW, "utf-8")
    (papers / "c.pdf").write_bytes(b"")
    said = say("import", str(papers), "--json")
    assert said.code == 1
    assert [r["state"] for r in said.json] == ["refused", "imported", "refused"]
    assert "a.docx" in said.err
    assert "c.pdf is empty" in said.err


def test_a_missing_file_is_a_sentence(say, tmp_path):
    said = say("import", str(tmp_path / "nowhere.md"))
    assert said.code == 1
    assert "nowhere.md" in said.err


def test_the_librarys_own_files_are_never_opened(say, folder):
    said = say("import", str(folder), "--json")
    assert {r["state"] for r in said.json} == {"refused"}
    assert "belongs to the library itself" in said.err


def test_a_folder_is_searched_for_documents_and_each_is_taken_once(say, tmp_path):
    papers = tmp_path / "papers"
    (papers / "deep" / ".hidden").mkdir(parents=True)
    (papers / "deep" / "law.md").write_text(LAW, "utf-8")
    (papers / "~$law.docx").write_bytes(b"lock")
    (papers / "photo.jpg").write_bytes(b"\xff\xd8")
    said = say("import", str(papers), str(papers / "deep" / "law.md"), "--json")
    assert (said.code, [r["state"] for r in said.json]) == (0, ["imported"])


def test_several_files_end_with_a_count(say, tmp_path):
    good, bad = tmp_path / "good.md", tmp_path / "bad.pdf"
    good.write_text(LAW, "utf-8")
    bad.write_bytes(b"%PDF-1.7 and no more")
    said = say("import", str(good), str(bad))
    assert said.code == 1
    assert said.out.splitlines()[-1] == "1 imported, 1 refused"
    assert "bad.pdf is damaged" in said.err


def test_a_folder_without_documents_says_so(say, tmp_path):
    (tmp_path / "empty").mkdir()
    said = say("import", str(tmp_path / "empty"))
    assert (said.code, said.out.strip()) == (1, "No document was found there.")


def test_an_edition_is_told_and_a_dry_run_names_it_too(say, tmp_path):
    file = tmp_path / "law.md"
    file.write_text(LAW, "utf-8")
    dry = say("import", str(file), "--dry-run", "--json").json[0]
    kept = say("import", str(file), "--json").json[0]
    assert {k: v for k, v in dry.items() if k not in ("document", "edition")} == {
        k: v for k, v in kept.items() if k not in ("document", "edition")
    }
    assert dry["document"] is None
    assert kept["nodes"] > 10

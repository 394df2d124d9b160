"""Random deeds with undo and redo, and a second program now and then, against a simple model.

The model knows each thing by its key and keeps of every step what its things were before and
after. Whatever the library holds is compared with it after each deed.
"""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from db.errors import UserError
from desktop.library import Library

PLACES = ("I.1", "II.(3).2.1", "II.(6).1.2", "III.(2).2")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6).map(
    lambda words: words.strip() or "x"
)
PLAIN = st.text("abc 青海𠮷", min_size=1, max_size=6).map(lambda words: words.strip() or "y")
PICK = st.integers(0, 50)


def shape(library) -> dict:
    """All that a person can change, without the times."""
    held = {("colors", ""): dict(library.color_names())}
    for gone, notes in ((False, library.notes()), (True, library.trash())):
        held |= {("note", n.uid): (n.body, n.color, n.tags, n.status, gone) for n in notes}
    for gone, memos in ((False, library.memos()), (True, library.deleted_memos())):
        for memo in memos:
            texts = tuple((b.kind, b.text, b.quote) for b in memo.blocks)
            held["memo", memo.uid] = (memo.title, texts, gone)
    for gone, found in ((False, library.documents()), (True, library.removed())):
        held |= {("document", d.uid): (d.facts.name, d.group, gone) for d in found}
    for gone, found in ((False, library.saved_searches()), (True, library.deleted_searches())):
        held |= {("search", s.uid): (s.name, s.ask.query, gone) for s in found}
    marks = [library.bookmark(uid) for kind, uid in library.known_marks if kind == "bookmark"]
    held |= {("bookmark", b.uid): (b.title, bool(b.deleted)) for b in marks}
    return held


class Deeds(RuleBasedStateMachine):
    """One person at one library, and a colleague's console beside it."""

    made: Path

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp()) / "library"
        shutil.copytree(self.made, self.folder)
        self.library = Library.open(self.folder)
        self.other = Library.open(self.folder)
        self.library.known_marks = set()
        self.model = shape(self.library)
        self.stamps: dict = {}
        self.done: list = []
        self.undone: list = []
        self.count = 0

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            self.other.close()
            shutil.rmtree(self.folder.parent)

    # the model

    def step(self, after: dict, before: dict | None = None) -> None:
        """Remember a deed of ours: what its things were and are."""
        known = {k: (self.model[k], self.stamps.get(k, 0)) for k in after if k in self.model}
        made = {k: (v, 0) for k, v in (before or {}).items()}
        self.model |= after
        stamped = {k: (v, self.stamps.get(k, 0)) for k, v in after.items()}
        self.done.append((known | made, stamped))
        self.undone.clear()

    def turn(self, source: list, target: list, deed, *, back: bool) -> None:
        if not source:
            with pytest.raises(UserError) as told:
                deed()
            assert told.value.code in ("undo-nothing", "redo-nothing")
            return
        before, after = source.pop()
        expected, wanted = (after, before) if back else (before, after)
        now = {k: (self.model.get(k), self.stamps.get(k, 0)) for k in expected}
        if now != expected:
            with pytest.raises(UserError) as told:
                deed()
            assert told.value.code == "undo-conflict"
            return
        deed()
        self.model |= {k: v for k, (v, _) in wanted.items()}
        self.stamps |= {k: stamp for k, (_, stamp) in wanted.items()}
        target.append((before, after))

    def some(self, kind: str, pick: int, *, gone: bool = False) -> str | None:
        uids = sorted(u for k, u in self.model if k == kind and self.model[k, u][-1] == gone)
        return uids[pick % len(uids)] if uids else None

    # notes

    @rule(pick=PICK, words=WORDS)
    def add_note(self, pick, words):
        try:
            node = self.library.place(PLACES[pick % len(PLACES)]).node
        except UserError:  # the plan lies in the trash
            node = None
        anchor = self.library.anchor_on(node) if node else None
        note = self.library.add_note(anchor, body=words, tags=[words])
        value = (note.body, note.color, note.tags, note.status, False)
        self.step({("note", note.uid): value}, {("note", note.uid): (*value[:-1], True)})

    @rule(pick=PICK, words=WORDS)
    def edit_note(self, pick, words):
        if uid := self.some("note", pick):
            old = self.model["note", uid]
            self.library.change_note(uid, body=words)
            if old[0] != words:
                self.step({("note", uid): (words, *old[1:])})

    @rule(pick=PICK, words=WORDS)
    def draft_note(self, pick, words):
        if uid := self.some("note", pick):
            old = self.model["note", uid]
            before = self.library.note(uid)
            for end in range(1, len(words) + 1):
                self.library.draft_note(uid, words[:end])
            self.library.settle_note(before)
            if old[0] != words:
                self.step({("note", uid): (words, *old[1:])})

    @rule(pick=PICK, color=st.sampled_from(["violet", "red", ""]))
    def color_note(self, pick, color):
        if uid := self.some("note", pick):
            old = self.model["note", uid]
            self.library.change_note(uid, color=color)
            if old[1] != color:
                self.step({("note", uid): (old[0], color, *old[2:])})

    @rule(pick=PICK, status=st.sampled_from(["open", "question", "done"]))
    def change_status(self, pick, status):
        if uid := self.some("note", pick):
            *old, before, gone = self.model["note", uid]
            self.library.change_note(uid, status=status)
            if before != status:
                self.step({("note", uid): (*old, status, gone)})

    @rule(pick=PICK)
    def delete_notes(self, pick):
        uids = {u for u in (self.some("note", pick), self.some("note", pick + 1)) if u}
        if uids:
            self.library.delete_notes(sorted(uids))
            self.step({("note", u): (*self.model["note", u][:-1], True) for u in uids})

    # memos

    @rule()
    def new_memo(self):
        self.count += 1
        memo = self.library.new_memo(f"memo {self.count}")
        self.step(
            {("memo", memo.uid): (memo.title, (), False)},
            {("memo", memo.uid): (memo.title, (), True)},
        )

    @rule(pick=PICK, words=PLAIN)
    def write_memo(self, pick, words):
        if uid := self.some("memo", pick):
            title, texts, gone = self.model["memo", uid]
            self.library.add_text_to_memo(uid, words)
            self.step({("memo", uid): (title, (*texts, ("text", words, "")), gone)})

    @rule(pick=PICK)
    def rename_memo(self, pick):
        if uid := self.some("memo", pick):
            self.count += 1
            _, texts, gone = self.model["memo", uid]
            self.library.rename_memo(uid, f"renamed {self.count}")
            self.step({("memo", uid): (f"renamed {self.count}", texts, gone)})

    @rule(pick=PICK)
    def delete_memo(self, pick):
        if uid := self.some("memo", pick):
            self.library.delete_memo(uid)
            self.step({("memo", uid): (*self.model["memo", uid][:-1], True)})

    # documents, bookmarks, searches, colors

    @rule(words=PLAIN)
    def rename_document(self, words):
        if uid := self.some("document", 0):
            document = next(d for d in self.library.documents() if d.uid == uid)
            self.library.change_facts(document.edition, replace(document.facts, name=words))
            if document.facts.name != words:
                group = self.model["document", uid][1]
                self.step({("document", uid): (words, group, False)})

    @rule(words=PLAIN)
    def put_in_group(self, words):
        if uid := self.some("document", 0):
            name, group, gone = self.model["document", uid]
            self.library.put_in_group([uid], words)
            if " ".join(words.split()) != group:
                self.step({("document", uid): (name, " ".join(words.split()), gone)})

    @rule()
    def remove_document(self):
        if uid := self.some("document", 0):
            self.library.remove_documents([uid])
            self.step({("document", uid): (*self.model["document", uid][:-1], True)})

    @rule(pick=PICK)
    def add_bookmark(self, pick):
        documents = self.library.documents()
        if not documents:
            return
        edition, path = documents[0].edition, PLACES[pick % len(PLACES)]
        if self.library.bookmark_at(edition, path) is None:
            mark = self.library.add_bookmark(edition, path)
            key = ("bookmark", mark.uid)
            self.library.known_marks.add(key)
            self.step({key: (mark.title, False)}, {key: (mark.title, True)})

    @rule(pick=PICK)
    def delete_bookmark(self, pick):
        if uid := self.some("bookmark", pick):
            self.library.delete_bookmark(uid)
            self.step({("bookmark", uid): (self.model["bookmark", uid][0], True)})

    @rule(words=PLAIN)
    def save_search(self, words):
        self.count += 1
        saved = self.library.save_search(words, f"search {self.count}")
        value = (saved.name, saved.ask.query)
        self.step({("search", saved.uid): (*value, False)}, {("search", saved.uid): (*value, True)})

    @rule(pick=PICK)
    def delete_search(self, pick):
        if uid := self.some("search", pick):
            self.library.delete_search(uid)
            self.step({("search", uid): (*self.model["search", uid][:-1], True)})

    @rule(words=PLAIN)
    def name_color(self, words):
        before = self.model["colors", ""]
        self.library.name_colors({"red": words})
        after = {**before, "red": " ".join(words.split())}
        if after != before:
            self.step({("colors", ""): after})

    # the trash

    @rule()
    def restore_everything(self):
        gone = [k for k, v in self.model.items() if k[0] != "colors" and v[-1]]
        self.library.restore_trashed(self.library.trashed())
        if gone:
            self.step({k: (*self.model[k][:-1], False) for k in gone})

    @rule()
    def empty_trash(self):
        things = [t for t in self.library.trashed() if t.kind != "document"]
        self.library.empty_trash(things)
        for thing in things:
            del self.model[thing.kind, thing.uid]
            self.library.known_marks.discard((thing.kind, thing.uid))

    # the colleague, and the two keys

    def meddle(self, uid: str) -> None:
        self.count += 1
        self.other.change_note(uid, body=f"theirs {self.count}")
        self.model["note", uid] = (f"theirs {self.count}", *self.model["note", uid][1:])
        self.stamps["note", uid] = self.count

    def go_back(self) -> None:
        self.turn(self.done, self.undone, self.library.undo, back=True)

    def go_forward(self) -> None:
        self.turn(self.undone, self.done, self.library.redo, back=False)

    @rule(pick=PICK)
    def another_program_writes(self, pick):
        if uid := self.some("note", pick):
            self.meddle(uid)

    @rule(pick=PICK, words=WORDS, forward=st.booleans())
    def another_program_writes_over_the_last_step(self, pick, words, forward):
        self.add_note(pick, words)
        uid = self.library.history._done[-1].undo.args[1][0].uid
        self.meddle(uid)
        self.go_back()
        if forward:
            self.go_forward()

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            self.go_back()
            self.holds_what_the_model_holds()

    @rule(times=st.integers(1, 4), redone=st.integers(1, 5))
    def undo_and_redo(self, times, redone):
        for _ in range(times):
            self.go_back()
        for _ in range(redone):
            self.go_forward()
            self.holds_what_the_model_holds()

    @precondition(lambda self: hasattr(self, "model"))
    @invariant()
    def holds_what_the_model_holds(self):
        assert shape(self.library) == self.model
        assert bool(self.library.history.undo_words) == bool(self.done)
        assert bool(self.library.history.redo_words) == bool(self.undone)


def test_whatever_is_done_undone_and_done_again_is_as_the_model_says(made_library):
    Deeds.made = made_library
    run_state_machine_as_test(
        Deeds,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

"""Memos go in and out whole."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import memos
from db.model import Block, Memo, MemoUid

WORDS = st.text(max_size=30)
BLOCKS = st.lists(
    st.builds(
        Block,
        uid=WORDS,
        kind=st.sampled_from(["clause", "note", "text"]),
        text=WORDS,
        quote=WORDS,
        path=WORDS,
    ),
    max_size=5,
)


def save(base, memo):
    with base.write() as conn:
        return memos.save_memo(conn, memo)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=WORDS, blocks=BLOCKS)
def test_a_memo_comes_back_as_it_was_saved(base, title, blocks):
    memo = Memo(MemoUid("m"), title, tuple(blocks), "1", "2")
    assert save(base, memo) == memo == memos.load_memo(base.conn, memo.uid)


def test_the_memo_changed_last_comes_first_and_the_deleted_one_not_at_all(base):
    for uid, changed in (("a", "1"), ("b", "3"), ("c", "2")):
        save(base, Memo(MemoUid(uid), uid, changed=changed))
    save(base, replace(memos.load_memo(base.conn, MemoUid("c")), deleted="4"))
    assert [m.uid for m in memos.load_memos(base.conn)] == ["b", "a"]
    assert [m.uid for m in memos.load_memos(base.conn, deleted=True)] == ["c"]


def test_what_no_file_can_hold_becomes_a_mark(base):
    block = Block("b", "text", text="half \ud83d", quote="\udc00")
    saved = save(base, Memo(MemoUid("m"), "\udfff", (block,)))
    assert (saved.title, saved.blocks[0].text, saved.blocks[0].quote) == (
        *("\ufffd", "half \ufffd", "\ufffd"),
    )
    assert save(base, saved) == saved


def test_a_quotation_outlives_its_note_and_its_place(base):
    block = Block("b", "note", quote="words", node="gone", note="gone", edition="gone", path="I.1")
    saved = save(base, Memo(MemoUid("m"), "M", (block, replace(block, uid="c"))))
    assert saved.blocks == (block, replace(block, uid="c"))
    assert memos.load_memo(base.conn, MemoUid("nobody")) is None
